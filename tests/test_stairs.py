"""The guards of the floors and of the stairs inside each app (docs/decisions/0001): who may import whom, and who may write."""

import ast
import re
import tomllib

import pytest
from django.apps import apps

from tests.source import PACKAGES, ROOT, files_called, functions, relative, tree

# Floors -----------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def linter() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


def test_every_package_is_looked_at(linter):
    assert set(linter["root_packages"]) == set(PACKAGES)


def test_every_app_stands_on_a_floor(linter):
    """An app that is in no layer could import upwards unseen."""
    [contract] = linter["contracts"]
    ours = {app.name for app in apps.get_app_configs() if app.name.partition(".")[0] in PACKAGES}
    assert ours <= set(contract["layers"])
    folders = {f"senco.{path.parent.name}" for path in (ROOT / "senco").glob("*/__init__.py")}
    assert folders <= set(contract["layers"])


# Stairs -----------------------------------------------------------------------------------------------------------------


def words_in(path) -> set[str]:
    return {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)} | {
        argument.arg
        for function in functions(path)
        for argument in function.args.args + function.args.kwonlyargs
    }


@pytest.mark.parametrize("path", files_called("actions"), ids=relative)
def test_actions_know_no_request(path):
    assert "request" not in words_in(path)


def imported_modules(module: ast.Module) -> set[str]:
    """Every module named in an import, also inside a function; `from a import b` names `a.b` too."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


ABOVE = {  # a step of the stairs, and those above it
    "models": "views|forms|actions|tasks|queries",
    "choices": "views|forms|actions|tasks|queries|models",
    "deadlines": "views|forms|actions|tasks|queries",
    "queries": "views|forms|actions|tasks",
    "actions": "views|forms",
    "forms": "views|tasks",
}


def climbs(module: ast.Module, step: str) -> list[str]:
    above = re.compile(rf"^({'|'.join(PACKAGES)})\b.*\.({ABOVE[step]})(\.|$)")
    return [name for name in imported_modules(module) if above.search(name)]


@pytest.mark.parametrize(
    ("step", "path"),
    [pytest.param(step, path, id=relative(path)) for step in ABOVE for path in files_called(step)],
)
def test_nothing_reaches_up_the_stairs(step, path):
    assert not climbs(tree(path), step)


@pytest.mark.parametrize("step", ABOVE)
def test_control_a_reach_upwards_is_noticed(step):
    assert climbs(ast.parse("def late():\n    from register.views import finding"), step)
    assert climbs(ast.parse("from register import views"), step)
    assert not climbs(ast.parse("from register.choices import NeedType"), step)


WRITES = {"save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


def writes(module: ast.Module) -> list[int]:
    """Lines that change a record. A dictionary is updated by position, a queryset by keyword."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    methods = [call for call in calls if isinstance(call.func, ast.Attribute)]
    return [
        call.lineno
        for call in methods
        if call.func.attr in WRITES or (call.func.attr == "update" and call.keywords)
    ]


@pytest.mark.parametrize(
    "path", [path for step in ("views", "forms", "queries") for path in files_called(step)], ids=relative
)
def test_only_actions_write(path):
    assert not writes(tree(path))


@pytest.mark.parametrize(
    "line",
    [
        "pupil.save()",
        "Pupil.objects.visible_to(membership).update(form=form)",
        "Pupil.objects.create(school=school)",
        "for need in needs: need.delete()",
    ],
)
def test_control_a_write_is_noticed(line):
    assert writes(ast.parse(line)) == [1]


def test_control_a_dictionary_is_no_record():
    assert not writes(ast.parse("found.update({1: 2}); found |= {}"))
