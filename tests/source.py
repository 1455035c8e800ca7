"""The project's own source, as the guards of the house read it."""

import ast
import functools
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OF_THE_HOUSE = {"tests"}
PACKAGES = tuple(  # those of later days included
    sorted(
        path.parent.name for path in ROOT.glob("*/__init__.py") if path.parent.name not in NOT_OF_THE_HOUSE
    )
)


@functools.cache
def python_files(*, tests: bool = False, migrations: bool = False) -> tuple[Path, ...]:
    """Our Python files in a stable order."""
    roots = (*PACKAGES, "tests", "bin", "benchmarks") if tests else PACKAGES
    found = (path for root in roots for path in (ROOT / root).rglob("*.py"))
    return tuple(sorted(path for path in found if migrations or "migrations" not in path.parts))


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def files_called(name: str) -> list[Path]:
    """The files of one step of the stairs in every app: `views.py` and everything below a package `views/`."""
    return [
        path for path in python_files() if path.stem == name or name in path.relative_to(ROOT).parts[1:-1]
    ]


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def functions(path: Path):
    """Every function and method of a file."""
    return [
        node for node in ast.walk(tree(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
