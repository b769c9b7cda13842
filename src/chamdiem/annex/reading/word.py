"""Word (.docx) → blocks: paragraphs with their automatic numbers, tables with their merged cells.

The XML is read directly: what a person sees counts, so deleted text is left
out, hidden text is told, inserted text is in, and the numbers of automatic
lists are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from chamdiem.annex.blocks import Document, Line, Paragraph, Spot
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.reading.archives import read_xml
from chamdiem.annex.reading.unseen import Unseen, hiding_styles, is_hidden_row, is_hidden_run
from chamdiem.annex.reading.word_numbering import Numbering, style_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"[Hh]eading ?([1-9])")
_BODY, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_FOOTNOTES = ("word/footnotes.xml", "word/endnotes.xml")
# Text that is not there any more, or belongs elsewhere.
_LEFT_OUT = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "footnoteReference", "commentReference")
)
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_MOST_COLUMNS = 63
_MOST_DEPTH = 60


def read_word(data: bytes, file: str) -> Document:
    """The blocks of a Word document.

    Raises:
        InvalidAnnex: Damaged, or with entities.
    """
    parts = read_xml(data, (_BODY, _NUMBERING, _STYLES, *_FOOTNOTES), file)
    styles = parts.get(_STYLES)
    reading = _Reading(Numbering.of(parts.get(_NUMBERING), styles), hiding_styles(styles))
    body = parts[_BODY].find(f"{_W}body") if _BODY in parts else None
    if body is not None:
        reading.blocks(body, 0)
    for notes in (parts[name] for name in _FOOTNOTES if name in parts):
        texts = [plain_paragraph(" ".join(map(reading.text, note.iter(f"{_W}p")))) for note in notes]
        # Two without words only draw the line above them.
        reading.document.footnotes += [(text, Spot()) for text in texts if text]
    reading.document.warnings += reading.unseen.notes()
    return reading.document


@dataclass(slots=True)
class _Reading:
    """One pass over the body."""

    numbering: Numbering
    hiding: frozenset[str]
    document: Document = field(default_factory=lambda: Document("word"))
    unseen: Unseen = field(default_factory=Unseen)
    spot: Spot = field(default_factory=Spot)
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
        spot = self.spot = Spot(line=self.paragraphs)
        if text := self._numbered(element):
            heading = _heading(element)
            depth = 0 if heading else self.numbering.depth(element)
            self.document.blocks.append(Paragraph(plain_paragraph(text), spot, heading=heading, depth=depth))

    def _table(self, element: Element) -> None:
        self.tables += 1
        for place, row in enumerate(_children(element, "tr"), start=1):
            self.spot = Spot(table=self.tables, row=place)
            if is_hidden_row(row):
                self.unseen.add(" ".join(_text_of(each) for each in row.iter(f"{_W}p")), self.spot)
                continue
            cells, merged, reached = self._cells(row)
            line = Line(tuple(cells), self.spot, frozenset(merged), frozenset(reached))
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
        lines = [self._numbered(paragraph) for paragraph in cell.iter(f"{_W}p")]
        return plain("\n".join(filter(None, lines)))

    def _numbered(self, paragraph: Element) -> str:
        """The text of a paragraph behind its number; one that is hidden as a whole is not counted."""
        before, text = self.unseen.added, self.text(paragraph)
        if not text.strip() and self.unseen.added > before:
            return ""
        text = f"{self.numbering.number(paragraph)}{text}"
        return text if text.strip() else ""

    def text(self, paragraph: Element) -> str:
        """What is seen of a paragraph; what is hidden is kept apart."""
        is_hidden = style_of(paragraph) in self.hiding
        parts: list[str] = []
        for run, piece in _pieces(paragraph):
            if is_hidden if run is None else is_hidden_run(run, self.hiding, otherwise=is_hidden):
                self.unseen.add(piece, self.spot)
            else:
                parts.append(piece)
        return "".join(parts)


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


def _text_of(element: Element) -> str:
    return "".join(piece for _, piece in _pieces(element))


def _pieces(element: Element) -> Iterator[tuple[Element | None, str]]:
    """The texts of a paragraph in order, each with the run it stands in."""
    stack: list[tuple[Element | None, Iterator[Element]]] = [(None, iter(element))]
    while stack:
        run, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif child.tag == f"{_W}t" or (child.tag.endswith("}t") and child.text):
            # The text of formulas has a namespace of its own.
            yield run, child.text or ""
        elif (sign := _SIGNS.get(child.tag)) is not None:
            yield run, sign
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}p":
            stack.append((child if child.tag == f"{_W}r" else run, iter(child)))


def _span(properties: Element | None, name: str, otherwise: int) -> int:
    found = properties.find(f"{_W}{name}") if properties is not None else None
    value = found.get(f"{_W}val", "") if found is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isdigit() and len(value) < 4 else otherwise
