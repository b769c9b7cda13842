"""Conditions listed behind what they earn, and things missing below a level: nothing of them is left out."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

# A text is one line: so it can be read.
# ruff: noqa: E501

LISTED = {
    "Được 10 điểm khi đáp ứng đồng thời: có quyết định thành lập; có quy chế hoạt động; có kinh phí. Thiếu một nội dung: 0 điểm": "Đáp ứng đồng thời: có quyết định thành lập; có quy chế hoạt động; có kinh phí",
    "Điểm tối đa khi đáp ứng đủ: có sổ theo dõi; có báo cáo. Không đủ: 0 điểm": "Đáp ứng đủ: có sổ theo dõi; có báo cáo",
    "Được tính 10 điểm khi đáp ứng tất cả các tiêu chí: a) có quyết định; b) có quy chế": "Đáp ứng tất cả các tiêu chí: a) có quyết định; b) có quy chế",
}  # fmt: skip


@pytest.mark.parametrize("text", LISTED)
def test_every_condition_behind_the_first_is_asked(text: str) -> None:
    reading, _ = read(text, name="Tổ công nghệ số")
    assert reading.rule == {"kind": "yes_no", "when": "x"}
    assert reading.inputs["x"]["label"] == LISTED[text]
    assert not reading.unread


MISSING = {
    "Từ 5 ý tưởng trở lên 10 điểm, mỗi ý tưởng dưới mức này giảm 2 điểm": "Số ý tưởng thiếu",
    "Có 20 ý tưởng trở lên 10 điểm; mỗi ý tưởng thấp hơn mức này giảm 0,5 điểm": "Số ý tưởng thiếu",
}


@pytest.mark.parametrize("text", MISSING)
def test_what_a_thing_below_the_level_costs_is_no_matter_of_a_gate(text: str) -> None:
    reading, _ = read(text, name="Ý tưởng sáng tạo")
    assert isinstance(reading.rule, dict)
    assert reading.rule["kind"] == "deduct"
    assert reading.inputs["n"]["label"] == MISSING[text]
