"""Profiles of the demo school: as they could have been written, and there for the sign-ins that look for one."""

from provision.models import DigestReading, Profile, ProfileReading, ProfileVersion, PupilAlert
from provision.models.profile import MOST_LINES, PARTS
from register.models import Pupil
from senco.demo.sharing import most_like


def test_they_are_short_whole_and_about_those_on_the_register(school_of):
    world = school_of(300)
    profiles = world.made(Profile)
    assert len(profiles) > 20 and len({each.pupil_id for each in profiles}) == len(profiles)
    for each in profiles:
        assert each.pupil.left_on is None
        for part in PARTS:
            assert 1 < len(getattr(each, part).splitlines()) <= MOST_LINES
        assert "{" not in each.written_with


def test_the_parents_child_and_the_pupil_who_is_shared_have_one_with_a_picture(school_of):
    world = school_of(300)
    published = {version.pupil_id: version for version in world.made(ProfileVersion)}
    yusuf = next(
        pupil
        for pupil in world.made(Pupil)
        if pupil.legal_forename == "Yusuf" and pupil.legal_surname == "Haddad"
    )
    for pupil in (yusuf, most_like(world, "E", but_not=None)):
        photo = published[pupil.pk].photo
        assert photo.pupil_id == pupil.pk and photo.for_family and photo.for_agency and photo.alt_text


def test_most_of_it_was_read_and_something_is_left(school_of):
    world = school_of(300)
    around = len(world.made(ProfileVersion))
    assert len(world.made(ProfileReading)) > around and world.made(DigestReading)
    assert {alert.kind for alert in world.made(PupilAlert)} <= {"medical", "safety"}
    assert len(world.made(Profile)) > around  # some are still drafts
