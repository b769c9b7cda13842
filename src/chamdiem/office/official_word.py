"""An official report as a Word file, in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from io import BytesIO
from itertools import zip_longest
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from chamdiem.office.official import COUNTRY, MOST_ROWS, MOTTO, Annex, OfficialReport, head_name
from chamdiem.office.official_word_tables import draw_table, mark_row, set_widths

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FONT = "Times New Roman"
_TEXT, _SMALL = 14, 11
_CENTRE, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
# Between the margins of a page along, and of one across.
_ALONG = 210 - 30 - 15
_ACROSS = 297 - 20 - 20
# How wide a bold letter of the text is on average, in mm; the share of a line that its rule takes.
_LETTER, _RULE = 2.6, 0.4


def write_word(report: OfficialReport) -> bytes:
    """The report as a .docx file: A4, margins 20, 20, 30, 15 mm, Times New Roman, page numbers on top."""
    document = Document()
    _set_style(document)
    _set_page(document.sections[0])
    _head(document, report)
    _line(document, report.kind, bold=True, before=18)
    _line(document, report.subject, bold=True)
    _rule_below_subject(document, report.subject)
    for paragraph in report.opening:
        _paragraph(document, paragraph)
    for section in report.sections:
        _paragraph(document, section.heading, bold=True)
        for paragraph, following in zip_longest(section.paragraphs, section.paragraphs[1:], fillvalue=""):
            _paragraph(document, paragraph, heads=following.startswith("- ") > paragraph.startswith("- "))
        if section.table is not None:
            draw_table(document, section.table, _ALONG, is_whole=len(section.table.rows) <= MOST_ROWS)
            document.add_paragraph().paragraph_format.line_spacing = Pt(6)
    # Recipients and signer never stand on a page alone.
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    _foot(document, report)
    for annex in report.annexes:
        _annex(document, annex, report)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _set_style(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_TEXT)
    # Word takes the face of Vietnamese letters from this attribute.
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)


def _set_page(section: Any, *, is_across: bool = False) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = not is_across
    if is_across:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(20)
    header = section.header.paragraphs[0]
    header.alignment = _CENTRE
    if not header.runs:
        _field(header.add_run(), "PAGE")


def _field(run: Any, name: str) -> None:
    """A field that Word fills in, as the number of the page."""
    for kind, text in (("begin", None), (None, name), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
    run.font.size = Pt(_TEXT)


def _head(document: Any, report: OfficialReport) -> None:
    """Both blocks at the top: who issues on the left, the country on the right."""
    table = document.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    # A little wider than the text, as is usual, so that the country stands on one line.
    set_widths(table, [Mm(70), Mm(100)])
    left, right = table.rows[0].cells
    _cell(left, [(head_name(report.superior), 12, False, False), (head_name(report.body), 12, True, False)])
    _rule(left, 22)
    _cell(right, [(COUNTRY, 12, True, False), (MOTTO, 13, True, False)])
    _rule(right, 47)
    _keep_on_one_line(right)
    _cell(table.rows[1].cells[0], [(f"Số: {report.number}", 13, False, False)])
    _cell(table.rows[1].cells[1], [(report.place_and_day, 14, False, True)])


def _cell(cell: Any, lines: list[tuple[str, int, bool, bool]]) -> None:
    for position, (text, size, bold, italic) in enumerate(lines):
        paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
        paragraph.alignment = _CENTRE
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _keep_on_one_line(cell: Any) -> None:
    """Let no word of the country and its motto fall into a second line."""
    mark = OxmlElement("w:noWrap")
    cell._tc.get_or_add_tcPr().append(mark)


def _rule_below_subject(document: Any, subject: str) -> None:
    """The line below the subject, 1/3 to 1/2 as long as the subject's own line."""
    longest = min(len(subject) * _LETTER, _ALONG)
    paragraph = document.add_paragraph()
    _draw_rule(paragraph, (_ALONG - longest * _RULE) / 2)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(3), Pt(9)


def _rule(cell: Any, width: int) -> None:
    """The line below a name."""
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    _draw_rule(paragraph, max((cell.width.mm - width) / 2 - 2, 0))


def _draw_rule(paragraph: Any, indent: float) -> None:
    """A line as a paragraph with a border, indented from both sides in mm."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent)
    paragraph.paragraph_format.line_spacing = Pt(6)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)


def _line(document: Any, text: str, *, bold: bool = False, before: int = 0, after: int = 0) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    paragraph.add_run(text).bold = bold


def _paragraph(document: Any, text: str, *, bold: bool = False, heads: bool = False) -> None:
    """A paragraph for each line: a break within one would stretch the line before it.

    What ``heads`` a list, as every bold one, stays with its first line.
    """
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        paragraph.alignment = _JUSTIFY
        form = paragraph.paragraph_format
        form.first_line_indent, form.space_before, form.space_after = Mm(10), Pt(3), Pt(3)
        form.keep_with_next = bold or heads
        paragraph.add_run(line).bold = bold


def _foot(document: Any, report: OfficialReport) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    set_widths(table, [Mm(82), Mm(83)])
    mark_row(table.rows[0], "w:cantSplit")
    left, right = table.rows[0].cells
    first = left.paragraphs[0]
    first.paragraph_format.space_before = Pt(12)
    run = first.add_run("Nơi nhận:")
    run.bold, run.italic, run.font.size = True, True, Pt(12)
    for position, recipient in enumerate(report.recipients, start=1):
        ending = "." if position == len(report.recipients) else ";"
        line = left.add_paragraph().add_run(f"- {recipient}{ending}")
        line.font.size = Pt(_SMALL)
    signer = right.paragraphs[0]
    signer.alignment = _CENTRE
    signer.paragraph_format.space_before = Pt(12)
    signer.add_run(report.signer_title.upper()).bold = True


def _annex(document: Any, annex: Annex, report: OfficialReport) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, is_across=True)
    _line(document, annex.number, bold=True)
    _line(document, annex.title, bold=True)
    paragraph = document.add_paragraph()
    paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.add_run(report.attached).italic = True
    draw_table(document, annex.table, _ACROSS)
