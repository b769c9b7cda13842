"""Points that are values of bands, shares of things in many words, letters that end a name."""

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import criterion, method

SCORE = "inputs: {n: {label: Tổng điểm DTI, type: decimal, unit: điểm}}"
LADDER = "[{at_least: 700, give: full}, {at_least: 500, points: 5}]"
SHARE = "inputs: {a: {label: Số hộ có Internet, unit: hộ}, b: {label: Tổng số hộ, unit: hộ, min: 1}}"
SCORES = [
    "Tổng điểm DTI đạt từ 700 điểm: 10 điểm; từ 500 đến dưới 700 điểm: 5 điểm; dưới 500 điểm: 0 điểm",
    "Từ 700 điểm trở lên: 10 điểm; từ 500 điểm đến dưới 700 điểm: 5 điểm; dưới 500 điểm: 0 điểm",
    "≥ 700 điểm: 10 điểm; 500 - dưới 700 điểm: 5 điểm; < 500 điểm: 0 điểm",
    "Đạt từ 700 điểm được 10 điểm; đạt từ 500 điểm được 5 điểm; còn lại: 0 điểm",
    "Từ 700 điểm thì tối đa 10 điểm; từ 500 điểm thì 5 điểm; dưới 500 điểm thì không tính điểm",
]


def _told(text: str, rule: str, figures: str) -> set[str]:
    return {each.code for each in lint(method(text, f"rule: {rule}\n{figures}")) if "method." in each.code}


@pytest.mark.parametrize("text", SCORES)
def test_points_of_a_scale_are_no_award(text: str) -> None:
    told = _told(text, f"{{kind: tiers, value: n, tiers: {LADDER}}}", SCORE)
    assert not told & {"method.points_above_maximum", "method.other_points"}


@pytest.mark.parametrize("text", SCORES[:3])
def test_a_ladder_of_scores_is_compared_with_its_text(text: str) -> None:
    wrong = LADDER.replace("points: 5", "points: 4")
    assert "method.other_points" in _told(text, f"{{kind: tiers, value: n, tiers: {wrong}}}", SCORE)


@pytest.mark.parametrize(
    "text",
    [
        "Đạt yêu cầu: 12 điểm; không đạt: 0 điểm",
        "Từ 700 điểm: 50 điểm; dưới 700 điểm: 0 điểm",
        "Mỗi mô hình 2 điểm, tối đa 12 điểm",
        "Có kế hoạch: 6 điểm; có báo cáo: đạt 12 điểm",
        "Điểm = a/b x 20 điểm",
    ],
)
def test_an_award_above_the_maximum_is_told(text: str) -> None:
    found = lint(method(text, "rule: {kind: manual}"))
    assert "method.points_above_maximum" in {each.code for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "Từ 90% số hộ trở lên có Internet: 10 điểm; từ 80% số hộ trở lên: 8 điểm; dưới 80%: 0 điểm",
        "Có từ 90% số hộ gia đình trên địa bàn trở lên có Internet: 10 điểm; "
        "từ 80% số hộ trở lên: 8 điểm; dưới 80%: 0 điểm",
    ],
)
def test_what_the_share_is_of_stands_in_between(text: str) -> None:
    rule = "{kind: tiers, value: a / b, tiers: [{at_least: 90%, give: full}, {at_least: 80%, points: 8}]}"
    assert "method.other_points" not in _told(text, rule, SHARE)
    assert "method.other_points" in _told(text, rule.replace("points: 8", "points: 7"), SHARE)


DAMAGED = {"text.lost_letters", "text.unfinished"}


@pytest.mark.parametrize(
    "name", ["Dòng b", "Tiêu chí c", "Nội dung d", "Điều trị viêm gan siêu vi b", "Mục đ", "Nhóm c"]
)
def test_a_letter_may_count_at_the_end_of_a_name(name: str) -> None:
    found = lint(criterion("rule: {kind: manual}", name=name))
    assert not {each.code for each in found} & DAMAGED


@pytest.mark.parametrize("name", ["Tỷ lệ hộ dùng nước s", "Số tiêu chí t được công bố", "Nâng cao nhận th"])
def test_what_is_left_of_a_word_is_told(name: str) -> None:
    found = lint(criterion("rule: {kind: manual}", name=name))
    assert {each.code for each in found} & DAMAGED
