"""Annexes without tables: lines such as "1. Nhận thức số (60 điểm)" with the texts below them."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.annex.amounts import exact_number, points_at_the_end, read_points, total_of
from chamdiem.annex.blocks import Document, Paragraph
from chamdiem.annex.columns import Columns
from chamdiem.annex.heading import is_title
from chamdiem.annex.labels import label_of
from chamdiem.annex.levels import join_levels
from chamdiem.annex.misread_points import tell_misread, with_figures
from chamdiem.annex.nesting import MARKS, find_list_headings, without_mark
from chamdiem.annex.number_labels import read_label
from chamdiem.annex.numbering import read_number, split_number
from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.table import Table
from chamdiem.annex.wrapped import unwrap

_COLUMNS = Columns(("number", "name", "max", "method"), ("", "", "", ""))
_FEWEST_ROWS, _FEWEST_IN_A_SET = 3, 2
_WRAPPED = ("pdf", "text")
_LONGEST_HEADING = 200
# "Họp tổ (30 điểm): Mỗi cuộc họp được 2,5 điểm".
_METHOD_BEHIND = re.compile(
    r"(?P<name>[^(:]{3,150}?)\s*(?P<points>[(\[]\s*(?:tối đa\s*)?\d{1,4}(?:,\d{1,3})?\s*(?:điểm|đ)\s*\))\s*[:.–-]\s*(?P<method>\S.{9,})",
    re.IGNORECASE,
)
# What follows is no part of a row: the next article, or to whom the document goes and who signs it.
_END = re.compile(r"nơi nhận\s*:|điều \d{1,2}\s*[.:]", re.IGNORECASE)
# "Có sai phạm: trừ 10 điểm": what is done with the points is no part of the name.
_GIVEN = re.compile(r"\s*[:–-]\s*(?P<how>(?:bị )?trừ|(?:được )?cộng(?: thêm)?)$", re.IGNORECASE)

# "Điểm đạt được = số thôn x 2 (không quá 10 điểm)", "Treo băng rôn (2 điểm), phát thanh (2 điểm)".
_HOW = re.compile(
    r"[-+•*\s]*(?:[^=(]{1,80}=|(?:số )?điểm(?: đạt(?: được)?| được| đánh giá| số| chấm)? (?:bằng|được tính|tính|là)\b|(?:mỗi|cứ|tính)\b)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?<![\d,.])(\d{1,4}(?:,\d{1,3})?)\s*(?:điểm|đ)\b", re.IGNORECASE)


def read_outline(document: Document) -> list[Table]:
    """The rows of headings and lines that end with their points; nothing when there are too few."""
    paragraphs = document.paragraphs()
    if document.kind in _WRAPPED:
        paragraphs = list(unwrap(paragraphs))
    reading = _Outline(headings=find_list_headings(paragraphs))
    for place, paragraph in enumerate(paragraphs):
        reading.add(place, paragraph)
    scored = [row for row in reading.rows if row.max_points is not None]
    if len(scored) < _FEWEST_ROWS and not _are_few(scored, paragraphs):
        return []
    rows = join_levels(reading.rows)
    first = next(place for place, row in enumerate(rows) if row.max_points is not None)
    return [Table(_COLUMNS, "", rows=rows[max(0, _heading_above(rows, first)) :], number=1)]


def _are_few(scored: Sequence[AnnexRow], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a text that is called a set has two criteria only, each with a number or a mark."""
    is_marked = all(
        row.number or row.heading or row.depth or row.printed.startswith(tuple(MARKS)) for row in scored
    )
    return len(scored) == _FEWEST_IN_A_SET and is_marked and any(is_title(each.text) for each in paragraphs)


def _ends_in_brackets(text: str, bare: str) -> bool:
    """Whether only the points stand in the brackets at the end."""
    if bare == text.rstrip(" .;:"):
        return False
    return text.rstrip(" .;:").endswith((")", "]")) and bare.count("(") == bare.count(")")


