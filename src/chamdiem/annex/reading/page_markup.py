"""HTML → blocks: tables with their spans, headings and paragraphs; scripts and styles are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from chamdiem.annex.blocks import Document, Line, Paragraph, Spot
from chamdiem.annex.columns import read_columns
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.reading.concealing import Concealing
from chamdiem.annex.reading.page_lists import PageLists
from chamdiem.annex.reading.unseen import Unseen

_SILENT = frozenset(("script", "style", "head", "noscript", "template", "svg", "del", "s", "strike"))
_BLOCKS = frozenset(
    ["p", "div", "section", "article", "header", "footer", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"]
    + [f"h{level}" for level in range(1, 7)]
)
# So many lines may stand above the header of a table.
_FARTHEST_HEADER = 12
_MOST_COLUMNS, _MOST_ROWS_SPANNED, _MOST_DEPTH = 60, 300, 20


def read_html(text: str) -> Document:
    """The blocks of a page of HTML."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    parser.flush()
    while parser.tables:
        parser.end_table()
    parser.document.warnings += parser.unseen.notes()
    return parser.document


@dataclass(slots=True)
class _Table:
    """One table in the making: finished rows, and cells that reach into rows to come.

    ``before`` is the text of the cell it stands in, ``is_layout`` a table that only places others.
    """

    number: int
    rows: list[Line] = field(default_factory=list)
    cells: list[tuple[str, int, int]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    in_row: bool = False
    in_cell: bool = False
    span: tuple[int, int] = (1, 1)
    before: list[str] = field(default_factory=list)
    is_layout: bool = False


class _Parser(HTMLParser):
    """One pass over the tags; everything malformed is taken as it comes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document("html")
        self.tables: list[_Table] = []
        self.count = 0
        self.text: list[str] = []
        self.silent: list[str] = []
        self.heading = 0
        self.lists = PageLists()
        self.concealing = Concealing()
        self.unseen = Unseen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if not self.silent and self.concealing.begins(tag, dict(attrs)):
            return
        if tag in _SILENT and (tag != "head" or not self.silent):
            self.silent.append(tag)
        elif tag == "body":
            self.silent.clear()
        elif tag == "table" and len(self.tables) < _MOST_DEPTH:
            self._begin_table()
        elif tag == "tr" and self.tables:
            self._end_row()
            self.tables[-1].in_row = True
        elif tag in ("td", "th") and self.tables:
            self._begin_cell(dict(attrs))
        elif tag == "br":
            self.text.append("\n")
        elif tag in _BLOCKS:
            self._break()
            self.heading = int(tag[1]) if len(tag) == 2 and tag[1].isdigit() else 0
            if self.tables:
                self.text += ["- "] if tag == "li" else []
            else:
                self.lists.begin(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if self.silent:
            if tag in self.silent:
                del self.silent[self.silent.index(tag) :]
        elif self.concealing.ends(tag):
            return
        elif tag == "table" and self.tables:
            self.end_table()
        elif tag == "tr" and self.tables:
            self._end_row()
        elif tag in ("td", "th") and self.tables:
            self._end_cell()
        elif tag in _BLOCKS:
            self._break()
            self.heading = 0
            if not self.tables:
                self.lists.end(tag)

    def handle_data(self, data: str) -> None:
        """Text between tags: line breaks of the source are spaces."""
        if self.concealing.tags:
            self.unseen.add(data, Spot(line=self.getpos()[0]))
        elif not self.silent:
            self.text.append(" ".join(data.split(" ")).replace("\r", " ").replace("\n", " "))

    def flush(self) -> None:
        """The text gathered outside tables is a paragraph."""
        spot = Spot(line=self.getpos()[0])
        text = "".join(self.text)
        self.text = []
        # In an item a line of its own is a text of its own: how points are given, below the name.
        for line in text.split("\n") if self.lists.depth else [text]:
            if own := plain_paragraph(line):
                mark, depth = self.lists.mark()
                self.document.blocks.append(
                    Paragraph(f"{mark}{own}", spot, heading=self.heading, depth=depth)
                )

    def end_table(self) -> None:
        """Close the innermost table; one inside a cell becomes text of that cell, unless it has a header."""
        self._end_row()
        table = self.tables.pop()
        self.text, own = table.before, self.text
        if table.is_layout:
            self.text += own
        elif not self.tables:
            self.document.blocks += table.rows
        elif any(read_columns(line) is not None for line in table.rows[:_FARTHEST_HEADER]):
            self._stand_alone(table)
        else:
            lines = (" | ".join(each for each in line.cells if each) for line in table.rows)
            self.text.append("\n" + "\n".join(lines))

    def _stand_alone(self, table: _Table) -> None:
        """A table with a header is one wherever it stands; what is printed around it is text."""
        for outer in self.tables:
            texts = [cell for line in outer.rows for cell in line.cells]
            texts += [cell for cell, *_ in outer.cells] + outer.before
            self._paragraphs(texts)
            outer.rows, outer.cells, outer.before, outer.is_layout = [], [], [], True
        self._paragraphs(["".join(self.text)])
        self.text = []
        self.count += 1
        self.document.blocks += table.rows

    def _paragraphs(self, texts: Sequence[str]) -> None:
        """What stands in cells that only place it on the page, line by line."""
        spot = Spot(line=self.getpos()[0])
        lines = [plain_paragraph(line) for text in texts for line in text.splitlines()]
        self.document.blocks += [Paragraph(line, spot) for line in lines if line]

    def _begin_table(self) -> None:
        if self.tables:
            self._break()
            self.tables.append(_Table(self.count + 1, before=self.text))
            self.text = []
        else:
            self.flush()
            self.count += 1
            self.tables.append(_Table(self.count))

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        table = self.tables[-1]
        if table.in_cell:
            self._end_cell()
        elif len(self.tables) == 1:
            self.text = []
        table.in_cell = True
        width, height = attributes.get("colspan"), attributes.get("rowspan")
        table.span = _count(width, _MOST_COLUMNS), _count(height, _MOST_ROWS_SPANNED)

    def _end_cell(self) -> None:
        table = self.tables[-1]
        if table.in_cell:
            table.cells.append((plain("".join(self.text)), *table.span))
            self.text, table.in_cell = [], False

    def _end_row(self) -> None:
        table = self.tables[-1]
        self._end_cell()
        if not table.in_row and not table.cells:
            return
        table.in_row = False
        cells, merged, reached = _laid_out(table)
        table.cells = []
        spot = Spot(line=self.getpos()[0], table=table.number, row=len(table.rows) + 1)
        if table.is_layout:
            self._paragraphs(cells)
        elif any(cells):
            table.rows.append(Line(tuple(cells), spot, frozenset(merged), frozenset(reached)))

    def _break(self) -> None:
        if self.tables and self.tables[-1].in_cell:
            self.text.append("\n")
        elif not self.tables:
            self.flush()


def _laid_out(table: _Table) -> tuple[list[str], list[int], list[int]]:
    """The cells of a row at their positions; what reaches down from above is empty."""
    cells: list[str] = []
    merged: list[int] = []
    reached: list[int] = []
    reaching: dict[int, int] = {}

    def pass_reached() -> None:
        while len(cells) in table.reaching and len(cells) < _MOST_COLUMNS:
            rows = table.reaching[len(cells)]
            if rows > 1:
                reaching[len(cells)] = rows - 1
            merged.append(len(cells))
            reached.append(len(cells))
            cells.append("")

    for text, width, height in table.cells:
        pass_reached()
        for place in range(width):
            if len(cells) >= _MOST_COLUMNS:
                break
            if height > 1:
                reaching[len(cells)] = height - 1
            if place:
                merged.append(len(cells))
            cells.append("" if place else text)
    pass_reached()
    table.reaching = reaching
    return cells, merged, reached


def _count(text: str | None, most: int) -> int:
    return min(int(text), most) if text and text.isdigit() and len(text) < 5 and int(text) else 1
