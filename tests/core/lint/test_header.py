"""What the head of a set gets wrong: weights that are no whole, keys that are mixed up."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence

from .documents import document, found, keys

_ROWS = """
  - {{key: "{0}", number: "1", level: main, name: Nhận thức}}
  - {{key: "1.1", number: "1.1", level: criterion, name: Văn bản chỉ đạo, max_points: 3, rule: {{kind: manual}}}}
  - {{key: "{1}", number: "2", level: main, name: Hạ tầng}}
  - {{key: "2.1", number: "2.1", level: criterion, name: Máy tính, max_points: 4, rule: {{kind: manual}}}}
"""
_HEAD = "max_points: 7\nderived: [{{key: {}, name: Phụ, terms: [{{row: a, weight: {}}}, {{row: b, weight: {}}}]}}]"


def _document(
    first: str = "a", second: str = "b", key: str = "d", weights: tuple[str, str] = ("1", "2")
) -> IndicatorSet:
    return document(
        _ROWS.format(first, second), _HEAD.format(key, *weights) if second == "b" else "max_points: 7"
    )


@pytest.mark.parametrize("weights", [("1", "2"), ("0.5", "0.5"), ("0.33", "0.66"), ("1", "0.5")])
def test_whole_weights_and_shares_of_one_are_fine(weights: tuple[str, str]) -> None:
    assert keys(_document(weights=weights), "derived.weights") == []


def test_shares_that_do_not_add_up_to_one_are_told_with_their_sum() -> None:
    finding = found(_document(weights=("0.5", "0.6")), "derived.weights")
    assert (finding.id, finding.severity) == ("derived.weights:set:d", "warning")
    assert "cộng lại bằng 1,1, không bằng 1" in finding_sentence(finding)


def test_keys_that_differ_in_capitals_only_are_an_error() -> None:
    finding = found(_document("v", "V"), "key.alike")
    assert (finding.key, finding.severity) == ("V", "error")
    assert keys(_document(), "key.alike") == []


def test_an_index_with_the_key_of_a_row_is_an_error() -> None:
    finding = found(_document(key="A"), "derived.row_key")
    assert (finding.printed, finding.severity) == ("A", "error")
    assert keys(_document(), "derived.row_key") == []
