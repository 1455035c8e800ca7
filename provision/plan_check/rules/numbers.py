"""Provision that is not quantified, and plans that hold too much to be carried out."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from provision.plan_check.amounts import says_group, says_how_long, says_how_often
from provision.plan_check.passages import Reading
from provision.plan_check.rule import PLAN, Remark, Rule, Settings
from provision.plan_check.rules.missing import is_somebody
from provision.plan_check.shape import CheckedProvision
from provision.plan_check.wording import is_said, read


def not_quantified(reading: Reading, _settings: Settings) -> Iterator[Remark]:
    for provision in reading.plan.provisions:
        lacking = unsaid(provision) if is_said(provision.what) else {}
        if lacking:
            message = _("Not said yet: %(what)s.") % {"what": ", ".join(lacking.values())}
            field = next(iter(lacking))
            yield Remark(
                provision.key,
                field,
                message,
                _("Fill in the numbers that were agreed. The check never proposes hours."),
            )


def unsaid(provision: CheckedProvision) -> dict[str, str]:
    """What a line of provision leaves open, by field. What its own words say need not be in a box too."""
    said = read(provision.what)
    open_fields = (
        ("who", _("who gives it"), is_somebody(provision.who)),
        (
            "sessions_a_week",
            _("how often"),
            (provision.sessions_a_week or 0) > 0 or any(map(says_how_often, said)),
        ),
        ("minutes", _("how long each time"), (provision.minutes or 0) > 0 or any(map(says_how_long, said))),
        (
            "group_size",
            _("alone or in how large a group"),
            (provision.group_size or 0) > 0 or any(map(says_group, said)),
        ),
    )
    return {field: words for field, words, is_there in open_fields if not is_there}


def too_many_outcomes(reading: Reading, settings: Settings) -> Iterator[Remark]:
    count = len(reading.plan.outcomes)
    if count > settings.most_outcomes:
        message = ngettext("The plan has %(count)d outcome.", "The plan has %(count)d outcomes.", count) % {
            "count": count
        }
        yield Remark(
            PLAN,
            "outcomes",
            message,
            _("Keep the %(most)d that matter most to the pupil, and note the others for the next cycle.")
            % {"most": settings.most_outcomes},
        )


def too_many_targets(reading: Reading, settings: Settings) -> Iterator[Remark]:
    count = sum(len(outcome.targets) for outcome in reading.plan.outcomes)
    if count > settings.most_targets:
        message = ngettext("The plan has %(count)d target.", "The plan has %(count)d targets.", count) % {
            "count": count
        }
        yield Remark(
            PLAN,
            "targets",
            message,
            _("Choose up to %(most)d that can be worked on at once.") % {"most": settings.most_targets},
        )


RULES = (
    Rule(
        "not_quantified",
        gettext_lazy("Provision not quantified"),
        gettext_lazy(
            "Who, how often, how long and in what group: only then can a missed session be seen, and the cost be worked out."
        ),
        not_quantified,
        gettext_lazy(
            "SEND Code of Practice 2015, 9.69 (F), on EHC plans: quantified in type, hours, frequency and level of expertise"
        ),
    ),
    Rule(
        "too_many_outcomes",
        gettext_lazy("Too many outcomes"),
        gettext_lazy(
            "What a class teacher cannot keep in mind does not happen. The number is the school’s own."
        ),
        too_many_outcomes,
        gettext_lazy(
            "The former DfES’s advice on individual education plans: no more than three or four targets"
        ),
    ),
    Rule(
        "too_many_targets",
        gettext_lazy("Too many targets"),
        gettext_lazy("Few targets are worked on; many are filed. The number is the school’s own."),
        too_many_targets,
    ),
)
