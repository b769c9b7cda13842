"""Places among all, errors that cost points one by one, averages, lengths printed once, money in short."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

# Text, name → figures with their points, of five.
POINTS: list[tuple[str, str, dict[str, str]]] = [
    ("Xếp thứ 1 đến 5: 5 điểm; xếp thứ 6 đến 15: 3 điểm; xếp thứ 16 đến 40: 1 điểm; từ thứ 41: 0 điểm", "SIPAS", {"1": "5", "5": "5", "6": "3", "15": "3", "16": "1", "40": "1", "41": "0"}),
    ("Xếp từ hạng 1 đến hạng 5: 5 điểm; từ hạng 6 đến hạng 10: 3 điểm; sau hạng 10: 0 điểm", "Xếp hạng", {"1": "5", "5": "5", "6": "3", "10": "3", "11": "0"}),
    ("Xếp thứ 1 đến 5: 5 điểm; thứ 6 đến 10: 3 điểm; từ thứ 11: 1 điểm", "Xếp hạng", {"5": "5", "6": "3", "11": "1"}),
    ("Đơn vị xếp hạng 1: 5 điểm; hạng 2: 4 điểm; từ hạng 3 đến hạng 10: 2 điểm; còn lại: 1 điểm", "DDCI", {"1": "5", "2": "4", "3": "2", "10": "2", "11": "1"}),
    ("Nằm trong nhóm 5 đơn vị dẫn đầu: 5 điểm; từ thứ 6 đến thứ 10: 3 điểm; sau thứ 10: 1 điểm", "Đô thị", {"5": "5", "6": "3", "10": "3", "11": "1"}),
    ("01 lỗi trừ 0,4; từ 05 lỗi không tính", "Lỗi", {"0": "5", "1": "4.6", "4": "3.4", "5": "0", "6": "0"}),
    ("Mỗi lỗi trừ 0,4 điểm; từ 05 lỗi trở lên không chấm điểm", "Lỗi", {"0": "5", "4": "3.4", "5": "0"}),
    ("Bị nhắc nhở: trừ 0,5 điểm một lần", "Giờ giấc", {"0": "5", "3": "3.5", "20": "0"}),
    ("Bình quân mỗi hộ 3 ngày công trở lên: 5 điểm; từ 1 đến dưới 3 ngày công: 2 điểm; dưới 1: 0 điểm", "Ngày công", {"3": "5", "2.5": "2", "1": "2", "0.5": "0"}),
    ("Chậm dưới 3 ngày: 5 điểm; từ 3 đến 5: 2 điểm; trên 5 ngày: 0 điểm", "Chậm", {"2": "5", "3": "2", "5": "2", "6": "0"}),
    ("Từ 6 tháng trở lên: 5 điểm; từ 3 đến dưới 6: 2 điểm; dưới 3: 0 điểm", "Duy trì", {"6": "5", "5": "2", "3": "2", "2": "0"}),
    ("Từ 500 tr.đ trở lên: 5 điểm; từ 300 trđ đến dưới 500 trđ: 2 điểm; dưới 300 tr. đồng: 0 điểm", "Thu", {"500": "5", "300": "2", "299": "0"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "points"), POINTS)
def test_ordinary_wordings_give_their_points(text: str, name: str, points: dict[str, str]) -> None:
    reading, _ = read(text, name=name, maximum=5)
    criterion = criterion_of(reading, Fraction(5))
    given = {each: result_of(Case(given={"n": each}), criterion).points for each in points}
    assert given == {each: Fraction(expected) for each, expected in points.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Từ thứ 2 đến thứ 6: 5 điểm; thứ 7: 2 điểm",
        "Cứ xảy ra 2 vụ thì mỗi vụ trừ 1 điểm",
        "Bình quân mỗi xã 5 tin được 1 điểm, tối đa 5 điểm",
        "Chậm dưới 3 ngày: 5 điểm; chậm từ 3 ngày: 2 điểm; từ 5 hồ sơ: 0 điểm",
    ],
)
def test_what_may_mean_something_else_is_left_to_people(text: str) -> None:
    assert read(text, name="Kết quả", maximum=5)[0].is_manual


def test_nobody_is_in_place_nought() -> None:
    text = "Xếp thứ 1 đến 5: 5 điểm; từ thứ 6: 1 điểm"
    reading, _ = read(text, name="Xếp loại chỉ số SIPAS", maximum=5)
    assert reading.inputs["n"] == {"label": "Xếp loại chỉ số SIPAS – xếp hạng", "min": "1"}


def test_what_one_error_costs_is_told_to_be_presumed_of_the_others() -> None:
    _, row = read("01 lỗi trừ 0,4 điểm; từ 05 lỗi không tính", name="Lỗi", maximum=2)
    assert [each.facts.get("text") for each in row.warnings] == [
        "“01 lỗi trừ 0,4 điểm”: mỗi lần thêm cũng trừ như vậy"
    ]


def test_short_forms_of_units_are_no_damage() -> None:
    lines = (
        "BỘ TIÊU CHÍ",
        "STT\tTiêu chí\tĐiểm tối đa\tCách tính điểm",
        "1\tThu ngân sách\t5\ta: số thu (tr.đ); b: dự toán (trđ). Điểm = a/b × 5",
        "2\tĐường\t5\tMật độ đường (km/km2): từ 2 km trở lên: 5 điểm; dưới 2 km: 0 điểm",
    )
    annex = read_annex("\n".join(lines).encode(), "a.txt")
    codes = {notice.code for row in annex.rows for notice in row.warnings}
    assert not codes & {"text.damaged", "text.doubtful", "rule.damaged_text", "rule.doubtful_text"}
    assert not any(row.repairs for row in annex.rows)


def test_a_sentence_that_says_of_what_a_set_is_made_up_is_no_title() -> None:
    lines = (
        "Bộ tiêu chí gồm 02 lĩnh vực, 04 nhóm, 05 tiêu chí",
        "Bộ tiêu chí đánh giá cải cách hành chính",
        "STT\tTiêu chí\tĐiểm tối đa\tCách tính điểm",
        "1\tBan hành kế hoạch\t5\tCó: 5 điểm; không: 0 điểm",
    )
    assert read_annex("\n".join(lines).encode(), "a.txt").title == "Bộ tiêu chí đánh giá cải cách hành chính"
    assert read_annex("\n".join((lines[0], *lines[2:])).encode(), "a.txt").title == ""
