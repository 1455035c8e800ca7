"""Pupils on roll whom a pupil report does not name. They are only ever suggested as leavers."""

from collections import Counter

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.imports.identifiers import admission_number_key
from register.imports.records import CONTACTS, GROUPS, PARKED
from register.models import Contact, GroupPupil, ImportLine, Pupil, TeachingGroup

from .lines import line, plain
from .matching import Roll


def leaver_lines(run, roll: Roll, named: set, parsed):
    """One line a pupil of those year groups of which the file names at least half; a file of one year says nothing of others.

    `named` holds the keys of pupils whom a row may be about. A parked row may be one of them too, so its numbers keep them here.
    """
    today = localdate()
    on_roll = [pupil for pupil in roll.everybody() if is_here(pupil, today)]
    covered = covered_years(on_roll, named)
    numbers = parked_numbers(parsed)
    for pupil in sorted(on_roll, key=lambda pupil: (pupil.list_name.casefold(), str(pupil.pk))):
        if pupil.pk not in named and pupil.year_group in covered and not numbers_of(pupil) & numbers:
            yield line(
                run, ImportLine.Kind.LEAVER, None, pupil.list_name, pupil=pupil,
                before={"pupil": {"left_on": None}}, after={"pupil": {"left_on": plain(today)}},
                reason=_("On roll here, but not in the file."),
            )  # fmt: skip


def is_here(pupil: Pupil, today) -> bool:
    """On roll without a leaving date; somebody who is still to join cannot leave."""
    return pupil.left_on is None and (pupil.joined_on is None or pupil.joined_on <= today)


def covered_years(on_roll: list[Pupil], named: set) -> set:
    """Year groups that the file is about: all of them where it names half the school, else those of which it names half."""
    total = Counter(pupil.year_group for pupil in on_roll)
    found = Counter(pupil.year_group for pupil in on_roll if pupil.pk in named)
    if 2 * found.total() >= total.total():
        return set(total)
    return {year for year, count in found.items() if 2 * count >= total[year]}


def parked_numbers(parsed) -> set[str]:
    """UPNs and admission numbers that rows set aside by the reader name."""
    told = {problem.value for problem in parsed.problems if problem.severity == PARKED}
    return {admission_number_key(number) for number in parsed.parked_numbers | told if number}


def numbers_of(pupil: Pupil) -> set[str]:
    return {
        admission_number_key(number)
        for number in (pupil.upn, pupil.former_upn, pupil.admission_number)
        if number
    }


def held_here(school, kind: str) -> int:
    """How many there are of what a file of this kind could lack: a measure for whether it holds the whole school."""
    if kind == GROUPS:
        return TeachingGroup.objects.filter(Exists(open_places()), school=school).count()
    if kind == CONTACTS:
        return Contact.objects.filter(school=school, ended_on__isnull=True).count()
    return Pupil.objects.filter(school=school).on_roll(localdate()).count()


def open_places():
    return GroupPupil.objects.filter(group=OuterRef("pk"), ends__isnull=True)
