"""A profile, an alert, a class, a cover link and a print of every pupil of the matrix, each holding its canary."""

from provision import models
from register.models import GroupPupil, GroupTeacher
from senco.accounts.models import Membership
from tests.access.matrix.tokens import World, canary
from tests.factories import as_owner, group
from tests.factories.profiles import alert, profile
from tests.factories.records import days


def plant_profile(world: World, key: str, subject, colleague: Membership) -> None:
    """`plan` is read by staff alone, `agreed` stands in what was published."""
    only_staff = {"matters": canary(key, "plan"), "written_with": canary(key, "plan")}
    with as_owner():
        made = profile(subject, by=colleague, **only_staff)
        common = {
            "school_id": subject.school_id,
            "pupil": subject,
            "profile": made,
            "by": colleague,
            "title": "Profile",
        }
        models.ProfileVersion.objects.create(
            **common, number=1, saved_version=1, withdrawn_at=days(-1), **only_staff
        )
        models.ProfileVersion.objects.create(
            **common,
            number=2,
            saved_version=1,
            helps=canary(key, "agreed"),
            written_with=canary(key, "agreed"),
        )
    words = {"text": canary(key, "plan"), "what_to_do": canary(key, "plan"), "source": canary(key, "plan")}
    world.put("alert", key, alert(subject, by=colleague, **words))
    taught = group(at=subject.school, teachers=[colleague], pupils=[subject], name=f"Class {key}")
    world.put("class", key, taught)
    with as_owner():
        link = models.CoverLink.objects.create(
            school_id=subject.school_id, group=taught, made_by=colleague, for_whom=canary(key, "office"), token_hash=key,
            expires_at=days(1),
        )  # fmt: skip
        models.CoverOpening.objects.create(
            school_id=subject.school_id, link=link, at=days(0), pupil_ids=[subject.pk]
        )
        job = models.PrintJob.objects.create(
            school_id=subject.school_id, membership=colleague, title=canary(key, "private"), size="a4", pupil_ids=[subject.pk],
            expires_at=days(1), state="done", content=b"%PDF",
        )  # fmt: skip
    world.put("cover_link", key, link)
    world.put("print", key, job)


def seat_everybody(world: World, subjects, staff) -> None:
    """The class of `own` is taken by the staff of this world and holds pupils whose records are closed to them."""
    common = {"school": world.school, "group_id": world.things["class"]["own"], "starts": days(-30)}
    with as_owner():
        for somebody in staff:
            GroupTeacher.objects.create(**common, membership=somebody)
        for subject in subjects:
            GroupPupil.objects.create(**common, pupil=subject)


def read_by(somebody: Membership, subject) -> None:
    """What somebody has confirmed to have read about a pupil, a link they made, and files they asked for."""
    with as_owner():
        about = {"school_id": subject.school_id, "pupil": subject, "membership": somebody}
        for version in models.ProfileVersion.objects.filter(pupil=subject):
            models.ProfileReading.objects.create(**about, version=version)
        warned = models.PupilAlert.objects.filter(pupil=subject).first()
        models.DigestReading.objects.create(**about, kind="alert", source=warned.pk, state="1")


def made_by(somebody: Membership, taught) -> None:
    """Links of their own, of a class they take, and prints that wait, are done, and are past their day."""
    here = {"school_id": somebody.school_id}
    with as_owner():
        for number, revoked in enumerate((None, days(0))):
            link = models.CoverLink.objects.create(
                **here, group_id=taught, made_by=somebody, for_whom="Cover", token_hash=f"{somebody.pk}{number}"[-64:],
                expires_at=days(1), revoked_at=revoked,
            )  # fmt: skip
            models.CoverOpening.objects.create(**here, link=link, at=days(0))
        for expires, facts in ((1, {}), (1, {"state": "done", "content": b"x"}), (-1, {"state": "failed"})):
            models.PrintJob.objects.create(
                **here,
                membership=somebody,
                title="7A",
                size="a4",
                pupil_ids=[],
                expires_at=days(expires),
                **facts,
            )
