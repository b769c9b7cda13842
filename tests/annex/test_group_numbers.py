"""Groups counted otherwise than the rows around them, and rows put in between by a later version."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.numbering import read_number, split_number
from chamdiem.annex.rows import Annex

HEADER = "| TT | Tiêu chí | Điểm tối đa | Cách tính |\n|---|---|---|---|\n"


def row(number: str, name: str, points: int, *, group: bool = False) -> str:
    method = "" if group else f"Có: {points} điểm; không: 0 điểm"
    return f"| {number} | {name} | {points} | {method} |\n"


def group(number: str, name: str, points: int) -> str:
    return row(number, name, points, group=True)


def annex_of(*lines: str) -> Annex:
    return read_annex((HEADER + "".join(lines)).encode(), "a.md")


def tree(annex: Annex) -> list[str]:
    """Numbers with a stop for every level in front."""
    return ["." * each.level + each.number for each in annex.rows]


def codes(annex: Annex, place: int) -> set[str]:
    return {notice.code for notice in annex.rows[place].warnings}


COUNTED = (
    group("1", "Chính quyền số", 20), row("1.1", "Văn bản", 10), row("1.2", "Ký số", 10),
    group("2", "Kinh tế số", 10), row("2.1", "Sàn giao dịch", 10),
)  # fmt: skip


@pytest.mark.parametrize(("first", "second"), [("I", "II"), ("II", "III"), ("III", "IV"), ("IV", "V")])
def test_roman_groups_behind_arabic_ones_stand_on_top(first: str, second: str) -> None:
    added = (
        group(first, "Điểm thưởng", 5), row("1", "Sáng kiến", 5),
        group(second, "Điểm trừ", 5), row("1", "Vi phạm kỷ luật", 5),
    )  # fmt: skip
    annex = annex_of(*COUNTED, *added)
    assert tree(annex) == ["1", ".1.1", ".1.2", "2", ".2.1", first, ".1", second, ".1"]
    assert [each.role for each in annex.rows[5:]] == ["bonus", "bonus", "deduction", "deduction"]
    assert annex.rows[4].rule is not None
    assert not annex.rows[4].rule.is_manual
    assert "role.guessed" in codes(annex, 5)


def test_a_roman_number_typed_for_an_arabic_one_stays_in_the_count() -> None:
    lines = (
        *COUNTED[:3],
        group("II", "Kinh tế số", 5),
        row("2.1", "Sàn giao dịch", 5),
        group("3", "Xã hội số", 5),
    )
    annex = annex_of(*lines, row("3.1", "Tài khoản", 5))
    assert tree(annex) == ["1", ".1.1", ".1.2", "II", ".2.1", "3", ".3.1"]


def test_roman_groups_inside_arabic_ones_stay_there() -> None:
    inside = (
        group("I", "Điều hành", 10),
        row("1.1", "Văn bản", 10),
        group("II", "Phục vụ", 10),
        row("2.1", "Hồ sơ", 10),
    )
    annex = annex_of(
        group("1", "Phần chung", 20), *inside, group("2", "Phần riêng", 10), row("2.3", "Sàn", 10)
    )
    assert tree(annex) == ["1", ".I", "..1.1", ".II", "..2.1", "2", ".2.3"]


@pytest.mark.parametrize(
    "labels",
    [("Phần I", "Phần II"), ("PHẦN A", "PHẦN B"), ("Mục 1.", "Mục 2."), ("Nhóm 1", "Nhóm 2"),
     ("Phần thứ nhất", "Phần thứ hai"), ("Chương một", "Chương hai")],
)  # fmt: skip
def test_a_number_is_printed_with_the_word_for_what_it_counts(labels: tuple[str, str]) -> None:
    first, second = labels
    rows = (row("1", "Văn bản", 10), row("2", "Ký số", 10))
    annex = annex_of(
        group(first, "Chính quyền số", 20), *rows, group(second, "Kinh tế số", 10), row("1", "Sàn", 10)
    )
    assert tree(annex) == [first, ".1", ".2", second, ".1"]
    assert [each.name for each in annex.rows[::3]] == ["Chính quyền số", "Kinh tế số"]
    assert len({each.key for each in annex.rows}) == 5


def test_letters_roman_numbers_and_letters_again() -> None:
    annex = annex_of(
        group("PHẦN A", "CHÍNH QUYỀN SỐ", 16), group("A.I", "Điều hành", 6), row("a)", "Kế hoạch", 6),
        group("A.II", "Dịch vụ", 10), row("a)", "Hồ sơ", 10),
        group("PHẦN B", "XÃ HỘI SỐ", 5), row("(1)", "Tài khoản", 5),
    )  # fmt: skip
    assert tree(annex) == ["PHẦN A", ".A.I", "..a)", ".A.II", "..a)", "PHẦN B", ".(1)"]


def test_a_letter_behind_a_roman_number_with_parts_is_a_part_too() -> None:
    annex = annex_of(
        group("I.", "Chính quyền số", 20), group("I.1", "Văn bản", 10), row("I.1.a", "Văn bản đi", 6),
        row("I.1.b", "Văn bản đến", 4), row("I.2", "Ký số", 10),
    )  # fmt: skip
    assert tree(annex) == ["I.", ".I.1", "..I.1.a", "..I.1.b", ".I.2"]


def test_labels_of_texts_without_tables() -> None:
    criterion = "1. Văn bản (10 điểm)\n- Có: 10 điểm; không: 0 điểm\n"
    inside = f"Mục 1. Điều hành (20 điểm)\n{criterion}{criterion.replace('1. Văn bản', '2. Ký số')}"
    text = f"PHẦN THỨ NHẤT\nCHÍNH QUYỀN SỐ (20 điểm)\n{inside}PHẦN THỨ HAI. XÃ HỘI SỐ (10 điểm)\n{criterion}"
    annex = read_annex(text.encode(), "a.txt")
    assert tree(annex) == ["PHẦN THỨ NHẤT", ".Mục 1", "..1.", "..2.", "PHẦN THỨ HAI", ".1."]
    assert annex.rows[0].name == "CHÍNH QUYỀN SỐ"


@pytest.mark.parametrize("text", ["Phần trăm", "Nhóm nhà", "Mục tiêu 1", "Phần mềm 2", "Chương trình I"])
def test_other_words_are_no_labels(text: str) -> None:
    assert read_number(text) is None
    assert split_number(f"{text}. Văn bản") == ("", f"{text}. Văn bản")


def test_a_row_put_in_between_stands_beside_the_one_it_follows() -> None:
    annex = annex_of(row("01", "Văn bản", 10), row("02", "Ký số", 10), row("02a", "Ký số cá nhân", 10))
    assert tree(annex) == ["01", "02", "02a"]
    assert [each.key for each in annex.rows] == ["1", "2", "2a"]
    assert annex.rows[1].rule is not None
    assert not annex.rows[1].rule.is_manual
    assert codes(annex, 2) == {"number.beside"}


@pytest.mark.parametrize(
    ("total", "expected"), [(25, ["I", ".1", ".1a", ".1b"]), (15, ["I", ".1", "..1a", "..1b"])]
)
def test_the_points_of_the_group_tell_parts_from_rows_put_in_between(total: int, expected: list[str]) -> None:
    own = row("1", "Văn bản", 15)
    annex = annex_of(group("I", "Điều hành", total), own, row("1a", "Đi", 5), row("1b", "Đến", 5))
    assert tree(annex) == expected
    assert codes(annex, 1) == (set() if total == 25 else {"rule.lost_to_rows", "max.sum"})


def test_parts_that_make_up_the_points_stay_below_and_say_what_is_lost() -> None:
    annex = annex_of(row("1", "Văn bản", 10), row("1a", "Đi", 5), row("1b", "Đến", 5), row("2", "Ký số", 10))
    assert tree(annex) == ["1", ".1a", ".1b", "2"]
    assert "rule.lost_to_rows" in codes(annex, 0)


def test_parts_of_a_row_without_a_calculation_stay_below_it() -> None:
    annex = annex_of(
        group("1", "Văn bản", 10), row("1a", "Đi", 5), row("1b", "Đến", 5), row("2", "Ký số", 10)
    )
    assert tree(annex) == ["1", ".1a", ".1b", "2"]
    assert not codes(annex, 0)


def test_a_lone_row_below_a_criterion_with_its_points_tells_of_the_lost_rule() -> None:
    annex = annex_of(row("1", "Văn bản", 10), row("1.1", "Văn bản đi", 10))
    assert codes(annex, 0) == {"rule.lost_to_rows"}


@pytest.mark.parametrize(
    ("name", "printed", "role"),
    [("Thưởng", "5", "bonus"), ("Cộng thêm", "5", "bonus"), ("Phạt", "5", "deduction"),
     ("Sáng kiến", "+5", "bonus"), ("Sáng kiến", "(+ 5)", "bonus"), ("Khen thưởng", "5", "scored")],
)  # fmt: skip
def test_a_word_alone_or_a_plus_tells_the_role(name: str, printed: str, role: str) -> None:
    annex = annex_of(row("1", "Văn bản", 10), f"| 2 | {name} | {printed} | Có: 5 điểm; không: 0 điểm |\n")
    assert annex.rows[1].role == role
    assert any(code.startswith("role.guessed") for code in codes(annex, 1)) == (role != "scored")
