"""Tables whose cells a PDF printed below each other, without dates beside the points."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidAnnex

_TITLE = "Phụ lục 2\n\nBỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ\n\n"
_ABOVE = f"{_TITLE} STT \nChỉ số\n\nĐiểm \n\ntối đa \n\nTài liệu kiểm chứng\n\n"
_METHOD = "- Có văn bản: \n\nđiểm tối đa \n\n- Không có: 0 điểm \n\nBáo cáo của UBND \n\nxã \n\n"


def _read(*rows: tuple[str, str, str]) -> Annex:
    """The rows of number, name and points; a section stands on one line."""
    cells = [
        f"{number} {name} {points}   \n\n"
        if number.isupper()
        else f"{number} \n{name} \n\n{points} \n\n{_METHOD if points else ''}"
        for number, name, points in rows
    ]
    return read_annex((_ABOVE + "".join(cells)).encode(), "a.txt")


@pytest.mark.parametrize(
    "numbers", [("1", "2", "1"), ("1.", "2.", "1."), ("1.1", "1.2", "2.1"), ("1", "2", "3")]
)
def test_cells_below_each_other_are_read_where_their_points_add_up(numbers: tuple[str, ...]) -> None:
    one, two, three = numbers
    annex = _read(
        ("I", "Nhận thức số", "20"),
        (one, "Có văn bản \n\ncam kết", "5"),
        (two, "Có chuyên mục", "15"),
        ("II", "Thể chế số", "10"),
        (three, "Có kế hoạch", "10"),
    )
    assert [row.max_points for row in annex.rows] == [20, 5, 15, 10, 10]
    assert [row.parent for row in annex.rows] == [None, 0, 0, None, 3]
    assert annex.rows[1].name == "Có văn bản cam kết"
    assert annex.rows[1].method == "- Có văn bản: điểm tối đa\n- Không có: 0 điểm"
    assert {row.texts["evidence"] for row in annex.rows if not row.is_group} == {"Báo cáo của UBND xã"}
    assert all(row.rule is not None and not row.rule.is_manual for row in annex.rows if not row.is_group)


def test_groups_inside_a_section_may_have_points_too() -> None:
    rows = (("I", "Nhận thức", "20"), ("1", "Lãnh đạo", "20"), ("1.1", "Họp", "5"), ("1.2", "Học", "15"))
    assert [row.parent for row in _read(*rows, ("II", "Thể chế", "5"), ("2", "Kế hoạch", "5")).rows] == [
        None,
        0,
        1,
        1,
        None,
        4,
    ]


def test_cells_whose_points_do_not_add_up_are_refused_with_the_reason() -> None:
    with pytest.raises(InvalidAnnex) as refused:
        _read(
            ("I", "Nhận thức số", "30"),
            ("1.", "Có văn bản cam kết", "5"),
            ("2.", "Có chuyên mục", "15"),
            ("II", "Thể chế số", "10"),
            ("1.", "Có kế hoạch", "10"),
        )
    assert [problem.code for problem in refused.value.problems] == ["annex.interleaved"]
    assert "không cộng khớp" in problem_text(refused.value.problems[0], "vi")


@pytest.mark.parametrize("blank", ["\n", ""])
def test_a_calculation_without_marks_is_no_instruction(blank: str) -> None:
    lines = [
        "STT", "Chỉ số", "Điểm tối đa", "Thời gian", "Hướng dẫn thực hiện", "I Nhận thức số 20       ",
        "1.1 ", "Ban hành kế hoạch ", "10 31.3 ", "- Đã ban hành: 10 điểm ", "- Chưa ban hành: 0 điểm ",
        "1.2 ", "Tổ chức tuyên truyền ", "10 30.11 ", "Mỗi tin, bài 1 điểm, ", "tối đa 10 điểm ",
        "II Hạ tầng số 10       ", "2.1 ", "Tỷ lệ thôn có Internet ", "10 30.11 ",
        "Từ 90%: 10 điểm; từ 50% đến dưới 90%: 5 điểm; dưới 50%: 0 điểm ", "Báo cáo của UBND xã",
    ]  # fmt: skip
    annex = read_annex("".join(f"{line}\n{blank}" for line in lines).encode(), "a.txt")
    criteria = [row for row in annex.rows if not row.is_group]
    assert [row.rule.is_manual for row in criteria if row.rule] == [False, False, False]
    assert criteria[1].method == "Mỗi tin, bài 1 điểm, tối đa 10 điểm"
    assert criteria[2].texts["evidence"] == "Báo cáo của UBND xã"
    assert not any(row.texts.get("instructions") for row in annex.rows)
