"""Structured logs: one JSON object a line in production, readable lines while developing."""

from __future__ import annotations

import io
import logging.config
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

import structlog


def logging_settings(*, is_debug: bool) -> dict[str, Any]:
    """Configure logging once, for Django and the product alike; returns what was configured."""
    renderer = structlog.dev.ConsoleRenderer() if is_debug else structlog.processors.JSONRenderer()
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    settings = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
                "foreign_pre_chain": shared,
            }
        },
        "filters": {"without_trace": {"()": _without_trace}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {
            "procrastinate": {"level": "WARNING"},
            # A wrong name of the host says all in one line.
            "django.security.DisallowedHost": {"filters": ["without_trace"]},
            # What they find in the documents of people stands in the verdict on each signature.
            "pyhanko": {"level": "ERROR"},
            "pyhanko_certvalidator": {"level": "ERROR"},
        },
    }
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(settings)
    if not is_debug:
        logging.captureWarnings(capture=True)
        sys.excepthook = _log_uncaught
    return settings


def _without_trace() -> Callable[[logging.LogRecord], bool]:
    """A filter that leaves out where in the code something happened."""

    def leave_out(record: logging.LogRecord) -> bool:
        record.exc_info = None
        return True

    return leave_out


class LogLines(io.TextIOBase):
    """Takes what a library prints and writes each line into the log."""

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, text: str, /) -> int:
        """Log the lines of a text; ``print`` sends the end of a line apart."""
        for line in filter(None, text.splitlines()):
            logging.getLogger("printed").info(line)
        return len(text)


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody caught ends the process; its trace is one line of the log like everything else."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger(__name__).critical("uncaught", exc_info=(kind, error, trace))
