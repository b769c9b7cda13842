"""A page that refuses every form without reading it; served by gunicorn as the product is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ANSWER = "Nội dung gửi lên vượt quá mức."


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Answer 413; a form of which only the first bytes are read, as Django does with one too large."""
    environ["wsgi.input"].read(1_000)
    body = ANSWER.encode()
    start_response("413 Content Too Large", [("Content-Length", str(len(body)))])
    return [body]
