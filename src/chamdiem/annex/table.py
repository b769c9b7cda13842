"""One table of a file: its columns, its rows, and what of it is reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chamdiem.annex.blocks import Block, Line, Paragraph, Spot
from chamdiem.annex.columns import Columns
from chamdiem.annex.level_columns import level_of
from chamdiem.annex.rows import AnnexRow, TableFound

_TWO_LEVELS = 2


@dataclass(slots=True)
class Table:
    """The lines below one header, until another table begins.

    ``place`` is where it begins among the blocks (-1: it has no lines of its own), ``header`` how
    many lines its header takes, ``chosen`` the cells of a header that people chose. ``read`` are the
    columns as the headings alone tell them, ``unread`` the headings of columns that hold something and
    are not read, ``heads`` the groups printed above it, ``notes`` what its lines say about the whole of
    it, ``totals`` all lines that only sum up.
    """

    columns: Columns
    caption: str
    rows: list[AnnexRow] = field(default_factory=list)
    total: AnnexRow | None = None
    totals: list[AnnexRow] = field(default_factory=list)
    lines: int = 0
    number: int = 0
    first: Line | None = None
    is_guessed: bool = False
    place: int = -1
    header: int = 0
    chosen: tuple[tuple[str, ...], ...] | None = None
    read: Columns | None = None
    unread: dict[str, None] = field(default_factory=dict)
    heads: Sequence[Paragraph] = ()
    notes: list[tuple[str, Spot]] = field(default_factory=list)

    @property
    def gives_points(self) -> bool:
        """Whether its levels stand in columns with their points, so that it needs none of maxima."""
        return "method_points" in self.columns or any(
            level.points is not None for heading in self.columns.headings if (level := level_of(heading))
        )

    def is_headed_by(self, columns: Columns, line: Block) -> bool:
        """Whether a later header is its own again: the same columns, or only the upper of its two lines."""
        if columns.roles == (self.read or self.columns).roles:
            return True
        if self.first is None or self.header < _TWO_LEVELS or not isinstance(line, Line):
            return False
        pairs = list(zip(self.first.cells, line.cells, strict=False))
        own = [one == other for place, (one, other) in enumerate(pairs) if place not in self.first.merged]
        return len(line.cells) == len(self.first.cells) and all(own)

    @property
    def is_scored(self) -> bool:
        """Whether the table is one of points."""
        return "max" in self.columns or any(row.max_points is not None for row in self.rows)

    @property
    def is_information(self) -> bool:
        """Whether it is a table of general information."""
        return (
            "thông tin chung"
            in f"{self.caption} {self.columns.names} {' '.join(self.columns.headings)}".casefold()
        )


def found_tables(tables: Sequence[Table], used: Sequence[Table]) -> list[TableFound]:
    """What was found and which of it was used, for the report."""
    return [
        TableFound(
            number=place,
            caption=table.caption,
            headings=table.columns.headings,
            roles=table.columns.roles,
            lines=table.lines,
            is_used=table in used,
            spot=table.first.spot if table.first else table.rows[0].spot,
        )
        for place, table in enumerate(tables, start=1)
        if table.first or table.rows
    ]
