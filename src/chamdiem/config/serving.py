"""How gunicorn serves the pages: ``gunicorn -c python:chamdiem.config.serving chamdiem.config.wsgi``."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

import structlog
from django.conf import settings
from gunicorn.glogging import Logger

from chamdiem.config.draining import take_the_rest
from chamdiem.config.environment import Environment
from chamdiem.config.starting import one_sentence


class ServerLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Lines of the server and of requests, written as every other line of the log."""

    def setup(self, cfg: Any) -> None:
        """Leave the writing to the one handler of the process."""
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            log.handlers.clear()
            log.propagate = True

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:  # noqa: ARG002  gunicorn's names
        """One request that was answered; the address as the proxies in front tell it."""
        structlog.get_logger("gunicorn.access").info(
            "request",
            method=environ.get("REQUEST_METHOD"),
            path=environ.get("PATH_INFO"),
            status=int(str(resp.status).split(maxsplit=1)[0]),
            bytes=resp.sent,
            milliseconds=request_time // timedelta(milliseconds=1),
            address=_client_address(environ),
        )


def _client_address(environ: dict[str, Any]) -> str:
    """Who asks: what the outermost of our proxies saw; what stands before that anybody may have written."""
    told = [each.strip() for each in str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",")]
    count = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    return told[-count] if 0 < count <= len(told) and told[-count] else str(environ.get("REMOTE_ADDR", ""))


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chamdiem.config.settings")
_environment = Environment()
# Before any worker is started: one that failed would leave a trace for each.
with one_sentence():
    bind = _environment.text("BIND", "127.0.0.1:8000")
    workers = _environment.number("WEB_WORKERS", 2)
    threads = _environment.number("WEB_THREADS", 4)
# A heavy export may take its time; longer work goes to the worker.
timeout = 60
# Memory that leaks somewhere in a library is given back now and then.
max_requests, max_requests_jitter = 5_000, 500
# A form that is refused half-read is still answered by a page.
post_request = take_the_rest
accesslog = "-"
logger_class = ServerLog
