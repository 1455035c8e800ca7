"""Opening a school from the command line: what is written, what is refused, and when a new address can be had."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from register.actions import invitations
from register.actions.opening import split_name
from senco.access.context import acting_as_system
from senco.accounts.models import Invitation, Membership, School
from senco.accounts.roles import Role
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, person, school
from tests.factories.records import days

pytestmark = pytest.mark.django_db
WANTED = {
    "name": "Quarry  Bank School", "urn": "123456", "laestab": "999/4001", "phase": "secondary",
    "senco": "Senco@Quarry.example ", "senco_name": "Mrs Nadia Jane Kirkbride",
}  # fmt: skip


@pytest.fixture(autouse=True)
def production(settings):
    settings.DEMO = False


def open_school(**changes) -> str:
    out = StringIO()
    call_command("open_school", stdout=out, **WANTED | changes)
    return out.getvalue()


def token_in(said: str) -> str:
    return re.search(r"/accounts/invitation/([\w-]+)/", said)[1]


def refused(**changes) -> str:
    with pytest.raises(CommandError) as refusal:
        open_school(**changes)
    return str(refusal.value)


def come_in(said: str):
    with acting_as_system(purpose="test"):
        return invitations.accept(token=token_in(said), password="three words together")


def test_a_school_its_senco_and_one_invitation(settings):
    said = open_school()
    with as_owner():
        opened, senco, message = School.objects.get(), Membership.objects.get(), OutboxMessage.objects.get()
        invitation = Invitation.objects.get()
    assert (opened.name, opened.urn, opened.laestab) == ("Quarry Bank School", "123456", "9994001")
    assert opened.senco_name == "Mrs Nadia Jane Kirkbride"
    assert (senco.role, senco.title, senco.first_name, senco.last_name) == (
        "senco",
        "Mrs",
        "Nadia Jane",
        "Kirkbride",
    )
    assert (senco.user_id, senco.email, invitation.invited_by_id) == (None, "senco@quarry.example", None)
    assert invitation.token_hash == Invitation.hash_of(token_in(said))
    assert settings.SITE_URL + f"/accounts/invitation/{token_in(said)}/" in message.text
    assert "Quarry Bank School has its SEN office here now" in message.text


def test_the_history_names_the_command():
    open_school()
    with as_owner():
        [event] = Membership.pgh_event_model.objects.all()
    assert event.pgh_context["owner"] == "open_school"


def test_where_the_mail_goes_is_said(settings):
    settings.MAILERS = {"delivery": {"BACKEND": "senco.messages.backends.FolderBackend"}}
    assert str(settings.MAIL_FOLDER) in open_school()
    settings.MAILERS = {"delivery": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}}
    assert "sent there by email" in open_school(urn="222222", laestab="9994002")


def test_the_address_opens_the_system_and_the_person_can_invite(client, acting):
    said = open_school()
    assert client.get(f"/accounts/invitation/{token_in(said)}/").status_code == 200
    user = come_in(said)
    with as_owner():
        senco = Membership.objects.get(user=user)
    assert senco.appoints(Role.HEAD)
    page = acting(senco).get(f"/people/{senco.pk}/")
    assert "To senco@quarry.example." in page.content.decode()


def test_an_address_that_went_astray_is_replaced(client):
    first = open_school()
    second = open_school()
    assert client.get(f"/accounts/invitation/{token_in(first)}/").status_code == 410
    assert client.get(f"/accounts/invitation/{token_in(second)}/").status_code == 200
    with as_owner():
        assert School.objects.count() == Membership.objects.count() == 1


def test_a_school_whose_last_senco_left_can_be_opened_again():
    come_in(open_school())
    assert "is open already" in refused()
    with as_owner():
        Membership.objects.update(starts=days(-2), ends=days(-1))
    come_in(open_school(senco="next@quarry.example", senco_name=""))


def test_an_administrator_alone_cannot_appoint_a_senco_so_the_school_counts_as_closed():
    here = school(urn="123456", laestab="9994001")
    person("admin", at=here)
    open_school()


def test_a_second_school_of_a_trust(client):
    open_school()
    open_school(name="Fernhill Primary", urn="222222", laestab="9992222", phase="primary")
    with as_owner():
        assert School.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"urn": "12345"}, "URN has 6 digits; 12345 does not"),
        ({"urn": "١٢٣٤٥٦"}, "URN has 6 digits"),
        ({"urn": ""}, "URN has 6 digits; '' does not"),
        ({"laestab": "999/40011"}, "LAESTAB has 7 digits"),
        ({"laestab": "999400X"}, "LAESTAB has 7 digits"),
        ({"senco": "nobody"}, "nobody is no e-mail address"),
        ({"senco": ""}, "'' is no e-mail address"),
        ({"name": "  "}, "cannot be blank"),
        ({"name": "x" * 201}, "at most 200"),
        ({"senco_name": "x" * 101}, "at most 100"),
    ],
)
def test_what_does_not_fit_is_said_and_changes_nothing(changes, words):
    assert words in refused(**changes)
    with as_owner():
        assert not School.objects.exists() and not OutboxMessage.objects.exists()


def test_numbers_that_belong_to_another_school_are_refused():
    school(name="Elder School", urn="123456", laestab="9995555")
    assert "belongs to Elder School already: URN 123456, LAESTAB 9995555" in refused()
    assert "belongs to Elder School already" in refused(urn="777777", laestab="999-5555")


def test_a_demo_takes_no_real_school(settings):
    settings.DEMO = True
    school()
    assert "demo mode" in refused()


def test_the_login_of_the_site_may_not_open_a_school(monkeypatch):
    monkeypatch.setattr("senco.access.context.OWNER", "postgres")  # what the login may not become
    assert "owner's connection" in refused()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mrs Nadia Kirkbride", ("Mrs", "Nadia", "Kirkbride")),
        ("Dr. Okonjo", ("Dr.", "", "Okonjo")),
        ("Nadia Kirkbride", ("", "Nadia", "Kirkbride")),
        ("Kirkbride", ("", "", "Kirkbride")),
        ("Mrs", ("Mrs", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_name_in_one_line_is_taken_apart(name, parts):
    assert split_name(name) == parts
