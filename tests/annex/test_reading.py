"""From bytes to rows: formats, headers, numbers, trees, repairs, encodings."""

# Lines of tables stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import io
from fractions import Fraction

import pytest
import typst
from docx import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from chamdiem.annex import report_data, write_page
from chamdiem.annex.amounts import points_at_the_end, read_points
from chamdiem.annex.blocks import Line
from chamdiem.annex.column_words import role_of
from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.losses import Loss
from chamdiem.annex.lost_letters import fill
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.numbering import read_number, split_number
from chamdiem.annex.offices import list_offices
from chamdiem.annex.reading.page_markup import read_html
from chamdiem.annex.repairing import undo
from chamdiem.annex.rows import Annex
from chamdiem.core.lint.old_encodings import from_tcvn3, from_vni

HEADER = "STT\tTiêu chí\tĐiểm tối đa\tCách tính điểm"


def annex_of(*lines: str, header: str = HEADER) -> Annex:
    return read_annex("\n".join([header, *lines]).encode(), "a.txt")


def tree_of(annex: Annex) -> list[tuple[str, int]]:
    return [(row.number or row.name, row.level) for row in annex.rows]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("TT", "number"),
        ("Nội dung tiêu chí", "name"),
        ("Tiêu chí đánh giá", "name"),
        ("Thang điểm", "max"),
        ("Điểm tự chấm", "ignored"),
        ("Mức điểm tối đa", "max"),
        ("Hướng dẫn chấm điểm", "method"),
        ("Tài liệu minh chứng", "evidence"),
        ("Đơn vị phối hợp xác minh số liệu", "verifying"),
        ("Đơn vị chủ trì", "lead"),
        ("Nguồn thu thập dữ liệu", "data_source"),
        ("Thời hạn hoàn thành", "deadline"),
        ("Mã tiêu chí", "code"),
        ("Ghi chú", "note"),
        ("Thời tiết hôm nay", ""),
    ],
)
def test_the_words_of_a_heading_tell_what_its_column_holds(heading: str, role: str) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize(
    ("text", "style", "parts"),
    [("IV", "roman", (4,)), ("1.10", "dotted2", (1, 10)), ("3.", "arabic", (3,)), ("đ)", "lower", (5,)), ("II.1.2", "mixed3", (2, 1, 2)), ("2.1.b", "dotted3", (2, 1, 2)), ("2a", "dotted2", (2, 1))],
)  # fmt: skip
def test_a_printed_number_is_read_in_its_style(text: str, style: str, parts: tuple[int, ...]) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.style, number.parts) == (style, parts)


def test_a_sentence_is_no_number() -> None:
    assert read_number("100% xã") is None
    assert read_number("5đ") is None
    assert split_number("1.2. Nhận thức số") == ("1.2.", "Nhận thức số")
    assert split_number("5 năm thực hiện") == ("", "5 năm thực hiện")


def test_points_are_read_with_decimal_comma_and_brackets() -> None:
    assert read_points("2,5") == Fraction(5, 2)
    assert read_points("(10 điểm)") == 10
    assert read_points("1.000") == 1000
    assert read_points("Có") is None
    assert points_at_the_end("Nhận thức số: (60 điểm)") == ("Nhận thức số", Fraction(60))
    assert points_at_the_end("Cấp độ 3") == ("Cấp độ 3", None)


def test_markup_in_cells_is_resolved_and_products_are_kept() -> None:
    assert plain("<ul><li>- Tỷ lệ $\\geq$ 80\\%</li><li>- Có</li></ul>") == "- Tỷ lệ ≥ 80%\n- Có"
    assert plain("1/2 *Điểm tối đa; 1/4* Điểm") == "1/2 *Điểm tối đa; 1/4* Điểm"
    assert plain_paragraph("1.1. *Chỉ số thể chế*: Gồm 02") == "1.1. Chỉ số thể chế: Gồm 02"
    assert plain("<math>b/a * (\\text{Điểm tối đa}/2)</math>") == "b/a * (Điểm tối đa/2)"
    assert plain(r"\(\frac{\text{Số phiếu}}{\text{Tổng}} \times 20\)") == "(Số phiếu)/Tổng × 20"
    assert plain(r"$$\tfrac{a}{b}$$, tối đa \(60 điểm\)") == "a/b, tối đa (60 điểm)"
    assert (plain("*Kinh tế số*"), plain("__Ghi chú__"), plain("a*b*c")) == ("Kinh tế số", "Ghi chú", "a*b*c")


