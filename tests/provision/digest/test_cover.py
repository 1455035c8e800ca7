"""Links for cover teachers: what they show, whom they never show, when they stop, and what the login role may do at all."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from provision.actions.covers import make_cover_link, open_cover, revoke_cover_link
from provision.choices import STATE_AFTER, StepKind
from provision.models import CoverLink, CoverOpening, PupilAlert
from provision.queries.digests import digest_of
from register.models import GroupPupil, SenNeed
from senco.access.context import acting_as
from senco.accounts.models import Membership, User
from tests.factories import as_owner, group, on_status, person, pupil
from tests.factories.profiles import alert, in_force, item
from tests.factories.records import days
from tests.reading import words_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def class_with_needs(seven_a, pupils, senco):
    """Ali and Bea share a strategy, Cem has an alert and a status; the others have nothing."""
    for each in pupils[:2]:
        in_force(each, by=senco, title="SECRET-PLAN", strategies=["One instruction at a time"])
    alert(pupils[2], by=senco)
    alert(pupils[2], by=senco, text="SECRET-ALERT", for_cover=False)
    on_status(pupils[2])
    with as_owner():
        SenNeed.objects.create(
            school=senco.school, pupil=pupils[2], need_type="HI", starts="2026-01-01", note="SECRET"
        )
    return seven_a


def made(group, by, hours: int = 8) -> tuple[CoverLink, str]:
    with acting_as(by):
        return make_cover_link(group=group, hours=hours, for_whom="Mr Brown", by=by)


def openings() -> list[CoverOpening]:
    with as_owner():
        return list(CoverOpening.objects.order_by("at"))


def change(model, pk, **facts) -> None:
    with as_owner():
        model.objects.filter(pk=pk).update(**facts)


# What it shows ------------------------------------------------------------------------------------------------------------


def test_it_shows_first_names_strategies_and_alerts_and_nothing_else(
    client, class_with_needs, teacher, pupils
):
    _link, token = made(class_with_needs, teacher)
    response = client.post(reverse("provision:open_cover", args=[token]))
    page = words_on(response)
    for words in ("7A", "Ali A", "One instruction at a time", "Cem C", "Nut allergy", "Pen in the red bag"):
        assert words in page, words
    for words in (
        "SECRET",
        "Alison",
        "Cemson",
        "hearing",
        "Hearing",
        "SEN Support",
        "Healthcare plan",
        "Dee",
    ):
        assert words not in page, words
    assert str(pupils[0].pk) not in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"] and "noindex" in response.headers["X-Robots-Tag"]


def test_the_first_page_is_the_same_for_every_address_and_opens_nothing(client, class_with_needs, teacher):
    _link, token = made(class_with_needs, teacher)
    pages = [client.get(reverse("provision:open_cover", args=[each])) for each in (token, "x" * 43)]
    assert all(page.status_code == 200 and "7A" not in words_on(page) for page in pages)
    assert openings() == []


def test_every_opening_is_recorded_with_those_it_showed(
    client, class_with_needs, teacher, senco, pupils, proved
):
    link, token = made(class_with_needs, teacher)
    for _twice in range(2):
        client.post(reverse("provision:open_cover", args=[token]))
    assert [one.link_id for one in openings()] == [link.pk] * 2
    assert set(openings()[0].pupil_ids) == {each.pk for each in pupils[:3]}
    page = proved(senco).get(reverse("provision:cover_links", args=[class_with_needs.pk])).content.decode()
    assert "Opened 2 times" in page and "Mr Brown" in page


def test_whoever_is_signed_in_sees_no_more(acting, class_with_needs, teacher, senco):
    _link, token = made(class_with_needs, teacher)
    page = acting(senco).post(reverse("provision:open_cover", args=[token])).content.decode()
    assert "Ali A" in page and "SECRET" not in page


def test_two_of_one_first_name_and_initial_are_told_apart(class_with_needs, teacher, senco, pupils):
    other = pupil(at=senco.school, legal_forename="Cem", legal_surname="Carter")
    with as_owner():
        GroupPupil.objects.create(school=senco.school, group=class_with_needs, pupil=other, starts=days(-1))
    _link, token = made(class_with_needs, senco)
    assert [each.name for each in open_cover(token=token).pupils] == ["Ali A", "Bea B", "Cem Cemson"]


def test_it_shows_the_strategies_of_the_digest(class_with_needs, teacher, senco, pupils):
    """The function derives a plan's state by itself; it must come to the same answer as the models do."""
    for number, kind in enumerate(STATE_AFTER):
        in_force(
            pupils[3],
            by=senco,
            strategies=[f"After {kind}"],
            steps=("begun", "in_force", kind),
            plan_type=f"type{number}",
        )
        in_force(
            pupils[4],
            by=senco,
            strategies=[f"Before {kind}"],
            steps=("begun", kind, "in_force", "updated"),
            plan_type=f"type{number}",
        )
    withdrawn = in_force(pupils[5], by=senco, strategies=["Taken back"], steps=("begun", "in_force"))
    with as_owner():
        withdrawn.steps.filter(kind=StepKind.IN_FORCE).update(withdrawn_at=days(0))
    item(in_force(pupils[6], by=senco), "Removed", removed_at=days(0))
    item(in_force(pupils[7], by=senco), "Not a strategy", kind="adjustment")
    _link, token = made(class_with_needs, teacher)
    sheet = open_cover(token=token)
    shown = {text for each in sheet.pupils for text in each.strategies} | {one.text for one in sheet.shared}
    with acting_as(teacher):
        digest = digest_of(class_with_needs, teacher, datetime.date.today())
    expected = {one.text for one in digest.shared} | {text for entry in digest.entries for text in entry.own}
    assert shown == expected - {"Not a strategy"} and "Before begun" in shown and "After in_force" in shown


