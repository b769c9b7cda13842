"""Loose ways of writing: "80 % CBCC trở xuống", "năm (05) điểm", "Có (3), không (0)"."""

# Texts stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

_COUNT = {"kind": "count", "parts": [{"of": "n", "points_each": "0.5"}]}
_RATIO = {"kind": "ratio", "value": "a / b", **NA}
_LADDER = {
    "kind": "tiers",
    "value": "a / b",
    "tiers": [{"at_least": "0.95", "give": "full"}, {"at_least": "0.9", "points": "3"}],
    **NA,
}
READ: dict[str, Any] = {
    "Trên 80% CBCC: 10 điểm; 80% CBCC trở xuống: 1 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"more_than": "0.8", "give": "full"}],
        "otherwise": {"points": "1"},
        **NA,
    },
    "95% số thôn trở lên có camera (10đ); 90% số thôn trở lên có camera (3đ); còn lại (0đ)": _LADDER,
    "Tối thiểu 95%: mười (10) điểm; từ 90% đến dưới 95%: ba (03) điểm; dưới 90%: 0 điểm": _LADDER,
    "10 điểm nếu có, 0 điểm nếu không có": {"kind": "yes_no", "when": "x"},
    "Có (10), không (0)": {"kind": "yes_no", "when": "x"},
    "0,5 điểm/tin, tối đa 10 điểm/năm": _COUNT,
    "Mỗi bằng khen: +0,5 điểm, điểm cộng dồn không quá 10": _COUNT,
    "Điểm = a x 0,5 nhưng tối đa 10; a là số mô hình": {"kind": "count", "parts": [{"of": "a", "points_each": "0.5"}]},
    "b là số hồ sơ đúng hạn, a là tổng số hồ sơ, điểm bằng 10*b/a": {**_RATIO, "value": "b / a"},
    "Từ 80% trở lên: 10 điểm; dưới 80%: Số điểm = (Tỷ lệ : 80) x 10": {**_RATIO, "full_at": "0.8"},
    "Đ = Đmax × A/B; A: số hồ sơ đúng hạn; B: tổng số hồ sơ": _RATIO,
    "100% máy chủ được giám sát: 10 điểm; dưới 100%: tính theo tỷ lệ %": {**_RATIO, "full_at": "1"},
    "Được từ 80/100 điểm trở lên: 10 điểm; dưới 80: 0": {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "80", "give": "full"}],
    },
    "Tổng điểm ICT đạt từ 80 điểm trở lên: 10 điểm; dưới 80 điểm: 0": {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "80", "give": "full"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_loose_wordings(text: str) -> None:
    assert read(text, name="Chỉ số hồ sơ")[0].rule == READ[text]


@pytest.mark.parametrize(
    "text", ["Số hồ sơ (1), tổng số hồ sơ (2)", "Doanh nghiệp (1), hợp tác xã (2), hộ kinh doanh (3)"]
)
def test_numbers_in_brackets_that_begin_at_one_are_no_points(text: str) -> None:
    assert read(text)[0].is_manual


def test_a_score_need_not_be_whole() -> None:
    inputs = read("Tổng điểm ICT đạt từ 80 điểm trở lên: 10 điểm; dưới 80 điểm: 0", name="Chỉ số ICT")[
        0
    ].inputs
    assert inputs["n"]["type"] == "decimal"


def test_a_numbered_level_that_begins_with_an_accent_is_cut() -> None:
    text = "1. Có từ 10 bài: 10 điểm\n2. Ít hơn 10 bài: 5 điểm\n3. Không có: 0 điểm"
    rule = read(text, name="Bài viết")[0].rule
    assert isinstance(rule, dict)
    assert rule["tiers"] == [{"at_least": "10", "give": "full"}, {"more_than": "0", "points": "5"}]


def test_what_costs_points_is_called_with_what_is_the_matter() -> None:
    text = "Trả lời đủ: 10 điểm; mỗi văn bản chậm trừ 0,5 điểm; không trả lời trừ 1 điểm/văn bản"
    inputs = read(text, name="Phối hợp")[0].inputs
    assert [each["label"] for each in inputs.values()] == ["Văn bản chậm – Phối hợp", "Văn bản không trả lời"]


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Cứ thực hiện xong 2 khuyến nghị cho 1 điểm, tối đa 10 điểm", "2"),
        ("Cứ tổ chức được 3 hội nghị được 1 điểm, tối đa 10 điểm", "3"),
        ("Mỗi khi đăng 4 tin được 1 điểm, tối đa 10 điểm", "4"),
        ("Cứ để xảy ra 2 đơn trừ 1 điểm", "2"),
    ],
)
def test_a_number_behind_what_is_done_makes_a_step(text: str, every: str) -> None:
    rule = read(text, name="Số việc")[0].rule
    assert isinstance(rule, dict)
    assert [each["every"] for each in rule["parts"]] == [every]


def test_a_number_that_each_thing_has_is_its_condition() -> None:
    rule = read("Mỗi thôn có 5 hộ trở lên dùng mạng được 1 điểm, tối đa 10 điểm", name="Thôn")[0].rule
    assert isinstance(rule, dict)
    assert "every" not in rule["parts"][0]


def test_numbered_conditions_are_asked_together() -> None:
    text = (
        "Được 10 điểm nếu bảo đảm tất cả: (1) có bác sĩ; (2) có máy; (3) có phần mềm. Không bảo đảm: 0 điểm"
    )
    inputs = read(text, name="Y tế")[0].inputs
    assert all(each in inputs["x"]["label"] for each in ("bác sĩ", "máy", "phần mềm"))


def test_what_is_missing_of_a_level_is_told() -> None:
    reading = read("Từ 5 ý tưởng trở lên 10 điểm, mỗi ý tưởng dưới mức này giảm 2 điểm", name="Ý tưởng")[0]
    assert any("Từ 5 ý tưởng" in each for each in reading.assumed)
