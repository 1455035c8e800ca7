"""Kept mail in the demo, and the office's decisions about what did not arrive."""

import pytest
from django.db import ProgrammingError
from django.utils import timezone

from senco.access.context import acting_as
from senco.messages import actions
from senco.messages.mailers import mailers
from senco.messages.models import OutboxMessage
from senco.messages.relay import relay
from tests.factories import as_owner, person, school
from tests.factories.records import days

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(settings, tmp_path):
    settings.DEMO, settings.MAIL_FOLDER = True, tmp_path
    settings.MAILERS = mailers("", tmp_path)

    def keep(to: str, text: str) -> str:
        with as_owner():
            actions.post(to=to, subject=f"For {to}", text=text)
        relay()
        return max(path.name for path in tmp_path.glob("*.eml"))

    return keep


def test_in_the_demo_everybody_reads_the_kept_mail(client, kept):
    name = kept("parent@example.org", "Your code is:\n\nABCD-EFGH")
    kept("other@example.org", "Nothing")
    assert "For parent@example.org" in client.get("/mail/").content.decode()
    assert "For other@example.org" not in client.get("/mail/?to=PARENT@").content.decode()
    assert "ABCD-EFGH" in client.get(f"/mail/{name}").content.decode()


def test_outside_the_demo_there_is_no_such_page(client, kept, settings):
    name = kept("parent@example.org", "x")
    settings.DEMO = False
    assert client.get("/mail/").status_code == 404
    assert client.get(f"/mail/{name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["../settings.py", "..%2Fsecret.eml", "x.eml", "20260101-000000-1-1.eml", "%2Fetc%2Fpasswd"]
)
def test_only_kept_messages_are_shown(client, kept, name, tmp_path):
    kept("parent@example.org", "x")
    (tmp_path.parent / "secret.eml").write_text("Subject: no")
    assert client.get(f"/mail/{name}").status_code == 404


def test_what_a_message_says_cannot_run_in_the_page(client, kept):
    name = kept("parent@example.org", "<script>alert(1)</script> https://example.org/?a=1&b=<x>")
    page = client.get(f"/mail/{name}").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert 'href="https://example.org/' in page  # links work


def test_an_empty_folder_says_what_to_do(client, settings, tmp_path):
    settings.DEMO, settings.MAIL_FOLDER = True, tmp_path / "none"
    assert "No mail yet" in client.get("/mail/").content.decode()


# Decisions --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def senco():
    return person("senco")


def undelivered(at, **fields) -> OutboxMessage:
    with as_owner():
        message = actions.post(to="parent@example.org", subject="A letter", text="x", school=at)
        OutboxMessage.objects.filter(pk=message.pk).update(**fields)
    return message


def given_up(at) -> OutboxMessage:
    return undelivered(at, given_up_at=timezone.now(), last_error="mail server refuses it (550)")


def test_the_office_sees_what_was_given_up_and_what_is_in_doubt(acting, senco):
    given_up(senco.school)
    undelivered(senco.school, claimed_at=days(-0.1))
    undelivered(senco.school, claimed_at=timezone.now())  # some relay has it in hand
    given_up(school())
    page = acting(senco).get("/outbox/").content.decode()
    assert page.count("<h2>A letter</h2>") == 2
    assert "mail server refuses it (550)" in page
    assert "may have arrived" in page


def test_nothing_to_decide(acting, senco):
    assert "Everything has been delivered" in acting(senco).get("/outbox/").content.decode()


def test_sending_again_is_a_persons_decision_and_works(acting, senco, sink):
    message = undelivered(senco.school, claimed_at=days(-0.1), attempts=3)
    assert relay() == 0
    acting(senco).post(f"/outbox/{message.pk}/again/")
    assert relay() == 1
    assert len(sink.letters) == 1


def test_letting_go_forgets_the_text_and_sends_nothing(acting, senco, sink):
    message = given_up(senco.school)
    browser = acting(senco)
    browser.post(f"/outbox/{message.pk}/let-go/")
    assert relay() == 0
    assert "A letter" not in browser.get("/outbox/").content.decode()
    with as_owner():
        assert OutboxMessage.objects.get().text == ""


@pytest.mark.parametrize("step", ["again", "let-go"])
def test_decisions_strangers_others_and_methods(acting, senco, step):
    ours, theirs = given_up(senco.school), given_up(school())
    path = f"/outbox/{ours.pk}/{step}/"
    browser = acting(senco)
    assert browser.post(f"/outbox/{theirs.pk}/{step}/").status_code == 404
    assert browser.get(path).status_code == 405
    assert acting(person("teacher", at=senco.school)).post(path).status_code == 403


@pytest.mark.parametrize("role", ["teacher", "parent"])
def test_others_write_to_the_office_and_read_no_message(senco, role):
    somebody = person(role, at=senco.school)
    with acting_as(somebody):
        actions.post(to=senco.email, subject="x", text="x", school=somebody.school)
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(somebody):
        OutboxMessage.objects.count()


def test_nobody_posts_in_the_name_of_another_school(senco):
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(senco):
        actions.post(to="senco@example.org", subject="x", text="x", school=school())


def test_sign_in_mail_is_read_by_no_school(senco):
    undelivered(None, given_up_at=timezone.now())
    with acting_as(senco):
        assert not OutboxMessage.objects.exists()
