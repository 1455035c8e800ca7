"""What stands in the text sections of a plan: strengths, barriers, the pupil's and the parents' words, notes."""

from dataclasses import dataclass
from functools import cache
from random import Random

from django.utils.formats import date_format

from provision.models import PlanSection
from provision.plan_types import shipped
from provision.plan_types.shape import SectionShape, renamed
from senco.accounts.models import Membership
from senco.demo.cycles.course import Strand
from senco.demo.cycles.writing import Page
from senco.demo.words.plans import people
from senco.demo.world import DAY

PLAN_TYPE = "support_plan"
NO_AGENCY = {"K": 0.6, "E": 0.15}  # share of plans in which nobody from outside is involved
LEFT_OPEN = frozenset(
    {"barriers", "parent_view", "home", "agencies", "staff_notes"}
)  # in an unfinished draft


@dataclass
class Voices:
    """Lines that are dealt out over a pupil's plans, so that none comes twice."""

    strengths: list[str]
    pupil: list[str]
    parents: list[str]
    notes: list[str]

    @classmethod
    def shuffled(cls, rng: Random) -> "Voices":
        lists = (people.STRENGTHS, people.PUPIL_ALSO, people.PARENTS_ALSO, people.STAFF_NOTES)
        return cls(*(rng.sample(lines, len(lines)) for lines in lists))


def write_sections(
    page: Page, strands: list[Strand], voices: Voices, cycle: int, *, unfinished: bool
) -> None:
    """All sections of the kind of plan. `cycle` counts from 0 and decides whose turn it is among the voices."""
    texts = {
        "strengths": strengths(page, voices, cycle),
        "barriers": "\n".join(page.words(strand.thread.barrier, strand) for strand in strands),
        "pupil_view": pupil_view(page, strands, voices, cycle),
        "parent_view": parent_view(page, strands, voices, cycle),
        "home": page.words(strands[cycle % len(strands)].thread.home, strands[cycle % len(strands)]),
        "agencies": agencies(page, cycle),
        "staff_notes": page.words(voices.notes[cycle % len(voices.notes)], adult=page.team.helper.name),
    }
    for position, shape in enumerate(shapes()):
        text = "" if unfinished and shape.code in LEFT_OPEN else texts.get(shape.code, "")
        page.sections[shape.code] = write_section(page, position, shape, text)


@cache
def shapes() -> tuple[SectionShape, ...]:
    """The shipped sections, their titles and prompts as text."""
    shipped_ones = shipped()[PLAN_TYPE].sections
    return tuple(renamed(shape, title=str(shape.title), prompt=str(shape.prompt)) for shape in shipped_ones)


def write_section(page: Page, position: int, shape: SectionShape, text: str) -> PlanSection:
    """Begun empty with the plan, so that a section with a text was saved twice."""
    return page.row(
        PlanSection, by=writer_of(page, shape.code), code=shape.code, position=position, kind=shape.kind, title=shape.title,
        prompt=shape.prompt, required=shape.required, editors=list(shape.editors), shared=shape.shared, text=text,
        version=2 if text else 1,
    )  # fmt: skip


def writer_of(page: Page, code: str) -> Membership:
    if code in ("strengths", "pupil_view"):
        return page.team.helper
    return page.team.senco if code == "agencies" else page.by


def strengths(page: Page, voices: Voices, cycle: int) -> str:
    """Three lines, of which one stays from the plan before."""
    lines = [voices.strengths[(2 * cycle + number) % len(voices.strengths)] for number in range(3)]
    return page.words(" ".join(lines))


def pupil_view(page: Page, strands: list[Strand], voices: Voices, cycle: int) -> str:
    thread = strands[cycle % len(strands)].thread
    said = [thread.pupil[cycle % len(thread.pupil)], voices.pupil[cycle % len(voices.pupil)]]
    asked = people.ASKED[(cycle + len(strands)) % len(people.ASKED)]
    return page.words(f"{quoted(said)}\n{asked}", adult=page.team.helper.name)


def parent_view(page: Page, strands: list[Strand], voices: Voices, cycle: int) -> str:
    strand = strands[-1 - cycle % len(strands)]
    said = [
        voices.parents[cycle % len(voices.parents)],
        strand.thread.parent[cycle % len(strand.thread.parent)],
    ]
    met = people.MET[page.world.rng.randrange(len(people.MET))]
    return page.words(f"{quoted(said)}\n{met}", strand)


def quoted(lines: list[str]) -> str:
    """In quotation marks; those inside a line become single ones."""
    inside = str.maketrans("\u201c\u201d", "\u2018\u2019")
    return " ".join(f"\u201c{line.translate(inside)}\u201d" for line in lines)


def agencies(page: Page, cycle: int) -> str:
    text = next((people.AGENCIES[need] for need in page.child.needs if need in people.AGENCIES), "")
    if not text or page.world.chance(NO_AGENCY.get(page.child.status, 0.6)):
        return ""
    day = page.world.school_day(page.plan.starts - page.world.rng.randrange(20, 60) * DAY)
    return page.words(text, day=date_format(day, "j F Y"))
