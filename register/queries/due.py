"""What waits for somebody, one line each, for the home pages. Late ones first, then by date."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from django.db.models import CharField, DateTimeField, F, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
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

VIEW, DUTY = "view", "duty"
COLUMNS = ("kind", "pk", "who", "about", "whose", "since")


@dataclass(frozen=True)
class Due:
    """`who` the work is about, `why` it waits, `when` it is due (None: whenever), `url` where it is done."""

    who: str
    why: str
    when: datetime.date | None
    url: str
    pupil_id: object = None  # for the record of what was listed; None where a class is meant
    tag: str = ""  # a word that stands out: "Urgent"
    key: object = None  # of the record that waits, where somebody needs it

    @property
    def late(self) -> bool:
        return self.when is not None and self.when < timezone.localdate()


@dataclass(frozen=True)
class Waiting:
    """Something that waits, as one row of a union: a view to give, a duty (`about` is then its stage and its code), and what apps above add."""

    kind: str
    key: object
    who: str
    about: str
    pupil_id: object
    since: datetime.datetime | None


type Source = Callable[[object], list]  # from a membership to querysets of COLUMNS
_sources: list[Source] = []
_lines: dict[str, Callable[[Waiting], Due]] = {}


def add_waiting(source: Source, **lines: Callable[[Waiting], Due]) -> None:
    """Let a floor above add its rows to the union, and say what the line of each of its kinds is. Adding it again changes nothing."""
    if source not in _sources:
        _sources.append(source)
    _lines.update(lines)


def due_for(membership) -> list[Due]:
    """Everything of this floor, and what floors above have added to the union, that waits for this person in this role."""
    sources = {
        "register.triage_concern": (concerns_to_triage, monitoring_to_review),
        "register.answer_advice": (advice_to_answer,),
    }
    mine = [source for permission, found in sources.items() if membership.may(permission) for source in found]
    steps = chain(asked_due(membership), *(source(membership) for source in mine))
    return sorted(steps, key=by_date)


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
        key=concern.pk,
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


def asked_due(membership) -> list[Due]:
    """Views to give, what stages ask of this person within two weeks or asked for already, and what floors above add. One query."""
    rows = asked_of(membership)
    if not rows:
        return []
    return [asked_step(Waiting(*row)) for row in rows[0].union(*rows[1:], all=True).order_by()]


def asked_of(membership) -> list:
    """What this person is asked for, each kind as rows of COLUMNS to be joined."""
    kinds = {"register.give_view": views_waiting, "register.view_duties": duties_waiting}
    found = [waiting(membership) for permission, waiting in kinds.items() if membership.may(permission)]
    return [*found, *chain.from_iterable(source(membership) for source in _sources)]


def views_waiting(membership):
    since = Cast("due_on", DateTimeField())
    views = views_asked_of(membership).annotate(
        kind=Value(VIEW), who=child_name(), about=Value(""), whose=F("pupil_id"), since=since
    )
    return views.order_by().values_list(*COLUMNS)


def duties_waiting(membership):
    since, about = Cast("due_on", DateTimeField()), about_of_duty()
    found = duties.due_soon(membership).annotate(
        kind=Value(DUTY), who=child_name(), about=about, whose=F("pupil_id"), since=since
    )
    return found.order_by().values_list(*COLUMNS)


def about_of_duty() -> Concat:
    """Stage and code: what `duty_words` needs."""
    return Concat("stage", Value("/"), "code")


def child_name() -> Concat:
    """As `Pupil.name` says it."""
    names = [
        Coalesce(NullIf(f"pupil__preferred_{part}", Value("")), f"pupil__legal_{part}")
        for part in ("forename", "surname")
    ]
    return Concat(names[0], Value(" "), names[1], output_field=CharField())


def asked_step(row: Waiting) -> Due:
    """The line of a view, a duty, or what a floor above has added."""
    if row.kind in _lines:
        return _lines[row.kind](row)
    day = timezone.localdate(row.since)
    if row.kind == VIEW:
        return view_due(row.who, day, row.key, row.pupil_id)
    return duty_due(row.who, *row.about.split("/"), day, row.key, row.pupil_id)


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


def duty_due(who: str, stage: str, code: str, day: datetime.date, key, pupil_id) -> Due:
    return Due(who, duty_words(stage, code), day, reverse("register:duty", args=[key]), pupil_id)


def monitoring_to_review(membership) -> list[Due]:
    """Pupils being watched who are to be looked at again within a week, or should have been."""
    url = reverse("register:monitoring")
    return [
        Due(row.pupil.name, _("Look again: still watch?"), row.review_on, url, row.pupil_id)
        for row in watched(membership, due=True)
    ]
