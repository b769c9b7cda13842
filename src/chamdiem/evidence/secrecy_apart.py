"""Has the pages of a PDF read, by default in a process of its own, bounded in time and memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Protocol

import structlog

from chamdiem.evidence.secrecy_pages import PageText, read_pages

_log = structlog.get_logger(__name__)

_CLOCK_SECONDS, _MEMORY_BYTES = 60, 1_000_000_000


class Reader(Protocol):
    """Reads a PDF for the search of marks."""

    def __call__(self, data: bytes, *, first: int) -> list[PageText]:
        """The first pages, and of the others those that may bear a mark."""


def read_own_pages(data: bytes, *, first: int) -> list[PageText]:
    """The first pages, in this process, which is quicker; for files this program made itself."""
    return list(read_pages(io.BytesIO(data), wanted=range(first)))


def read_pages_apart(data: bytes, *, first: int, memory_bytes: int = _MEMORY_BYTES) -> list[PageText]:
    """The first pages and those that may bear a mark, in a process of its own.

    Where the file is too much work: what was read until then.
    """
    command = [sys.executable, "-m", "chamdiem.evidence.secrecy_pages", str(first), str(memory_bytes)]
    try:
        done = subprocess.run(  # noqa: S603  # our own module, no word of it from outside
            command, input=data, capture_output=True, timeout=_CLOCK_SECONDS, check=False
        )
        said, is_whole = done.stdout, done.returncode == 0
    except subprocess.TimeoutExpired as stopped:
        said, is_whole = stopped.stdout or b"", False
    if not is_whole:
        _log.warning("secrecy_not_read_by_place")
    # A line that was cut off has no end.
    return [PageText(**json.loads(line)) for line in said.split(b"\n")[:-1]]
