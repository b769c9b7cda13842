"""Other prices of things that are counted, prizes, and sums of shares."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

COUNTED = {
    "Mỗi sản phẩm OCOP 3 sao được 1 điểm, 4 sao được 2 điểm, 5 sao được 3 điểm; tổng điểm không quá 10": [
        "1",
        "2",
        "3",
    ],
    "Mỗi bài viết được đăng báo tỉnh: 1 điểm; đăng báo trung ương: 2 điểm. Tối đa 10 điểm": ["1", "2"],
    "Mỗi giải nhất 3 điểm, giải nhì 2 điểm, giải ba 1 điểm, tối đa 10 điểm": ["3", "2", "1"],
}


@pytest.mark.parametrize("text", COUNTED)
def test_each_kind_has_its_price(text: str) -> None:
    reading, row = read(text, name="Kết quả")
    assert isinstance(reading.rule, dict)
    assert [each["points_each"] for each in reading.rule["parts"]] == COUNTED[text]
    assert any(notice.code == "rule.assumed" for notice in row.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi kế hoạch được ban hành: 1 điểm; ban hành đúng hạn: 2 điểm. Tối đa 10 điểm",
        "Mỗi lớp tập huấn 1 điểm; tập huấn trực tuyến 0,5 điểm; tối đa 10 điểm",
        "Mỗi điểm du lịch cộng đồng được 2 điểm; điểm du lịch được công nhận 4 điểm",
        "Mỗi mô hình được Bộ công nhận 2 điểm; được tỉnh công nhận 1 điểm",
    ],
)
def test_a_part_of_what_is_counted_is_no_other_kind(text: str) -> None:
    reading, _ = read(text, name="Kết quả")
    assert reading.is_manual


def test_prizes_are_levels() -> None:
    reading, _ = read("giải nhất 10 điểm, giải nhì 5 điểm, giải ba 2,5 điểm", name="Hội thi")
    assert isinstance(reading.rule, dict)
    assert [each.get("points", "10") for each in reading.rule["options"].values()][:3] == ["10", "5", "2.5"]


def test_shares_of_a_sum_keep_their_plus() -> None:
    text = "Điểm = Số HTTT được phê duyệt cấp độ/Tổng số HTTT x 6 + Số HTTT đủ phương án/Tổng số HTTT x 4"
    reading, _ = read(text, name="An toàn thông tin")
    assert [given["label"] for given in reading.inputs.values()] == [
        "Số HTTT được phê duyệt cấp độ",
        "Tổng số HTTT",
        "Số HTTT đủ phương án",
    ]
    given = {"a": "5", "b": "10", "c": "10"}
    assert result_of(Case(given=given), criterion_of(reading, Fraction(10))).points == 7


def test_the_letters_of_a_formula_are_those_of_the_ratio_in_words() -> None:
    text = (
        "Tính tỷ lệ % giữa số vấn đề đã xử lý so với tổng số vấn đề phát hiện. Nếu tỷ lệ này đạt từ 70% - 100% thì điểm "
        "đánh giá được tính theo công thức [b/a]*10. Trong đó: a là tổng số vấn đề phát hiện; b là số vấn đề đã xử lý. "
        "Nếu tỷ lệ dưới 70% thì điểm đánh giá là 0"
    )
    reading, _ = read(text, name="Xử lý vấn đề phát hiện qua kiểm tra")
    criterion = criterion_of(reading, Fraction(10))
    points = [result_of(Case(given={"a": "10", "b": b}), criterion).points for b in ("10", "7", "6")]
    assert points == [10, 7, 0]


def test_so_many_that_give_all_points_say_the_price() -> None:
    reading, _ = read("Đã triển khai 4 lớp: 10 điểm; mỗi lớp 2,5 điểm", name="Giám sát")
    assert reading.rule == {"kind": "count", "parts": [{"of": "n", "points_each": "2.5"}]}
