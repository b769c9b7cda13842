"""Cells merged over several rows: what an office, a deadline or evidence says of each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from chamdiem.annex.blocks import Line
from chamdiem.annex.columns import Columns
from chamdiem.annex.markup import one_line
from chamdiem.annex.rows import AnnexRow

# A name or a calculation that several rows share is not that of each of them.
_SHARED = ("lead", "coordinating", "verifying", "evidence", "data_source", "deadline")


@dataclass(slots=True)
class CellSpans:
    """The last text of every column of a table, for the cells that it reaches down to.

    ``sharing`` are the rows beside the last cell of a column, ``merged`` the columns that have cells reaching
    over several rows, ``page`` is where the last line stood.
    """

    texts: dict[int, str] = field(default_factory=dict)
    sharing: dict[int, list[AnnexRow]] = field(default_factory=dict)
    merged: set[int] = field(default_factory=set)
    page: int = 0

    def fill(self, row: AnnexRow, columns: Columns, line: Line, below: Line | None) -> None:
        """Give a row what stands in merged cells that began above it; ``below`` is the line under it."""
        cut = self._cut_off(row, columns, line)
        over = {place for place in cut if below is not None and place in below.reached}
        reached = line.reached | over
        self.merged |= line.reached
        self.page = line.spot.page
        for place, cell in enumerate(line.cells):
            if place not in reached:
                self.texts[place], self.sharing[place] = cell, []
            self.sharing.setdefault(place, []).append(row)
        self._tell_shared_method(row, columns, line)
        for role, places in _places(columns):
            texts = [text for each in places if each in reached and (text := self.texts.get(each, ""))]
            if texts and not row.texts.get(role):
                text = "\n".join(texts)
                row.texts[role] = one_line(text) if role == "deadline" else text
                row.shared.add(role)
            for place, above in cut.items():
                if place in places:
                    row.warn(
                        "cell.cut" if place in over else "cell.maybe_cut", field=role, text=one_line(above)
                    )

    def _tell_shared_method(self, row: AnnexRow, columns: Columns, line: Line) -> None:
        """A calculation that reaches down to a row without its own: people say whether it is that row's."""
        places = [
            place for place, role in enumerate(columns.roles) if role == "method" and place in line.reached
        ]
        text = "\n".join(text for each in places if (text := self.texts.get(each, "")))
        if text and row.max_points is not None and not row.method:
            row.warn("method.shared", text=one_line(text))
            row.shared.add("method")

    def go_on(self, row: AnnexRow, columns: Columns, line: Line) -> None:
        """A row goes on in a line behind a page break: so do the cells it shares with the rows before it."""
        self.page = line.spot.page
        for role, places in _places(columns):
            for place in places:
                if line.cells[place : place + 1] not in ((), ("",)) and row in self.sharing.get(place, ()):
                    self.texts[place] = row.texts.get(role, "")
                    for other in self.sharing[place]:
                        other.texts[role] = self.texts[place]

    def _cut_off(self, row: AnnexRow, columns: Columns, line: Line) -> dict[int, str]:
        """The empty cells of a criterion at the top of a page, below what may be their beginning."""
        if line.spot.page == self.page or not self.page or not row.method:
            return {}
        places = [each for _, own in _places(columns) for each in own if each not in line.reached]
        empty = [each for each in places if each in self.merged and line.cells[each : each + 1] == ("",)]
        return {each: text for each in empty if (text := self.texts.get(each, ""))}


def _places(columns: Columns) -> Iterator[tuple[str, list[int]]]:
    for role in _SHARED:
        yield role, [place for place, own in enumerate(columns.roles) if own == role]
