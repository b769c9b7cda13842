"""Calculation texts as decisions word them, against answers worked out by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.annex.corpus import (
    wordings,
    wordings_kept,
    wordings_last,
    wordings_later,
    wordings_of_indices,
    wordings_of_indices_kept,
    wordings_of_places,
)
from tests.annex.corpus.worked import PEOPLE, RIGHT, RIGHT_WARNED, WRONG, Worded, verdict

SETS = {
    "tuned": wordings.WORDINGS,
    "kept": wordings_kept.WORDINGS,
    "later": wordings_later.WORDINGS,
    "last": wordings_last.WORDINGS,
    "places": wordings_of_places.WORDINGS,
    "indices": wordings_of_indices.WORDINGS,
    "indices_kept": wordings_of_indices_kept.WORDINGS,
}
ALL = [each for texts in SETS.values() for each in texts]
# Never fewer than these are read into the right rule, of those a person can work out.
LEAST_RIGHT = {
    "tuned": 97,
    "kept": 45,
    "later": 39,
    "last": 23,
    "places": 31,
    "indices": 75,
    "indices_kept": 37,
}


@pytest.mark.parametrize("worded", ALL, ids=lambda worded: f"{worded.name}: {worded.text[:60]}")
def test_no_text_becomes_a_wrong_rule_without_a_warning(worded: Worded) -> None:
    assert verdict(worded) != WRONG


@pytest.mark.parametrize("half", SETS)
def test_most_texts_a_person_can_work_out_become_the_right_rule(half: str) -> None:
    found = Counter(verdict(each) for each in SETS[half])
    assert found[RIGHT] + found[RIGHT_WARNED] >= LEAST_RIGHT[half], found


def test_what_a_person_could_only_guess_is_warned_of_or_left_to_people() -> None:
    guesses = [each for each in ALL if not each.answers]
    assert len(guesses) >= 20
    assert {verdict(each) for each in guesses} & {RIGHT, WRONG} == set()
    assert Counter(verdict(each) for each in guesses)[PEOPLE] > len(guesses) / 2
