"""Where a school's pupils stand, and what another framework would mean for them."""

from collections import Counter
from dataclasses import dataclass

from django.utils.timezone import localdate

from register.frameworks import Framework, is_base
from register.models import Pupil, SenStatus
from register.models.status import stage_words


@dataclass(frozen=True)
class Standing:
    """Pupils on roll at a stage that a framework lacks, and where they would go unless something else is said."""

    stage: str
    name: str
    count: int
    proposed: str  # code of a stage of the other framework


def open_periods(school):
    """The present periods of pupils on roll."""
    on_roll = Pupil.objects.filter(school=school).registered(localdate())
    return SenStatus.objects.current().filter(school=school, pupil__in=on_roll)


def lacking(school, framework: Framework) -> list[Standing]:
    """The stages that pupils stand at and `framework` has no place for. Having no special needs is a place in each."""
    found = Counter(open_periods(school).values_list("stage", "provision"))
    return [
        Standing(stage, stage_words(stage, level), count, framework.default_stage(level).code)
        for (stage, level), count in sorted(found.items())
        if not is_base(stage) and framework.stage(stage) not in framework.ladder
    ]
