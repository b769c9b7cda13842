"""Levels printed as single values far apart, and percentages by which something was missed or passed."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

_BETWEEN = "số liệu nằm giữa hai mức in: tính như mức dưới"


def told(text: str, name: str, maximum: int) -> list[str]:
    _, row = read(text, name=name, maximum=maximum)
    return [f"{notice.facts.get('text')}" for notice in row.warnings]


def points_of(
    text: str, name: str, maximum: int, letter: str = "n", more: Iterable[str] = ()
) -> dict[str, Fraction | None]:
    reading, _ = read(text, name=name, maximum=maximum)
    criterion = criterion_of(reading, Fraction(maximum))
    tried = (
        *more,
        "-5",
        "0",
        "1",
        "4",
        "5",
        "10",
        "15",
        "19",
        "20",
        "25",
        "30",
        "50",
        "99",
        "100",
        "150",
        "300",
        "999",
        "1000",
    )
    least = 0 if reading.inputs[letter].get("min") is None else -100
    return {
        each: result_of(Case(given={letter: each}), criterion).points for each in tried if int(each) >= least
    }


# Text, name, points of the row → some figures with their points.
STEPS: list[tuple[str, str, int, dict[str, int]]] = [
    ("Cắt giảm 10% thành phần hồ sơ: 3 điểm; cắt giảm 20% thành phần hồ sơ trở lên: 6 điểm; không cắt giảm: 0 điểm", "Cắt giảm hồ sơ", 6, {"5": 0, "10": 3, "15": 3, "20": 6, "50": 6}),
    ("100 tài khoản: 2 điểm; 200 tài khoản: 4 điểm; 300 tài khoản: 6 điểm", "Số tài khoản", 6, {"50": 0, "100": 2, "150": 2, "300": 6, "999": 6}),
    ("50 lượt được 3 điểm; 100 lượt được 6 điểm", "Số lượt", 6, {"30": 0, "50": 3, "99": 3, "100": 6}),
    ("Giảm 10% thời gian họp: 2 điểm; giảm 20% thời gian họp: 4 điểm; giảm 30% thời gian họp: 6 điểm", "Thời gian họp", 6, {"5": 0, "19": 2, "25": 4, "30": 6}),
    ("Giảm 10%: 2 điểm; giảm 20%: 4 điểm; giảm 30% trở lên: 6 điểm", "Thời gian giải quyết", 6, {"5": 0, "15": 2, "20": 4, "99": 6}),
    ("Tăng 5%: 1 điểm; tăng 10%: 2 điểm; tăng 15% trở lên: 3 điểm", "Số thu", 3, {"-5": 0, "4": 0, "5": 1, "10": 2, "19": 3}),
    ("Đạt 50 ha: 3 điểm; đạt 100 ha: 6 điểm", "Diện tích tưới", 6, {"30": 0, "50": 3, "99": 3, "150": 6}),
    ("Có 5 bài được 2 điểm, có 10 bài được 4 điểm, không có bài nào 0 điểm", "Số bài báo", 4, {"0": 0, "4": 0, "5": 2, "10": 4}),
    ("500 lượt cài đặt: 3 điểm; 1.000 lượt cài đặt trở lên: 6 điểm; dưới 500 lượt: 0 điểm", "Cài app", 6, {"300": 0, "999": 3, "1000": 6}),
    ("10 mô hình: 2 điểm; 20 mô hình: 4 điểm; từ 30 mô hình: 6 điểm", "Số mô hình", 6, {"5": 0, "15": 2, "25": 4, "30": 6}),
    ("Rút ngắn 2 ngày: 2 điểm; rút ngắn 4 ngày: 4 điểm; rút ngắn 6 ngày trở lên: 6 điểm", "Số ngày rút ngắn", 6, {"1": 0, "4": 4, "5": 4, "10": 6}),
    ("Có 5 sáng kiến: 2 điểm; có 10 sáng kiến trở lên: 4 điểm; dưới 5 sáng kiến: 1 điểm", "Sáng kiến", 4, {"4": 1, "5": 2, "10": 4}),
    ("Vượt 10% dự toán: 2 điểm; vượt 20% dự toán: 4 điểm; vượt từ 30% dự toán: 6 điểm", "Vượt thu", 6, {"-5": 0, "5": 0, "10": 2, "25": 4, "30": 6}),
    ("Rút ngắn 10% thời gian được 2 điểm, rút ngắn 20% thời gian được 4 điểm, rút ngắn từ 30% thời gian được 6 điểm", "Rút ngắn", 6, {"5": 0, "19": 2, "20": 4, "30": 6}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "maximum", "points"), STEPS)
def test_between_two_values_the_lower_one_counts_and_is_told(
    text: str, name: str, maximum: int, points: dict[str, int]
) -> None:
    given = points_of(text, name, maximum)
    assert {each: given[each] for each in points} == points
    assert _BETWEEN in told(text, name, maximum)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Đạt 50%: 2 điểm, đạt 75%: 4 điểm, đạt 100%: 6 điểm", {49: 0, 50: 2, 74: 2, 75: 4, 99: 4, 100: 6}),
        ("Đạt 100%: 6 điểm; đạt 90%: 2 điểm; còn lại: 0 điểm", {89: 0, 90: 2, 99: 2, 100: 6}),
    ],
)
def test_shares_step_up_as_well(text: str, shares: dict[int, int]) -> None:
    reading, _ = read(text, name="Tỷ lệ hồ sơ đúng hạn", maximum=6)
    criterion = criterion_of(reading, Fraction(6))
    assert {a: result_of(Case(given={"a": f"{a}", "b": "100"}), criterion).points for a in shares} == shares
    assert _BETWEEN in told(text, "Tỷ lệ hồ sơ đúng hạn", 6)


@pytest.mark.parametrize(
    "text",
    [
        "3 lớp: 2 điểm; 10 học viên: 4 điểm",
        "50% hộ: 2 điểm; 80% cán bộ: 4 điểm",
        "5 ngày: 4 điểm; 10 ngày: 2 điểm; 20 ngày: 0 điểm",
        "Từ 5 đến 10 cuộc: 2 điểm; 20 cuộc: 4 điểm",
    ],
)
def test_values_of_other_things_and_falling_ones_are_for_people(text: str) -> None:
    assert read(text, name="Kết quả", maximum=4)[0].is_manual


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("04 cuộc: 4 điểm; 03 cuộc: 3 điểm; 02 cuộc: 2 điểm; 01 cuộc: 1 điểm; không họp: 0 điểm", "Họp"),
        ("100%: 4 điểm; từ 90%: 2 điểm; dưới 90%: 0 điểm", "Tỷ lệ đúng hạn"),
        ("01 lần/tháng: 4 điểm; 01 lần/quý: 2 điểm", "Họp"),
        ("Mức 1: 1 điểm; mức 3: 4 điểm", "Mức độ"),
    ],
)
def test_where_nothing_lies_between_nothing_is_told(text: str, name: str) -> None:
    assert not read(text, name=name, maximum=4)[0].is_manual
    assert _BETWEEN not in told(text, name, 4)


def test_where_the_price_of_one_is_printed_every_one_counts_and_that_is_told() -> None:
    text = "1 mô hình: 1 điểm; 2 mô hình: 2 điểm; 4 mô hình: 4 điểm"
    reading, _ = read(text, name="Mô hình", maximum=4)
    assert reading.rule == {"kind": "count", "parts": [{"of": "n", "points_each": "1"}]}
    assert "giữa các mức in: mỗi đơn vị 1 điểm" in told(text, "Mô hình", 4)


# Text, name → what is asked, and some figures with their points.
DEVIATIONS: list[tuple[str, str, str, dict[str, int]]] = [
    ("Thiếu không quá 5% chỉ tiêu: 4 điểm; thiếu trên 5% đến 10% chỉ tiêu: 2 điểm; thiếu trên 10% chỉ tiêu: 0 điểm", "Kết quả", "Kết quả – mức thiếu chỉ tiêu", {"-5": 4, "0": 4, "5": 4, "10": 2, "15": 0}),
    ("Hụt dưới 3% so với dự toán: 4 điểm; hụt từ 3% đến 10%: 2 điểm; hụt trên 10%: 0 điểm", "Thu", "Thu – mức hụt so với dự toán", {"1": 4, "4": 2, "10": 2, "15": 0}),
    ("Chậm dưới 5% so với tiến độ được giao: 4 điểm; chậm từ 5% đến 15%: 2 điểm; chậm trên 15%: 0 điểm", "Xây dựng", "Xây dựng – mức chậm so với tiến độ được giao", {"4": 4, "5": 2, "15": 2, "19": 0}),
    ("Giải ngân chậm dưới 10% so với kế hoạch: 4 điểm; chậm từ 10% đến 20%: 1 điểm; chậm trên 20%: 0 điểm", "Giải ngân", "Giải ngân – mức chậm so với kế hoạch", {"5": 4, "10": 1, "20": 1, "25": 0}),
    ("Thấp hơn kế hoạch dưới 10%: 4 điểm; thấp hơn từ 10%: 0 điểm", "Trồng rừng", "Trồng rừng – mức thấp hơn kế hoạch", {"-5": 4, "5": 4, "10": 0}),
    ("Vượt trên 10% dự toán: 4 điểm; vượt từ 5% đến 10% dự toán: 3 điểm; vượt dưới 5% dự toán: 2 điểm", "Thu", "Thu – mức vượt dự toán", {"-5": 0, "0": 0, "1": 2, "5": 3, "10": 3, "15": 4}),
    ("Cao hơn năm trước từ 5% trở lên: 4 điểm; cao hơn dưới 5%: 2 điểm; bằng hoặc thấp hơn: 0 điểm", "Hồ sơ", "Hồ sơ – mức cao hơn năm trước", {"-5": 0, "0": 0, "4": 2, "5": 4}),
    ("Vượt 10% dự toán: 4 điểm; vượt dưới 10% dự toán: 2 điểm", "Thu", "Thu – mức vượt dự toán", {"-5": 0, "0": 0, "5": 2, "10": 4}),
    ("Vượt 10% dự toán trở lên: 4 điểm; vượt dưới 10%: 2 điểm; không vượt: 0 điểm", "Thu", "Thu – mức vượt dự toán", {"0": 0, "5": 2, "10": 4}),
    ("Chi vượt dự toán không quá 2%: 4 điểm; vượt quá 2% đến 5%: 1 điểm; vượt quá 5%: 0 điểm", "Chi", "Chi – mức vượt dự toán", {"0": 4, "2": 4, "4": 1, "5": 1, "6": 0}),
    ("Vượt quá 10% dự toán: 0 điểm; vượt quá 5% đến 10%: 2 điểm; vượt không quá 5%: 4 điểm", "Chi", "Chi – mức vượt dự toán", {"0": 4, "5": 4, "6": 2, "10": 2, "11": 0}),
    ("Bội chi vượt quá 3% dự toán: 0 điểm; không vượt quá 3%: 4 điểm", "Chi", "Chi – mức vượt dự toán", {"0": 4, "3": 4, "4": 0}),
    ("Cao hơn 10% so với kế hoạch: 4 điểm; từ 5% đến 10%: 2 điểm; dưới 5%: 0 điểm", "Trồng rừng", "Trồng rừng – mức cao hơn so với kế hoạch", {"4": 0, "5": 2, "10": 2, "11": 4}),
    ("Cao hơn 10% trở lên so với kế hoạch: 4 điểm; dưới 10%: 0 điểm", "Trồng rừng", "Trồng rừng – mức cao hơn so với kế hoạch", {"9": 0, "10": 4}),
    ("Chậm so với kế hoạch: dưới 5%: 4 điểm; từ 5% đến 10%: 2 điểm; trên 10%: 0 điểm", "Giải ngân", "Giải ngân – mức chậm so với kế hoạch", {"0": 4, "4": 4, "5": 2, "10": 2, "11": 0}),
    ("Chậm so với kế hoạch:\n- Dưới 5%: 4 điểm\n- Từ 5%: 0 điểm", "Giải ngân", "Giải ngân – mức chậm so với kế hoạch", {"4": 4, "5": 0}),
    ("Mức vượt dự toán: đến 3%: 4 điểm; trên 3% đến 5%: 2 điểm; trên 5%: 0 điểm", "Chi", "Chi – mức vượt dự toán", {"0": 4, "3": 4, "5": 2, "6": 0}),
    ("Đến 3%: 4 điểm; trên 3% đến 5%: 2 điểm; trên 5%: 0 điểm", "Mức vượt dự toán", "Mức vượt dự toán", {"0": 4, "3": 4, "5": 2, "6": 0}),
    ("Thiếu so với chỉ tiêu (%): dưới 5%: 4 điểm; từ 5% trở lên: 0 điểm", "Trồng rừng", "Trồng rừng – mức thiếu so với chỉ tiêu", {"4": 4, "5": 0}),
    ("Rút ngắn từ 20% thời gian giải quyết trở lên: 4 điểm; rút ngắn dưới 20%: 2 điểm; không rút ngắn: 0 điểm", "Thủ tục", "Thủ tục – mức rút ngắn thời gian giải quyết", {"0": 0, "5": 2, "20": 4}),
    ("Mức vượt dự toán: không vượt: 4; vượt đến 5%: 2; vượt trên 5%: 0", "Chi", "Chi – mức vượt dự toán", {"-3": 4, "0": 4, "1": 2, "5": 2, "6": 0}),
    ("Chậm so với kế hoạch: không chậm: 4 điểm; dưới 5%: 2 điểm; từ 5% trở lên: 0 điểm", "Giải ngân", "Giải ngân – mức chậm so với kế hoạch", {"0": 4, "4": 2, "5": 0}),
    ("Mức hụt thu so với dự toán: không hụt: 4 điểm; hụt đến 5%: 2 điểm; còn lại: 0 điểm", "Thu", "Thu – mức hụt so với dự toán", {"0": 4, "5": 2, "6": 0}),
    ("Chi vượt dự toán dưới 5%: 2 điểm; không vượt: 4 điểm; vượt từ 5% trở lên: 0 điểm", "Dự toán", "Dự toán – mức vượt dự toán", {"0": 4, "4": 2, "5": 0}),
    ("Không vượt: 0 điểm; vượt dưới 5%: 2 điểm; vượt từ 5% trở lên: 4 điểm", "Thu vượt dự toán", "Thu vượt dự toán", {"-1": 0, "0": 0, "4": 2, "5": 4}),
    ("Vượt dự toán 10% trở lên: 4 điểm; vượt dưới 10%: 3 điểm; không vượt: 1 điểm", "Thu", "Thu – mức vượt dự toán", {"0": 1, "9": 3, "10": 4}),
    ("Mức vượt dự toán: không vượt: 4; vượt đến 5%: 2; vượt đến 10%: 1; vượt trên 10%: 0", "Chi", "Chi – mức vượt dự toán", {"0": 4, "5": 2, "10": 1, "11": 0}),
    ("Rút ngắn từ 30% thời gian trở lên: 4 điểm; từ 20% đến dưới 30%: 3 điểm; dưới 20%: 1 điểm; không rút ngắn: 0 điểm", "Thủ tục", "Thủ tục – mức rút ngắn thời gian", {"0": 0, "10": 1, "20": 3, "30": 4}),
    ("Tăng từ 10% trở lên so với năm trước: 4 điểm; tăng dưới 10%: 2 điểm", "Thu", "Thu – tăng", {"-5": 0, "0": 0, "5": 2, "10": 4}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "label", "points"), DEVIATIONS)
def test_the_percentage_of_a_deviation_is_asked_itself(
    text: str, name: str, label: str, points: dict[str, int]
) -> None:
    reading, _ = read(text, name=name, maximum=4)
    assert reading.inputs["n"] == {
        "type": "decimal",
        "decimals": "2",
        "unit": "%",
        "min": "-100",
        "label": label,
    }
    given = points_of(text, name, 4, more=points)
    assert {each: given[each] for each in points} == points


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tỷ lệ hộ nghèo dưới 5%: 4 điểm; từ 5% đến 10%: 2 điểm; vượt 10%: 0 điểm", "Tỷ lệ hộ nghèo"),
        ("Hồ sơ chậm dưới 5%: 4 điểm; từ 5% trở lên: 0 điểm", "Hồ sơ chậm"),
        ("Đạt từ 95% chỉ tiêu trở lên: 4 điểm; dưới 95%: 0 điểm", "Chỉ tiêu"),
        ("Số dự án chậm tiến độ dưới 10% tổng số dự án: 4 điểm; từ 10% trở lên: 0 điểm", "Dự án"),
        ("Dự án chậm tiến độ dưới 10%: 4 điểm; từ 10% trở lên: 0 điểm", "Dự án"),
    ],
)
def test_shares_stay_shares(text: str, name: str) -> None:
    reading, _ = read(text, name=name, maximum=4)
    assert isinstance(reading.rule, dict)
    assert reading.rule["value"] == "a / b"


@pytest.mark.parametrize(
    "text",
    [
        "Số dự án chậm tiến độ: không chậm: 4 điểm; dưới 5%: 2 điểm; từ 5% trở lên: 0 điểm",
        "Không vượt dự toán và đúng chế độ: 4 điểm; vượt dưới 5%: 2 điểm; vượt từ 5% trở lên: 0 điểm",
        "Không vượt: 4 điểm; vượt dưới 3%: 2 điểm; vượt từ 3% trở lên: 0 điểm",
    ],
)
def test_levels_that_may_be_of_something_else_are_told(text: str) -> None:
    assert told(text, "Thực hiện", 4) == ["mỗi mức in trong văn bản là một lựa chọn"]
