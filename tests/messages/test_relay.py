"""From the outbox to a real mail server: once, later, never, or for a person to decide."""

import email
import os
import signal
import subprocess
import sys
import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from senco.messages import actions
from senco.messages.mailers import mailers
from senco.messages.models import OutboxMessage
from senco.messages.relay import BACK_OFF, relay
from tests.factories import as_owner
from tests.factories.records import days


def posted(to: str = "parent@example.org", **fields) -> OutboxMessage:
    with as_owner():
        return actions.post(to=to, subject="A letter", text="Something waits behind the sign-in.", **fields)


def reread(message: OutboxMessage) -> OutboxMessage:
    with as_owner():
        return OutboxMessage.objects.get(pk=message.pk)


def make_due(message: OutboxMessage) -> None:
    with as_owner():
        OutboxMessage.objects.filter(pk=message.pk).update(not_before=days(-0.01))


@pytest.mark.django_db
def test_a_message_arrives_at_a_real_mail_server_and_its_text_is_forgotten(sink):
    message = posted()
    assert relay() == 1
    ((recipients, letter),) = sink.letters
    assert recipients == ["parent@example.org"]
    assert f"Message-ID: <{message.pk}@127.0.0.1>" in letter
    assert "Something waits behind the sign-in." in letter
    message = reread(message)
    assert message.sent_at
    assert message.text == ""


@pytest.mark.django_db
def test_a_calendar_file_goes_along_and_is_forgotten_with_the_text(sink):
    message = posted(calendar="BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n")
    held_back = posted(calendar="BEGIN:VCALENDAR", not_before=days(1))
    assert relay() == 1
    ((_recipients, letter),) = sink.letters
    parts = {part.get_content_type(): part for part in email.message_from_string(letter).walk()}
    assert parts["text/calendar"].get_filename() == "meeting.ics"
    assert b"METHOD:PUBLISH" in parts["text/calendar"].get_payload(decode=True)
    with as_owner():
        actions.hold_back(message=held_back, by=None)
    assert reread(message).calendar == reread(held_back).calendar == ""


@pytest.mark.django_db
def test_what_was_sent_is_not_sent_again(sink):
    posted()
    assert [relay(), relay()] == [1, 0]
    assert len(sink.letters) == 1


@pytest.mark.django_db
def test_a_message_waits_for_its_moment(sink):
    message = posted(not_before=timezone.now() + timezone.timedelta(minutes=1))
    assert relay() == 0
    make_due(message)
    assert relay() == 1


@pytest.mark.django_db
def test_a_message_held_back_in_time_never_leaves(sink):
    message = posted(not_before=timezone.now() + timezone.timedelta(minutes=1))
    with as_owner():
        assert actions.hold_back(message=message, by=None)
    make_due(message)
    assert relay() == 0
    assert sink.letters == []


@pytest.mark.django_db
def test_a_message_that_has_left_cannot_be_held_back(sink):
    message = posted()
    relay()
    with as_owner():
        assert not actions.hold_back(message=message, by=None)
    assert reread(message).given_up_at is None


@pytest.mark.django_db
@pytest.mark.parametrize(("to", "error"), [("refused@example.org", "550"), ("full@example.org", "452")])
def test_what_a_server_refuses_is_given_up_and_what_it_puts_off_waits(sink, to, error):
    message = posted(to)
    relay()
    message = reread(message)
    assert error in message.last_error
    assert "example.org" not in message.last_error  # nothing personal in it
    assert (message.given_up_at is None) == (error == "452")
    assert message.claimed_at is None
    assert message.text


@pytest.mark.django_db
def test_attempts_come_further_and_further_apart_and_end(sink):
    message, pauses = posted("full@example.org"), []
    for _attempt in range(len(BACK_OFF) + 1):
        make_due(message)
        relay()
        message = reread(message)
        pauses.append(round((message.not_before - timezone.now()).total_seconds() / 60))
    assert tuple(pauses[:-1]) == BACK_OFF
    assert message.given_up_at
    make_due(message)
    relay()
    assert reread(message).attempts == len(BACK_OFF) + 1