# When it stops --------------------------------------------------------------------------------------------------------------


STOPS = {
    "revoked": lambda link, maker: change(CoverLink, link.pk, revoked_at=days(0)),
    "expired": lambda link, maker: change(CoverLink, link.pk, created_at=days(-1), expires_at=days(-0.001)),
    "maker left": lambda link, maker: change(Membership, maker.pk, ends=days(-0.001)),
    "maker barred": lambda link, maker: change(User, maker.user_id, is_active=False),
    "maker is no teacher any more": lambda link, maker: change(Membership, maker.pk, role="ta"),
    "class taken from the maker": lambda link, maker: change_teaching(link, ends=days(-0.001)),
    "not yet the maker's": lambda link, maker: change_teaching(link, starts=days(1)),
}


def change_teaching(link, **facts) -> None:
    with as_owner():
        link.group.teachers.update(**facts)


@pytest.mark.parametrize("why", STOPS)
def test_it_stops(client, class_with_needs, teacher, why):
    link, token = made(class_with_needs, teacher)
    assert open_cover(token=token) is not None  # control
    STOPS[why](link, teacher)
    assert open_cover(token=token) is None
    assert client.post(reverse("provision:open_cover", args=[token])).status_code == 410
    assert len(openings()) == 1


def test_a_pupil_the_maker_may_no_longer_open_is_not_shown(class_with_needs, teacher, pupils):
    _link, token = made(class_with_needs, teacher)
    with as_owner():
        pupils[0].access.update(ends=days(0))
        pupils[1].groups.update(ends=days(-0.001))
    assert [each.name for each in open_cover(token=token).pupils] == ["Cem C"]


def test_alerts_end_here_too(class_with_needs, teacher):
    _link, token = made(class_with_needs, teacher)
    with as_owner():
        PupilAlert.objects.update(ends=datetime.date.today())
    assert not open_cover(token=token).alerts


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "' or true --"])
def test_a_token_that_is_none_opens_nothing(token):
    assert open_cover(token=token) is None


def test_whoever_asks_too_often_waits(client, class_with_needs, teacher, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"open_link": "2/5m/key"}
    _link, token = made(class_with_needs, teacher)
    _other, second = made(class_with_needs, teacher)
    address = reverse("provision:open_cover", args=[token])
    assert [client.post(address).status_code for _n in range(3)] == [200, 200, 429]
    assert client.post(reverse("provision:open_cover", args=[second])).status_code == 200


