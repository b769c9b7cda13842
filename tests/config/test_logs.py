"""What stands in the log, and what does not."""

from __future__ import annotations

import logging

from django.test import Client, override_settings


@override_settings(ALLOWED_HOSTS=["chamdiem.example.vn"])
def test_a_wrong_host_leaves_one_line_and_no_trace() -> None:
    kept: list[logging.LogRecord] = []
    logger = logging.getLogger("django.security.DisallowedHost")
    handler = logging.Handler()
    handler.emit = kept.append  # type: ignore[assignment]  # to see what arrives
    logger.addHandler(handler)
    try:
        answer = Client(raise_request_exception=False).get("/", headers={"host": "evil.example"})
    finally:
        logger.removeHandler(handler)
    assert answer.status_code == 400
    assert [(record.exc_info, "evil.example" in record.getMessage()) for record in kept] == [(None, True)]
