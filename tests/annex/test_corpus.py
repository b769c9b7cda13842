"""The invented annexes in every format: every row is found, and no rule is wrong without a warning."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from benchmarks.annex_comparing import Comparison, compare

from tests.annex.corpus import eighth, fifth, first, fourth, second, seventh, seventh_kept, sixth, third
from tests.annex.corpus.invented import Invented
from tests.annex.received import read_once

FILES = Path(__file__).parent / "corpus" / "files"
SETS = (first, second, third, fourth, fifth, sixth, seventh, seventh_kept, eighth)
ANNEXES = {annex.file: annex for each in SETS for annex in each.ANNEXES}


@cache
def comparison(file: str) -> Comparison:
    annex: Invented = ANNEXES[file]
    return compare(annex.truth(), *read_once(FILES / file))


@pytest.mark.parametrize("file", ANNEXES)
def test_every_row_is_found_in_its_place_with_name_maximum_and_offices(file: str) -> None:
    result = comparison(file)
    found = (result.found, result.hierarchy, result.names, result.maxima, result.offices)
    assert found == (result.rows,) * 5, result.differing
    assert result.extra == 0


@pytest.mark.parametrize("file", ANNEXES)
def test_no_rule_is_wrong_without_a_warning(file: str) -> None:
    assert comparison(file).silent == 0, comparison(file).differing
