"""What loses all points beside levels, ratios and counts: a condition of its own is asked, and told of."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

ASKED = {
    "Từ 5 cuộc trở lên: 10 điểm; từ 3 đến dưới 5 cuộc: 5 điểm; không có biên bản: 0 điểm": ("tiers", "Có biên bản: Nội dung"),
    "Từ 5 cuộc trở lên: 10 điểm; nếu không có biên bản: 0 điểm; dưới 5 cuộc: 5 điểm": ("tiers", "Có biên bản: Nội dung"),
    "5 lớp trở lên: 10 điểm; 3-4 lớp: 5 điểm; dưới 3 lớp: 2 điểm; không có danh sách học viên: 0 điểm": ("tiers", "Có danh sách học viên: Nội dung"),
    "Từ 10 tin trở lên: 10 điểm; dưới 10 tin: 5 điểm; chưa có chuyên mục: 0 điểm": ("tiers", "Có chuyên mục: Nội dung"),
    "Từ 3 mô hình trở lên: 10 điểm; 1-2 mô hình: 5 điểm; không có quyết định công nhận: 0 điểm": ("tiers", "Có quyết định công nhận: Nội dung"),
    "Từ 5 cuộc trở lên: 10 điểm; dưới 5 cuộc: 5 điểm; thiếu biên bản: 0 điểm": ("tiers", "Có đủ biên bản: Nội dung"),
    "Từ 80% trở lên: 10 điểm; từ 50%: 5 điểm; chưa ban hành kế hoạch: 0 điểm": ("tiers", "Đã ban hành kế hoạch: Nội dung"),
    "Mỗi mô hình 2 điểm; không ban hành kế hoạch: 0 điểm": ("count", "Có ban hành kế hoạch: Nội dung"),
    "Điểm = a/b × 10; a: số hồ sơ; b: tổng số hồ sơ; không có báo cáo: 0 điểm": ("ratio", "Có báo cáo: Nội dung"),
    "Mỗi sự cố trừ 2 điểm; không báo cáo sự cố: 0 điểm": ("deduct", "Có báo cáo sự cố: Nội dung"),
}  # fmt: skip
HAPPENED = {
    "Từ 80% trở lên: 10 điểm; nếu có khiếu nại thì 0 điểm; dưới 80%: 5 điểm": "Có khiếu nại",
    "Đạt 100%: 10 điểm; nếu có hồ sơ bị trả lại thì 0 điểm; dưới 100%: 6 điểm": "Có hồ sơ bị trả lại",
    "Từ 5 cuộc trở lên: 10 điểm; dưới 5 cuộc: 5 điểm; không có biên bản hoặc danh sách: 0 điểm": "Không có biên bản hoặc danh sách",
}
NONE_OF_THEM = [
    "Từ 5 cuộc trở lên: 10 điểm; dưới 5 cuộc: 5 điểm; không tổ chức: 0 điểm",
    "Từ 5 cuộc trở lên: 10 điểm; dưới 5 cuộc: 5 điểm; không có cuộc họp nào được mở: 0 điểm",
    "Từ 10 tin trở lên: 10 điểm; dưới 10 tin: 5 điểm; không có tin, bài: 0 điểm",
    "Từ 3 mô hình trở lên: 10 điểm; dưới 3 mô hình: 5 điểm; không có mô hình được công nhận: 0 điểm",
    "Từ 3 mô hình trở lên: 10 điểm; dưới 3 mô hình: 5 điểm; không đạt các mức trên: 0 điểm",
]


@pytest.mark.parametrize("text", ASKED)
def test_what_is_lacking_besides_is_asked_and_told_of(text: str) -> None:
    reading, row = read(text, name="Nội dung")
    assert isinstance(reading.rule, dict)
    assert (reading.rule["kind"], reading.rule["when"], reading.rule["else"]) == ("gate", "x", "none")
    assert (reading.rule["then"]["kind"], reading.inputs["x"]["label"]) == ASKED[text]
    assert any("là điều kiện hỏi riêng" in str(notice.facts) for notice in row.warnings)
    assert not any("ngược lại" in str(notice.facts) for notice in row.warnings)


@pytest.mark.parametrize("text", HAPPENED)
def test_what_happens_besides_is_asked_as_it_is_printed(text: str) -> None:
    reading, row = read(text, name="Nội dung")
    assert isinstance(reading.rule, dict)
    assert (reading.rule["kind"], reading.rule["when"]) == ("gate", "not x")
    assert reading.inputs["x"]["label"] == HAPPENED[text]
    assert any("là điều kiện hỏi riêng" in str(notice.facts) for notice in row.warnings)


@pytest.mark.parametrize("text", NONE_OF_THEM)
def test_none_of_what_is_counted_is_no_condition_of_its_own(text: str) -> None:
    reading, _ = read(text, name="Nội dung")
    assert isinstance(reading.rule, dict)
    assert reading.rule["kind"] == "tiers"


def test_nothing_to_count_is_settled_before_a_condition_is_asked() -> None:
    reading, _ = read("Điểm = tỷ lệ × 10. Không khảo sát: 0 điểm; không có kế hoạch: 0 điểm", name="Hài lòng")
    assert reading.rule == {
        "kind": "gate",
        "when": "x",
        "then": {"kind": "ratio", "value": "a / b", "if_zero": "zero"},
        "else": "none",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Có 05 tin trở lên: 10 điểm; tin đăng lại: 0 điểm; dưới 05 tin: 5 điểm",
        "Mỗi mô hình 2 điểm; mô hình cũ: 0 điểm",
    ],
)
def test_what_is_not_counted_among_its_kind_stays_with_people(text: str) -> None:
    reading, row = read(text, name="Nội dung")
    assert reading.is_manual
    assert "rule.not_understood" in {notice.code for notice in row.warnings}


def test_what_only_the_name_speaks_of_is_told_with_its_words() -> None:
    text = "Từ 10 tin trở lên: 10 điểm; dưới 10 tin: 5 điểm; không có chuyên mục: 0 điểm"
    _, row = read(text, name="Chuyên mục chuyển đổi số")
    assert any("“không có chuyên mục” được hiểu là" in str(notice.facts) for notice in row.warnings)
