"""Logs tell what went wrong and where, and nothing that anybody wrote."""

import io
import json
import logging

import pytest

from senco.core.logs import formatter

CANARY = "he told me his father hits him"


@pytest.fixture
def written():
    """`written(log)`: the lines that a library's logger leaves when it is used."""

    def run(use) -> list[dict]:
        stream, logger = io.StringIO(), logging.getLogger("some.library")
        handler = logging.StreamHandler(stream)
        handler.setFormatter(formatter())
        logger.addHandler(handler)
        try:
            use(logger)
        finally:
            logger.removeHandler(handler)
        assert CANARY not in stream.getvalue()
        return [json.loads(line) for line in stream.getvalue().splitlines()]

    return run


def test_what_was_to_be_put_into_a_message_stays_out(written):
    [line] = written(lambda logger: logger.error("bad words: %s", CANARY, extra={"body": CANARY}))
    assert line["event"] == "bad words: %s" and line["logger"] == "some.library" and line["level"] == "error"


def test_an_exception_is_told_by_its_type_and_place(written):
    def fail(logger):
        try:
            raise LookupError(CANARY)
        except LookupError:
            logger.exception("failed")

    [line] = written(fail)
    assert line["exception_type"] == "LookupError" and line["where"].startswith("test_logs.py:")


def test_an_exception_among_the_values_is_told_by_its_type(written):
    """As Celery says that the queue is out of reach: without it the log would not name the reason for a failed start."""
    [line] = written(lambda logger: logger.error("Cannot connect to %s: %s", CANARY, ConnectionError(CANARY)))
    assert line["exception_type"] == "ConnectionError"
