"""Word (.docx) → blocks: paragraphs with their automatic numbers, tables with their merged cells.

The XML is read directly: what a person sees counts, so deleted text is left
out, inserted text is in, and the numbers of automatic lists are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar
from xml.etree.ElementTree import Element

from chamdiem.annex.blocks import Document, Line, Paragraph, Spot
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.reading.archives import read_xml
from chamdiem.annex.reading.list_numbers import shown

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"[Hh]eading ?([1-9])")
_LIST = re.compile(r"List ?(?:Bullet|Number|Continue)? ?([2-9])")
_BODY, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
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
    parts = read_xml(data, (_BODY, _NUMBERING, _STYLES), file)
    reading = _Reading(_Numbering.of(parts.get(_NUMBERING), parts.get(_STYLES)))
    body = parts[_BODY].find(f"{_W}body") if _BODY in parts else None
    if body is not None:
        reading.blocks(body, 0)
    return reading.document


@dataclass(slots=True)
class _Reading:
    """One pass over the body."""

    numbering: _Numbering
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
    match = _HEADING.fullmatch(_style(element))
    return int(match[1]) if match else 0


def _style(element: Element) -> str:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


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


@dataclass(slots=True)
class _Level:
    """One level of an automatic list."""

    start: int
    form: str
    pattern: str


@dataclass(slots=True)
class _Numbering:
    """The automatic lists of a document, counted as they are met."""

    levels: dict[str, dict[int, _Level]]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, list[int]] = field(default_factory=dict)
    _FORMS: ClassVar[frozenset[str]] = frozenset(
        ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter")
    )

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> _Numbering:
        """The lists a document defines."""
        levels: dict[str, dict[int, _Level]] = {}
        if numbering is not None:
            kinds = {
                each.get(f"{_W}abstractNumId", ""): _levels(each)
                for each in numbering.iter(f"{_W}abstractNum")
            }
            for each in numbering.iter(f"{_W}num"):
                kind = each.find(f"{_W}abstractNumId")
                levels[each.get(f"{_W}numId", "")] = (
                    kinds.get(kind.get(f"{_W}val", ""), {}) if kind is not None else {}
                )
        named = {}
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            if (found := _list_of(style.find(f"{_W}pPr"))) is not None:
                named[style.get(f"{_W}styleId", "")] = found
        return cls(levels, named)

    def number(self, paragraph: Element) -> str:
        """The number printed in front of a paragraph, with a space; empty when there is none."""
        found = self._list(paragraph)
        return "" if found is None else self._counted(*found)

    def depth(self, paragraph: Element) -> int:
        """In how many lists a paragraph stands, by its level or by its style: "List Bullet 2"."""
        found = self._list(paragraph)
        if found is None:
            return 0
        style = _LIST.fullmatch(_style(paragraph))
        return max(found[1] + 1, int(style[1]) if style else 1)

    def _list(self, paragraph: Element) -> tuple[str, int] | None:
        found = _list_of(paragraph.find(f"{_W}pPr")) or self.styles.get(_style(paragraph))
        return None if found is None or found[0] == "0" else found

    def _counted(self, identity: str, depth: int) -> str:
        levels = self.levels.get(identity, {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return "- "
        if level.form not in self._FORMS:
            return ""
        counts = self.counts.setdefault(identity, [])
        del counts[depth + 1 :]
        while len(counts) <= depth:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - (1 if len(counts) == depth else 0))
        counts[depth] += 1
        text = level.pattern
        for place, count in enumerate(counts):
            own = levels.get(place)
            text = text.replace(f"%{place + 1}", shown(count, own.form if own else "decimal"))
        return f"{text} " if "%" not in text else ""


def _levels(kind: Element) -> dict[int, _Level]:
    found = {}
    for level in kind.iter(f"{_W}lvl"):
        depth = level.get(f"{_W}ilvl", "")
        values = {name: level.find(f"{_W}{name}") for name in ("start", "numFmt", "lvlText")}
        texts = {name: each.get(f"{_W}val", "") if each is not None else "" for name, each in values.items()}
        if depth.isdigit():
            start = int(texts["start"]) if texts["start"].isdigit() else 1
            found[int(depth)] = _Level(start, texts["numFmt"], texts["lvlText"])
    return found


def _list_of(properties: Element | None) -> tuple[str, int] | None:
    numbering = properties.find(f"{_W}numPr") if properties is not None else None
    if numbering is None:
        return None
    identity, depth = numbering.find(f"{_W}numId"), numbering.find(f"{_W}ilvl")
    level = depth.get(f"{_W}val", "0") if depth is not None else "0"
    if identity is None or not level.isdigit():
        return None
    return identity.get(f"{_W}val", "0"), min(int(level), 8)
