"""Word (.docx) → blocks: paragraphs with their automatic numbers, tables with their merged cells.

The XML is read directly: what a person sees counts, so deleted text is left
out, inserted text is in, and the numbers of automatic lists are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from chamdiem.annex.blocks import Document, Line, Paragraph, Spot
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.reading.archives import read_xml
from chamdiem.annex.reading.word_numbering import Numbering, style_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"[Hh]eading ?([1-9])")
_BODY, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_FOOTNOTES = ("word/footnotes.xml", "word/endnotes.xml")
# Text that is not there any more, or belongs elsewhere.
_LEFT_OUT = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "footnoteReference", "commentReference")
)
_MOST_COLUMNS = 63
_MOST_DEPTH = 60


def read_word(data: bytes, file: str) -> Document:
    """The blocks of a Word document.

    Raises:
        InvalidAnnex: Damaged, or with entities.
    """
    parts = read_xml(data, (_BODY, _NUMBERING, _STYLES, *_FOOTNOTES), file)
    reading = _Reading(Numbering.of(parts.get(_NUMBERING), parts.get(_STYLES)))
    body = parts[_BODY].find(f"{_W}body") if _BODY in parts else None
    if body is not None:
        reading.blocks(body, 0)
    for notes in (parts[name] for name in _FOOTNOTES if name in parts):
        texts = [plain_paragraph(" ".join(map(_text, note.iter(f"{_W}p")))) for note in notes]
        # Two without words only draw the line above them.
        reading.document.footnotes += [(text, Spot()) for text in texts if text]
    return reading.document


@dataclass(slots=True)
class _Reading:
    """One pass over the body."""

    numbering: Numbering
    document: Document = field(default_factory=lambda: Document("word"))
    tables: int = 0
    paragraphs: int = 0

    def blocks(self, parent: Element, depth: int) -> None:
        if depth > _MOST_DEPTH:
            return
        for child in parent:
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag not in _LEFT_OUT:
                self.blocks(child, depth + 1)

    def _paragraph(self, element: Element) -> None:
        self.paragraphs += 1
        text = f"{self.numbering.number(element)}{_text(element)}"
        if text.strip():
            spot, heading = Spot(line=self.paragraphs), _heading(element)
            depth = 0 if heading else self.numbering.depth(element)
            self.document.blocks.append(Paragraph(plain_paragraph(text), spot, heading=heading, depth=depth))

    def _table(self, element: Element) -> None:
        self.tables += 1
        for place, row in enumerate(_children(element, "tr"), start=1):
            cells, merged, reached = self._cells(row)
            spot = Spot(table=self.tables, row=place)
            line = Line(tuple(cells), spot, frozenset(merged), frozenset(reached))
            self.document.blocks.append(line)

    def _cells(self, row: Element) -> tuple[list[str], list[int], list[int]]:
        cells: list[str] = [""] * _span(row.find(f"{_W}trPr"), "gridBefore", 0)
        merged: list[int] = []
        reached: list[int] = []
        for cell in _children(row, "tc"):
            properties = cell.find(f"{_W}tcPr")
            place = len(cells)
            vertical = properties.find(f"{_W}vMerge") if properties is not None else None
            if vertical is not None and vertical.get(f"{_W}val", "continue") == "continue":
                merged.append(place)
                reached.append(place)
                cells.append("")
            else:
                cells.append(self._cell(cell))
            for _ in range(min(_MOST_COLUMNS, _span(properties, "gridSpan", 1)) - 1):
                merged.append(len(cells))
                cells.append("")
        return cells, merged, reached

    def _cell(self, cell: Element) -> str:
        """The text of a cell; a table inside it is read as lines."""
        lines = []
        for paragraph in cell.iter(f"{_W}p"):
            text = f"{self.numbering.number(paragraph)}{_text(paragraph)}"
            if text.strip():
                lines.append(text)
        return plain("\n".join(lines))


def _heading(element: Element) -> int:
    """The level of a heading by its built-in style; 0 for other paragraphs."""
    match = _HEADING.fullmatch(style_of(element))
    return int(match[1]) if match else 0


def _children(parent: Element, name: str, depth: int = 0) -> Iterator[Element]:
    """Children of a name, also those inside content controls and tracked insertions."""
    if depth > _MOST_DEPTH:
        return
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(child, name, depth + 1)


def _text(element: Element) -> str:
    parts: list[str] = []
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif child.tag == f"{_W}tab":
            parts.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif child.tag.endswith("}t") and child.text:
            # The text of formulas has a namespace of its own.
            parts.append(child.text)
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}p":
            stack.append(iter(child))
    return "".join(parts)


def _span(properties: Element | None, name: str, otherwise: int) -> int:
    found = properties.find(f"{_W}{name}") if properties is not None else None
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isdigit() and len(value) < 4 else otherwise
