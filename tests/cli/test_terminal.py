"""On a terminal there are colours and progress; anywhere else there are none."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from chamdiem.cli import main
from chamdiem.cli.screen import follow
from tests.cli.calling import GOOD, answers_file, set_file

ESCAPE = "\x1b["


class Terminal(io.StringIO):
    """Says that it is one."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def _shown(*arguments: str) -> tuple[str, str]:
    out, err = Terminal(), Terminal()
    with redirect_stdout(out), redirect_stderr(err):
        main(list(arguments))
    return out.getvalue(), err.getvalue()


def test_findings_are_coloured_on_a_terminal(tmp_path: Path) -> None:
    assert ESCAPE in _shown("lint", str(set_file(tmp_path)))[0]


def test_refusals_are_coloured_on_a_terminal() -> None:
    assert ESCAPE in _shown("show", "nope")[1]


def test_nobody_who_declines_colours_gets_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert ESCAPE not in _shown("lint", str(set_file(tmp_path)))[0]


def test_json_is_never_coloured(tmp_path: Path) -> None:
    assert ESCAPE not in _shown("show", str(set_file(tmp_path)), "--json")[0]


def test_progress_is_shown_on_standard_error_of_a_terminal(tmp_path: Path) -> None:
    out, err = _shown("score", str(set_file(tmp_path)), str(answers_file(tmp_path, GOOD)), "--json")
    assert "Đang chấm điểm" in err
    assert "Đang chấm điểm" not in out


def test_without_a_terminal_nothing_is_followed() -> None:
    things = [1, 2]
    with redirect_stderr(io.StringIO()) as err:
        assert follow(things, "x") is things
    assert err.getvalue() == ""
