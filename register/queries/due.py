"""What waits for somebody, one line each, for the home pages. Late ones first, then by date."""

import datetime
from dataclasses import dataclass
from itertools import chain

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.choices import ConcernState
from register.deadlines import concern_answer_due
from register.models import Concern, ViewRequest
from register.models.stage_duty import duty_words
from register.queries import advice, duties
from register.queries.triage import UNFINISHED, queue
from register.queries.watching import watched


@dataclass(frozen=True)
class Due:
    """`who` the work is about, `why` it waits, `when` it is due (None: whenever), `url` where it is done."""

    who: str
    why: str
    when: datetime.date | None
    url: str
    pupil_id: object = None  # for the record of what was listed; None where a class is meant
    tag: str = ""  # a word that stands out: "Urgent"

    @property
    def late(self) -> bool:
        return self.when is not None and self.when < timezone.localdate()


def due_for(membership) -> list[Due]:
    """Everything of this floor that waits for this person in this role."""
    sources = {
        "register.triage_concern": (concerns_to_triage, monitoring_to_review),
        "register.answer_advice": (advice_to_answer,),
        "register.give_view": (views_to_give,),
        "register.view_duties": (duties_to_do,),
    }
    mine = [source for permission, found in sources.items() if membership.may(permission) for source in found]
    return sorted(chain.from_iterable(source(membership) for source in mine), key=by_date)


def by_date(due: Due) -> tuple:
    return (not due.late, due.when or datetime.date.max, due.who)


def concerns_to_triage(membership) -> list[Due]:
    """Concerns to decide on, and decided ones nobody was told about."""
    return [
        concern_due(concern, membership.school.nation)
        for concern in queue(membership).filter(state__in=UNFINISHED)
    ]


def concern_due(concern: Concern, nation: str) -> Due:
    """`concern` carries what `queue` annotates."""
    return Due(
        who=concern.pupil.name,
        why=why_it_waits(concern),
        when=answer_due(concern, nation),
        url=concern.get_absolute_url(),
        pupil_id=concern.pupil_id,
        tag=_("Urgent") if concern.urgent else "",
    )


def answer_due(concern: Concern, nation: str) -> datetime.date:
    """By when whoever raised it should have an answer."""
    return concern_answer_due(timezone.localdate(concern.raised_at), urgent=concern.urgent, nation=nation)


def why_it_waits(concern: Concern) -> str:
    """What the next thing to do is, in a few words."""
    if concern.state == ConcernState.DECIDED:
        return _("Tell what was decided")
    missing = concern.views_asked - concern.views_given
    if missing:
        return ngettext("Waiting for %(n)d view", "Waiting for %(n)d views", missing) % {"n": missing}
    if concern.views_asked:
        return _("All views are in: decide")
    return _("New concern: decide")


def views_to_give(membership) -> list[Due]:
    """Views this person was asked for and has not given."""
    asked = views_asked_of(membership).select_related("pupil")
    return [view_due(view.pupil.name, view.due_on, view.pk, view.pupil_id) for view in asked]


def views_asked_of(membership):
    return ViewRequest.objects.visible_to(membership).open().filter(asked_id=membership.pk)


def view_due(who: str, day: datetime.date, key, pupil_id) -> Due:
    return Due(who, _("Give your view"), day, reverse("register:give_view", args=[key]), pupil_id)


def advice_to_answer(membership) -> list[Due]:
    """Questions whose last word is the asker's."""
    waiting = advice.threads(membership).filter(is_waiting=True).select_related("pupil", "group")
    return [
        Due(
            thread.pupil.name if thread.pupil else thread.group.name,
            _("Advice: %(subject)s") % {"subject": thread.subject},
            None,
            reverse("register:advice_thread", args=[thread.pk]),
            thread.pupil_id,
        )
        for thread in waiting
    ]


def duties_to_do(membership) -> list[Due]:
    """What stages ask of this person within two weeks, or asked for already."""
    return [
        duty_due(duty.pupil.name, duty.stage, duty.code, duty.due_on, duty.pk, duty.pupil_id)
        for duty in duties.due_soon(membership)
    ]


def duty_due(who: str, stage: str, code: str, day: datetime.date, key, pupil_id) -> Due:
    return Due(who, duty_words(stage, code), day, reverse("register:duty", args=[key]), pupil_id)


def monitoring_to_review(membership) -> list[Due]:
    """Pupils being watched who are to be looked at again within a week, or should have been."""
    url = reverse("register:monitoring")
    return [
        Due(row.pupil.name, _("Look again: still watch?"), row.review_on, url, row.pupil_id)
        for row in watched(membership, due=True)
    ]
