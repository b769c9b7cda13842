"""Lists of conditions beside what gives nothing as soon as one of them is lacking."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

ALL_OR_NOTHING = [
    "Có kế hoạch: 5 điểm; có báo cáo: 5 điểm; thiếu một trong hai: 0 điểm",
    "Có kế hoạch: 5 điểm; có báo cáo: 5 điểm; nếu thiếu một nội dung thì không tính điểm",
    "Có kế hoạch: 5 điểm; có báo cáo: 5 điểm; không có kế hoạch hoặc báo cáo: 0 điểm",
    "Có ban hành: 5 điểm, có triển khai: 5 điểm; không ban hành hoặc không triển khai: 0 điểm",
]
TO_PEOPLE = [
    "Có CSDL: 4 điểm; kết nối tỉnh: 3 điểm; kết nối bộ: 3 điểm; chưa có CSDL hoặc chưa kết nối: 0 điểm",
    "Có kế hoạch 3 điểm; duyệt 3 điểm; có kinh phí 4 điểm; không có kế hoạch hoặc không có kinh phí: 0 điểm",
    "Có chuyên mục: 4 điểm; mỗi tin 1 điểm, tối đa 6 điểm; không có chuyên mục hoặc không có tin: 0 điểm",
]


@pytest.mark.parametrize("text", ALL_OR_NOTHING)
def test_what_loses_all_with_one_of_its_parts_gives_all_or_nothing_and_is_told_of(text: str) -> None:
    reading, row = read(text, name="Kế hoạch")
    assert reading.rule == {"kind": "yes_no", "when": "x and y"}
    assert any("cả dòng 0 điểm" in str(notice.facts) for notice in row.warnings)


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_what_loses_all_with_only_some_of_its_parts_stays_with_people(text: str) -> None:
    assert read(text, name="Kế hoạch")[0].is_manual
