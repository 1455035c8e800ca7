"""Pupils as a Common Transfer File describes them, for leavers: who they are, their SEN history and their contacts."""

from collections.abc import Iterator

from django.db.models import F, Prefetch, Q

from register.choices import ON_REGISTER, Relationship
from register.imports.records import ContactRecord, Need, PupilRecord, StatusPeriod
from register.models import Contact, Pupil, SenNeed, SenStatus
from register.queries.stretches import Stretch, stretches


def leavers(membership):
    """Pupils with a leaving date, the latest first."""
    return (
        Pupil.objects.visible_to(membership)
        .filter(left_on__isnull=False)
        .order_by("-left_on", "legal_surname", "pk")
    )


def transfer_records(pupils) -> list[PupilRecord]:
    """Records for the file. Contacts that have ended, those with a court order, and a young person's own row stay out."""
    told = Contact.objects.filter(Q(ended_on__isnull=True), court_order=False)
    told = told.exclude(relationship=Relationship.YOUNG_PERSON).order_by("priority", "pk")
    pupils = pupils.prefetch_related(
        Prefetch("statuses", SenStatus.objects.order_by("starts")),
        Prefetch("needs", lasting_needs()),
        Prefetch("contacts", told, to_attr="told_contacts"),
        "characteristics",
    )
    return [record_of(pupil, number) for number, pupil in enumerate(pupils, 1)]


def lasting_needs():
    """Needs as they were recorded; one that ended on the day it began was taken back, and nobody is told of it."""
    taken_back = Q(ends__isnull=False) & Q(ends__lte=F("starts"))
    return SenNeed.objects.exclude(taken_back).order_by("rank", "starts", "pk")


def incomplete(pupils) -> list[Pupil]:
    """Pupils whom the next school may not find or take: without a UPN or a sex."""
    return [pupil for pupil in pupils if not pupil.upn or not pupil.sex]


def record_of(pupil: Pupil, number: int) -> PupilRecord:
    """One pupil with the history, needs and contacts that the next school is told of."""
    told = stretches(pupil.statuses.all(), by="provision")
    held = {each.kind for each in pupil.characteristics.all() if each.ends is None}
    return PupilRecord(
        row_number=number,
        given=frozenset(PLAIN),
        sen_history=tuple(
            StatusPeriod(each.provision, each.starts if each.start_known else None, each.ends)
            for each in told
        ),
        needs=tuple(needs_told(pupil, told)),
        characteristics={kind: kind in held for kind in ("FSM", "LAC", "SERVICE")},
        contacts=tuple(contact_of(contact, number) for contact in pupil.told_contacts),
        **{name: getattr(pupil, name) for name in PLAIN},
    )


def needs_told(pupil: Pupil, told: list[Stretch]) -> Iterator[Need]:
    """The needs with the dates that are known. The next school is told of no open need without SEN: it ends with the status, or,
    where there never was one, stays out."""
    now = told[-1] if told and told[-1].ends is None else None
    on_register = now is not None and now.provision in ON_REGISTER
    for need in pupil.needs.all():
        ends = need.ends
        if ends is None and not on_register:
            if now is None or len(told) == 1 or need.starts >= now.starts:
                continue
            ends = now.starts
        yield Need(need.need_type, need.rank, need.starts if need.start_known else None, ends)


PLAIN = (
    "upn", "former_upn", "uln", "legal_surname", "legal_forename", "middle_names", "preferred_surname", "preferred_forename",
    "date_of_birth", "sex", "year_group", "ethnicity", "first_language", "left_on",
)  # fmt: skip
OF_CONTACT = (
    "priority",
    "title",
    "forename",
    "surname",
    "relationship",
    "parental_responsibility",
    "email",
    "phone",
    "language",
)


def contact_of(contact: Contact, number: int) -> ContactRecord:
    values = {name: getattr(contact, name) for name in OF_CONTACT}
    return ContactRecord(row_number=number, given=frozenset(OF_CONTACT), **values)
