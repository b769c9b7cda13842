"""The columns of a table without a header, by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chamdiem.annex.amounts import read_points
from chamdiem.annex.blocks import Line
from chamdiem.annex.column_words import LONGEST_HEADING
from chamdiem.annex.columns import Columns
from chamdiem.annex.markup import one_line
from chamdiem.annex.numbering import read_number

_FEWEST_LINES = 4


def guess_columns(lines: Sequence[Line]) -> Columns | None:
    """The columns of a table without a header, by what stands in them; None where that tells too little."""
    width = max((len(line.cells) for line in lines), default=0)
    cells = [
        [one_line(line.cells[place]) for line in lines if place < len(line.cells)] for place in range(width)
    ]
    numbers = [
        place for place in range(width) if _share(cells[place], lambda text: read_number(text) is not None)
    ]
    points = [
        place
        for place in range(width)
        if place and _share(cells[place], lambda text: text.replace(",", "").isdigit())
    ]
    if len(lines) < _FEWEST_LINES or not numbers or numbers[0] != 0 or not points:
        return None
    texts = [place for place in range(1, width) if place not in points and any(cells[place])]
    if not texts:
        return None
    roles = ["ignored"] * width
    roles[0], roles[points[0]], roles[texts[0]] = "number", "max", "name"
    longest = max(texts[1:], key=lambda place: sum(len(text) for text in cells[place]), default=None)
    if longest is not None:
        roles[longest] = "method"
    return Columns(tuple(roles), ("",) * width)


def _share(texts: Sequence[str], is_it: Callable[[str], bool]) -> bool:
    """Whether most of the filled cells are of a kind, and enough are filled."""
    filled = [text for text in texts if text]
    return len(filled) * 2 >= len(texts) and 10 * sum(is_it(text) for text in filled) >= 9 * len(filled) > 0


def may_be_header(columns: Columns, line: Line) -> bool:
    """Whether a line whose words tell nothing is the header: it has neither number nor points."""
    filled = [one_line(cell) for cell in line.cells if cell.strip()]
    number, points = one_line(columns.cell(line, "number")), one_line(columns.cell(line, "max"))
    is_short = all(len(each) <= LONGEST_HEADING for each in filled)
    has_both = bool(number) and read_number(number) is None and bool(points) and read_points(points) is None
    return has_both and is_short and 2 * len(filled) > len(line.cells)
