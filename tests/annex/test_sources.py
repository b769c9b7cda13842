"""The five documents as they were received, read raw, against the editions of the library."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from benchmarks.annex_comparing import Comparison, compare

from chamdiem.core.scoring import Scorer
from chamdiem.library import load_edition, read_set_text, write_set
from tests.annex.received import read_once

SOURCES = Path(__file__).parent.parent / "library" / "sources"
FILES = {
    "huyen-2021": "000_44e7c8420dcf438d.txt",
    "so-2021": "001_998d09e7d00fb3f2.txt",
    "chuprong-2023": "002_1aa7fa40f8ba4fa0.txt",
    "xa-hue-2023": "003_f57c432807bb7a5a.txt",
    "ninhthuan-2021": "004_5f345676a30ea0b7.txt",
}
# Names of a text that lost letters, which cannot all be put back.
NAMES_LOST = {"xa-hue-2023": 4}


@cache
def comparison(edition: str) -> Comparison:
    return compare(load_edition(edition), *read_once(SOURCES / FILES[edition]))


@pytest.mark.parametrize("edition", FILES)
def test_every_row_is_found_in_its_place_with_name_maximum_and_offices(edition: str) -> None:
    result = comparison(edition)
    found = (result.found, result.hierarchy, result.maxima, result.offices)
    assert found == (result.rows,) * 4, result.differing
    assert result.names >= result.rows - NAMES_LOST.get(edition, 0), result.differing
    assert result.extra == 0


@pytest.mark.parametrize("edition", FILES)
def test_no_rule_differs_from_the_edition_without_a_warning(edition: str) -> None:
    result = comparison(edition)
    assert result.silent == 0, result.differing


@pytest.mark.parametrize(
    ("edition", "least"), [("chuprong-2023", 72), ("xa-hue-2023", 67), ("ninhthuan-2021", 89)]
)
def test_the_rules_read_give_the_points_of_the_edition(edition: str, least: int) -> None:
    assert comparison(edition).equal_rules >= least, comparison(edition).differing


@pytest.mark.parametrize("edition", FILES)
def test_the_draft_loads_again_and_scores(edition: str) -> None:
    _, draft = read_once(SOURCES / FILES[edition])
    assert write_set(read_set_text(draft.text)) == draft.text
    sheet = Scorer(draft.indicator_set).score({})
    assert sheet.total.points == 0
    assert set(sheet.outcomes) == {row.key for row in draft.indicator_set.criteria}
