"""Wordings that a person works out at once: bare numbers behind "thì", points first, places, quarters, signs of halves."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read


def ladder(value: str, *tiers: tuple[str, str], **more: Any) -> dict[str, Any]:
    steps = [
        {"at_least": at, **({"give": "full"} if given == "10" else {"points": given})} for at, given in tiers
    ]
    return {"kind": "tiers", "value": value, "tiers": steps, **more}


PLACES = {
    "kind": "tiers",
    "value": "n",
    "tiers": [{"at_most": "3", "give": "full"}, {"at_most": "7", "points": "3"}],
    "otherwise": {"points": "1"},
}
UNDERSTOOD: dict[str, Any] = {
    "Nếu >= 90% thì 10; nếu < 90% và >= 50% thì 4; nếu < 50% thì 0": ladder("a / b", ("0.9", "10"), ("0.5", "4"), **NA),
    "Tỷ lệ đúng hạn: 10 điểm nếu ≥ 90%, 4 điểm nếu ≥ 80%, 3 điểm nếu ≥ 70%, 0 điểm nếu < 70%": ladder("a / b", ("0.9", "10"), ("0.8", "4"), ("0.7", "3"), **NA),
    "Họp đủ 4 quý: 10 điểm; họp 2-3 quý: 2 điểm; họp 1 quý: 1 điểm; không họp: 0": ladder("n", ("4", "10"), ("2", "2"), ("1", "1")),
    "Nhóm dẫn đầu (hạng 1-3): 10 điểm; hạng 4-7: 3 điểm; hạng 8 trở xuống: 1 điểm": PLACES,
    "Hạng 3 trở lên: 10 điểm; còn lại: 0 điểm": {"kind": "tiers", "value": "n", "tiers": [{"at_most": "3", "give": "full"}]},
    "Từ 8 hạng mục trở lên: 10 điểm; từ 3 đến 7 hạng mục: 3 điểm; từ 2 hạng mục trở xuống: 0 điểm": ladder("n", ("8", "10"), ("3", "3")),
    "Điểm = 10 x a/b, nếu b = 0 thì 0 điểm; a: số máy đạt chuẩn; b: số máy": {"kind": "ratio", "value": "a / b", "if_zero": "zero"},
    "r ≥ 60% điểm tối đa; r < 60%, điểm = r/60% x điểm tối đa (r là tỷ lệ hồ sơ có khai thác lại)": {"kind": "ratio", "value": "a / b", "full_at": "0.6", **NA},
    "Cứ mỗi thủ tục tích hợp được 0,5 điểm nhưng tổng không vượt điểm tối đa": {"kind": "count", "parts": [{"of": "n", "points_each": "0.5"}]},
}  # fmt: skip


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_what_a_person_works_out_is_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == UNDERSTOOD[text]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Đã ban hành: 10 điểm; ½ số điểm nếu ban hành chậm; chưa ban hành: 0 điểm", ["full", "1/2", "none"]),
        ("Hằng ngày: 10 điểm; hằng tuần: 50%; trên 01 tháng không cập nhật: 0 điểm", ["full", "1/2", "none"]),
    ],
)
def test_levels_in_words_are_options(text: str, given: list[str]) -> None:
    reading, _ = read(text, name="Quy chế")
    assert isinstance(reading.rule, dict)
    assert [each.get("give") for each in reading.rule["options"].values()] == given
