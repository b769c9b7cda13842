"""Columns that people chose go before what the reader recognises."""

from __future__ import annotations

from pathlib import Path

import pytest

from chamdiem.annex.blocks import Line
from chamdiem.annex.columns import read_columns
from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.isolating import import_apart
from chamdiem.annex.printed import Choice, NoRows, PrintedTable
from chamdiem.annex.rows import Annex
from tests.annex.received import read_once

FILES = Path(__file__).parent / "corpus" / "files"
# Headings that say nothing, and too few rows to guess by.
STRANGE = [
    "Ghi ở đây điều đầu\tBên thứ hai\tBên thứ ba\tBên thứ tư",
    "Có kế hoạch năm\tVăn phòng\t10\tĐã ban hành: 10 điểm; chưa: 0 điểm",
    "Tỷ lệ hồ sơ trực tuyến\tMột cửa\t20\tHội đồng xem xét",
]
ROLES = ("name", "lead", "max", "method")


def _read(lines: list[str], **choices: Choice) -> Annex:
    return read_annex(
        "\n".join(lines).encode(), "a.txt", {int(key[1:]): each for key, each in choices.items()}
    )


def _printed(lines: list[str]) -> list[PrintedTable]:
    try:
        return _read(lines).printed
    except NoRows as refused:
        return list(refused.printed)


def test_a_file_whose_headers_say_nothing_shows_its_tables_and_is_read_by_the_choice() -> None:
    with pytest.raises(NoRows) as refused:
        _read(STRANGE)
    (table,) = refused.value.printed
    assert table.roles == ()
    assert table.lines[0][1] == "Bên thứ hai"
    annex = read_annex("\n".join(STRANGE).encode(), "a.txt", {table.place: Choice(ROLES)})
    assert [(row.name, str(row.max_points)) for row in annex.rows] == [
        ("Có kế hoạch năm", "10"), ("Tỷ lệ hồ sơ trực tuyến", "20"),
    ]  # fmt: skip
    assert annex.rows[0].texts["lead"] == "Văn phòng"
    assert annex.rows[0].rule is not None
    assert not annex.rows[0].rule.is_manual


def test_a_process_of_its_own_says_the_same() -> None:
    data = "\n".join(STRANGE).encode()
    with pytest.raises(NoRows) as refused:
        import_apart(data, "a.txt")
    (table,) = refused.value.printed
    annex, _draft = import_apart(data, "a.txt", {table.place: Choice(ROLES)})
    assert len(annex.rows) == 2


def test_the_first_line_is_a_row_where_the_table_has_no_header() -> None:
    (table,) = _printed(STRANGE)
    annex = _read(STRANGE[1:], **{f"_{table.place}": Choice(ROLES, header=0)})
    assert [row.name for row in annex.rows] == ["Có kế hoạch năm", "Tỷ lệ hồ sơ trực tuyến"]


def test_a_header_repeated_on_the_next_page_is_passed_over() -> None:
    (table,) = _printed(STRANGE)
    lines = [*STRANGE, STRANGE[0], "Có hạ tầng số\tVăn phòng\t5\tHội đồng xem xét"]
    annex = _read(lines, **{f"_{table.place}": Choice(ROLES)})
    assert [row.name for row in annex.rows][2:] == ["Có hạ tầng số"]


def test_points_in_the_names_count_where_no_column_holds_them() -> None:
    lines = ["Điều đầu\tBên kia", "Có kế hoạch năm (10 điểm)\tVăn phòng", "Có báo cáo (5 điểm)\tVăn phòng"]
    (table,) = _printed(lines)
    annex = _read(lines, **{f"_{table.place}": Choice(("name", "lead"))})
    assert [(row.name, str(row.max_points)) for row in annex.rows] == [
        ("Có kế hoạch năm", "10"),
        ("Có báo cáo", "5"),
    ]


@pytest.mark.parametrize(
    "path", sorted(each for each in FILES.iterdir() if each.suffix != ".pdf"), ids=lambda path: path.name
)
def test_saying_again_what_was_recognised_changes_no_row(path: Path) -> None:
    before, draft = read_once(path)
    tables = [each for each in before.printed if each.roles and not each.is_guessed]
    choices = {each.place: Choice(each.roles, each.header) for each in tables}
    assert import_annex(path.read_bytes(), path.name, choices)[1].text == draft.text


def test_a_table_whose_columns_are_all_passed_over_is_not_read() -> None:
    lines = ["STT\tTiêu chí\tĐiểm tối đa", "1\tCó kế hoạch\t10", "2\tCó báo cáo\t5", "", "Bảng khác", ""]
    lines += ["STT\tTiêu chí\tĐiểm tối đa\tGhi chú", "1\tMẫu biểu\t3\tx", "2\tMẫu khác\t4\tx"]
    first, second = _printed(lines)
    annex = _read(lines, **{f"_{second.place}": Choice(("ignored",) * 4)})
    assert [row.name for row in annex.rows] == ["Có kế hoạch", "Có báo cáo"]
    assert first.roles == ("number", "name", "max")


def test_a_table_parted_by_text_is_read_on_by_the_choice_of_its_first_part() -> None:
    lines = [*STRANGE, "", "Trang này còn tiếp", "", "Có hạ tầng số\tVăn phòng\t5\tHội đồng xem xét"]
    first, rest = _printed(lines)
    assert (first.continues, rest.continues) == (False, True)
    annex = _read(lines, **{f"_{first.place}": Choice(ROLES)})
    assert [row.name for row in annex.rows][2:] == ["Có hạ tầng số"]


@pytest.mark.parametrize(
    "header",
    [
        ("Ký hiệu", "Tiêu chuẩn đánh giá", "Khung điểm", "Mức đánh giá", "Nơi cung cấp số liệu"),
        ("#", "Chỉ số", "Max", "Cách tính", "Nguồn"),
    ],
)
def test_other_words_for_the_same_columns_are_known(header: tuple[str, ...]) -> None:
    found = read_columns(Line(header))
    assert found is not None
    assert found[0].roles == ("number", "name", "max", "method", "data_source")


def test_a_heading_over_groups_and_criteria_says_nothing_of_the_columns_below() -> None:
    upper = Line(("TT", "Nội dung chấm điểm", "", "Điểm", "", "Cơ quan theo dõi"), merged=frozenset((2, 4)))
    found = read_columns(upper, Line(("", "Nhóm", "Tiêu chí", "Chuẩn", "Đạt", ""), merged=frozenset((0, 5))))
    assert found is not None
    assert found[0].roles[2:4] == ("name", "max")


def test_codes_with_parts_make_a_tree() -> None:
    lines = [
        "Ký hiệu\tTiêu chuẩn đánh giá\tKhung điểm\tMức đánh giá",
        "TC1\tChất lượng\t60\t",
        "TC1.1\tHài lòng\t35\tCó: 35 điểm; không: 0 điểm",
        "TC1.2\tĐúng hạn\t25\tCó: 25 điểm; không: 0 điểm",
        "TC2\tAn toàn\t40\t",
        "TC2.1\tSao lưu\t40\tCó: 40 điểm; không: 0 điểm",
    ]
    rows = read_annex("\n".join(lines).encode(), "a.txt").rows
    assert [(row.key, row.level) for row in rows] == [
        ("TC1", 0),
        ("TC1.1", 1),
        ("TC1.2", 1),
        ("TC2", 0),
        ("TC2.1", 1),
    ]
