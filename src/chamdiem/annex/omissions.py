"""Signs that rows were lost: a total that does not come out, numbers that jump, lines outside every table."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.amounts import amount_text, read_points
from chamdiem.annex.blocks import Document, Line
from chamdiem.annex.markup import one_line
from chamdiem.annex.numbering import Number, read_number
from chamdiem.annex.rows import Annex
from chamdiem.annex.table import Table

_FEWEST_LEFT_OUT = 2
# What a wider jump says is that another list begins.
_WIDEST_GAP = 5


def look_for_omissions(annex: Annex, document: Document, tables: Sequence[Table]) -> None:
    """Warn at the first row, or where numbers jump, of what seems to be lacking; ``tables`` are all found."""
    if not annex.rows:
        return
    _look_at_total(annex)
    _look_at_gaps(annex)
    _look_at_lines(annex, document, tables)


def _look_at_total(annex: Annex) -> None:
    """The printed total against the rows at the top: those on top of it are not part of it."""
    places = [place for place, row in enumerate(annex.rows) if row.parent is None]
    tops = [_points_of(annex, place) for place in places if annex.rows[place].role == "scored"]
    given = [points for points in tops if points is not None]
    if annex.total is None or not given or sum(given) == annex.total:
        return
    everything = sum((_points_of(annex, place) or Fraction(0) for place in places), Fraction(0))
    bonus = sum(
        (_points_of(annex, place) or Fraction(0) for place in places if annex.rows[place].role == "bonus"),
        Fraction(0),
    )
    if bonus and sum(given, bonus) == annex.total:
        # "TỔNG CỘNG (A + B - C)": what lies on top is no part of the maximum, but may go beyond it.
        scale, annex.bonus_cap = sum(given, Fraction(0)), bonus
        facts = {"printed": amount_text(annex.total), "bonus": amount_text(bonus), "sum": amount_text(scale)}
        annex.rows[0].warn("total.with_bonus", **facts)
        annex.total = scale
    elif everything != annex.total:
        facts = {"printed": amount_text(annex.total), "sum": amount_text(sum(given, Fraction(0)))}
        annex.rows[0].warn("total.differs", **facts)


def _points_of(annex: Annex, place: int) -> Fraction | None:
    """The points of a row; those of the rows below it where it prints none."""
    row = annex.rows[place]
    if row.max_points is not None:
        return row.max_points
    given = [points for each in annex.children(place) if (points := _points_of(annex, each)) is not None]
    return sum(given, Fraction(0)) if given else None


def _look_at_gaps(annex: Annex) -> None:
    """Siblings whose numbers jump: 2.5 and then 2.7."""
    last: dict[int | None, int] = {}
    for place, row in enumerate(annex.rows):
        before = annex.rows[last[row.parent]] if row.parent in last else None
        last[row.parent] = place
        one, other = read_number(before.number) if before else None, read_number(row.number)
        if before is None or one is None or other is None or one.style != other.style:
            continue
        if _is_next_letter(one, other):
            continue
        if one.parts[:-1] == other.parts[:-1] and 1 < other.value - one.value <= _WIDEST_GAP:
            row.warn("number.gap", before=before.number, number=row.number)


def _is_next_letter(one: Number, other: Number) -> bool:
    """Whether two letters follow each other as in English: not everybody counts "đ" between "d" and "e"."""
    return len(one.letter) == len(other.letter) == 1 and ord(other.letter) == ord(one.letter) + 1


def _look_at_lines(annex: Annex, document: Document, tables: Sequence[Table]) -> None:
    """Lines that look like rows of points and belong to no table that was read."""
    starts = {table.place: table for table in tables if table.place >= 0}
    if not any(table.is_scored for table in starts.values()):
        return
    owner: Table | None = None
    left: list[Line] = []
    for place, block in enumerate(document.blocks):
        owner = starts.get(place, owner)
        is_read = owner is not None and (owner.is_scored or owner.is_information)
        if isinstance(block, Line) and not is_read and _looks_like_a_row(block):
            left.append(block)
    if len(left) >= _FEWEST_LEFT_OUT:
        annex.rows[0].warn("lines.left_out", count=str(len(left)), place=left[0].spot.text)


def _looks_like_a_row(line: Line) -> bool:
    """Whether a line has a number, words, and points in cells of their own."""
    cells = [text for cell in line.cells if (text := one_line(cell))]
    if len(cells) < 3 or read_number(cells[0]) is None:
        return False
    has_words = any(len(cell.split()) >= 2 and read_points(cell) is None for cell in cells[1:])
    return has_words and any(read_points(cell) is not None for cell in cells[1:])
