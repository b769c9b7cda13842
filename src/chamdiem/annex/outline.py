"""Annexes without tables: headings that end with their points, and tables whose columns a PDF printed in between.

``read_outline`` reads lines such as "1. Nhận thức số (60 điểm)" with the texts
below them; ``read_interleaved`` reads cells printed one after the other, where
only the line of points (and deadline) tells the name from the instructions.
"""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.annex.amounts import points_at_the_end, read_points, total_of
from chamdiem.annex.blocks import Document, Paragraph
from chamdiem.annex.cell_parts import split_cells
from chamdiem.annex.columns import Columns
from chamdiem.annex.numbering import read_number, split_number
from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.tables import Table

_LABELS = (
    ("evidence", re.compile(r"^[-+\s]*(?:(?:tài liệu|hồ sơ|căn cứ|văn bản) (?:kiểm chứng|minh chứng|chứng minh|kèm theo|đối chiếu|kiểm tra)|minh chứng|bằng chứng|kiểm chứng|sản phẩm)\s*(?:gồm\s*)?[:：]\s*", re.IGNORECASE)),
    ("coordinating", re.compile(r"^[-+\s]*(?:(?:đơn vị|cơ quan) )?phối hợp\s*[:：]\s*", re.IGNORECASE)),
    ("lead", re.compile(r"^[-+\s]*(?:(?:đơn vị|cơ quan|bộ phận|phòng|cán bộ|ngành) )?(?:chủ trì|phụ trách|đầu mối|thực hiện)\s*[:：]\s*", re.IGNORECASE)),
    ("deadline", re.compile(r"^[-+\s]*(?:thời hạn|thời gian(?: hoàn thành| thực hiện)?|hạn(?: hoàn thành)?|hoàn thành trước)\s*[:：]\s*", re.IGNORECASE)),
    ("data_source", re.compile(r"^[-+\s]*nguồn(?: số liệu| dữ liệu)?\s*[:：]\s*", re.IGNORECASE)),
    ("note", re.compile(r"^[-+\s]*(?:ghi chú|giải thích|lưu ý)\s*[:：]\s*", re.IGNORECASE)),
    ("method", re.compile(r"^[-+\s]*(?:cách (?:thức )?(?:tính|chấm|xác định|đánh giá|cho)(?: điểm)?|(?:phương pháp|phương thức|công thức|quy tắc|nguyên tắc)(?: (?:tính|chấm|xác định|đánh giá))?(?: điểm)?|(?:hướng dẫn|quy định|tiêu chuẩn)(?: về)? (?:cách )?(?:tính|chấm|cho|đánh giá)(?: điểm)?|thang (?:đo|đánh giá))\s*[:：]\s*", re.IGNORECASE)),
)  # fmt: skip
_COLUMNS = Columns(("number", "name", "max", "method"), ("", "", "", ""))
_FEWEST_ROWS = 3
_LONGEST_HEADING = 200
# "Họp tổ (30 điểm): Mỗi cuộc họp được 2,5 điểm".
_METHOD_BEHIND = re.compile(
    r"(?P<name>[^(:]{3,150}?)\s*(?P<points>[(\[]\s*(?:tối đa\s*)?\d{1,4}(?:,\d{1,3})?\s*(?:điểm|đ)\s*\))\s*[:.–-]\s*(?P<method>\S.{9,})",
    re.IGNORECASE,
)
# "Có sai phạm: trừ 10 điểm": what is done with the points is no part of the name.
_GIVEN = re.compile(r"\s*[:–-]\s*(?P<how>(?:bị )?trừ|(?:được )?cộng(?: thêm)?)$", re.IGNORECASE)


def read_outline(document: Document) -> list[Table]:
    """The rows of headings and lines that end with their points; nothing when there are too few."""
    reading = _Outline()
    for paragraph in document.paragraphs():
        reading.add(paragraph)
    scored = [row for row in reading.rows if row.max_points is not None]
    if len(scored) < _FEWEST_ROWS:
        return []
    rows = _without_levels(reading.rows)
    first = next(place for place, row in enumerate(rows) if row.max_points is not None)
    return [Table(_COLUMNS, "", rows=rows[max(0, _heading_above(rows, first)) :], number=1)]


def _ends_in_brackets(text: str, bare: str) -> bool:
    """Whether only the points stand in the brackets at the end."""
    return text.rstrip(" .;:").endswith((")", "]")) and bare.count("(") == bare.count(")")


