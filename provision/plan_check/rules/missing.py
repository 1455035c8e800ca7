"""What an outcome or a section does not say yet."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.plan_check.passages import Reading
from provision.plan_check.rule import PLAN, Remark, Rule, Settings
from provision.plan_check.shape import CheckedOutcome, CheckedPlan
from provision.plan_check.wording import is_said, pieces, split

SMART = gettext_lazy(
    "SEND Code of Practice 2015, 9.66, on EHC plans: an outcome is specific, measurable and time bound"
)
NOBODY = frozenset(  # who cannot be asked how it is going
    split(
        """adult|adults|an adult|all adults|another adult|staff|all staff|school staff|support staff|class staff|school|the school
    |everyone|everybody|all|anyone|someone|teachers|all teachers|subject teachers|class adults|team|the team|class team|sen team
    |inclusion team|available adult|available staff|whoever is available|various"""
    )
)


def is_somebody(adult: str) -> bool:
    """Whether a person or a role is named: "Ms Ward", "class teacher", "TA"; not "all staff" or "TBC"."""
    return is_said(adult) and " ".join(pieces(adult).words) not in NOBODY


def written(plan: CheckedPlan) -> Iterator[CheckedOutcome]:
    """The outcomes that say something; an empty one is a matter of its own."""
    return (outcome for outcome in plan.outcomes if is_said(outcome.text))


def empty_section(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for section in reading.plan.sections:
        if section.required and not is_said(section.text):
            message = _("“%(title)s” is still empty.") % {"title": section.title}
            yield Remark(section.key, "text", message, _("Write it, or say why there is nothing to write."))
    if reading.plan.has_outcomes and not reading.plan.outcomes:
        yield Remark(
            PLAN,
            "outcomes",
            _("The plan has no outcome yet."),
            _("Say what will be different for the pupil."),
        )
    for key, field, text in begun_parts(reading.plan):
        if not is_said(text):
            yield Remark(key, field, _("This line is still empty."), _("Fill it in, or remove it."))


def begun_parts(plan: CheckedPlan) -> Iterator[tuple[str, str, str]]:
    """Lines somebody began, with the field that says what they are about: key, field, text."""
    for outcome in plan.outcomes:
        yield outcome.key, "text", outcome.text
        yield from ((target.key, "text", target.text) for target in outcome.targets)
    yield from ((item.key, "text", item.text) for item in plan.items)
    yield from ((provision.key, "what", provision.what) for provision in plan.provisions)


def no_baseline(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for outcome in written(reading.plan):
        if not is_said(outcome.baseline):
            yield Remark(
                outcome.key,
                "baseline",
                _("Where the pupil starts from is not said."),
                _("Write what the pupil does now, with a figure."),
            )


def no_measure(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for outcome in written(reading.plan):
        if not is_said(outcome.measure):
            yield Remark(
                outcome.key,
                "measure",
                _("How it will be measured is not said."),
                _("Write what will be counted or tested, and how often."),
            )


def no_level(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for outcome in written(reading.plan):
        if not is_said(outcome.target):
            yield Remark(
                outcome.key,
                "target",
                _("How much is enough is not said."),
                _("Write the level to be reached, in the unit of the baseline."),
            )


def no_change(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for outcome in written(reading.plan):
        before, after = pieces(outcome.baseline).words, pieces(outcome.target).words
        if is_said(outcome.target) and before == after:
            yield Remark(
                outcome.key,
                "target",
                _("The level to be reached is the same as the baseline."),
                _("Write what will be different. If keeping the level is the outcome, say so in words."),
                outcome.target.strip(),
            )


def no_adult(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for outcome in written(reading.plan):
        if not is_somebody(outcome.adult):
            yield Remark(
                outcome.key,
                "adult",
                _("Nobody is named who sees to this outcome."),
                _("Name one person or role who can be asked how it is going."),
                outcome.adult.strip(),
            )


RULES = (
    Rule(
        "empty_section",
        gettext_lazy("Something required is empty"),
        gettext_lazy("A plan that goes out with a gap has to go out twice."),
        empty_section,
    ),
    Rule(
        "no_baseline",
        gettext_lazy("No baseline"),
        gettext_lazy("Without a starting point nobody can show that the support made a difference."),
        no_baseline,
        SMART,
    ),
    Rule(
        "no_measure",
        gettext_lazy("No measure"),
        gettext_lazy("An outcome that is not measured is decided by opinion at the review."),
        no_measure,
        SMART,
    ),
    Rule(
        "no_level",
        gettext_lazy("No level to be reached"),
        gettext_lazy("Pupil, parents and school should be able to tell on the same day that it is reached."),
        no_level,
        SMART,
    ),
    Rule(
        "no_change",
        gettext_lazy("Baseline and level are the same"),
        gettext_lazy("An outcome is a difference that the support makes."),
        no_change,
        gettext_lazy("SEND Code of Practice 2015, 9.66, on EHC plans: the benefit or difference made"),
    ),
    Rule(
        "no_adult",
        gettext_lazy("No named adult"),
        gettext_lazy("What everybody sees to, nobody sees to. Parents need to know whom to ask."),
        no_adult,
        gettext_lazy("SEND Code of Practice 2015, 6.65: parents and school agree who does what"),
    ),
)