@pytest.mark.django_db
def test_one_refused_address_does_not_hold_up_the_others(sink):
    for to in ("refused@example.org", "one@example.org", "two@example.org"):
        posted(to)
    assert relay() == 2


@pytest.mark.django_db
def test_while_no_server_answers_everything_waits(sink, settings, tmp_path):
    up = settings.MAILERS
    settings.MAILERS = mailers("smtp://127.0.0.1:9", tmp_path)  # nobody listens there
    first, second = posted(), posted("other@example.org")
    assert relay() == 0
    assert "not reachable" in reread(first).last_error
    assert reread(second).attempts == 0  # the first told enough
    settings.MAILERS = up
    make_due(first)
    assert relay() == 2


@pytest.mark.django_db
def test_a_connection_lost_while_sending_asks_a_person_instead_of_sending_twice(sink):
    sink.at_data = lambda server: server.transport.abort()
    message = posted()
    relay()
    assert relay() == 0
    message = reread(message)
    assert (message.is_in_doubt, len(sink.letters)) == (True, 1)
    with as_owner():
        OutboxMessage.objects.update(claimed_at=days(-0.1))
        assert OutboxMessage.objects.for_a_decision().get() == message


@pytest.mark.django_db
def test_a_line_break_in_a_subject_adds_no_header(sink):
    with as_owner():
        actions.post(to="one@example.org", subject="Hello\r\nBcc: other@example.org", text="x")
    relay()
    ((recipients, letter),) = sink.letters
    assert recipients == ["one@example.org"]
    assert "Subject: Hello Bcc: other@example.org" in letter


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["no address", "a@b\nBcc: c@example.org", ""])
def test_an_address_that_is_none_is_refused_when_posted(to):
    with as_owner(), pytest.raises(ValidationError):
        actions.post(to=to, subject="x", text="x")


@pytest.mark.django_db
def test_old_messages_are_cleared_away(sink):
    old, young = posted(), posted()
    relay()
    with as_owner():
        OutboxMessage.objects.filter(pk=old.pk).update(sent_at=days(-91))
        assert actions.clear_old_messages() == 1
        assert OutboxMessage.objects.get() == young


def test_a_relay_killed_in_the_middle_sends_nothing_twice(sink, committed):
    """Another process relays; the mail server kills it the moment the message has arrived, before it can say "sent"."""
    message = posted()
    environment = os.environ | {
        "DATABASE_URL": url_of_test_database(),
        "EMAIL_URL": sink.url,
        "SECRET_KEY": "x" * 50,
    }
    code = "import django; django.setup(); from senco.messages.relay import relay; print(relay())"
    environment["DJANGO_SETTINGS_MODULE"] = "senco.settings"
    victim = subprocess.Popen([sys.executable, "-c", code], env=environment)
    sink.at_data = lambda _server: os.kill(victim.pid, signal.SIGKILL)
    assert victim.wait(timeout=60) == -signal.SIGKILL
    sink.at_data = None
    assert len(sink.letters) == 1
    message = reread(message)
    assert (message.sent_at, message.claimed_at is None) == (None, False)
    assert relay() == 0
    assert len(sink.letters) == 1
    posted("control@example.org")
    assert relay() == 1  # control: the relay does send what is not in doubt


def url_of_test_database() -> str:
    plain = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    return f"{plain}/{connection.settings_dict['NAME']}"


def test_relays_side_by_side_send_each_message_once(sink, committed):
    for number in range(30):
        posted(f"p{number}@example.org")
    counts = []

    def run():
        counts.append(relay())
        connection.close()

    relays = [threading.Thread(target=run) for _relay in range(4)]
    for each in relays:
        each.start()
    for each in relays:
        each.join()
    assert sorted(to for (to,), _letter in sink.letters) == sorted(
        f"p{number}@example.org" for number in range(30)
    )
    assert sum(counts) == 30
