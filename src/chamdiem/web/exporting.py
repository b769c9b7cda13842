"""A list as Excel or CSV: all of its rows, and no text that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from chamdiem.errors import Refused
from chamdiem.office.safe_text import guarded
from chamdiem.office.workbook import new_workbook
from chamdiem.web.language import Words, page_language
from chamdiem.web.numbers import date_text, moment_text, plain, style

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1_048_575
_MOST_DIGITS = 6
_WIDEST = 60
_NARROWEST = 10

Cell = Words | int | Fraction | Decimal | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list to export: a title, headings, rows of plain values."""

    title: str
    headings: Sequence[Words]
    rows: Iterable[Sequence[Cell]]
    # Stands above the table: what the list is, filters, date, SỐ LIỆU VÍ DỤ.
    note: str = ""


def export_response(sheet: Sheet, kind: str) -> HttpResponse | StreamingHttpResponse:
    """The list as a file to keep: ``kind`` is ``xlsx`` or ``csv``."""
    response: HttpResponse | StreamingHttpResponse
    if kind == "csv":
        response = StreamingHttpResponse(
            _csv_lines(sheet, [str(heading) for heading in sheet.headings], page_language()),
            content_type="text/csv; charset=utf-8",
        )
    else:
        response = HttpResponse(_workbook(sheet), content_type=EXCEL)
    kind = "csv" if kind == "csv" else "xlsx"
    name = f"{file_stem(sheet.title)}.{kind}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def note_at(now: dt.datetime) -> str:
    """When an exported list was true."""
    return _("Tình hình lúc {moment}").format(moment=moment_text(now))


def file_stem(title: str) -> str:
    """A title as the name of a file: ``bang-xep-hang-2026``."""
    return slugify(title.replace("đ", "d").replace("Đ", "D")) or "danh-sach"


class _Echo:
    """A file that hands back what is written, so that a long list streams."""

    def write(self, text: str) -> str:
        return text


def _csv_lines(sheet: Sheet, headings: Sequence[str], language: str) -> Iterator[str]:
    writer: Any = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    # The mark tells Excel that the file is UTF-8.
    yield "\ufeff" + writer.writerow([guarded(heading) for heading in headings])
    rows = iter(sheet.rows)
    while True:
        # What follows the answer of a view is made when the language of its page is over.
        with override(language):
            row = next(rows, None)
            line = None if row is None else writer.writerow([_csv_cell(cell) for cell in row])
        if line is None:
            return
        yield line


def _csv_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case dt.datetime():
            return moment_text(cell)
        case dt.date():
            return date_text(cell)
        case str() | Promise():
            return guarded(str(cell))
        case _:
            return plain(cell, _MOST_DIGITS).replace(style().thousands, "")


def _workbook(sheet: Sheet) -> bytes:
    rows = [list(row) for row in sheet.rows]
    if len(rows) > MOST_ROWS - 3:
        raise Refused("export.too_large", rows=str(len(rows)), most=str(MOST_ROWS - 3))
    target = BytesIO()
    with new_workbook(target) as workbook:
        page = workbook.add_worksheet(sheet.title[:31].translate(str.maketrans("[]:*?/\\", "       ")))
        heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1})
        page.write_string(0, 0, sheet.title, workbook.add_format({"bold": True, "font_size": 14}))
        page.write_string(1, 0, sheet.note, workbook.add_format({"italic": True}))
        for column, text in enumerate(map(str, sheet.headings)):
            page.write_string(2, column, text, heading)
            page.set_column(column, column, _width(text, rows, column))
        _write_rows(workbook, page, rows)
        page.freeze_panes(3, 1)
        page.autofilter(2, 0, 2 + len(rows), max(0, len(sheet.headings) - 1))
    return target.getvalue()


def _write_rows(workbook: Any, page: Any, rows: list[list[Cell]]) -> None:
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    moment = workbook.add_format({"num_format": "hh:mm dd/mm/yyyy"})
    number = workbook.add_format({"num_format": "#,##0.######"})
    # Years and numbers of events are whole too: nothing parts their digits.
    whole = workbook.add_format({"num_format": "0"})
    for line, row in enumerate(rows, start=3):
        for column, cell in enumerate(row):
            match cell:
                case None:
                    page.write_blank(line, column, None)
                case dt.datetime():
                    page.write_datetime(line, column, timezone.make_naive(cell), moment)
                case dt.date():
                    page.write_datetime(line, column, cell, day)
                case str() | Promise():
                    page.write_string(line, column, str(cell))
                case int():
                    page.write_number(line, column, cell, whole)
                case _:
                    page.write_number(line, column, float(cell), number)


def _width(heading: str, rows: list[list[Cell]], column: int) -> int:
    longest = max((len(str(row[column])) for row in rows[:200] if row[column] is not None), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2, len(heading) + 2))