def test_numbers_that_restart_below_roman_ones_get_keys_of_their_own() -> None:
    annex = annex_of("I\tA\t20\t", "1\tB\t10\tx", "2\tC\t10\tx", "II\tD\t10\t", "1\tE\t10\tx")
    assert tree_of(annex) == [("I", 0), ("1", 1), ("2", 1), ("II", 0), ("1", 1)]
    assert [row.key for row in annex.rows] == ["I", "I.1", "I.2", "II", "II.1"]


def test_a_roman_one_printed_for_an_arabic_one_is_its_sibling() -> None:
    annex = annex_of("I\tA\t10\t", "1.1\tB\t10\tx", "2\tC\t10\t", "2.1\tD\t10\tx")
    assert tree_of(annex) == [("I", 0), ("1.1", 1), ("2", 0), ("2.1", 1)]


def test_a_row_without_number_stands_beside_the_row_above_when_its_number_is_missing() -> None:
    annex = annex_of("8\tA\t30\t", "8.1\tB\t10\tx", "\tC\t10\tx", "8.3\tD\t10\tx")
    assert tree_of(annex) == [("8", 0), ("8.1", 1), ("C", 1), ("8.3", 1)]
    assert [notice.code for notice in annex.rows[2].warnings][:1] == ["number.missing"]


def test_a_row_split_by_a_page_break_is_joined_and_the_header_passed_over() -> None:
    annex = annex_of("1\tTỷ lệ hồ sơ\t10\ta = Số hồ sơ đúng hạn; b = Tổng", HEADER, "\tnộp trực tuyến\t\tsố hồ sơ; Điểm = a/b * Điểm tối đa")  # fmt: skip
    (row,) = annex.rows
    assert row.name == "Tỷ lệ hồ sơ nộp trực tuyến"
    assert row.rule is not None
    assert row.rule.rule == {"kind": "ratio", "value": "a / b", "if_zero": "not_applicable"}
    assert row.warnings[0].code == "row.joined"


def test_sums_that_differ_and_counts_that_differ_are_told() -> None:
    text = "Gồm 02 nhóm và 3 tiêu chí.\nSTT\tNhóm/Tiêu chí\tĐiểm tối đa\nI\tA\t20\n1\tB\t10\n2\tC\t5\n"
    annex = read_annex(text.encode(), "a.txt")
    codes = {notice.code for notice in annex.rows[0].warnings}
    assert {"max.sum", "declared.differs"} <= codes


def test_a_table_whose_header_says_nothing_is_read_by_what_stands_in_it() -> None:
    lines = [f"{n}\tTiêu chí số {n} của bộ\t{n}0\tĐã có: Điểm tối đa; chưa có: 0 điểm" for n in range(1, 6)]
    annex = annex_of(*lines, header="x\ty\tz\tw")
    assert [row.max_points for row in annex.rows] == [10, 20, 30, 40, 50]
    assert "columns.guessed" in {notice.code for notice in annex.rows[0].warnings}


def test_automatic_numbers_of_word_are_counted_and_deleted_text_is_left_out() -> None:
    document = WordDocument()
    for name in ("Nhận thức số (10 điểm)", "Thể chế số (20 điểm)", "Hạ tầng số (30 điểm)"):
        document.add_paragraph(name, style="List Number")
    gone = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = " đã xóa"
    run.append(text)
    gone.append(run)
    document.paragraphs[0]._p.append(gone)
    target = io.BytesIO()
    document.save(target)
    annex = read_annex(target.getvalue(), "a.docx")
    assert [(row.number, row.name) for row in annex.rows] == [
        ("1.", "Nhận thức số"), ("2.", "Thể chế số"), ("3.", "Hạ tầng số"),
    ]  # fmt: skip


