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
        event["exc_info"] = record.exc_info
    return event


def configure(settings: dict) -> None:
    shared = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso")]
    structlog.configure(
        processors=[*shared, redact, structlog.processors.JSONRenderer()],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[without_arguments, redact, structlog.processors.JSONRenderer()],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings["level"])
