"""Denominators of zero of which the texts say nothing: one policy for all, told once."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.annex.importing import import_annex
from chamdiem.annex.zeros import noted, settled

# A line of a table is one line.
# ruff: noqa: E501

GUARDED: dict[str, Any] = {
    "kind": "gate",
    "when": "b > 0 and a / b >= 0.5",
    "then": {"kind": "ratio", "value": "a / b", "full_at": "0.9", "if_zero": "zero"},
    "else": "none",
}


def test_a_ratio_gives_what_was_chosen_at_every_depth() -> None:
    part = {"kind": "ratio", "value": "a / b", "if_zero": "not_applicable"}
    rule = {"kind": "sum", "parts": [{"share": "1/2", "rule": part}, {"share": "1/2", "rule": part}]}
    data, words = settled({"key": "k", "rule": rule}, "zero")
    assert [each["rule"]["if_zero"] for each in data["rule"]["parts"]] == ["zero", "zero"]
    assert words == "0 điểm"


@pytest.mark.parametrize("known", ["", "x"])
def test_a_rule_closed_at_zero_does_not_apply_there_and_back_again(known: str) -> None:
    row = {"key": "k", "rule": GUARDED, **({"not_applicable_when": known} if known else {})}
    excluded, words = settled(row, "not_applicable")
    assert excluded["not_applicable_when"] == (f"{known} or b = 0" if known else "b = 0")
    assert words == "không đánh giá"
    assert settled(excluded, "not_applicable")[0] == excluded
    back, words = settled(excluded, "zero")
    assert (back["not_applicable_when"], back["rule"], words) == (known, GUARDED, "0 điểm")


def test_a_draft_says_once_what_its_denominators_of_zero_give() -> None:
    lines = [
        "| STT | Tiêu chí | Điểm tối đa | Cách tính |",
        "|---|---|---|---|",
        "| 1 | Tỷ lệ hộ có mạng | 10 | Tỷ lệ = a/b; điểm = tỷ lệ × điểm tối đa; a: số hộ có mạng; b: tổng số hộ |",
        "| 2 | Tỷ lệ cán bộ học | 10 | Tỷ lệ = a/b; điểm = tỷ lệ × điểm tối đa; a: số cán bộ học; b: tổng số cán bộ |",
        "| 3 | Có kế hoạch | 5 | Có: 5 điểm; không: 0 điểm |",
    ]
    _, draft = import_annex("\n".join(lines).encode(), "a.md")
    [note] = draft.indicator_set.notes
    assert note.endswith("đã chọn: không đánh giá, ở 2 dòng (1, 2).")


def test_other_notes_stay_and_the_one_of_zeros_is_said_anew() -> None:
    before = noted(["Năm 2026"], [("1.1", "không đánh giá"), ("1.2", "0 điểm")])
    assert len(before) == 3
    assert noted(before, []) == ["Năm 2026"]