def test_merged_maxima_of_word_are_shared() -> None:
    document = WordDocument()
    table = document.add_table(rows=4, cols=3)
    rows = [("STT", "Tiêu chí", "Điểm tối đa"), ("1", "Nhóm", "10"), ("1.1", "A", "10"), ("1.2", "B", "")]
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(place, column).text = cell
    table.cell(2, 2).merge(table.cell(3, 2))
    assert table.cell(3, 2)._tc.find(qn("w:p")) is not None
    target = io.BytesIO()
    document.save(target)
    annex, draft = import_annex(target.getvalue(), "a.docx")
    assert annex.rows[2].shares_maximum_of == 1
    assert draft.indicator_set.rows[2].shares_maximum_of == "1.1"


def test_a_group_printed_above_its_table_keeps_its_number_and_points() -> None:
    lines = [
        "I. HẠ TẦNG (50 điểm)", HEADER, "1\tCó kế hoạch\t50\tCó: 50 điểm", "II. Dữ liệu: 30 điểm", HEADER,
        "2\tCó kho dữ liệu\t30\tCó: 30 điểm",
    ]  # fmt: skip
    annex = read_annex("\n".join(lines).encode(), "a.txt")
    assert [(row.number, row.name, row.level, str(row.max_points)) for row in annex.rows] == [
        ("I.", "HẠ TẦNG", 0, "50"),
        ("1", "Có kế hoạch", 1, "50"),
        ("II.", "Dữ liệu", 0, "30"),
        ("2", "Có kho dữ liệu", 1, "30"),
    ]


def test_the_only_pillar_the_text_names_stands_above_the_table() -> None:
    text = "\n".join(
        [
            "Có 01 trụ cột Chính quyền số gồm 02 chỉ số",
            HEADER,
            "\tTổng cộng\t20",
            "1\tNhận thức\t10",
            "2\tHạ tầng\t10",
        ]
    )
    annex = read_annex(text.encode(), "a.txt")
    assert [(row.name, row.level, str(row.max_points)) for row in annex.rows] == [
        ("Chính quyền số", 0, "20"),
        ("Nhận thức", 1, "10"),
        ("Hạ tầng", 1, "10"),
    ]


@pytest.mark.parametrize("between", ["\n\n", "\n|\n"])
def test_cells_below_each_other_are_put_side_by_side(between: str) -> None:
    rows = [
        HEADER.split("\t"), ["I", "Hạ tầng", "20", ""], ["1", "Mạng", "10", "Có: 10 điểm\nKhông: 0 điểm"],
        ["2", "Wifi", "10", "Có: 10 điểm"],
    ]  # fmt: skip
    # More than ten bars tell this kind of text; the last cell has one too where nothing parts the rows.
    whole = between.join("\n|\n".join(row) for row in rows) + between.rstrip()
    annex = read_annex(f"BẢNG TIÊU CHÍ\n\n{whole}\n".encode(), "a.txt")
    assert [(row.number, row.name, str(row.max_points)) for row in annex.rows] == [
        ("I", "Hạ tầng", "20"), ("1", "Mạng", "10"), ("2", "Wifi", "10"),
    ]  # fmt: skip
    assert annex.rows[1].method == "Có: 10 điểm\nKhông: 0 điểm"


def _typed_page(*texts: tuple[int, int, str]) -> bytes:
    """A PDF page with texts at places in points, and no line."""
    placed = "\n".join(f"#place(dx: {x}pt, dy: {y}pt)[{text}]" for x, y, text in texts)
    return typst.compile(f"#set page(width: 500pt, height: 300pt, margin: 20pt)\n{placed}".encode())


