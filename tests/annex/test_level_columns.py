"""Levels in columns of their own: thresholds in the cells, points in the headings or beside them."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.level_columns import find_levels, level_of
from chamdiem.annex.rows import Annex

SHARE = ("Tỷ lệ hồ sơ trực tuyến", "Từ 80% trở lên", "Từ 60% đến dưới 80%", "Từ 40% đến dưới 60%", "Dưới 40%")
PLAN = ("Kế hoạch", "Ban hành trước 31/01", "Ban hành trong quý I", "Ban hành sau quý I", "Không ban hành")
COUNT = ("Số lớp tập huấn", "≥ 5 lớp", "3 - 4 lớp", "1 - 2 lớp", "0 lớp")
ROWS = (SHARE, PLAN, COUNT)


def _text(*headings: str, maximum: str = "10", heading: str = "Điểm tối đa") -> Annex:
    lines = ["\t".join(("STT", "Tiêu chí", *([heading] if maximum else []), *headings))]
    lines += [
        "\t".join((str(number), name, *([maximum] if maximum else []), *cells))
        for number, (name, *cells) in enumerate(ROWS, start=1)
    ]
    return read_annex("\n".join(lines).encode(), "a.txt")


def _rules(annex: Annex) -> list[Any]:
    return [row.rule.rule if row.rule else None for row in annex.rows]


def _gives(annex: Annex) -> list[list[Any]]:
    """What every level gives, from the highest on; the lowest of a ladder goes without saying."""
    rules = _rules(annex)
    steps = [[*(rule.get("tiers") or rule["options"].values())] for rule in rules]
    return [[each.get("points", each.get("give")) for each in own] for own in steps]


@pytest.mark.parametrize(
    ("headings", "second", "third"),
    [
        (("Mức 1 (100% điểm)", "Mức 2 (60% điểm)", "Mức 3 (30% điểm)", "Mức 4 (0 điểm)"), "3/5", "3/10"),
        (("Mức I: 10 điểm", "Mức II: 6 điểm", "Mức III: 3 điểm", "Mức IV: 0 điểm"), "6", "3"),
        (("10 điểm", "6 điểm", "3 điểm", "0 điểm"), "6", "3"),
        (("100% số điểm", "60% số điểm", "30% số điểm", "0% số điểm"), "3/5", "3/10"),
        (("Tốt (100% điểm)", "Khá (60% điểm)", "Trung bình (30% điểm)", "Yếu (0%)"), "3/5", "3/10"),
        (("Hoàn thành tốt (10đ)", "Hoàn thành (6đ)", "Yếu (3đ)", "Không hoàn thành (0đ)"), "6", "3"),
    ],
)
def test_headings_give_the_points_and_cells_the_thresholds(
    headings: tuple[str, ...], second: str, third: str
) -> None:
    annex = _text(*headings)
    assert [rule["kind"] for rule in _rules(annex)] == ["tiers", "choice", "tiers"]
    ladder = ["full", second, third]
    assert _gives(annex) == [ladder, [*ladder, "none"], ladder]
    assert [each["at_least"] for each in _rules(annex)[0]["tiers"]] == ["0.8", "0.6", "0.4"]
    assert not [each for each in annex.warnings if each.code == "columns.unread"]


def test_the_highest_level_is_the_maximum_where_no_column_holds_it() -> None:
    annex = _text("Tốt (10 điểm)", "Khá (7 điểm)", "Trung bình (5 điểm)", "Yếu (0 điểm)", maximum="")
    assert [str(row.max_points) for row in annex.rows] == ["10", "10", "10"]
    assert _gives(annex)[0] == ["full", "7", "5"]


@pytest.mark.parametrize(
    "headings", [("Mức 1", "Mức 2", "Mức 3", "Mức 4"), ("Tốt", "Khá", "Đạt", "Chưa đạt"), tuple("ABCD")]
)
def test_levels_whose_points_nothing_tells_are_left_to_people_whole(headings: tuple[str, ...]) -> None:
    annex = _text(*(each if len(each) > 1 else f"Loại {each}" for each in headings))
    for row, (_, *cells) in zip(annex.rows, ROWS, strict=True):
        assert row.rule is not None
        assert row.rule.is_manual
        assert all(cell in row.method for cell in cells)
        assert [each.code for each in row.warnings] == ["rule.not_understood"]
    assert annex.rows[0].method.splitlines()[-1].endswith(": Dưới 40%")


def test_points_in_the_cells_are_those_of_the_levels() -> None:
    lines = [
        "STT\tTiêu chí\tĐiểm tối đa\tMức 1\tMức 2\tMức 3",
        "1\tHọp tổ\t10\tMỗi tháng: 10đ\tMỗi quý: 6đ\t0đ",
    ]
    lines += ["2\tCổng thông tin\t8\tHằng ngày: 8 điểm\tHằng tuần: 4 điểm\tKhông: 0 điểm"]
    annex = read_annex("\n".join(lines).encode(), "a.txt")
    assert annex.rows[1].method.splitlines()[0] == "Hằng ngày: 8 điểm"
    assert _rules(annex)[1]["kind"] == "choice"
    bare = ["STT\tTiêu chí\tĐiểm tối đa\tTốt\tKhá\tTrung bình\tYếu", "1\tHọp tổ\t10\t10\t7\t5\t0"]
    annex = read_annex("\n".join([*bare, "2\tBáo cáo\t8\t8\t6\t3\t0"]).encode(), "a.txt")
    assert annex.rows[0].method == "Tốt: 10 điểm\nKhá: 7 điểm\nTrung bình: 5 điểm\nYếu: 0 điểm"
    assert _gives(annex)[0] == ["full", "7", "5", "none"]


def test_columns_that_are_ticked_say_nothing() -> None:
    annex = read_annex(
        "STT\tTiêu chí\tĐiểm tối đa\tTốt\tKhá\tYếu\n1\tHọp\t10\tx\t\t\n2\tKế hoạch\t8\t\t☐\t☐".encode(),
        "a.txt",
    )
    assert [row.method for row in annex.rows] == ["", ""]


def _page(*header: str, points: tuple[str, ...] = ()) -> Annex:
    body = ""
    for number, (name, *cells) in enumerate(ROWS, start=1):
        parts = [part for place, cell in enumerate(cells) for part in (cell, *points[place : place + 1])]
        body += "".join(f"<td>{each}</td>" for each in (str(number), name, "10", *parts)).join(
            ("<tr>", "</tr>")
        )
    head = "".join(f"<tr>{each}</tr>" for each in header)
    return read_annex(f"<html><p>BỘ TIÊU CHÍ</p><table>{head}{body}</table></html>".encode(), "a.html")


_LEVELS = "".join(f"<th colspan=2>Mức {number}</th>" for number in range(1, 5))


@pytest.mark.parametrize("pair", [("Mức", "Điểm"), ("Kết quả", "Số điểm"), ("Điều kiện", "Điểm đạt")])
@pytest.mark.parametrize("rows", [2, 3])
def test_points_beside_a_level_are_its_own(pair: tuple[str, str], rows: int) -> None:
    first = "".join(f"<th rowspan={rows}>{each}</th>" for each in ("STT", "Tiêu chí", "Điểm tối đa"))
    top = [f"{first}<th colspan=8>Thang đánh giá</th>", _LEVELS] if rows == 3 else [first + _LEVELS]
    below = "".join(f"<th>{each}</th>" for each in pair) * 4
    annex = _page(*top, below, points=("10", "6", "3", "0"))
    assert _gives(annex)[0] == ["full", "6", "3"]
    assert [str(row.max_points) for row in annex.rows] == ["10", "10", "10"]


def test_shares_stand_below_one_heading_for_all_levels() -> None:
    first = "".join(f"<th rowspan=2>{each}</th>" for each in ("STT", "Tiêu chí", "Điểm tối đa"))
    shares = "".join(f"<th>{each}</th>" for each in ("100% số điểm", "60% số điểm", "30% số điểm", "0 điểm"))
    annex = _page(f"{first}<th colspan=4>Mức độ đạt được</th>", shares)
    assert _gives(annex)[0] == ["full", "3/5", "3/10"]
    assert annex.rows[0].method.startswith("Từ 80% trở lên: 100% điểm tối đa\n")


def test_one_step_of_a_ladder_is_no_goal() -> None:
    annex = read_annex(
        "STT\tTiêu chí\tĐiểm tối đa\tCách tính\n1\tTỷ lệ hồ sơ\t10\tTừ 60% đến dưới 80%\n2\tA\t5".encode(),
        "a.txt",
    )
    assert annex.rows[0].rule is not None
    assert annex.rows[0].rule.is_manual


@pytest.mark.parametrize(
    "heading",
    [
        "Điểm tối đa",
        "Điểm",
        "Mức đạt",
        "Kết quả tự đánh giá",
        "100%",
        "Cấp xã",
        "Mức điểm",
        "Điểm tự chấm mức 1",
    ],
)
def test_other_headings_are_no_levels(heading: str) -> None:
    assert level_of(heading) is None


def test_one_level_alone_and_two_grades_are_no_ladder() -> None:
    assert find_levels(("STT", "Tiêu chí", "Mức 1")) == {}
    assert find_levels(("STT", "Đạt", "Chưa đạt")) == {}


def test_levels_line_by_line_below_one_heading_for_them_and_their_points() -> None:
    first = "".join(f"<th rowspan=2>{each}</th>" for each in ("STT", "Tiêu chí", "Điểm tối đa"))
    lines = [
        ("1", "Tỷ lệ hồ sơ", "10", "Từ 80%", "10"),
        ("", "", "", "Dưới 80%", "0"),
        ("2", "Kế hoạch", "5", "Có", "5"),
        ("", "", "", "Không", "0"),
    ]
    rows = "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in line)}</tr>" for line in lines)
    header = f"<tr>{first}<th colspan=2>Thang đánh giá</th></tr><tr><th>Kết quả</th><th>Điểm</th></tr>"
    annex = read_annex(f"<html><p>BỘ TIÊU CHÍ</p><table>{header}{rows}</table></html>".encode(), "a.html")
    assert [row.method for row in annex.rows] == [
        "Từ 80%: 10 điểm\nDưới 80%: 0 điểm", "Có: 5 điểm\nKhông: 0 điểm",
    ]  # fmt: skip
    assert _rules(annex)[1]["kind"] == "yes_no"