def _heading_above(rows: list[AnnexRow], first: int) -> int:
    """The first row that counts: headings right above the first points belong to them."""
    start = first
    while start and not rows[start - 1].method and (rows[start - 1].number or rows[start - 1].depth):
        start -= 1
    return start


def _says_how(above: AnnexRow, name: str, points: Fraction) -> bool:
    """Whether a line without a number says how the row above is scored: its points are those of that row."""
    amounts = [exact_number(each) for each in _AMOUNT.findall(name)]
    if len(amounts) > 1 and sum(amounts) == above.max_points:
        return True
    return points == above.max_points and (len(amounts) > 1 or _HOW.match(name) is not None)


@dataclass(slots=True)
class _Outline:
    """One pass over the paragraphs."""

    rows: list[AnnexRow] = field(default_factory=list)
    role: str = "method"
    is_over: bool = False
    headings: set[int] = field(default_factory=set)
    label: str = ""

    def add(self, place: int, paragraph: Paragraph) -> None:
        text = with_figures(without_mark(paragraph))
        self.is_over = self.is_over or bool(_END.match(text))
        if total_of(text) is not None:
            return
        if read_label(text) is not None:
            # "PHẦN THỨ NHẤT" above the name of that part.
            self.label = text
            return
        if self.rows and label_of(text) is not None:
            self._text(text)
            return
        is_item = text.startswith(tuple(MARKS.strip()))
        number, name = split_number(text)
        if self.label:
            number, name, self.label = (number, name, "") if number else (self.label, text, "")
        if self._with_method(number, name, paragraph):
            return
        bare, points = points_at_the_end(name)
        is_bare = bool(self.rows) and not number and not paragraph.heading
        if is_bare and points is not None and _says_how(self.rows[-1], name, points):
            self._text(text)
        elif (
            points is not None
            and not (is_item and not text.rstrip().endswith((")", "]")))
            and (number or is_item or paragraph.heading or _ends_in_brackets(text, bare))
        ):
            self._row(number, bare.lstrip(MARKS), points, paragraph)
        elif place in self.headings or (
            len(text) < _LONGEST_HEADING and not is_item and self._is_heading(number, name, paragraph)
        ):
            self._row(number, name.lstrip(MARKS), None, paragraph)
        elif self.rows:
            self._text(text)

    def _with_method(self, number: str, name: str, paragraph: Paragraph) -> bool:
        """A criterion with its points, and how they are given behind them on the same line."""
        match = _METHOD_BEHIND.fullmatch(name) if number else None
        points = read_points(match["points"]) if match else None
        if match is None or points is None:
            return False
        self._row(number, match["name"], points, paragraph)
        self.rows[-1].texts["method"] = match["method"]
        return True

    def _row(self, number: str, name: str, points: Fraction | None, paragraph: Paragraph) -> None:
        row = AnnexRow(number=number, texts={"name": name}, max_points=points, spot=paragraph.spot, table=1)
        row.heading, row.depth, row.printed = paragraph.heading, paragraph.depth, paragraph.text
        if given := _GIVEN.search(name):
            row.texts = {
                "name": name[: given.start()],
                "method": paragraph.text[paragraph.text.rindex(given["how"]) :],
            }
        if points is not None:
            tell_misread(row, paragraph.text)
        self.rows.append(row)
        self.role, self.is_over = "method", False

    def _is_heading(self, number: str, name: str, paragraph: Paragraph) -> bool:
        read = read_number(number)
        is_group = read is not None and (read.style in ("roman", "upper") or read.style.startswith("named"))
        is_numbered = is_group and name[:1].isupper()
        return is_numbered or (paragraph.heading > 0 and bool(self.rows))

    def _text(self, text: str) -> None:
        if self.is_over:
            return
        if (label := label_of(text)) is not None:
            self.role, text = label.role, text[label.end :]
        row = self.rows[-1]
        own = row.texts.get(self.role)
        if text:
            row.texts[self.role] = f"{own}\n{text}" if own else text
