"""Workbooks taken apart and put together wrongly, as no office program would."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

SHEET = "xl/worksheets/sheet1.xml"


def members(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by path."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archive(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return target.getvalue()


def changed(data: bytes, path: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook of which one part has been changed."""
    parts = members(data)
    before = parts[path]
    parts[path] = change(before)
    assert parts[path] != before
    return archive(parts)


def with_cells(data: bytes, cells: bytes) -> bytes:
    """A workbook whose first sheet holds these rows of cells and nothing else."""

    def replaced(xml: bytes) -> bytes:
        head, rest = xml.split(b"<sheetData>", 1)
        return head + b"<sheetData>" + cells + b"</sheetData>" + rest.split(b"</sheetData>", 1)[1]

    return changed(data, SHEET, replaced)
