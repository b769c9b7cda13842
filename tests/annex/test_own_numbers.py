"""Numbers that no heading announces: codes below "Tiêu chí", and letters in front of names."""

from __future__ import annotations

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

YES = "Đã có: 5 điểm; chưa có: 0 điểm"
ROWS = (
    ("A", "Dạy và học", "", "10"),
    ("A.1", "Kho học liệu số", YES, "5"),
    ("A.2", "Dạy học trực tuyến", YES, "5"),
    ("B", "Quản trị nhà trường", "", "5"),
    ("B.1", "Học bạ số", YES, "5"),
    ("C", "Đội ngũ và hạ tầng", "", "5"),
    ("C.1", "Máy tính phục vụ học tập", YES, "5"),
)
NAMES = ["Dạy và học", "Quản trị nhà trường", "Đội ngũ và hạ tầng"]


def _read(header: str, *rows: tuple[str, ...]) -> Annex:
    lines = [f"| {header} |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return read_annex("\n".join(lines).encode(), "a.md")


def _groups(annex: Annex) -> list[str]:
    assert not any(row.repairs for row in annex.rows)
    return [row.name for row in annex.rows if row.parent is None]


def test_codes_below_a_heading_of_names_are_the_numbers() -> None:
    annex = _read("Tiêu chí | Nội dung đánh giá | Hướng dẫn chấm | Điểm", *ROWS)
    assert annex.tables[0].roles == ("number", "name", "method", "max")
    assert [row.number for row in annex.rows] == [row[0] for row in ROWS]
    assert _groups(annex) == NAMES


def test_names_of_groups_beside_names_stay_groups() -> None:
    rows = [(f"Nhóm {each}", name, method or YES, "5") for each, name, method, _ in ROWS]
    annex = _read("Tiêu chí | Nội dung đánh giá | Hướng dẫn chấm | Điểm", *rows)
    assert annex.tables[0].roles[0] != "number"


def test_letters_in_front_of_names_that_go_on_are_numbers_and_no_damage() -> None:
    rows = [("", f"{number} {name}", method, points) for number, name, method, points in ROWS if not method]
    below = [row for row in ROWS if row[2]]
    annex = _read(
        "STT | Nội dung | Cách tính | Điểm", rows[0], *below[:2], rows[1], below[2], rows[2], below[3]
    )
    assert [row.number for row in annex.rows] == [row[0] for row in ROWS]
    assert _groups(annex) == NAMES


def test_a_letter_that_does_not_go_on_is_left() -> None:
    annex = _read(
        "STT | Nội dung | Cách tính | Điểm",
        ("", "B Quản trị", "", "5"),
        ("1", "Học bạ số", YES, "5"),
    )
    assert annex.rows[0].number == ""
