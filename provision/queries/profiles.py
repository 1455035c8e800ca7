"""Profiles as papers: the words that were published (or, for their writers, the draft) beside the facts as they are now."""

import datetime
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from provision.letters.profile import KeyFacts, Photo, ProfilePaper, ProfilePart
from provision.models import Profile, ProfileReading, ProfileVersion
from provision.models.profile import PARTS
from provision.queries.alerts import alerts_of
from provision.queries.photos import photos_on_paper
from provision.queries.settings import settings_of
from register.choices import ON_REGISTER
from register.models import Pupil, SenNeed, SenStatus
from register.plain_words import PLAIN_NEED


def profile_word(school) -> str:
    """What the school calls a profile. For staff: families read the word in what was published."""
    return settings_of(school).profile_word or _("One-page profile")


def standing_version(pupil, membership) -> ProfileVersion | None:
    """The version that everybody reads now, if there is one and this person may read it."""
    found = ProfileVersion.objects.visible_to(membership).standing().filter(pupil=pupil)
    return found.select_related("by").first()


def has_published_profile(membership) -> Exists:
    """Whether there is one that this person may read, as a condition on pupils."""
    return Exists(ProfileVersion.objects.visible_to(membership).standing().filter(pupil=OuterRef("pk")))


def facts_of(pupils: Iterable[Pupil], membership, on: datetime.date) -> dict:
    """Pupil's key → key facts on a day, as far as the reader may see them. `pupils` come with their key adult. Three queries."""
    pupils = list(pupils)
    keys = [pupil.pk for pupil in pupils]
    alerts = alerts_of(keys, membership, on)
    statuses = SenStatus.objects.visible_to(membership).on(on).filter(pupil__in=keys)
    status = {one.pupil_id: one for one in statuses.order_by("starts", "pk")}
    needs: dict = {}
    for need in SenNeed.objects.visible_to(membership).on(on).filter(pupil__in=keys):
        if need.need_type in PLAIN_NEED:
            needs.setdefault(need.pupil_id, []).append(str(PLAIN_NEED[need.need_type]))
    return {
        pupil.pk: KeyFacts(
            on=on,
            year=pupil.year,
            form=pupil.form,
            key_adult=pupil.key_adult.name if pupil.key_adult else "",
            status=status_word(status.get(pupil.pk)),
            needs=tuple(needs.get(pupil.pk, ())),
            alerts=tuple(alerts.get(pupil.pk, ())),
        )
        for pupil in pupils
    }


def status_word(period: SenStatus | None) -> str:
    """The stage as the school's framework calls it, or nothing: a profile does not say that there is no SEN."""
    return str(period) if period is not None and period.provision in ON_REGISTER else ""


def parts_of(words) -> tuple[ProfilePart, ...]:
    """The parts that were written, of a profile or a version, in their order."""
    return tuple(
        ProfilePart(part, title_of(part), text) for part in PARTS if (text := getattr(words, part).strip())
    )


def title_of(part: str) -> str:
    """ "What matters to me"."""
    return capfirst(str(Profile._meta.get_field(part).verbose_name))


def paper_of_version(
    version: ProfileVersion, pupil: Pupil, facts: KeyFacts, *, photo: Photo | None, word: str = ""
) -> ProfilePaper:
    """A published profile. `word` is what the school calls it now; without it, what it was called then."""
    return ProfilePaper(
        key=str(version.pk), name=pupil.name, forename=pupil.forename, school=pupil.school.name, word=word or version.title,
        facts=facts, parts=parts_of(version), photo=photo, written_with=version.written_with, written_on=version.written_on,
        agreed_on=version.agreed_on, number=version.number, by=version.by.name, on=timezone.localdate(version.at),
    )  # fmt: skip


def paper_of_draft(
    profile: Profile, pupil: Pupil, facts: KeyFacts, *, photo: Photo | None, word: str
) -> ProfilePaper:
    """The words as they were saved last, which nobody but staff reads."""
    return ProfilePaper(
        key=str(profile.pk), name=pupil.name, forename=pupil.forename, school=pupil.school.name, word=word, facts=facts,
        parts=parts_of(profile), photo=photo, written_with=profile.written_with, written_on=profile.written_on, agreed_on=profile.agreed_on,
        by=profile.saved_by.name, on=timezone.localdate(profile.saved_at),
    )  # fmt: skip


def papers_of(pupils, membership, on: datetime.date) -> list[ProfilePaper]:
    """The published profile of each of these pupils who has one, in their order. A fixed number of queries."""
    found = list(pupils.select_related("school", "key_adult"))
    versions = (
        ProfileVersion.objects.visible_to(membership).standing().filter(pupil__in=[p.pk for p in found])
    )
    standing = {version.pupil_id: version for version in versions.select_related("by")}
    printed = [pupil for pupil in found if pupil.pk in standing]
    facts, word = facts_of(printed, membership, on), profile_word(membership.school)
    photos = photos_on_paper(standing.values(), {p.pk: p.name for p in printed}, membership)
    return [
        paper_of_version(standing[p.pk], p, facts[p.pk], photo=photos.get(p.pk), word=word) for p in printed
    ]


def with_profile(pupils, membership):
    """Annotates `saved_version` of the profile, and of the version that stands `published_number`, `published_at` and
    `published_version`; each None where there is none. A newer saved version is a change that nobody has read."""
    standing = ProfileVersion.objects.visible_to(membership).standing().filter(pupil=OuterRef("pk"))
    written = Profile.objects.visible_to(membership).filter(pupil=OuterRef("pk"))
    return pupils.annotate(
        saved_version=Subquery(written.values("version")[:1]),
        published_number=Subquery(standing.values("number")[:1]),
        published_at=Subquery(standing.values("at")[:1]),
        published_version=Subquery(standing.values("saved_version")[:1]),
    )


def has_read(version: ProfileVersion | None, membership) -> bool:
    """Whether this colleague has said so of this very version."""
    return version is not None and readings_of(version, membership).filter(membership=membership).exists()


def readings_of(version: ProfileVersion, membership):
    """Who has read it, the first first: everybody for the office, oneself for others."""
    found = ProfileReading.objects.visible_to(membership).filter(version=version)
    return found.select_related("membership").order_by("at", "pk")
