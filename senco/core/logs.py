"""JSON logs without personal text: only known-safe keys pass, whatever a library puts into its records."""

import logging
import logging.config

import structlog

SAFE_KEYS = frozenset(
    {"event", "level", "logger", "timestamp", "route", "method", "status_code", "membership", "task", "task_id", "run",
     "count", "seconds", "exception_type", "where"}
)  # fmt: skip


def redact(_logger, _method, event: dict) -> dict:
    """Keep known-safe keys; an exception is reduced to its type and place, because its text may quote a record."""
    error = event.pop("exc_info", None)
    kept = {key: value for key, value in event.items() if key in SAFE_KEYS}
    if isinstance(error, tuple) and error[0] is not None:
        kept["exception_type"] = error[0].__name__
        kept["where"] = place_of(error[2])
    return kept


def place_of(traceback) -> str:
    """The innermost file and line of a traceback."""
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return (
        ""
        if traceback is None
        else f"{traceback.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{traceback.tb_lineno}"
    )


def without_arguments(_logger, _method, event: dict) -> dict:
    """Records of other libraries: keep the message's pattern, drop the values that were to be put into it."""
    record = event.get("_record")
    if record is not None:
        event["event"] = str(record.msg)[:200]
        event["logger"] = record.name
        event["exc_info"] = event.get("exc_info") or failure_among(event.get("positional_args"))
    return event


def failure_among(arguments) -> tuple | None:
    """The exception that a record quotes as one of its values: its type says what is out of reach, its text stays out."""
    values = arguments if isinstance(arguments, tuple) else ()
    found = next((value for value in values if isinstance(value, BaseException)), None)
    return found and (type(found), found, found.__traceback__)


SHARED = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso")]


def formatter() -> structlog.stdlib.ProcessorFormatter:
    """One JSON line for a record of whatever library."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        pass_foreign_args=True,
        processors=[without_arguments, redact, structlog.processors.JSONRenderer()],
    )


def configure(settings: dict) -> None:
    structlog.configure(
        processors=[*SHARED, redact, structlog.processors.JSONRenderer()],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings["level"])
