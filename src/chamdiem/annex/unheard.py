"""Words of a file that end up in no row, heading or note: told with their place, not lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.blocks import Block, Document, Line
from chamdiem.annex.labels import label_of
from chamdiem.annex.outside import says_something, short
from chamdiem.annex.rows import Annex, AnnexRow, Notice
from chamdiem.annex.table import Table

_WORD = re.compile(r"\w+")
# Words that stand together in the file and in the annex; fewer are looked for as a whole.
_TOGETHER = 3
_SHOWN = 5
_COLUMN_NUMBER = re.compile(r"\(\d{1,2}\)")


class _Heard:
    """The words that were taken over, and which of them stand together."""

    def __init__(self, texts: Iterable[str]) -> None:
        lists = [_words(text) for text in texts]
        self._whole = " \n ".join(["", *(" ".join(words) for words in lists), ""])
        self._runs = {run for words in lists for run in _runs(words)}

    def missing(self, text: str) -> Iterator[str]:
        """What of a text was not taken over: words that stand beside each other as nowhere in the annex."""
        words = _words(text)
        heard = [False] * len(words)
        for place, run in enumerate(_runs(words)):
            if run in self._runs:
                heard[place : place + _TOGETHER] = [True] * _TOGETHER
        for is_heard, places in groupby(range(len(words)), lambda place: heard[place]):
            piece = " ".join(words[place] for place in places)
            if not is_heard and f" {piece} " not in self._whole:
                yield piece


def tell_unheard(annex: Annex, document: Document, tables: Sequence[Table], used: Sequence[Table]) -> None:
    """Warn of words of the tables that were read, or of the lines rows were made of, that are in no row."""
    heard = _Heard(_texts_of(annex, used))
    lost = [(text, spot.text) for text, spot in document.lost]
    for block, text in _texts_read(annex, document, tables, used):
        lost += [(piece, block.spot.text) for piece in heard.missing(text)]
    if lost:
        shown = [
            f"“{short(text)}” ({place})" if place else f"“{short(text)}”" for text, place in lost[:_SHOWN]
        ]
        texts = "; ".join([*shown, *["…"][: len(lost) - _SHOWN]])
        annex.warnings.append(Notice("text.unheard", {"count": str(len(lost)), "texts": texts}))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + _TOGETHER]) for place in range(len(words) - _TOGETHER + 1)]


def _texts_of(annex: Annex, used: Sequence[Table]) -> Iterator[str]:
    yield from (annex.title, annex.document, annex.issuer)
    yield from (each.text for each in annex.outside)
    for table in used:
        yield from (table.caption, *table.columns.headings)
    totals = [total for table in used for total in table.totals]
    for row in (*annex.rows, *totals):
        yield from _texts_of_row(row)


def _texts_of_row(row: AnnexRow) -> Iterator[str]:
    points = f"{amount_text(row.max_points)} điểm" if row.max_points is not None else ""
    yield from (row.code, row.max_text, points, row.printed, *row.texts.values(), *row.groups)
    yield f"{row.number} {row.name}"


def _texts_read(
    annex: Annex, document: Document, tables: Sequence[Table], used: Sequence[Table]
) -> Iterator[tuple[Block, str]]:
    """The texts that were to be read: cells of the tables that are used, or what is said between rows."""
    starts = {table.place: table for table in tables if table.place >= 0}
    owner: Table | None = None
    first = next((row.printed for row in annex.rows if row.printed), "")
    is_begun = False
    for place, block in enumerate(document.blocks):
        owner = starts.get(place, owner)
        if isinstance(block, Line):
            if owner in used and owner is not None and place >= owner.place + owner.header:
                yield from ((block, text) for text in _cells_read(owner, block))
            continue
        is_begun = is_begun or bool(first and first == block.text)
        if is_begun and says_something(block.text):
            label = label_of(block.text)
            yield block, block.text[label.end if label is not None else 0 :]


def _cells_read(table: Table, line: Line) -> Iterator[str]:
    """The cells of a line, without those of columns that are not read: these are told by their headings."""
    width = len(table.columns.roles)
    filled = [cell.strip() for cell in line.cells if cell.strip()]
    if len(filled) >= _TOGETHER and all(map(_COLUMN_NUMBER.fullmatch, filled)):
        # "(1) (2) (3) …" below the headings only counts the columns.
        return
    for place, cell in enumerate(line.cells):
        if place >= width or table.columns.roles[place] != "ignored":
            yield cell
