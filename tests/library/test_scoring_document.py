"""The examples in ``docs/scoring.md`` come out, and every kind of rule has one."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import pytest

from chamdiem.core.cases import failing_cases
from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.peers import spread_of
from chamdiem.core.rules.registry import KINDS
from chamdiem.core.rules.rule import walk
from chamdiem.core.sentences import reason_text
from chamdiem.library import read_set_text

DOCUMENT = Path(__file__).parents[2] / "docs" / "scoring.md"
EXAMPLE = re.compile(
    r"^```yaml example\n(?P<row>.*?)^```\n(?:> (?P<reason>[^\n]+)\n)?", re.MULTILINE | re.DOTALL
)
HEAD = """format: chamdiem/set/1
set:
  key: example
  name: Ví dụ
  edition: "2023"
  levels: {criterion: Tiêu chí}
  source: {document: QĐ 1}
rows:
  - key: "1"
    level: criterion
    name: Ví dụ
"""

TEXT = DOCUMENT.read_text(encoding="utf-8")
EXAMPLES = list(EXAMPLE.finditer(TEXT))


def _criterion(row: str) -> tuple[Criterion, list[object]]:
    indicator_set = read_set_text(HEAD + indent(row, "    "))
    (criterion,) = compile_criteria(indicator_set).values()
    return criterion, list(failing_cases(indicator_set))


@pytest.mark.parametrize("found", EXAMPLES, ids=lambda found: f"line {TEXT.count(chr(10), 0, found.start())}")
def test_an_example_comes_out_as_printed(found: re.Match[str]) -> None:
    criterion, failing = _criterion(found["row"])
    assert criterion.row.cases
    assert not failing
    if found["reason"]:
        assert _reason(criterion) == found["reason"]


def _reason(criterion: Criterion) -> str:
    """The reason of the first case."""
    case = criterion.row.cases[0]
    letters = criterion.letters
    own, *others = (
        {
            figure: declared.parse(given[letter])
            for figure, (letter, declared) in zip(letters.figures, letters.inputs.items(), strict=True)
            if letter in given
        }
        for given in (case.given, *case.others)
    )
    if others:
        criterion = criterion.with_spread(spread_of(criterion, (own, *others)))
    return reason_text(criterion.outcome(criterion.values(own)), "vi")


def test_every_kind_of_rule_has_a_heading_and_an_example() -> None:
    headings = {name for line in re.findall(r"^### (.+)$", TEXT, re.MULTILINE) for name in line.split(", ")}
    assert headings == set(KINDS)
    rules = [rule for found in EXAMPLES for rule in walk(_criterion(found["row"])[0].rule)]
    # ``none`` is ``full`` that gives nothing.
    assert {rule.kind for rule in rules} == set(KINDS) - {"none"}


def test_no_example_escapes_the_test() -> None:
    assert len(EXAMPLES) == TEXT.count("```yaml")
    assert len([found for found in EXAMPLES if found["reason"]]) == TEXT.count("\n> ")
