"""Denominators of zero of which the texts say nothing: one policy for all, told once."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.annex.importing import import_annex
from chamdiem.annex.zeros import noted, settled
from tests.annex.test_rules import read

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


ANSWERED = [
    "Tỷ lệ hồ sơ thanh toán trực tuyến x 10. Đơn vị không có TTHC thu phí được tính điểm tối đa",
    "Nếu a = 0 thì được điểm tối đa; nếu a > 0 thì điểm = (b/a) x 10, b là số sự cố đã khắc phục, a là số sự cố",
    "Nếu a ≥ b thì 10 điểm, ngược lại điểm = a/b × 10 (a: số nhiệm vụ hoàn thành, b: số nhiệm vụ được giao)",
    "a: số đăng ký; b: số giao. Nếu a ≥ b thì 10 điểm; nếu a < b: điểm = a/b x 10",
    "Số hồ sơ đúng hạn/tổng số hồ sơ x 10. Đơn vị không có hồ sơ nào được tính điểm tối đa",
    "Tỷ lệ hồ sơ đúng hạn x 10. Đơn vị không có hồ sơ: không đánh giá",
]
ASKED = [
    "Nếu a > b thì 10 điểm, ngược lại điểm = a/b × 10 (a: số nhiệm vụ hoàn thành, b: số nhiệm vụ được giao)",
    "Nếu a = 0 thì 0 điểm; a > 0: điểm = a/b × 10 (a: số nhiệm vụ hoàn thành, b: số nhiệm vụ được giao)",
    "Số hồ sơ đúng hạn/tổng số hồ sơ x 10",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_a_text_that_says_what_no_denominator_gives_is_not_asked_again(text: str) -> None:
    reading, _ = read(text)

    assert not reading.is_manual
    assert reading.zero_unsaid == ""


@pytest.mark.parametrize("text", ASKED)
def test_a_case_in_front_that_such_zeros_may_miss_leaves_the_question_open(text: str) -> None:
    reading, _ = read(text)

    assert reading.zero_unsaid
