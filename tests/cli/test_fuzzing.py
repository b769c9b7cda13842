"""Whatever is typed and whatever the files hold: an exit code of ours and words, never a trace."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chamdiem.cli.application import COMMANDS
from tests.cli.calling import GOOD, SET, TRACE, Called, call
from tests.patience import cases

# ``demo`` writes where it stands, and is no reader.
NAMES = [name for name in COMMANDS if name != "demo"]
CODES = {0, 1, 2}

words = st.sampled_from(
    [
        *NAMES,
        "so-2021",
        "1.1.1",
        "--json",
        "--lang",
        "en",
        "vi",
        "--input",
        "a=1",
        "x=có",
        "--other",
        "n=1",
        "--all",
        "--severity",
        "error",
        "--rules",
        "--tree",
        "--help",
        "-h",
        "--version",
        "--count",
        "3",
        "--format",
        "csv",
        "--",
        "-",
        "..",
        "/",
        "a" * 5000,
    ]
)
# An argument of a process never holds a null character.
anything = st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), max_size=30)


def _is_civil(called: Called) -> bool:
    return called.code in CODES and TRACE not in called.err + called.out


@cases(150)
@given(st.lists(words | anything, max_size=7))
def test_any_command_line_is_answered(arguments: list[str]) -> None:
    # ``-o`` is left out: a random file name is written where the tests run.
    arguments = [each for each in arguments if not each.startswith(("-o", "--output"))]
    assert _is_civil(call(*arguments))


@cases(150)
@given(anything, anything, st.lists(anything, max_size=3))
def test_any_figures_can_be_explained_or_are_refused(criterion: str, value: str, others: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.yaml"
        path.write_text(SET, encoding="utf-8")
        given_ = [part for other in others for part in ("--other", other)]
        assert _is_civil(call("explain", path, criterion, "--input", value))
        assert _is_civil(call("explain", path, "1.2", f"--input=c={value}", f"--input=x={value}"))
        assert _is_civil(call("explain", path, "1.3", "--input", "n=1", *given_))


def _cut(text: str) -> st.SearchStrategy[str]:
    """A text of ours with something cut out or put in."""
    place = st.integers(0, len(text))
    return st.builds(lambda a, b, new: text[: min(a, b)] + new + text[max(a, b) :], place, place, anything)


@cases(150)
@given(_cut(SET) | anything)
@example("[" * 10_000)
@example("a: &x [*x]")
def test_any_set_file_loads_or_is_refused(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s.yaml"
        path.write_text(text, encoding="utf-8")
        assert _is_civil(call("show", path, "--json"))
        assert _is_civil(call("lint", path))


@cases(150)
@given(_cut(GOOD).map(str.encode) | st.binary(max_size=200), st.sampled_from(["csv", "xlsx", "json", "txt"]))
@example(b"PK\x03\x04" + b"\0" * 40, "xlsx")
@example(b'{"organisations": [{"code": 1, "answers": {"1.1.a": [1]}}]}', "json")
@example(b'{"organisations": [{"total": 1}]}', "json")
@example(b"[1]", "json")
def test_any_file_of_answers_is_scored_or_refused(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sets, answers = Path(folder) / "s.yaml", Path(folder) / f"a.{ending}"
        sets.write_text(SET, encoding="utf-8")
        answers.write_bytes(data)
        assert _is_civil(call("score", sets, answers))
        assert _is_civil(call("rank", sets, answers, "--json"))
        assert _is_civil(call("template", sets, "--organisations", answers, "-o", Path(folder) / "m.xlsx"))


@pytest.mark.parametrize(
    "name", ["a" * 5000, "a" * 300 + ".yaml", "/", ".", "", " ", "~", "so-2021/", "../x.yaml"]
)
def test_a_name_that_is_no_set_is_refused(name: str) -> None:
    for command in (["show", name], ["compare", "so-2021", name], ["trial", name, "1"]):
        called = call(*command)
        assert called.code == 2
        assert _is_civil(called)