def test_a_pdf_table_without_lines_is_read_by_its_gaps() -> None:
    columns = (0, 30, 200, 260)
    rows = [
        (0, ("TT", "Tiêu chí", "Điểm", "Cách chấm")),
        (30, ("I", "Hạ tầng", "20", "")),
        (60, ("1", "Có mạng nội bộ", "10", "Có: 10 điểm;")),
        (73, ("", "của cơ quan", "", "không: 0 điểm")),
        (103, ("2", "Có wifi", "10", "Có: 10 điểm; không: 0 điểm")),
    ]
    texts = [(x, y, text) for y, cells in rows for x, text in zip(columns, cells, strict=True) if text]
    annex = read_annex(_typed_page(*texts), "a.pdf")
    assert [(row.number, row.name, str(row.max_points)) for row in annex.rows] == [
        ("I", "Hạ tầng", "20"),
        ("1", "Có mạng nội bộ của cơ quan", "10"),
        ("2", "Có wifi", "10"),
    ]
    assert annex.rows[1].method == "Có: 10 điểm; không: 0 điểm"


def test_a_hidden_sheet_is_told_of_and_fractions_in_cells_are_exact() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for line in (["TT", "Tiêu chí", "Điểm"], [1, "A", 0.1], [2, "B", 2.5], [3, "C", 10]):
        sheet.append(line)
    workbook.create_sheet("nháp").sheet_state = "hidden"
    target = io.BytesIO()
    workbook.save(target)
    annex = read_annex(target.getvalue(), "a.xlsx")
    assert [row.max_points for row in annex.rows] == [Fraction(1, 10), Fraction(5, 2), Fraction(10)]
    assert "nháp" in annex.warnings[0].facts["text"]


def test_spans_of_html_keep_the_cells_below_their_headings() -> None:
    page = "<table><tr><th rowspan=2>STT</th><th rowspan=2>Tiêu chí</th><th colspan=2>Điểm</th></tr><tr><th>Tối đa</th><th>Tự chấm</th></tr><tr><td>1<td>A<td>5<td></tr></table>"
    blocks = read_html(page).blocks
    assert [getattr(block, "cells", ()) for block in blocks][1:] == [
        ("", "", "Tối đa", "Tự chấm"),
        ("1", "A", "5", ""),
    ]
    assert read_annex(page.encode(), "a.html").rows[0].max_points == 5


def test_a_table_with_a_header_stands_alone_inside_tables_that_only_place_it() -> None:
    inner = "<table><tr><th>STT<th>Tiêu chí<th>Điểm tối đa<tr><td>1<td>Có quy chế<td>5</table>"
    page = f"<table><tr><td>Trang chủ<td><p>BỘ TIÊU CHÍ XÃ</p>{inner}<p>Nơi nhận</p></tr><tr><td>Liên hệ<td>2</table>"
    blocks = read_html(page).blocks
    lines = [block.cells if isinstance(block, Line) else (block.text,) for block in blocks]
    assert lines == [
        ("Trang chủ",),
        ("BỘ TIÊU CHÍ XÃ",),
        ("STT", "Tiêu chí", "Điểm tối đa"),
        ("1", "Có quy chế", "5"),
        ("Nơi nhận",),
        ("Liên hệ",),
        ("2",),
    ]
    [row] = read_annex(page.encode(), "a.html").rows
    assert (row.name, row.max_points) == ("Có quy chế", Fraction(5))


def test_a_small_table_in_a_cell_is_text_of_the_cell() -> None:
    levels = "<table><tr><td>Có<td>5 điểm<tr><td>Không<td>0 điểm</table>"
    page = f"<table><tr><th>STT<th>Tiêu chí<th>Điểm tối đa<th>Cách tính<tr><td>1<td>Có quy chế<td>5<td>{levels}</table>"
    [row] = read_annex(page.encode(), "a.html").rows
    assert row.method == "Có | 5 điểm\nKhông | 0 điểm"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("được đính   m tệp", "được đính kèm tệp"),
        ("cần lấy    iến nhân dân", "cần lấy ý kiến nhân dân"),
        ("đăng  ý qua S M", "đăng ký qua SIM"),
    ],
)
def test_words_that_lost_more_than_one_letter_are_put_together(damaged: str, whole: str) -> None:
    lost = Loss(frozenset("kèý"), frozenset("i"))
    assert fill(damaged, lost)[0] == whole


