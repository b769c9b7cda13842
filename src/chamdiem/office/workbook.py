"""New Excel workbooks: text is text, whatever it begins with."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter

_TEXT_STAYS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def new_workbook(target: BytesIO) -> xlsxwriter.Workbook:
    """A workbook that writes itself to ``target`` when closed."""
    return xlsxwriter.Workbook(target, {"in_memory": True, **_TEXT_STAYS_TEXT})