# Making and taking back -----------------------------------------------------------------------------------------------------


def test_the_address_stands_on_the_page_that_answers_and_nowhere_else(
    proved, client, class_with_needs, teacher
):
    address = reverse("provision:cover_links", args=[class_with_needs.pk])
    browser = proved(teacher)
    answer = browser.post(address, {"for_whom": "Mr Brown", "hours": "8"})
    assert answer.status_code == 302 and answer.url == address
    page = browser.get(address).content.decode()
    token = page.split("/accounts/cover/")[1].split("/")[0]
    assert open_cover(token=token).group == "7A"
    assert token not in browser.get(address).content.decode() and token not in str(dict(browser.session))
    with as_owner():
        assert token not in str(CoverLink.objects.values())
        assert CoverLink.objects.count() == 1  # the page was loaded twice


def test_two_classes_in_two_tabs_keep_their_links_apart(proved, class_with_needs, teacher, pupils):
    other = group(at=teacher.school, teachers=[teacher], pupils=pupils[:1], name="7B")
    browser = proved(teacher)
    addresses = [reverse("provision:cover_links", args=[each.pk]) for each in (class_with_needs, other)]
    for address in addresses:
        browser.post(address, {"for_whom": "Mr Brown", "hours": "8"})
    pages = [browser.get(address).content.decode() for address in addresses]
    tokens = [page.split("/accounts/cover/")[1].split("/")[0] for page in pages]
    assert [open_cover(token=token).group for token in tokens] == ["7A", "7B"]


@pytest.mark.parametrize("hours", ["0", "73", "1000000"])
def test_three_days_at_most(proved, class_with_needs, teacher, hours):
    address = reverse("provision:cover_links", args=[class_with_needs.pk])
    assert proved(teacher).post(address, {"for_whom": "Mr Brown", "hours": hours}).status_code == 422
    link, _token = made(class_with_needs, teacher)
    with as_owner(), pytest.raises(IntegrityError), transaction.atomic():
        CoverLink.objects.filter(pk=link.pk).update(expires_at=days(4))


def test_who_has_not_just_proved_who_they_are_is_asked(acting, class_with_needs, teacher):
    assert (
        acting(teacher).get(reverse("provision:cover_links", args=[class_with_needs.pk])).status_code == 302
    )


def test_a_colleague_makes_none_for_a_class_they_do_not_teach(proved, class_with_needs, senco):
    colleague = person("teacher", at=senco.school)
    address = reverse("provision:cover_links", args=[class_with_needs.pk])
    assert proved(colleague).post(address, {"for_whom": "x", "hours": "8"}).status_code == 404
    assert proved(person("ta", at=senco.school)).get(address).status_code == 403
    mine = CoverLink(
        school=senco.school, group=class_with_needs, made_by=colleague, for_whom="x", token_hash="0", expires_at=days(1)
    )  # fmt: skip
    with acting_as(colleague), pytest.raises(DatabaseError), transaction.atomic():
        mine.save(force_insert=True)


def test_the_maker_and_the_office_take_it_back_and_others_do_not(acting, class_with_needs, teacher, senco):
    link, token = made(class_with_needs, teacher)
    address = reverse("provision:revoke_cover", args=[link.pk])
    assert acting(person("teacher", at=senco.school)).post(address).status_code == 404
    assert acting(person("senco")).post(address).status_code == 404
    assert open_cover(token=token) is not None
    acting(senco).post(address)
    assert open_cover(token=token) is None
    with acting_as(teacher):
        assert revoke_cover_link(link=link, by=teacher) is False  # already taken back


def test_the_login_role_has_the_door_and_nothing_behind_it(class_with_needs, teacher):
    made(class_with_needs, teacher)
    for table in ("provision_coverlink", "provision_coveropening", "provision_pupilalert", "register_pupil"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"select id from {table}")
    with (
        acting_as(teacher),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select app_open_cover('x')")
