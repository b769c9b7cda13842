"""So many faults lose all points, beside what each of them costs; and nothing to divide by."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

COSTS = {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Đúng hạn: 10 điểm; mỗi ngày chậm trừ 1 điểm; chậm quá 5 ngày: 0 điểm", "n <= 5"),
        ("Gửi chậm 01 ngày trừ 1 điểm, chậm quá 5 ngày không tính điểm. Gửi đúng hạn: 10 điểm", "n <= 5"),
        ("Đầy đủ 10 điểm, thiếu 1 loại trừ 1 điểm, thiếu từ 4 loại không chấm điểm", "n < 4"),
        ("Gửi trước ngày 20: 10 điểm; mỗi lần chậm trừ 1 điểm; quá 05 lần chậm: 0 điểm", "n <= 5"),
    ],
)
def test_beyond_so_many_faults_nothing_is_given(text: str, when: str) -> None:
    reading, _ = read(text, name="Báo cáo")
    assert reading.rule == {"kind": "gate", "when": when, "then": COSTS, "else": "none"}


@pytest.mark.parametrize(
    "text",
    [
        "Đúng hạn: 10 điểm; mỗi báo cáo chậm trừ 1 điểm; chậm quá 5 ngày: 0 điểm",
        "Đúng hạn: 10 điểm; mỗi hồ sơ trễ trừ 1 điểm; từ 3 sự cố trở lên: 0 điểm",
        "Đúng hạn: 10 điểm; mỗi hồ sơ trễ trừ 1 điểm; mỗi lỗi trừ 2 điểm; quá 3 hồ sơ trễ: 0 điểm",
    ],
)
def test_another_count_is_left_to_people(text: str) -> None:
    reading, _ = read(text, name="Báo cáo")
    assert reading.is_manual


@pytest.mark.parametrize("said", ["Trường hợp b = 0: không đánh giá", "Nếu b = 0 thì không đánh giá"])
def test_nothing_to_divide_by_is_not_asked_for_again(said: str) -> None:
    reading, _ = read(f"Điểm = (a/b) x 10; a: số hồ sơ đúng hạn; b: tổng số hồ sơ. {said}")
    assert (sorted(reading.inputs), reading.not_applicable_when) == (["a", "b"], "b = 0")
