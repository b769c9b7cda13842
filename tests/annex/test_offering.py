"""What the words of an unread method offer to the form of a kind: their lines, and nothing they do not say."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.rules.offering import Offer, likeliest, offer_rule

# A text is one line: so it can be read.
# ruff: noqa: E501

TEN = Fraction(10)
HEAD = (
    "Chủ tịch trực tiếp làm Trưởng ban: 10 điểm\nPhó Chủ tịch làm Trưởng ban: 6 điểm, có phân công bằng "
    "văn bản thì xem thêm\nKhông thành lập: 0 điểm"
)


def offered(kind: str, text: str, maximum: Fraction = TEN) -> Offer:
    offer = offer_rule(kind, {"method": text}, "Tiêu chí", maximum)
    assert offer is not None
    return offer


def test_levels_become_options_with_their_points_and_no_word_is_lost() -> None:
    offer = offered("choice", HEAD)
    assert offer.inputs == {"x": {"label": "Tiêu chí", "type": "choice"}}
    assert list(offer.rule["options"].values()) == [
        {"label": "Chủ tịch trực tiếp làm Trưởng ban", "give": "full"},
        {"label": "Phó Chủ tịch làm Trưởng ban, có phân công bằng văn bản thì xem thêm", "points": "6"},
        {"label": "Không thành lập", "give": "none"},
    ]


def test_a_line_with_several_amounts_keeps_its_points_open() -> None:
    offer = offered(
        "choice", "Có chuyên trang: 10 điểm\nCó chuyên mục được 4 điểm hoặc 6 điểm tùy mức độ; xem kỹ"
    )
    lines = list(offer.rule["options"].values())
    assert lines[1] == {"label": "Có chuyên mục được 4 điểm hoặc 6 điểm tùy mức độ"}


OFFERED: list[tuple[str, str, dict[str, Any], list[str]]] = [
    (
        "tiers",
        "Từ 5 lớp trở lên: 10 điểm; từ 3 đến 4 lớp: 6 điểm; dưới 3 lớp: 2 điểm, trừ trường hợp đặc biệt",
        {"kind": "tiers", "value": "n", "tiers": [{"at_least": "5", "give": "full"}, {"at_least": "3", "points": "6"}, {"label": "Dưới 3 lớp, trừ trường hợp đặc biệt", "points": "2"}]},
        ["Tiêu chí – lớp"],
    ),
    (
        "tiers",
        "Tỷ lệ = a/b; a: số hộ có mạng; b: tổng số hộ. Từ 80%: 10 điểm; dưới 80%: xem xét",
        {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "0.8", "give": "full"}]},
        ["Số hộ có mạng", "Tổng số hộ"],
    ),
    (
        "tiers",
        "Từ 80% trở lên: 10 điểm; từ 60% đến dưới 80%: 5 điểm; dưới 60%: 0 điểm; tùy tình hình xem thêm điểm",
        {"kind": "tiers", "tiers": [{"at_least": "0.8", "give": "full"}, {"at_least": "0.6", "points": "5"}], "otherwise": "none"},
        [],
    ),
    (
        "ratio",
        "a là số hồ sơ trực tuyến; b là tổng số hồ sơ. Điểm xét theo mức hài lòng và tỷ lệ a trên b",
        {"kind": "ratio"},
        ["Số hồ sơ trực tuyến", "Tổng số hồ sơ"],
    ),
    (
        "count",
        "Mỗi lớp tập huấn 1 điểm, mỗi hội thảo 2 điểm; có xem xét quy mô để cho điểm",
        {"kind": "count", "parts": [{"of": "n1", "points_each": "1"}, {"of": "n2", "points_each": "2"}]},
        ["Lớp tập huấn", "Hội thảo"],
    ),
    (
        "deduct",
        "Mỗi lần chậm trừ 0,5 điểm; trừ thêm theo mức độ do lãnh đạo quyết định",
        {"kind": "deduct", "parts": [{"of": "n", "points_each": "0.5"}]},
        ["Lần chậm"],
    ),
    (
        "checklist",
        "Có kế hoạch: 4 điểm; có báo cáo: 6 điểm; kế hoạch tốt được xem xét thêm điểm",
        {"kind": "checklist", "parts": [{"when": "x1", "points": "4"}, {"when": "x2", "points": "6"}]},
        ["Có kế hoạch", "Có báo cáo"],
    ),
    ("yes_no", HEAD, {"kind": "yes_no", "when": "x"}, ["Chủ tịch trực tiếp làm Trưởng ban"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "rule", "labels"), OFFERED)
def test_a_kind_begins_with_what_the_text_says_for_it(
    kind: str, text: str, rule: dict[str, Any], labels: list[str]
) -> None:
    offer = offered(kind, text)
    assert offer.rule == rule
    assert [given["label"] for given in offer.inputs.values()] == labels


@pytest.mark.parametrize(
    "kind", ["choice", "checklist", "yes_no", "tiers", "count", "deduct", "ratio", "sum", "gate"]
)
def test_a_text_that_says_nothing_offers_nothing(kind: str) -> None:
    assert offer_rule(kind, {"method": "Theo đánh giá của hội đồng"}, "Tiêu chí", TEN) is None


LIKELIEST = {
    HEAD: ("choice", 3),
    "Có kế hoạch: 4 điểm; có báo cáo: 6 điểm; kế hoạch tốt được xem xét thêm": ("checklist", 2),
    "Từ 5 lớp: 10 điểm; từ 3 đến 4 lớp: 6 điểm; dưới 3 lớp: 2 điểm": ("tiers", 3),
    "Mỗi lớp tập huấn 1 điểm, mỗi hội thảo 2 điểm": ("count", 2),
    "Mỗi lần chậm trừ 0,5 điểm": ("deduct", 1),
    # Prices beside levels, a formula, one line alone: several rules could be meant.
    "Có kế hoạch: 4 điểm; mỗi lớp tập huấn 1 điểm": ("", 0),
    "Đã ban hành: 10 điểm": ("", 0),
    "Theo đánh giá của hội đồng": ("", 0),
}


@pytest.mark.parametrize("text", LIKELIEST)
def test_one_kind_is_offered_at_once_where_the_lines_are_clear(text: str) -> None:
    assert likeliest({"method": text}, "Tiêu chí", TEN) == LIKELIEST[text]


CALCULATED = [
    ("Đạt: 5 điểm; bị nhắc nhở trừ 2 điểm; bị kỷ luật 0 điểm", "Bị nhắc nhở trừ 2 điểm"),
    ("Sai lệch dưới 5%: 5 điểm; sai lệch trên 10%: trừ 5 điểm", "Sai lệch trên 10%: trừ 5 điểm"),
    ("Từ 80% trở lên: 5 điểm. Dưới 80%: 5 điểm x tỷ lệ", "Dưới 80%: 5 điểm x tỷ lệ"),
    ("Từ 80%: 5 điểm; dưới 80%: 5 điểm nhân tỷ lệ đạt", "Dưới 80%: 5 điểm nhân tỷ lệ đạt"),
    (
        "Dưới 10% được 5 điểm, từ 10% trở lên thì cứ tăng 1% giảm 0,5 điểm",
        "Từ 10% trở lên thì cứ tăng 1% giảm 0,5 điểm",
    ),
    ("Đạt 100%: 5 điểm; cứ 5% không hoàn thành trừ 1 điểm", "Cứ 5% không hoàn thành trừ 1 điểm"),
    ("Đúng hạn: 5 điểm; chậm 1 tuần bị trừ đi 2 điểm; không nộp: 0 điểm", "Chậm 1 tuần bị trừ đi 2 điểm"),
    ("Có: 5 điểm; Không: -5 điểm", "Không: -5 điểm"),
    ("Tốt: 5 điểm; khá: bớt 1 điểm", "Khá: bớt 1 điểm"),
    ("Đạt: 5 điểm; không đạt: bị trừ 50% số điểm; vi phạm: 0 điểm", "Không đạt: bị trừ 50% số điểm"),
    ("Không vi phạm: 5 điểm; tái phạm mất 5 điểm", "Tái phạm mất 5 điểm"),
    ("Hoàn thành: 5 điểm; không hoàn thành: âm 2 điểm; xem xét thêm", "Không hoàn thành: âm 2 điểm"),
    ("Tốt: 5 điểm; khá: từ 3 đến 4 điểm; kém: 0 điểm", "Khá: từ 3 đến 4 điểm"),
]


@pytest.mark.parametrize(("text", "line"), CALCULATED)
def test_what_a_line_takes_off_or_calculates_is_not_offered_as_its_points(text: str, line: str) -> None:
    five = Fraction(5)
    options = offered("choice", text, five).rule["options"].values()

    assert {"label": line} in options
    assert likeliest({"method": text}, "Tiêu chí", five) == ("", 0)


def test_levels_printed_from_the_lowest_number_up_end_at_their_number() -> None:
    text = "0 ngày: 10 điểm; 1 ngày: 8 điểm; 2 ngày: 5 điểm; trên 2 ngày: 0 điểm"

    ends = [set(tier) & {"at_most", "more_than"} for tier in offered("tiers", text).rule["tiers"]]

    assert ends == [{"at_most"}, {"at_most"}, {"at_most"}, {"more_than"}]


def test_two_levels_that_may_be_two_parts_are_not_offered_as_either() -> None:
    text = "Kỳ 1 đạt: 4 điểm; kỳ 2 đạt: 6 điểm"

    assert likeliest({"method": text}, "Tiêu chí", TEN) == ("", 0)
