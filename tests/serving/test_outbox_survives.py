"""The outbox through the worst: the worker, then the broker, killed while messages leave. Real processes, a real mail server."""

import time

import psycopg
import pytest
from aiosmtpd.controller import Controller

from senco.core.serving import postgres
from senco.core.serving.folder import DataFolder
from tests.messages.sink import Sink
from tests.serving.served import Served, free_port

MESSAGES = 60
PATIENCE = 90  # seconds in which everything that is not in doubt leaves
POST = """
insert into outbox_outboxmessage
  (id, "to", subject, text, calendar, created_at, not_before, attempts, last_error)
select gen_random_uuid(), 'p' || n || '@example.org', 'A letter', 'Something waits behind the sign-in.', '', now(), now(), 0, ''
from generate_series(1, %s) n
"""
LEFT = "select count(*) from outbox_outboxmessage where sent_at is null and claimed_at is null"
IN_DOUBT = 'select "to" from outbox_outboxmessage where sent_at is null and claimed_at is not null'


@pytest.fixture
def sink():
    """A mail server; `kills` maps how many messages have arrived to what happens at that very moment, before it answers."""
    handler = Sink()
    handler.kills = {}
    handler.at_data = lambda _server: handler.kills.pop(len(handler.letters), lambda: None)()
    server = Controller(handler, hostname="127.0.0.1", port=free_port())
    server.start()
    handler.url = f"smtp://127.0.0.1:{server.port}"
    yield handler
    server.stop()


@pytest.fixture
def posting(bare_environment, prepared_folder, sink):
    """A serve that sends its mail to the sink."""
    one = Served(prepared_folder, bare_environment | {"EMAIL_URL": sink.url})
    yield one
    one.end()


def asked(served: Served, question: str, *values) -> list[tuple]:
    """Rows of the served database."""
    address = postgres.administrator_url(DataFolder.opened(served.data))
    with psycopg.connect(address) as connection:
        found = connection.execute(question, values)
        return found.fetchall() if found.description else []


def kill_all(served: Served, word: str) -> None:
    killed = [process for process in served.family() if word in " ".join(process.cmdline())]
    assert killed, f"nothing to kill is called {word}"
    for process in killed:
        process.kill()


def test_with_worker_and_broker_killed_in_mid_send_no_message_is_lost_and_none_is_sent_twice(posting, sink):
    posting.start_ready()
    sink.kills = {10: lambda: kill_all(posting, "celery"), 30: lambda: kill_all(posting, "valkey-server")}
    asked(posting, POST, MESSAGES)
    assert posting.result() == 1, "the worker is gone, so everything stopped"
    assert len(sink.letters) == 10, "killed in the middle"
    posting.start_ready()
    assert posting.result() == 1, "the broker is gone, so everything stopped"
    assert sink.kills == {}, "the worker may have finished what it held, the broker is gone all the same"
    posting.start_ready()
    until = time.monotonic() + PATIENCE
    while asked(posting, LEFT) != [(0,)] and time.monotonic() < until:
        time.sleep(0.5)
    arrived = sorted(to for (to,), _letter in sink.letters)
    doubtful = {to for (to,) in asked(posting, IN_DOUBT)}
    assert arrived == sorted(f"p{number}@example.org" for number in range(1, MESSAGES + 1))
    assert len(doubtful) in (1, 2), (
        "what was in the worker's hands waits for a person, who may read that it arrived"
    )
    assert posting.stop() == 0
