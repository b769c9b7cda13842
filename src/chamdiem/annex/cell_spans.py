"""Cells merged over several rows: what an office, a deadline or evidence says of each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from chamdiem.annex.blocks import Line
from chamdiem.annex.columns import Columns
from chamdiem.annex.markup import one_line
from chamdiem.annex.rows import AnnexRow

# A name or a calculation that several rows share is not that of each of them.
_SHARED = ("lead", "coordinating", "verifying", "evidence", "data_source", "deadline")


@dataclass(slots=True)
class CellSpans:
    """The last text of every column of a table, for the cells that it reaches down to."""

    texts: dict[int, str] = field(default_factory=dict)

    def look_at(self, line: Line) -> None:
        """Note what stands in a line; where a cell above reaches into it, that one still counts."""
        for place, cell in enumerate(line.cells):
            if place not in line.reached:
                self.texts[place] = cell

    def fill(self, row: AnnexRow, columns: Columns, line: Line) -> None:
        """Give a row what stands in merged cells that began above it."""
        for role in _SHARED:
            places = [each for each, own in enumerate(columns.roles) if own == role and each in line.reached]
            texts = [text for each in places if (text := self.texts.get(each, ""))]
            if texts and not row.texts.get(role):
                text = "\n".join(texts)
                row.texts[role] = one_line(text) if role == "deadline" else text
