"""New Excel workbooks: text is text, whatever it begins with, and is never cut off in silence."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767

_TEXT_STAYS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter carries no types
    """A sheet that marks the texts it must shorten."""

    def _write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> Any:
        if len(string) > LONGEST_TEXT:
            string = f"{string[: LONGEST_TEXT - 1]}…"
        return super()._write_string(row, col, string, cell_format)


class _Workbook(xlsxwriter.Workbook):  # type: ignore[misc]  # XlsxWriter carries no types
    worksheet_class = _Sheet


def new_workbook(target: BytesIO) -> xlsxwriter.Workbook:
    """A workbook that writes itself to ``target`` when closed."""
    return _Workbook(target, {"in_memory": True, **_TEXT_STAYS_TEXT})
