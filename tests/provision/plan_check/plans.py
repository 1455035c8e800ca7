"""A whole plan in which the check finds nothing, and ways to spoil it."""

import datetime
from dataclasses import replace

from provision.plan_check import (
    CheckedItem,
    CheckedNeed,
    CheckedOutcome,
    CheckedPlan,
    CheckedProvision,
    CheckedSection,
    CheckedTarget,
    SectionKind,
)

TODAY = datetime.date(2026, 11, 26)
REVIEW = datetime.date(2027, 3, 12)
SOON = datetime.date(2027, 1, 29)

STRENGTHS = CheckedSection(
    key="section-strengths",
    title="Strengths",
    kind=SectionKind.DESCRIPTION,
    shared=True,
    required=True,
    text=(
        "Amira is kind and funny. She often helps others and knows a lot about birds. She has access to a garden at home and "
        "likes to draw what she sees there. She reads some words by sight."
    ),
)
VIEWS = CheckedSection(
    key="section-views",
    title="What Amira says",
    kind=SectionKind.VIEWS,
    shared=True,
    required=True,
    text="I want regular breaks and some help as needed. I am naughty when it is loud. The OT said I am dysregulated.",
)
CLASSROOM = CheckedSection(
    key="section-classroom",
    title="Regular routines to improve reading, with access to help",
    shared=True,
    required=True,
    text=(
        "Give Amira one step at a time and show her a picture of it. Before each new task, ask her to say what she will do "
        "first. Her mum told us: “she needs regular praise where possible”. In tests she has her Access Arrangements: a reader "
        "and 25% more time."
    ),
)
SOUNDS = CheckedOutcome(
    key="outcome-1",
    text="By the review, Amira reads aloud 60 of the first 100 words at sight, and says what each one means.",
    baseline="22 of 100 words on 3 November 2026",
    measure="Word list read to Ms Ward every second Friday",
    target="60 of 100 words",
    by_when=REVIEW,
    adult="Ms Ward",
    areas=frozenset({"CL"}),
    needs=frozenset({"SPLD"}),
    targets=(
        CheckedTarget(
            key="target-1",
            text="Reads 40 of the first 100 words at sight",
            measure="Same word list",
            by_when=SOON,
        ),
        CheckedTarget(
            key="target-2", text="Sounds out three-letter words in 9 out of 10 tries", by_when=REVIEW
        ),
    ),
)
ASKING = CheckedOutcome(
    key="outcome-2",
    text="When she is stuck, Amira shows her blue card to an adult in 4 out of 5 lessons.",
    baseline="1 out of 5 lessons, some of the time in 2 out of 5",
    measure="Tally kept by the TA in 5 lessons each half term",
    target="4 out of 5 lessons",
    by_when=REVIEW,
    adult="TA (Mr Regular)",
    areas=frozenset({"CI"}),
    targets=(CheckedTarget(key="target-3", text="Shows the card in 2 out of 5 lessons", by_when=SOON),),
)
READING = CheckedProvision(
    key="provision-1",
    what="Paired reading with the same book",
    who="Mr Will Regular, TA",
    sessions_a_week=3,
    minutes=20,
    group_size=1,
    weeks=12,
    outcomes=frozenset({"outcome-1"}),
)
TALKING = CheckedProvision(
    key="provision-2",
    what="Talk group: take turns and ask for help, 15 minutes every Tuesday and Thursday in a group of 4",
    who="Class teacher",
    outcomes=frozenset({"outcome-2"}),
)
GOOD = CheckedPlan(
    today=TODAY,
    pupil_names=("Amira Khan",),
    staff_names=("Ms J Ward", "Will Regular"),
    other_pupils=("Jack Smith", "Amira Jones", "May Lee", "Will Price", "Hope Price", "Grace Otoo"),
    copied_from=("Tom Baker",),
    starts_on=datetime.date(2026, 11, 30),
    review_on=REVIEW,
    sections=(STRENGTHS, VIEWS, CLASSROOM),
    needs=(
        CheckedNeed(key="need-1", code="SPLD", label="Specific learning difficulty", area="CL"),
        CheckedNeed(key="need-2", code="SLCN", label="Speech, language and communication needs", area="CI"),
        CheckedNeed(
            key="need-3", code="NSA", label="SEN Support but no specialist assessment of type of need"
        ),
    ),
    outcomes=(SOUNDS, ASKING),
    items=(
        CheckedItem(key="item-1", text="Word mat on her table in every lesson"),
        CheckedItem(key="item-2", text="Teach regular verbs before irregular ones; 10 minutes each Monday"),
    ),
    provisions=(READING, TALKING),
)


def with_part(plan: CheckedPlan, key: str, **changes) -> CheckedPlan:
    """The plan with some fields of one part changed; the part is found by its key, targets too."""
    parts = {
        name: tuple(changed(part, key, changes) for part in getattr(plan, name))
        for name in ("sections", "needs", "outcomes", "items", "provisions")
    }
    return replace(plan, **parts)


def changed(part, key, changes):
    if part.key == key:
        return replace(part, **changes)
    if isinstance(part, CheckedOutcome):
        return replace(part, targets=tuple(changed(target, key, changes) for target in part.targets))
    return part


def with_text(text: str, *, key: str = "section-classroom", field: str = "text") -> CheckedPlan:
    """The good plan with this text in one field."""
    return with_part(GOOD, key, **{field: text})
