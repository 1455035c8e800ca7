"""A plan of every kind of row, long enough for several pages, with words that try to be something else."""

import datetime

from provision.models import PlanItem, PlannedProvision, Score, Target
from tests.factories import as_owner
from tests.factories.plans import outcome, part_of, plan, section

HOSTILE = (
    "<script>alert(1)</script> & <b>not bold</b> \x0b{{ pupil }} {% now 'Y' %} https://example.org/x.png"
)
URDU = "مجھے پڑھنا پسند ہے"
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 6
KINDS = (
    "text", "pupil_view", "parent_view", "scores", "concerns", "outcomes", "strategies", "provision", "adjustments", "resources",
)  # fmt: skip


DAY = datetime.date(2026, 12, 1)
WORDS = {
    "text": HOSTILE,
    "pupil_view": URDU,
    "parent_view": "We see it at home too.\nIn the evening most of all.",
}


def long_plan(child, by, *, outcomes=6, lines=8, **fields):
    """A plan whose rows were all written by one person a few days apart."""
    made = plan(child, by=by, lead=by, **fields)
    for place, kind in enumerate(KINDS):
        title, words = kind.replace("_", " ").title(), WORDS.get(kind, "")
        section(made, kind, kind=kind, title=title, position=place, text=words)
    aims = [aim(made, n, by) for n in range(outcomes)]
    with as_owner():
        for n in range(lines):
            add_line(made, n, by, aims[n % len(aims)])
    return made


def aim(made, n: int, by):
    """An outcome with one step towards it."""
    goal = outcome(
        made, f"Outcome number {n} will be different in lessons and on the playground", position=n, area="CL", adult=by,
        baseline="Two words of ten", measure="Ten words read aloud, each Friday", target="Eight of ten", by_when=DAY,
        plain=f"Aim {n} in plain words", saved_at=stamp(n),
    )  # fmt: skip
    with as_owner():
        step = {"text": f"Step {n} towards it", "measure": "Seen twice", "by_when": DAY}
        Target.objects.create(**part_of(made), saved_by=by, outcome=goal, **step)
    return goal


def add_line(made, n: int, by, goal) -> None:
    """A strategy, a thing, a line of provision and a score."""
    saved = part_of(made) | {"saved_by": by, "position": n}
    PlanItem.objects.create(**saved, kind="strategy", text=f"Strategy {n}: {LONG_WORD[: n * 12]}")
    PlanItem.objects.create(**saved, kind=("resource", "ict")[n % 2], text=f"Thing {n}")
    PlannedProvision.objects.create(
        **saved, what=f"Provision {n}", adult_words="Ms Lee", sessions_a_week=2, minutes=20, weeks=12, group_size=4,
        starts=made.starts, ends=made.review_on, outcome=goal,
    )  # fmt: skip
    Score.objects.create(
        **saved, test=f"Reading test {n}", result="85", standardised=85, taken_on=DAY, source="School"
    )


def stamp(n: int):
    return datetime.datetime(2026, 10, 1 + n, 9, 0, tzinfo=datetime.UTC)
