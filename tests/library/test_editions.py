"""Every edition of the library: canonical, issued, calculated as printed, and held to it by its own cases."""

from __future__ import annotations

import hashlib

import pytest

from chamdiem.core.cases import failing_cases
from chamdiem.core.criterion import compile_criteria
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.scoring import Scorer
from chamdiem.errors import NotFound
from chamdiem.library import content_hash, list_editions, load_edition, read_set_text, write_set
from chamdiem.library.editions import edition_text
from tests.core.mutants import survivors

EDITIONS = list_editions()
each_edition = pytest.mark.parametrize("key", EDITIONS)
LEAST_CASES = 3


def _is_manual(row: Row) -> bool:
    return row.rule is not None and any(isinstance(rule, ManualRule) for rule in walk(row.rule))


def _calculated(indicator_set: IndicatorSet) -> list[Row]:
    return [row for row in indicator_set.criteria if not _is_manual(row)]


def test_the_library_holds_the_editions_it_promises() -> None:
    assert {"huyen-2021", "so-2021"} <= set(EDITIONS)


def test_an_unknown_edition_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NotFound) as refused:
        load_edition("huyen-1921")
    assert refused.value.code == "edition.unknown"
    assert "huyen-2021" in refused.value.facts["known"]


@each_edition
def test_an_edition_carries_its_own_key(key: str) -> None:
    assert load_edition(key).key == key


@each_edition
def test_an_edition_is_written_as_it_is_read_byte_for_byte(key: str) -> None:
    text = edition_text(key)
    assert write_set(read_set_text(text)) == text


@each_edition
def test_an_edition_is_issued_and_names_its_decision(key: str) -> None:
    edition = load_edition(key)
    assert edition.status == "issued"
    assert edition.source.document
    assert edition.source.file


@each_edition
def test_the_hash_of_an_edition_is_that_of_its_content(key: str) -> None:
    edition = load_edition(key)
    again = read_set_text(edition_text(key))
    assert content_hash(edition) == content_hash(again)
    assert len(bytes.fromhex(content_hash(edition))) == hashlib.sha256().digest_size


@each_edition
def test_every_row_says_where_it_stands_in_the_decision(key: str) -> None:
    assert not [row.key for row in load_edition(key).rows if not row.source.lines]


@each_edition
def test_every_worked_case_comes_out_as_stated(key: str) -> None:
    assert not list(failing_cases(load_edition(key)))


@each_edition
def test_every_calculated_criterion_has_at_least_three_cases(key: str) -> None:
    rows = _calculated(load_edition(key))
    assert not {row.key: len(row.cases) for row in rows if len(row.cases) < LEAST_CASES}


@each_edition
def test_a_criterion_is_calculated_exactly_where_the_decision_says_how(key: str) -> None:
    edition = load_edition(key)
    assert not [row.key for row in _calculated(edition) if not row.method]
    assert not [row.key for row in edition.criteria if _is_manual(row) and row.method]


@each_edition
def test_the_cases_of_a_criterion_tell_it_from_every_slightly_wrong_one(key: str) -> None:
    alive = {name: survivors(each) for name, each in compile_criteria(load_edition(key)).items()}
    assert not {name: mutants for name, mutants in alive.items() if mutants}


@each_edition
def test_an_empty_dossier_is_missing_everywhere_and_zero_nowhere(key: str) -> None:
    edition = load_edition(key)
    sheet = Scorer(edition).score({})
    assert {outcome.status.value for outcome in sheet.outcomes.values()} == {"missing"}
    assert sheet.total.points == 0
    assert sheet.total.maximum == sheet.full_maximum
