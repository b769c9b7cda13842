"""Blocks → rows: headers recognised or chosen, rows split by a page break joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from chamdiem.annex.amounts import read_points
from chamdiem.annex.apart import Apart
from chamdiem.annex.blocks import Block, Document, Line, Paragraph
from chamdiem.annex.cell_spans import CellSpans
from chamdiem.annex.column_contents import settled_by_contents
from chamdiem.annex.column_words import role_of
from chamdiem.annex.columns import Columns, read_columns
from chamdiem.annex.group_columns import begins_a_group, with_groups
from chamdiem.annex.guessed_columns import guess_columns, may_be_header
from chamdiem.annex.header_levels import is_letter_line
from chamdiem.annex.heading_spans import spread
from chamdiem.annex.levels import join_levels
from chamdiem.annex.marked_names import take_marks
from chamdiem.annex.markup import one_line
from chamdiem.annex.numbering import read_number
from chamdiem.annex.outside import note_of
from chamdiem.annex.own_numbers import take_letters, with_numbers
from chamdiem.annex.printed import Choice, Choices
from chamdiem.annex.section_heads import caption_and_heads
from chamdiem.annex.sums import sum_of
from chamdiem.annex.table import Table
from chamdiem.annex.table_rows import is_rest, join_level, join_rest, row_begun, row_of
from chamdiem.annex.table_sections import begins_anew

# On a sheet so many lines stand above the header, at most.
_FARTHEST_HEADER = 12
# So many blocks below a header tell what its columns hold.
_LOOKED_AT = 200
_MOST_CAPTIONS = 5


def read_tables(document: Document, choices: Choices | None = None) -> list[Table]:
    """Every table of a document with its rows, in printed order; ``choices`` go before what is recognised."""
    gathering = _Gathering(document.blocks)
    for place, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            gathering.paragraph(block)
        elif choices and place in choices:
            gathering.choice(place, block, choices[place])
        elif not block.is_blank:
            gathering.line(place, block)
    for table in gathering.tables:
        take_letters(table.rows)
        if "number" in table.columns:
            take_marks(table.rows)
        table.rows = with_groups(join_levels(table.rows))
    return gathering.tables


@dataclass(slots=True)
class _Gathering:
    """One pass over the blocks of a document."""

    blocks: Sequence[Block]
    tables: list[Table] = field(default_factory=list)
    captions: list[Paragraph] = field(default_factory=list)
    passed: int = -1
    after_break: bool = False
    has_text_between: bool = False
    spans: CellSpans = field(default_factory=CellSpans)
    apart: Apart = field(init=False)

    def __post_init__(self) -> None:
        self.apart = Apart(self.blocks)

    def paragraph(self, block: Paragraph) -> None:
        text = block.text.strip()
        if len(text) < 3 or text.isdigit():
            return
        self.has_text_between = True
        self.captions = [*self.captions[-_MOST_CAPTIONS:], replace(block, text=text)]

    def line(self, place: int, line: Line) -> None:
        if place <= self.passed or self._is_chosen_header(line):
            return
        following = takewhile(lambda each: isinstance(each, Line), self.blocks[place + 1 : place + 3])
        header = read_columns(line, *(each for each in following if isinstance(each, Line)))
        if header is not None:
            self._header(header[0], place, header[1])
            return
        if self._is_above_a_header(place, line):
            self.paragraph(Paragraph(" ".join(cell for cell in line.cells if cell), line.spot))
            return
        if not self.tables or self._stands_apart(line):
            self._without_header(place, line)
        if not self.tables or place <= self.passed:
            return
        if not self.apart.skips(place, line, self.tables[-1].columns):
            self._below(place, line)

    def choice(self, place: int, line: Line, choice: Choice) -> None:
        """A table whose columns people chose begins here."""
        last = place + choice.header
        chosen = tuple(block.cells for block in self.blocks[place:last] if isinstance(block, Line))
        headings = tuple(one_line(cell) for cell in line.cells) if choice.header else ("",) * len(line.cells)
        self._begin(Columns(choice.roles, headings), place, choice.header)
        self.tables[-1].chosen = chosen
        if not choice.header:
            self._below(place, line)

    def _is_chosen_header(self, line: Line) -> bool:
        """Whether a page repeats the header that people chose."""
        if not self.tables or line.cells not in (self.tables[-1].chosen or ()):
            return False
        self.after_break = bool(self.tables[-1].rows)
        return True

    def _below(self, place: int, line: Line) -> None:
        table = self.tables[-1]
        if is_letter_line(line):
            self.after_break = bool(table.rows)
            return
        table.lines += 1
        if note := note_of(line):
            table.notes.append((note, line.spot))
            return
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        below = self._settled(following, table.columns) if isinstance(following, Line) else None
        self._row(table, self._settled(line, table.columns), below)
        self.has_text_between = False

    def _stands_apart(self, line: Line) -> bool:
        """Whether a line belongs to another table than the last header, by the text between and its width."""
        last = self.tables[-1]
        return self.has_text_between and len(line.cells) != len(last.columns.roles)

    def _is_above_a_header(self, place: int, line: Line) -> bool:
        """Whether a line stands on a sheet of its own above the header there: no row of the sheet before."""
        first = self.tables[-1].first if self.tables else None
        if first is None or first.spot.sheet == line.spot.sheet or read_number(line.cells[0]):
            return False
        below = [
            each
            for each in self.blocks[place + 1 : place + 1 + _FARTHEST_HEADER]
            if isinstance(each, Line) and each.spot.sheet == line.spot.sheet
        ]
        return any(read_columns(each) is not None for each in below)

    def _without_header(self, place: int, line: Line) -> None:
        """A table whose header was not recognised is read by what stands in its columns."""
        lines = self._below_header(line, place)
        columns = guess_columns(lines[1:])
        is_header = columns is not None and may_be_header(columns, line)
        columns = columns if is_header else guess_columns(lines)
        if is_header and columns is not None and role_of(columns.cell(line, "max")) == "ignored":
            # "Số lượng", "Thành tiền": figures that are no points.
            return
        if columns is not None:
            headings = tuple(one_line(cell) for cell in line.cells) if is_header else columns.headings
            self._begin(replace(columns, headings=headings), place, int(is_header))
            self.tables[-1].is_guessed = True

    def _header(self, columns: Columns, place: int, lines: int) -> None:
        last = self.tables[-1] if self.tables else None
        is_same = last is not None and last.is_headed_by(columns, self.blocks[place])
        is_same = is_same and last is not None and not self._begins_anew(last, place, place + lines)
        if is_same and last is not None and last.rows and self._goes_on(last, columns, place + lines):
            self.passed = place + lines - 1
            self.after_break = True
            self.apart.begin(self.blocks[place])
            return
        header, own = self.blocks[place], columns
        if lines and isinstance(header, Line):
            below = self._below_header(header, place + lines)
            columns = settled_by_contents(with_numbers(columns, below), below)
            columns = spread(columns, header, below)
        self._begin(columns, place, lines)
        self.tables[-1].read = own

    def _begins_anew(self, last: Table, place: int, start: int) -> bool:
        """Whether the rows below a repeated header are counted from the first number again."""
        below = self.blocks[start] if start < len(self.blocks) else None
        if len(last.rows) < 2 or not isinstance(below, Line):
            return False
        own = one_line(last.columns.cell(below, "number") or last.columns.cell(below, "code"))
        is_beside = last.first is None or self.blocks[place].spot.sheet == last.first.spot.sheet
        return begins_anew(own, last.rows, is_beside=is_beside, has_groups="group" in last.columns)

    def _goes_on(self, last: Table, columns: Columns, start: int) -> bool:
        """Whether a header is only repeated: nothing stands above it, or a split row goes on below it."""
        below = self.blocks[start] if start < len(self.blocks) else None
        if not self.has_text_between:
            return True
        if not isinstance(below, Line) or below.is_blank or "group" in columns:
            return False
        return is_rest(row_of(columns, below), last.rows[-1])

    def _below_header(self, header: Line, start: int) -> list[Line]:
        """The lines that may belong to a header."""
        following = [each for each in self.blocks[start : start + _LOOKED_AT] if isinstance(each, Line)]
        return [each for each in following if len(each.cells) == len(header.cells)]

    def _begin(self, columns: Columns, place: int, header: int) -> None:
        self.passed = place + header - 1
        caption, heads = caption_and_heads(self.captions)
        line = self.blocks[place]
        table = Table(columns, caption, number=len(self.tables) + 1, place=place, header=header, heads=heads)
        table.first = line if isinstance(line, Line) else None
        self.tables.append(table)
        self.spans = CellSpans()
        self.apart.begin(line)
        self.captions, self.after_break, self.has_text_between = [], False, False

    def _settled(self, line: Line, columns: Columns) -> Line:
        """A line whose empty number was lost is moved back under its headings."""
        lacking = len(columns.roles) - len(line.cells)
        if lacking <= 0 or columns.roles[0] != "number" or read_number(line.cells[0]):
            return line
        if read_points(line.cells[1] if len(line.cells) > 1 else "") is None:
            return line
        merged, reached = (frozenset(each + 1 for each in places) for places in (line.merged, line.reached))
        return Line(("", *line.cells), line.spot, merged, reached)

    def _row(self, table: Table, line: Line, below: Line | None) -> None:
        row = row_of(table.columns, line)
        row.table, row.after_break = table.number, self.after_break
        self.after_break = False
        if sums := sum_of(row, table.rows):
            table.totals.append(row)
            # Of several totals those of groups are the smaller ones.
            is_more = table.total is None or (row.max_points or 0) > (table.total.max_points or 0)
            table.total = row if is_more and sums == "all" else table.total
            return
        is_group = begins_a_group(table.rows, row)
        if table.rows and not is_group and is_rest(row, table.rows[-1]):
            begun = row_begun(table.rows, row)
            join_rest(begun, row, is_level="method_points" in table.columns and not row.after_break)
            if row.after_break:
                self.spans.go_on(begun, table.columns, line)
            return
        is_named = bool(row.name or row.number or is_group)
        if not is_named and row.max_points is not None:
            if not table.rows:
                table.totals.append(row)
                table.total = table.total or row
            elif row.method:
                join_level(table.rows[-1], row)
            return
        if is_named:
            table.unread |= dict.fromkeys(table.columns.unread(line))
            self.spans.fill(row, table.columns, line, below)
            table.rows.append(row)
