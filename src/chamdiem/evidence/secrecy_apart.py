"""Has the pages of a PDF read in a process of its own, bounded in time and memory."""

from __future__ import annotations

import json
import subprocess
import sys

import structlog

from chamdiem.evidence.secrecy_pages import PageText

_log = structlog.get_logger(__name__)

_CLOCK_SECONDS, _MEMORY_BYTES = 60, 1_000_000_000


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
