"""A parent puts their own details right: what is sent on, what the office makes of it, and what nobody else learns."""

import pytest
from django.urls import reverse

from register.models import Contact, ContactAddress, PupilAccess
from register.queries.contacts import last_change_of
from senco.liaison.actions import details
from senco.liaison.models import DetailsWish
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, contact, person
from tests.reading import words_on

pytestmark = pytest.mark.django_db
HELD = {"phone": "01632 960001", "email": "samira@example.org"}


@pytest.fixture
def parent(senco, child):
    return person("parent", at=senco.school, first_name="Samira", last_name="Clarke")


@pytest.fixture
def row(parent, child):
    made = contact(child, membership=parent, surname="Clarke", **HELD)
    access(parent, child, source="parent")
    return made


def address(of) -> str:
    return reverse("liaison:details", args=[of.pk])


def form(**changed) -> dict:
    return HELD | {"address": "", "channel": "", "words": ""} | changed


def wishes() -> list[DetailsWish]:
    with as_owner():
        return list(DetailsWish.objects.order_by("asked_at"))


def again(row: Contact) -> Contact:
    with as_owner():
        return Contact.objects.get(pk=row.pk)


def send(acting, parent, child, **changed) -> DetailsWish:
    acting(parent).post(address(child), form(**changed))
    return wishes()[-1]


def settle(proved, senco, wish: DetailsWish, **answer):
    return proved(senco).post(reverse("liaison:settle_details", args=[wish.pk]), answer)


def test_only_what_differs_is_sent_on_and_nothing_is_changed_yet(acting, senco, child, parent, row):
    wish = send(acting, parent, child, phone="01632 960777", channel="phone")
    assert (wish.phone, wish.email, wish.channel) == ("01632 960777", "", "phone")
    assert again(row).phone == HELD["phone"]
    assert "A parent’s details are wrong" in words_on(acting(senco).get(reverse("dashboard:to_do")))
    with as_owner():
        assert "960777" not in OutboxMessage.objects.get(to=senco.email).text


def test_the_office_writes_it_into_the_contact(acting, proved, senco, child, parent, row):
    wish = send(
        acting, parent, child, phone="01632 960777", channel="letter", address="1 New Street\nLarkfield"
    )
    page = words_on(proved(senco).get(reverse("liaison:settle_details", args=[wish.pk])))
    assert "01632 960001" in page and "01632 960777" in page and "1 New Street" in page
    settle(proved, senco, wish, decision="take")
    held = again(row)
    assert (held.phone, held.email, held.channel) == ("01632 960777", HELD["email"], "letter")
    with as_owner():
        assert ContactAddress.objects.get(contact=row).lines == "1 New Street\nLarkfield"
    assert "We put your details right on" in words_on(acting(parent).get(address(child)))


def test_a_confidential_address_stays_confidential(acting, proved, senco, child, parent, row):
    with as_owner():
        ContactAddress.objects.create(
            school=child.school, pupil=child, contact=row, lines="Old", confidential=True
        )
    settle(proved, senco, send(acting, parent, child, address="New"), decision="take")
    with as_owner():
        assert ContactAddress.objects.values_list("lines", "confidential").get() == ("New", True)


def test_the_parents_page_never_shows_an_address_that_the_school_has(acting, child, parent, row):
    with as_owner():
        ContactAddress.objects.create(school=child.school, pupil=child, contact=row, lines="12 Secret Road")
    assert "Secret Road" not in acting(parent).get(address(child)).content.decode()


def test_left_as_it_is_needs_a_reason_that_the_parent_reads(acting, proved, senco, child, parent, row):
    wish = send(acting, parent, child, phone="01632 960777")
    assert settle(proved, senco, wish, decision="leave", reason=" ").status_code == 422
    settle(proved, senco, wish, decision="leave", reason="We rang this number: it is not yours.")
    assert again(row).phone == HELD["phone"]
    assert "it is not yours" in words_on(acting(parent).get(address(child)))


def test_sent_again_before_it_is_settled_the_last_word_holds(acting, child, parent, row):
    send(acting, parent, child, phone="01632 960777")
    send(acting, parent, child, phone="01632 960888")
    assert [wish.phone for wish in wishes()] == ["01632 960888"]


def test_settled_twice_the_second_is_told(acting, proved, senco, child, parent, row):
    wish = send(acting, parent, child, phone="01632 960777")
    settle(proved, senco, wish, decision="take")
    page = settle(proved, senco, wish, decision="leave", reason="No")
    assert page.status_code == 422 and "A colleague has settled this already." in words_on(page)


def test_unchanged_details_and_a_number_too_short_are_asked_back(acting, child, parent, row):
    browser = acting(parent)
    unchanged = browser.post(address(child), form())
    assert unchanged.status_code == 422 and "Change something first." in words_on(unchanged)
    short = browser.post(address(child), form(phone="123"))
    assert short.status_code == 422 and "This number is too short." in words_on(short)
    assert wishes() == []


def test_no_parent_and_no_teacher_learns_of_it(acting, senco, teacher, child, parent, row):
    wish = send(acting, parent, child, phone="01632 960777")
    father = person("parent", at=senco.school)
    contact(child, membership=father)
    access(father, child, source="parent")
    assert "960777" not in words_on(acting(father).get(address(child)))
    for somebody in (father, teacher):
        assert acting(somebody).get(reverse("liaison:settle_details", args=[wish.pk])).status_code == 403


def test_whoever_has_no_contact_behind_their_access_has_nothing_to_correct(acting, senco, child):
    uncle = person("parent", at=senco.school)
    access(uncle, child)
    browser = acting(uncle)
    assert browser.get(address(child)).status_code == 404
    assert address(child) not in browser.get("/").content.decode()


def test_a_parent_who_only_reads_puts_their_details_right_all_the_same(acting, child, parent, row):
    with as_owner():
        PupilAccess.objects.filter(membership=parent).update(level="view")
        Contact.objects.filter(pk=row.pk).update(portal="view")
    assert send(acting, parent, child, phone="01632 960777").phone == "01632 960777"


def test_an_address_of_an_order_is_not_the_parents_to_change(acting, proved, child, parent, row):
    """The office cannot change whom an order is about, so it cannot take such a wish over either."""
    admin = person("admin", at=child.school)
    wish = send(acting, parent, child, email="other@example.org")
    with as_owner():
        Contact.objects.filter(pk=row.pk).update(court_order=True)
    assert (
        proved(admin)
        .post(reverse("liaison:settle_details", args=[wish.pk]), {"decision": "take"})
        .status_code
        == 403
    )
    assert again(row).email == HELD["email"]


def test_what_a_colleague_writes_while_it_is_taken_over_stands(
    acting, proved, monkeypatch, senco, child, parent, row
):
    """The mark of what was read is taken before the contact is read, so nothing of a colleague's is written over unseen."""
    wish = send(acting, parent, child, phone="01632 960777")

    def colleague_first(contact):
        with as_owner():
            Contact.objects.filter(pk=contact.pk).update(surname="Newname")
        return last_change_of(contact)

    monkeypatch.setattr(details, "last_change_of", colleague_first)
    settle(proved, senco, wish, decision="take")
    assert (again(row).surname, again(row).phone) == ("Newname", "01632 960777")
