"""Levels of a criterion printed one in a line, their points in a column of their own."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex


def _cells(*texts: str, tag: str = "td") -> str:
    parted = (text.partition("|") for text in texts)
    return "".join(f"<{tag} {how}>{text}</{tag}>" for text, _, how in parted)


def _page(*lines: str) -> Annex:
    rows = "".join(f"<tr>{line}</tr>" for line in lines)
    return read_annex(f"<p>BỘ TIÊU CHÍ</p><table>{rows}</table>".encode(), "a.html")


_BOTH = (
    _cells("TT|rowspan=2", "Tiêu chí|rowspan=2", "Thang điểm|colspan=2", "Điểm tối đa|rowspan=2", tag="th"),
    _cells("Mức độ", "Điểm", tag="th"),
)
_ONE = (_cells("TT", "Tiêu chí", "Mức đánh giá", "Số điểm", "Điểm tối đa", tag="th"),)
_BODY = (
    _cells("I", "HẠ TẦNG|colspan=3", "20"),
    _cells(
        "1|rowspan=3", "Tỷ lệ máy có phần mềm diệt mã độc|rowspan=3", "Từ 95% trở lên", "10", "10|rowspan=3"
    ),
    _cells("Từ 80% đến dưới 95%", "6,5"),
    _cells("dưới 80%", "0"),
    _cells("2|rowspan=2", "Phòng máy chủ đạt chuẩn|rowspan=2", "Đạt", "10", "10|rowspan=2"),
    _cells("Không đạt", "0"),
)


@pytest.mark.parametrize("header", [_BOTH, _ONE])
def test_levels_with_their_points_beside_them_are_the_method(header: tuple[str, ...]) -> None:
    annex = _page(*header, *_BODY)
    assert [(row.number, row.name, str(row.max_points)) for row in annex.rows] == [
        ("I", "HẠ TẦNG", "20"),
        ("1", "Tỷ lệ máy có phần mềm diệt mã độc", "10"),
        ("2", "Phòng máy chủ đạt chuẩn", "10"),
    ]
    assert annex.rows[1].method.split("\n") == [
        "Từ 95% trở lên: 10 điểm",
        "Từ 80% đến dưới 95%: 6,5 điểm",
        "dưới 80%: 0 điểm",
    ]
    kinds = [row.rule.rule["kind"] for row in annex.rows if row.rule and isinstance(row.rule.rule, dict)]
    assert kinds == ["tiers", "yes_no"]
    assert not any(notice.code == "row.joined" for row in annex.rows for notice in row.warnings)


def test_figures_beside_a_method_that_are_no_points_of_levels_stay_out_of_it() -> None:
    """One line for each criterion: the second column of points is what was given last year."""
    annex = _page(
        _cells("TT", "Tiêu chí", "Điểm tối đa", "Cách tính", "Điểm", tag="th"),
        _cells("1", "Kế hoạch", "10", "Có: 10 điểm; không: 0 điểm", "8"),
        _cells("2", "Báo cáo", "10", "Có: 10 điểm; không: 0 điểm", "6"),
    )
    assert [row.method for row in annex.rows] == ["Có: 10 điểm; không: 0 điểm"] * 2


def test_lines_with_a_text_and_points_but_no_name_are_levels_and_are_told() -> None:
    annex = _page(
        _cells("TT", "Tiêu chí", "Mức độ đạt", "Điểm", tag="th"),
        _cells("1|rowspan=3", "Tỷ lệ máy có phần mềm diệt mã độc|rowspan=3", "Dưới 80%", "0"),
        _cells("Từ 80% đến dưới 95%", "6"),
        _cells("Từ 95% trở lên", "10 điểm"),
        _cells("2|rowspan=2", "Phòng máy chủ đạt chuẩn|rowspan=2", "Đạt", "10"),
        _cells("Không đạt", "0"),
    )
    assert [str(row.max_points) for row in annex.rows] == ["10", "10"]
    assert annex.rows[0].method.split("\n") == [
        "Dưới 80%: 0 điểm",
        "Từ 80% đến dưới 95%: 6 điểm",
        "Từ 95% trở lên: 10 điểm",
    ]
    assert all("row.joined" in {notice.code for notice in row.warnings} for row in annex.rows)
    kinds = [row.rule.rule["kind"] for row in annex.rows if row.rule and isinstance(row.rule.rule, dict)]
    assert kinds == ["tiers", "yes_no"]


@pytest.mark.parametrize("mark", ["", "- "])
@pytest.mark.parametrize("heading", ["Mức điểm", "Điểm chấm theo mức", ""])
def test_lines_below_a_criterion_with_points_in_their_own_column_are_its_levels(
    mark: str, heading: str
) -> None:
    """Without a column of their own only marks, or a level worth nothing, tell them from criteria."""
    cut = slice(None) if heading else slice(3)
    cells = [("STT", "Tiêu chí", "Điểm tối đa", heading), ("1", "Sử dụng chữ ký số", "10", "")]
    levels = (("Thường xuyên", "10"), ("Thỉnh thoảng", "5"), ("Không", "0"))
    cells += [("", f"{mark}{name}", "" if heading else points, points) for name, points in levels]
    lines = [_cells(*line[cut]) for line in (*cells, ("2", "Họp trực tuyến", "5", ""))]
    annex = _page(*lines)
    assert [(row.number, str(row.max_points)) for row in annex.rows] == [("1", "10"), ("2", "5")]
    assert annex.rows[0].method == "- Thường xuyên (10 điểm)\n- Thỉnh thoảng (5 điểm)\n- Không (0 điểm)"


def test_parts_without_numbers_that_are_all_worth_something_stay_criteria() -> None:
    lines = [
        ("STT", "Tiêu chí", "Điểm tối đa"),
        ("1", "Nhận thức số", "10"),
        ("", "Họp", "10"),
        ("", "Tin", "5"),
    ]
    assert len(_page(*(_cells(*line) for line in lines)).rows) == 3


@pytest.mark.parametrize(
    "names",
    [
        ("Trên 90% cán bộ có máy", "Từ 50% đến 90%", "Dưới 50%"),
        ("Từ 5 mô hình trở lên", "Từ 1 đến 4 mô hình", "Còn lại"),
        ("Đạt từ 90%", "Đạt từ 50% đến dưới 90%", "Đạt dưới 50%"),
    ],
)
@pytest.mark.parametrize("heading", ["Thang chấm điểm", ""])
def test_bands_without_a_mark_are_levels_though_the_last_is_worth_something(
    names: tuple[str, ...], heading: str
) -> None:
    cut = slice(None) if heading else slice(3)
    cells = [("STT", "Tiêu chí", "Điểm tối đa", heading), ("1", "Máy tính", "10", "")]
    given = zip(names, ("10", "6", "2"), strict=True)
    cells += [("", name, "" if heading else points, points) for name, points in given]
    annex = _page(*(_cells(*line[cut]) for line in (*cells, ("2", "Họp trực tuyến", "5", ""))))
    assert [row.number for row in annex.rows] == ["1", "2"]
    assert annex.rows[0].rule is not None
    assert not annex.rows[0].rule.is_manual
    assert "row.levels" in {notice.code for notice in annex.rows[0].warnings}


def test_bands_whose_points_make_up_the_maximum_stay_rows() -> None:
    lines = [
        ("STT", "Tiêu chí", "Điểm tối đa"),
        ("1", "Máy", "10"),
        ("", "Từ 5 máy", "6"),
        ("", "Dưới 5 máy", "4"),
    ]
    assert len(_page(*(_cells(*line) for line in lines)).rows) == 3
