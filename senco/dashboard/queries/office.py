"""What the SEN office sees first: everything on this page comes from five queries, whatever the size of the school."""

import datetime
from dataclasses import dataclass

from django.db.models import CharField, F, Q, UUIDField, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.queries.due import due_for as plans_due_for
from register.choices import ON_REGISTER
from register.models import Concern, Pupil
from register.people_filters import running_out
from register.queries import advice
from register.queries.due import (
    COLUMNS,
    Due,
    Waiting,
    asked_of,
    asked_step,
    by_date,
    concern_due,
)
from register.queries.triage import UNFINISHED, queue
from register.queries.watching import LOOK_AHEAD

MONTHS = 12  # shown in the chart of concerns, the present one included
QUESTION, INVITATION = "question", "invitation"


@dataclass(frozen=True)
class Today:
    """`pupils` are those on the register or being watched, with the register's columns; `concerns` those unfinished
    or raised in the last months, with what the queue shows."""

    day: datetime.date
    nation: str
    pupils: list[Pupil]
    concerns: list[Concern]
    waiting: list[Waiting]
    plans: list[Due]

    @property
    def unfinished(self) -> list[Concern]:
        return [concern for concern in self.concerns if concern.state in UNFINISHED]

    def in_state(self, state: str) -> list[Concern]:
        return [concern for concern in self.concerns if concern.state == state]

    @property
    def on_register(self) -> list[Pupil]:
        return [pupil for pupil in self.pupils if pupil.provision in ON_REGISTER]

    @property
    def to_look_at_again(self) -> list[Pupil]:
        """Watched pupils whose day comes within a week or has passed."""
        until = self.day + LOOK_AHEAD
        return [pupil for pupil in self.pupils if pupil.watched_until and pupil.watched_until <= until]

    @property
    def with_parents_to_tell(self) -> list[Pupil]:
        return [pupil for pupil in self.pupils if pupil.parent_to_tell]

    def of_kind(self, kind: str) -> list[Waiting]:
        return [each for each in self.waiting if each.kind == kind]


def today_for(membership) -> Today:
    """The state of the office's work, for people who see the whole school."""
    day = timezone.localdate()
    return Today(
        day=day,
        nation=membership.school.nation,
        pupils=list(pupils_to_know(membership, day)),
        concerns=list(concerns_to_know(membership, day)),
        waiting=[Waiting(*row) for row in waiting_for(membership)],
        plans=plans_due_for(membership),
    )


def pupils_to_know(membership, day: datetime.date):
    """Pupils on the register or being watched, on one day."""
    pupils = Pupil.objects.visible_to(membership).registered(day).for_register(day)
    known = pupils.filter(Q(provision__in=ON_REGISTER) | Q(watched_until__isnull=False))
    return known.order_by("shown_surname", "shown_forename", "pk")


def concerns_to_know(membership, day: datetime.date):
    """What waits, and what was raised since the first of the months that the chart shows."""
    recent = Q(raised_at__date__gte=first_of_months(day))
    concerns = queue(membership).filter(recent | Q(state__in=UNFINISHED))
    return concerns.defer("what_happened", "tried", "parent_view").order_by("raised_at", "pk")


def first_of_months(day: datetime.date) -> datetime.date:
    """The first day of the oldest month in the chart."""
    years, month = divmod(day.year * 12 + day.month - MONTHS, 12)
    return datetime.date(years, month + 1, 1)


def waiting_for(membership):
    """Questions for the SENCO, invitations that run out, and what is asked of this person on any floor (heads teach too), in one query, the oldest first."""
    questions = advice.threads(membership).filter(is_waiting=True)
    soon = running_out(membership)
    asked = questions.annotate(
        kind=Value(QUESTION),
        who=full_name("asked_by"),
        about=F("subject"),
        whose=F("pupil_id"),
        since=F("last_at"),
    )
    invited = soon.annotate(
        kind=Value(INVITATION),
        who=full_name("membership"),
        about=F("email"),
        whose=Value(None, output_field=UUIDField()),
        since=F("expires_at"),
    )
    rows = [found.order_by().values_list(*COLUMNS) for found in (asked, invited)]
    rows += asked_of(membership)
    return rows[0].union(*rows[1:], all=True).order_by("since", "pk")


def full_name(person: str) -> Concat:
    return Concat(f"{person}__first_name", Value(" "), f"{person}__last_name", output_field=CharField())


def next_steps(today: Today) -> list[Due]:
    """What to do, late things first: concerns, plans, pupils to look at again, parents to tell, views, questions to answer, duties, promises."""
    steps = [*today.plans]
    steps += [concern_due(concern, today.nation) for concern in today.unfinished]
    watched = reverse("register:monitoring")
    steps += [
        Due(pupil.name, _("Look again: still watch?"), pupil.watched_until, watched, pupil.pk)
        for pupil in today.to_look_at_again
    ]
    steps += [
        Due(pupil.name, _("Tell the parents about the SEN status"), None, pupil.get_absolute_url(), pupil.pk)
        for pupil in today.with_parents_to_tell
    ]
    steps += [answer_to(question) for question in today.of_kind(QUESTION)]
    own = (QUESTION, INVITATION)
    steps += [asked_step(each) for each in today.waiting if each.kind not in own]
    return sorted(steps, key=by_date)


def answer_to(question: Waiting) -> Due:
    url = reverse("register:advice_thread", args=[question.key])
    return Due(
        question.who,
        _("Asks for advice: %(about)s") % {"about": question.about},
        None,
        url,
        question.pupil_id,
    )