def test_the_number_of_a_document_parted_by_the_end_of_a_line_is_joined() -> None:
    annex = annex_of("1\tNghị định 42/2022/NĐ- CP\t10\tCó: 10 điểm", "2\tB - C\t5\tCó: 5 điểm")
    assert [row.name for row in annex.rows] == ["Nghị định 42/2022/NĐ-CP", "B - C"]


def test_old_encodings_become_unicode() -> None:
    assert from_tcvn3("§iÓm tèi ®a") == "Điểm tối đa"
    assert from_vni("Ñieåm toái ña") == "Điểm tối đa"
    assert from_vni("Chuyeån ñoåi soá") == "Chuyển đổi số"
    assert from_vni("TIEÂU CHÍ XEÁP HAÏNG") == "TIÊU CHÍ XẾP HẠNG"


def test_offices_are_parted_and_their_own_commas_stay() -> None:
    text = "Phòng Văn hóa và Thông tin, UBND các xã, thị trấn; Phòng Tài chính - Kế hoạch"
    assert list_offices(text) == [
        "Phòng Văn hóa và Thông tin",
        "UBND các xã, thị trấn",
        "Phòng Tài chính - Kế hoạch",
    ]


def test_a_repair_can_be_undone_and_the_others_stay_in_place(repaired: Annex) -> None:
    row = next(row for row in repaired.rows if len([r for r in row.repairs if r.field == "method"]) > 2)
    first, second, *_ = [repair for repair in row.repairs if repair.field == "method"]
    undo(row, first)
    moved = next(
        repair for repair in row.repairs if repair.repaired == second.repaired and repair.field == "method"
    )
    assert row.method[moved.start :].startswith(second.repaired)
    assert row.method[first.start :].startswith(first.printed)


def test_the_report_names_every_repair_and_the_text_before_it_is_kept(repaired: Annex) -> None:
    data = report_data(repaired)
    assert len(data["repairs"]) == sum(len(row.repairs) for row in repaired.rows) > 300
    for repair in data["repairs"][:50]:
        row = next(row for row in data["rows"] if row["key"] == repair["row"])
        assert row[repair["field"]][repair["start"] :].startswith(repair["repaired"])


def test_the_page_shows_words_and_rule_side_by_side_and_escapes_them() -> None:
    lines = (HEADER, "1\tBan hành <script> kế hoạch\t10\tĐã ban hành: Điểm tối đa; chưa ban hành: 0 điểm")
    page = write_page(*import_annex("\n".join(lines).encode(), "a.txt"))
    assert "<script>" not in page
    assert "<mark>Đã ban hành: Điểm tối đa</mark>" in page
    assert "Tin cậy 96 %" in page


@pytest.mark.parametrize(
    "rule", ["|:-:|:-:|--:|", "|-|-|-|", "| - | :- | -: |", "|---|---|---|", "-|-|-", ":--|---|--:"]
)
@pytest.mark.parametrize("form", ["| {} |", "{}"])
def test_the_line_below_a_header_of_markdown_is_no_row(rule: str, form: str) -> None:
    lines = ["TT | Tiêu chí | Điểm tối đa", "1 | Nhóm một | 5", "1.1 | Tiêu chí a | 5"]
    head, *rows = [form.format(line) for line in lines]
    annex = read_annex("\n".join(["# Bộ tiêu chí", "", head, rule, *rows]).encode(), "a.md")
    assert tree_of(annex) == [("1", 0), ("1.1", 1)]


def test_bars_escaped_in_a_cell_and_empty_cells_at_its_ends_are_kept() -> None:
    lines = [
        "| TT | Tiêu chí | Điểm tối đa | Ghi chú |",
        "|-|-|-|-|",
        r"| 1 | Thôn \| buôn | 5 ||",
        "|| Bản | 5 | x |",
    ]
    annex = read_annex("\n".join(lines).encode(), "a.md")
    assert [row.name for row in annex.rows] == ["Thôn | buôn", "Bản"]
