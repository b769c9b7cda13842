"""Excel (.xlsx) → blocks: every visible sheet as one table, lines with a single cell as paragraphs.

``office`` measures the workbook first (bombs, entities, encryption); it is
read here once more because line breaks inside cells matter.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from chamdiem.annex.blocks import Document, Line, Paragraph, Spot
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.reading.sheet_numbers import find_number_column, read_figures
from chamdiem.annex.reading.unseen import hidden_cells_note
from chamdiem.errors import InvalidAnnex, InvalidAnswers
from chamdiem.office.excel_reading import read_workbook
from chamdiem.office.grid import Area, Grid, column_letters

_MOST_COLUMNS = 60
# A line of a table, not of a head in two halves, has so many cells filled.
_FEWEST_CELLS = 3
# What stands above another table of the sheet.
_CAPTION = re.compile(r"(?:phụ lục|phụ biểu|biểu|mẫu|bảng)\b", re.IGNORECASE)
_HIDDEN = "Trang tính “{sheet}” đang ẩn nên không đọc."
_UNCOMPUTED = (
    "Ô {cell} của trang tính “{sheet}” có công thức chưa được tính: mở bằng Excel, lưu lại rồi thử lại."
)


def read_excel(data: bytes, file: str) -> Document:
    """The blocks of a workbook.

    Raises:
        InvalidAnnex: No workbook, encrypted, damaged, or too large to unpack.
    """
    try:
        grids = read_workbook(data, file)
    except InvalidAnswers as error:
        raise InvalidAnnex(list(error.problems)) from error
    document = Document("excel")
    with warnings.catch_warnings():
        # Unknown extensions of a workbook are none of our business.
        warnings.simplefilter("ignore")
        workbook = load_workbook(BytesIO(data), read_only=True, data_only=True)
        for table, (grid, sheet) in enumerate(zip(grids, workbook.worksheets, strict=True), start=1):
            if sheet.sheet_state != "visible":
                document.warnings.append(_HIDDEN.format(sheet=grid.sheet))
                continue
            document.warnings += [
                _UNCOMPUTED.format(cell=cell.address, sheet=grid.sheet)
                for cell in grid.cells()
                if cell.kind == "uncomputed"
            ]
            lines = _seen(document, grid, _texts(sheet))
            _renumber(document, grid.sheet, lines)
            _sheet(document, grid, [(number, texts) for number, texts, _ in lines], table)
    return document


def _texts(sheet: Any) -> list[tuple[int, list[str], Sequence[Any]]]:
    """The lines that hold something: their place, texts, and cells."""
    sheet.reset_dimensions()
    lines = [
        (number, [_text(cell) for cell in row[:_MOST_COLUMNS]], row[:_MOST_COLUMNS])
        for number, row in enumerate(sheet.iter_rows(), start=1)
    ]
    return [line for line in lines if any(line[1])]


def _seen(
    document: Document, grid: Grid, lines: list[tuple[int, list[str], Sequence[Any]]]
) -> list[tuple[int, list[str], Sequence[Any]]]:
    """The lines without what is hidden, which is told; a merged cell is seen where any part of it is."""
    whole = {(area.top, area.left) for area in grid.merged if _is_seen(grid, area)}
    columns: set[int] = set()
    for number, texts, _ in lines:
        for position in grid.hidden_columns:
            if position <= len(texts) and texts[position - 1] and (number, position) not in whole:
                columns.add(position)
                texts[position - 1] = ""
    rows = []
    for number, texts, _ in lines:
        places = [place for place, text in enumerate(texts, start=1) if text and (number, place) not in whole]
        if number in grid.hidden and places:
            rows.append(number)
            for place in places:
                texts[place - 1] = ""
    document.warnings += hidden_cells_note(grid.sheet, rows, [*map(column_letters, sorted(columns))])
    return [line for line in lines if any(line[1])]


def _is_seen(grid: Grid, area: Area) -> bool:
    rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
    return any(row not in grid.hidden for row in rows) and any(
        column not in grid.hidden_columns for column in columns
    )


def _renumber(document: Document, sheet: str, lines: Sequence[tuple[int, list[str], Sequence[Any]]]) -> None:
    """Write the numbers of rows that are figures as they are meant; guesses are told."""
    place = find_number_column([texts for _, texts, _ in lines])
    if place is None:
        return
    lines = [line for line in lines if place < len(line[1])]
    read = read_figures([cells[place] for _, _, cells in lines])
    for (_, texts, cells), number in zip(lines, read, strict=True):
        if number is not None:
            if note := number.note(cells[place].coordinate, sheet, texts[place]):
                document.warnings.append(note)
            texts[place] = number.text


def _sheet(document: Document, grid: Grid, read: Sequence[tuple[int, list[str]]], table: int) -> None:
    width = max((position for line in grid.lines.values() for position in line), default=0)
    width = min(width, _MOST_COLUMNS)
    for place, (number, texts) in enumerate(read):
        spot = Spot(sheet=grid.sheet, table=table, row=number)
        filled = [text for text in texts if text]
        is_title = len(filled) == 1 and _is_a_title(grid, number, texts) and not _heads_a_group(read, place)
        if len(filled) == 1 and (is_title or _stands_above_a_table(read, place)):
            document.blocks.append(Paragraph(plain_paragraph(filled[0]), spot))
            continue
        cells = tuple((texts + [""] * width)[:width])
        merged = frozenset(_merged(grid.merged, number, width))
        reached = frozenset(area.left - 1 for area in grid.merged if area.top < number <= area.bottom)
        document.blocks.append(Line(cells, spot, merged, reached & merged))


def _is_a_title(grid: Grid, number: int, texts: list[str]) -> bool:
    """Whether the only cell of a line spreads over the others, or is much longer than any of them."""
    place = next(position for position, text in enumerate(texts, start=1) if text)
    area = next((each for each in grid.merged if each.top == number and each.left == place), None)
    return (area is not None and area.right - area.left >= 2) or (place == 1 and len(texts[0]) > 40)


def _heads_a_group(lines: Sequence[tuple[int, list[str]]], place: int) -> bool:
    """Whether a title stands inside a table: lines of several cells before it, and no headings after it."""
    before = [texts for _, texts in lines[:place] if _is_wide(texts)]
    after = next((texts for _, texts in lines[place + 1 :] if _is_wide(texts)), None)
    is_caption = _CAPTION.match(next(text for text in lines[place][1] if text)) is not None
    return bool(before) and after is not None and after != before[0] and not is_caption


def _stands_above_a_table(lines: Sequence[tuple[int, list[str]]], place: int) -> bool:
    """Whether a lone cell begins the sheet, or names a table whose header is printed again below it."""
    before = next((texts for _, texts in lines[:place] if _is_wide(texts)), None)
    if before is None:
        return all(sum(map(bool, texts)) == 1 for _, texts in lines[:place])
    after = next((texts for _, texts in lines[place + 1 :] if _is_wide(texts)), None)
    return after == before and _CAPTION.match(next(text for text in lines[place][1] if text)) is not None


def _is_wide(texts: Sequence[str]) -> bool:
    return sum(map(bool, texts)) >= _FEWEST_CELLS


def _merged(areas: tuple[Area, ...], number: int, width: int) -> Iterator[int]:
    """The positions of a line that only continue a merged cell."""
    for area in areas:
        if area.top <= number <= area.bottom:
            first = area.left if number > area.top else area.left + 1
            yield from (position - 1 for position in range(first, min(area.right, width) + 1))


def _text(cell: Any) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case int() | float():
            return _number(value, cell.number_format or "")
        case datetime() | date():
            return f"{value:%d/%m/%Y}"
        case _:
            return plain(str(value))


def _number(value: Any, form: str) -> str:
    exact = Decimal(value if isinstance(value, int) else format(value, ".15g"))
    if not exact.is_finite():
        return str(value)
    if "%" in form:
        return f"{_plain(exact * 100)}%"
    return _plain(exact)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text
