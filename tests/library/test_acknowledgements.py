"""Acknowledged findings say why: what was decided on this row, and who may decide otherwise."""

from __future__ import annotations

from collections import Counter

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.library import list_editions, load_edition

each_edition = pytest.mark.parametrize("key", list_editions())
# Rows that share one cause share one reason; no cause is shared by more.
_MOST_OF_ONE_CAUSE = 12
_LONGEST_NOTE = 300


@each_edition
def test_one_reason_is_given_only_for_one_cause(key: str) -> None:
    reasons = Counter(each.reason for each in load_edition(key).acknowledged)
    assert not {reason: count for reason, count in reasons.items() if count > _MOST_OF_ONE_CAUSE}


@each_edition
def test_a_reason_says_more_than_where_the_note_stands(key: str) -> None:
    reasons = [each.reason for each in load_edition(key).acknowledged]
    assert not [reason for reason in reasons if "ghi ở note" in reason and len(reason) < 50]


@each_edition
def test_a_note_is_short_and_shown_whole(key: str) -> None:
    edition = load_edition(key)
    notes = {row.key: " ".join((row.note or "").split()) for row in edition.rows}
    assert not {row: len(note) for row, note in notes.items() if len(note) > _LONGEST_NOTE}
    readings = [finding for finding in lint(edition) if finding.code == "note.reading"]
    assert readings
    assert all(finding_sentence(finding).endswith(notes[finding.key]) for finding in readings)


@each_edition
def test_a_reason_is_written_in_one_language_and_whole_sentences(key: str) -> None:
    reasons = {each.reason for each in load_edition(key).acknowledged}
    assert not {reason for reason in reasons if not reason.endswith(".") or "…" in reason[-2:]}
