"""Forms that are too large: the browser reads the answer, the server takes no more than it said."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace

import pytest

from chamdiem.config import draining
from tests.config.refusing_server import ANSWER


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Where gunicorn with the settings of the product serves a page that refuses every form.

    The line is open before the server starts: who connects waits until it is there.
    """
    with socket.create_server(("127.0.0.1", 0)) as line:
        server = ("-m", "gunicorn", "-c", "python:chamdiem.config.serving", "tests.config.refusing_server")
        with subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, *server, "--bind", f"fd://{line.fileno()}", "--workers", "1"],
            pass_fds=[line.fileno()],
            env={**os.environ, "TMPDIR": str(tmp_path)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            yield int(line.getsockname()[1])
            process.terminate()


def test_a_form_that_is_too_large_is_answered_and_the_next_too(port: int) -> None:
    # A broken line would be an error of the sender here, as it is a broken page in a browser.
    connection = HTTPConnection("127.0.0.1", port)
    for _ in range(2):
        connection.request("POST", "/", body=b"x" * 9_000_000)
        answer = connection.getresponse()
        assert (answer.status, answer.read().decode()) == (413, ANSWER)
    connection.close()


class _Endless:
    """A request whose form has no end, or falls silent after some pieces."""

    def __init__(self, pieces: int | None = None) -> None:
        self.timeouts: list[float | None] = [None]
        self.taken, self._pieces = 0, pieces
        self.body, self.unreader = self, SimpleNamespace(sock=self)

    def read(self, size: int) -> bytes:
        if self._pieces is not None and self.taken >= self._pieces * size:
            raise TimeoutError
        self.taken += size
        return b"x" * size

    def gettimeout(self) -> float | None:
        return self.timeouts[-1]

    def settimeout(self, seconds: float | None) -> None:
        self.timeouts.append(seconds)


def test_no_more_is_taken_than_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draining, "MOST_BYTES", 200_000)
    endless = _Endless()
    draining.take_the_rest(None, endless, {}, None)
    assert 200_000 <= endless.taken < 300_000


def test_nobody_who_falls_silent_is_waited_for_and_the_line_is_as_it_was() -> None:
    silent = _Endless(pieces=2)
    draining.take_the_rest(None, silent, {}, None)
    assert silent.timeouts == [None, draining.MOST_SILENT_SECONDS, None]
