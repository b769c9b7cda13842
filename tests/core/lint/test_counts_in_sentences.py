"""What so many items earn, and none: acts in front of the number, and levels that end with nothing."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

VIDEOS = "inputs: {n: {label: Số video, unit: video}}"
COUNT = "{kind: count, parts: [{of: n, points_each: %s, every: %s}]}"
LEVELS = "{kind: tiers, value: n, tiers: [{at_least: 3, points: 10}, {at_least: 1, points: 4}], otherwise: {points: %s}}"
NONE = "Từ 3 video trở lên: 10 điểm; 1 - 2 video: 4 điểm; %s: 0 điểm"
ONE = "Có từ 1 video trở lên được 10 điểm, không có được 0 điểm"


def _told(text: str, rule: str) -> list[str]:
    found = lint(method(text, f"rule: {rule}\n{VIDEOS}", name="Video tuyên truyền"))
    return [each.code for each in found if each.code.startswith("method.other")]


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Cứ đăng tải 04 video được 2 điểm, tối đa 10 điểm", 4),
        ("Cứ sản xuất thêm 3 video thì được cộng 2 điểm, tối đa 10 điểm", 3),
    ],
)
def test_an_act_stands_in_front_of_the_number(text: str, every: int) -> None:
    assert not _told(text, COUNT % (2, every))
    assert _told(text, COUNT % (1, every)) == ["method.other_step"]
    assert _told(text, COUNT % (2, every + 1)) == ["method.other_step"]


def test_more_than_last_year_is_another_number() -> None:
    assert not _told("Cứ tăng 04 video được 1 điểm", COUNT % (2, 4))


@pytest.mark.parametrize("none", ["không có", "không có video nào", "Chưa có video", "Không thực hiện"])
def test_none_earns_what_the_text_gives_for_none(none: str) -> None:
    assert not _told(NONE % none, LEVELS % 0)
    assert _told(NONE % none, LEVELS % 4) == ["method.other_points"]


@pytest.mark.parametrize("case", ["không có kế hoạch: 0 điểm; không có", "không có kế hoạch"])
def test_none_of_something_else_says_nothing_of_the_count(case: str) -> None:
    assert not _told(NONE % case, LEVELS % 4)


def test_nothing_beside_one_is_a_line_of_its_own() -> None:
    tiers = "{kind: tiers, value: n, tiers: [{%s: 1, points: 10}]}"
    assert not _told(ONE, tiers % "at_least")
    assert _told(ONE, tiers % "more_than") == ["method.other_points"]