def _without_levels(rows: list[AnnexRow]) -> list[AnnexRow]:
    """The rows; items that are levels of the row above, the highest of which gives all of it, are its method."""
    kept: list[AnnexRow] = []
    place = 0
    while place < len(rows):
        row = rows[place]
        end = place + 1
        while end < len(rows) and _is_level(rows[end]):
            end += 1
        points = [each.max_points or Fraction(0) for each in rows[place + 1 : end]]
        if row.max_points and len(points) > 1 and max(points) == row.max_points < sum(points):
            lines = [row.method, *(each.printed for each in rows[place + 1 : end])]
            row.texts["method"] = "\n".join(line for line in lines if line)
        else:
            end = place + 1
        kept.append(row)
        place = end
    return kept


def _is_level(row: AnnexRow) -> bool:
    return not row.number and row.printed.startswith(("-", "+", "•", "*")) and not row.method


def _heading_above(rows: list[AnnexRow], first: int) -> int:
    """The first row that counts: headings right above the first points belong to them."""
    start = first
    while start and not rows[start - 1].texts.get("method") and rows[start - 1].number:
        start -= 1
    return start


@dataclass(slots=True)
class _Outline:
    """One pass over the paragraphs."""

    rows: list[AnnexRow] = field(default_factory=list)
    role: str = "method"

    def add(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if total_of(text) is not None:
            return
        if self.rows and any(label.match(text) for _, label in _LABELS):
            self._text(text)
            return
        is_item = text.startswith(("-", "+", "•", "*"))
        number, name = split_number(text)
        if self._with_method(number, name, paragraph):
            return
        bare, points = points_at_the_end(name)
        if (
            points is not None
            and not (is_item and not text.rstrip().endswith((")", "]")))
            and (number or is_item or paragraph.heading or _ends_in_brackets(text, bare))
        ):
            self._row(number, bare.lstrip("-+•* "), points, paragraph)
        elif len(text) < _LONGEST_HEADING and not is_item and self._is_heading(number, name, paragraph):
            self._row(number, name, None, paragraph)
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
        row.heading, row.printed = paragraph.heading, paragraph.text
        if given := _GIVEN.search(name):
            row.texts = {
                "name": name[: given.start()],
                "method": paragraph.text[paragraph.text.rindex(given["how"]) :],
            }
        self.rows.append(row)
        self.role = "method"

    def _is_heading(self, number: str, name: str, paragraph: Paragraph) -> bool:
        read = read_number(number)
        is_numbered = read is not None and read.style in ("roman", "upper") and name[:1].isupper()
        return is_numbered or (paragraph.heading > 0 and bool(self.rows))

    def _text(self, text: str) -> None:
        for role, label in _LABELS:
            if match := label.match(text):
                self.role, text = role, text[match.end() :]
                break
        row = self.rows[-1]
        own = row.texts.get(self.role)
        if text:
            row.texts[self.role] = f"{own}\n{text}" if own else text


# --- columns printed in between -----------------------------------------------------------

_FIGURES = re.compile(
    r"(?:(?P<before>.*\S) +)?(?P<points>\d{1,4}) {1,2}(?P<deadline>\d{1,2}[./]\d{1,2}(?:[./]\d{4})?)(?: (?P<after>.*\S.*?))?\s*"
)
_SECTION = re.compile(r"(?P<number>[IVX]{1,5}) (?P<name>\D.*?) (?P<points>\d{1,4})\s*")
_LONE_POINTS = re.compile(r"(\d{1,4}) {3,}")
_NUMBER_LINE = re.compile(r"\s?(?P<number>[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s*")
_NUMBER_AND_NAME = re.compile(r"\s?(?P<number>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\.? (?P<name>\D.*)")
_HEADER_WORDS = re.compile(r"\b(?:STT|Điểm tối đa|Tài liệu kiểm chứng|Hướng dẫn thực hiện)\b", re.IGNORECASE)
_INTERLEAVED = Columns(("number", "name", "max", "deadline", "instructions", "evidence"), ("",) * 6)


def read_interleaved(document: Document) -> list[Table]:
    """The rows of a table whose cells were printed below each other; nothing when it is no such text."""
    lines = [paragraph for paragraph in document.paragraphs() if paragraph.text]
    if sum(bool(_FIGURES.fullmatch(line.text)) for line in lines) < 2 * _FEWEST_ROWS:
        return []
    reading = _Interleaved()
    for line in lines:
        reading.add(line)
    reading.finish()
    tables = []
    if reading.information:
        tables.append(Table(_INTERLEAVED, "Thông tin chung", rows=reading.information, number=1))
    tables.append(Table(_INTERLEAVED, "", rows=reading.rows, total=reading.total, number=2))
    return tables


@dataclass(slots=True)
class _Interleaved:
    """One pass over the lines of such a text."""

    rows: list[AnnexRow] = field(default_factory=list)
    information: list[AnnexRow] = field(default_factory=list)
    total: AnnexRow | None = None
    cells: list[str] = field(default_factory=list)
    has_begun: bool = False
    in_information: bool = False

    def add(self, line: Paragraph) -> None:
        # Spaces may stand for lost letters: they are kept until the text is repaired.
        text = line.raw or line.text
        if not self.has_begun:
            self._above(line)
        elif match := _SECTION.fullmatch(text):
            self._section(match, line)
        elif (match := _NUMBER_LINE.fullmatch(text)) and self._is_next(match["number"]):
            self._start(match["number"], "", line)
        elif (match := _NUMBER_AND_NAME.fullmatch(text)) and self._is_next(match["number"]):
            self._start(match["number"], match["name"], line)
        elif (match := _FIGURES.fullmatch(text)) and self.rows:
            self._figures(match)
        elif self.rows and self._is_open_section() and (match := _LONE_POINTS.fullmatch(text)):
            self.rows[-1].max_points = read_points(match[1])
        elif self.rows:
            self._text(text)

    def finish(self) -> None:
        """Close the last row."""
        if self.rows and self.cells:
            self.rows[-1].texts.update(split_cells(self.cells))
            self.cells = []

    def _above(self, line: Paragraph) -> None:
        """Before the table of points: general information, then the header."""
        if "thông tin chung" in line.text.casefold():
            self.in_information = True
        elif _HEADER_WORDS.search(line.text):
            self.in_information = False
        elif _SECTION.fullmatch(line.text) or (self.total and _FIGURES.fullmatch(line.text)):
            self.has_begun, self.in_information = True, False
            self.add(line)
        elif read_points(line.text) is not None and len(line.text) > 2 and not self.in_information:
            self.total = AnnexRow(max_points=read_points(line.text), spot=line.spot)
        elif self.in_information:
            self._information(line)

    def _information(self, line: Paragraph) -> None:
        match = re.fullmatch(r"(\d{1,2}\.)\s*(.*)", line.text)
        if match:
            self.information.append(
                AnnexRow(number=match[1], texts={"name": match[2]}, spot=line.spot, table=1)
            )
        elif self.information and not self.information[-1].name.endswith(":"):
            row = self.information[-1]
            row.texts["name"] = f"{row.name} {line.text}".strip()

    def _section(self, match: re.Match[str], line: Paragraph) -> None:
        self.finish()
        row = AnnexRow(number=match["number"], texts={"name": match["name"]}, spot=line.spot, table=2)
        row.max_points = read_points(match["points"])
        self.rows.append(row)

    def _figures(self, match: re.Match[str]) -> None:
        row = self.rows[-1]
        if row.max_points is not None:
            self._text(match[0])
            return
        row.max_points = read_points(match["points"])
        row.texts["deadline"] = match["deadline"]
        row.texts["name"] = " ".join(part for part in (row.name, match["before"] or "") if part)
        self.cells = [match["after"]] if match["after"] else []

    def _start(self, number: str, name: str, line: Paragraph) -> None:
        self.finish()
        figures = _FIGURES.fullmatch(name)
        row = AnnexRow(
            number=number, texts={"name": name} if name and not figures else {}, spot=line.spot, table=2
        )
        self.rows.append(row)
        if figures:
            self._figures(figures)

    def _is_open_section(self) -> bool:
        number = read_number(self.rows[-1].number)
        return number is not None and number.style == "roman" and self.rows[-1].max_points is None

    def _is_next(self, number: str) -> bool:
        """Whether a number continues the numbers so far; page numbers and figures in cells do not."""
        read = read_number(number)
        if read is None or not self.rows:
            return False
        if read.style == "roman":
            sections = [n for row in self.rows if (n := read_number(row.number)) and n.style == "roman"]
            return bool(sections) and read.value == sections[-1].value + 1
        for row in reversed(self.rows):
            before = read_number(row.number)
            if before is None:
                continue
            if before.style == "roman":
                return read.parts == (1,)
            if len(read.parts) == len(before.parts) + 1:
                return read.parts == (*before.parts, 1)
            if len(read.parts) <= len(before.parts):
                same = before.parts[: len(read.parts)]
                return read.parts[:-1] == same[:-1] and same[-1] < read.value <= same[-1] + 2
        return False

    def _text(self, text: str) -> None:
        row = self.rows[-1]
        number = read_number(row.number)
        is_open = row.max_points is None and number is not None
        if text.strip().isdigit():
            # The number of a page.
            return
        if is_open:
            row.texts["name"] = f"{row.name} {text}" if row.name else text
        elif number is not None and number.style != "roman":
            self.cells.append(text)
