"""Levels offered as lines: every printed level keeps its points at its own values, or there is no such offer."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.rules.offering import likeliest, offer_rule

# A text is one line: so it can be read.
# ruff: noqa: E501

SIX = Fraction(6)


def _offered(kind: str, text: str) -> Any:
    offer = offer_rule(kind, {"method": text}, "Dòng", SIX)
    return None if offer is None else offer.rule


LADDERS: dict[str, list[dict[str, str]]] = {
    "3 dịch vụ: 2 điểm; 6 dịch vụ: 4 điểm; 9 dịch vụ trở lên: 6 điểm": [{"at_least": "9", "give": "full"}, {"at_least": "6", "points": "4"}, {"at_least": "3", "points": "2"}],
    "0 vụ: 6 điểm; 2 vụ: 3 điểm; 5 vụ trở lên: 0 điểm": [{"at_most": "0", "give": "full"}, {"at_most": "2", "points": "3"}, {"at_least": "5", "give": "none"}],
    "5 camera: 1 điểm; 10 camera: 2 điểm; trên 10 camera: 6 điểm": [{"more_than": "10", "give": "full"}, {"at_least": "10", "points": "2"}, {"at_least": "5", "points": "1"}],
    "10 sáng kiến: 6 điểm; 5 sáng kiến: 2 điểm": [{"at_least": "10", "give": "full"}, {"at_least": "5", "points": "2"}],
}  # fmt: skip


@pytest.mark.parametrize("text", LADDERS)
def test_levels_of_one_number_go_the_way_their_points_go(text: str) -> None:
    rule = _offered("tiers", text)
    assert [{key: line[key] for key in line if key != "label"} for line in rule["tiers"]] == LADDERS[text]
    assert likeliest({"method": text}, "Dòng", SIX) == ("tiers", len(LADDERS[text]))


NO_LADDERS = {
    "01 hội nghị cấp huyện 1 điểm; 01 hội nghị cấp xã 0,5 điểm; tối đa 6 điểm": ("", 0),
    "1 giải nhất: 3 điểm; 1 giải nhì: 2 điểm": ("", 0),
    "12 chuyên mục phát thanh: 4 điểm; 4 chuyên mục truyền hình: 2 điểm": ("", 0),
    "[80%; 100%]: 6 điểm; [60%; 80%): 2 điểm; [0; 60%): 0 điểm": ("", 0),
    "Dưới 80%: 1 điểm; 80% trở lên: 6 điểm; 95% cán bộ trở xuống: 2 điểm": ("choice", 3),
    "Sớm từ 3 ngày trở lên: 6 điểm; chậm dưới 3 ngày: 2 điểm; chậm từ 3 ngày: 0 điểm": ("choice", 3),
    "Vượt từ 10% trở lên: 6 điểm; đạt từ 90% đến dưới 100%: 3 điểm; dưới 90%: 0 điểm": ("choice", 3),
    "Hạng 1-3: 6 điểm; hạng 4-6: 3 điểm; hạng 8-10: 1 điểm": ("choice", 3),
    "Dưới 100 lượt: 1 điểm; dưới 500 lượt: 3 điểm; dưới 1000 lượt: 6 điểm; xem xét thêm": ("choice", 3),
}


@pytest.mark.parametrize("text", NO_LADDERS)
def test_what_lines_of_one_number_would_give_otherwise_is_not_offered_as_such(text: str) -> None:
    assert _offered("tiers", text) is None
    assert likeliest({"method": text}, "Dòng", SIX) == NO_LADDERS[text]


def test_points_of_percent_are_no_points() -> None:
    text = "Giảm từ 1,5 điểm phần trăm trở lên: 6 điểm; giảm từ 1 đến dưới 1,5 điểm phần trăm: 2 điểm; giảm dưới 1 điểm phần trăm: 0 điểm"
    options = _offered("choice", text)["options"].values()
    assert [each.get("give", each.get("points")) for each in options] == ["full", "2", "none"]


def test_a_range_or_a_thousand_in_front_is_no_mark() -> None:
    text = "Không quá 5 camera: 1 điểm; 6-10 camera: 3 điểm; 1.000 camera trở lên: 6 điểm; xem xét thêm"
    labels = [each["label"] for each in _offered("choice", text)["options"].values()]
    assert labels == ["Không quá 5 camera", "6-10 camera", "1.000 camera trở lên"]
