"""The format documents are what the code writes, and their examples load."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.plain_data import Cursor, listing
from chamdiem.core.rules.registry import KINDS, RuleCodec
from chamdiem.errors import Problem
from chamdiem.library import read_set_text, write_set
from chamdiem.library.documentation import DOCUMENTS, main, refreshed, table_names
from chamdiem.library.plans import read_plan_text, write_plan
from chamdiem.library.reading import read_marked

DOCS = Path(__file__).parents[2] / "docs"


def _text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _examples(name: str) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```", _text(name), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_tables_are_those_the_code_writes(name: str) -> None:
    assert refreshed(_text(name), DOCUMENTS[name]()) == _text(name)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_every_table_has_its_place_once(name: str) -> None:
    assert sorted(table_names(_text(name))) == sorted(DOCUMENTS[name]())


def test_stale_tables_are_written_again_and_prose_is_kept(tmp_path: Path) -> None:
    for name in DOCUMENTS:
        stale = re.sub(r"^\|.*\n", "", _text(name), flags=re.MULTILINE)
        (tmp_path / name).write_text(f"{stale}Prose.\n", encoding="utf-8")
    main(tmp_path)
    for name in DOCUMENTS:
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert written.endswith("Prose.\n")
        assert all(table in written for table in DOCUMENTS[name]().values())


def test_a_place_for_a_table_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        refreshed("<!-- keys: nothing -->\n<!-- end -->\n", DOCUMENTS["set-format.md"]())


def test_the_example_of_a_set_is_canonical() -> None:
    example, *_ = _examples("set-format.md")
    assert write_set(read_set_text(example)) == example


def test_lint_has_nothing_to_mend_in_the_example_of_a_set() -> None:
    example, *_ = _examples("set-format.md")
    assert [each.code for each in lint(read_set_text(example)) if each.severity != "info"] == []


def test_the_example_of_a_plan_is_canonical() -> None:
    (example,) = _examples("plan-format.md")
    assert write_plan(read_plan_text(example)) == example


def test_there_is_an_example_of_every_kind_of_rule_and_all_can_be_read() -> None:
    _, example = _examples("set-format.md")
    assert re.findall(r"^- (?:\{kind: )?(\w+)", example, re.MULTILINE) == list(KINDS)
    problems: list[Problem] = []
    for at in listing(Cursor(read_marked(example), "", problems)):
        RuleCodec().read(at)
    assert not problems
