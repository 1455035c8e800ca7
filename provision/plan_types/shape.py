"""What a section of a plan looks like before a plan has one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from provision.choices import Editor, SectionKind

BOTH = (Editor.TEACHER.value, Editor.TA.value)
TEACHERS = (Editor.TEACHER.value,)
SENCO_ALONE: tuple[str, ...] = ()


@dataclass(frozen=True)
class SectionShape:
    """One section of a kind of plan. `code` stays for good: plans keep it. `editors` write it besides the SENCO."""

    code: str
    kind: str
    title: str
    prompt: str = ""
    required: bool = False
    editors: tuple[str, ...] = TEACHERS
    shared: bool = True

    def as_json(self) -> dict:
        """As a school's own template keeps it."""
        return {name: getattr(self, name) for name in FIELDS} | {
            "title": str(self.title),
            "prompt": str(self.prompt),
            "editors": list(self.editors),
        }

    @classmethod
    def from_json(cls, kept: dict) -> "SectionShape":
        """The shape that `as_json` wrote; raises KeyError or TypeError for anything else."""
        return cls(
            **{name: kept[name] for name in FIELDS if name in kept} | {"editors": tuple(kept["editors"])}
        )


FIELDS = ("code", "kind", "title", "prompt", "required", "editors", "shared")


@dataclass(frozen=True)
class PlanTypeShape:
    """A kind of plan as it is shipped: its code (as the framework names it), its name, its sections in order."""

    code: str
    name: str
    sections: tuple[SectionShape, ...]

    def __post_init__(self) -> None:
        faults = faults_of(self.sections)
        if faults:
            raise ValueError(f"Plan type {self.code}: {' '.join(faults)}")


ONCE = frozenset(SectionKind.values) - {
    SectionKind.TEXT
}  # the rows of a list hang on the plan: one place shows them


def faults_of(sections: Iterable[SectionShape]) -> list[str]:
    """What is wrong with a list of sections, in words; empty where nothing is."""
    sections = list(sections)
    codes = [section.code for section in sections]
    found = [f"“{code}” stands twice." for code in sorted({c for c in codes if codes.count(c) > 1})]
    kinds = [section.kind for section in sections]
    found += [f"{kind!r} is no kind of section." for kind in sorted(set(kinds) - set(SectionKind.values))]
    found += [
        f"Only one section can show “{SectionKind(kind).label}”."
        for kind in sorted(set(kinds) & ONCE)
        if kinds.count(kind) > 1
    ]
    unknown = {editor for section in sections for editor in section.editors} - set(Editor.values)
    return found + [f"{editor!r} cannot be made an editor." for editor in sorted(unknown)]


def renamed(section: SectionShape, **changes) -> SectionShape:
    """The same section under another heading or prompt, for plan types that share their middle."""
    return replace(section, **changes)
