"""Write the files of the invented annexes: ``python -m tests.annex.corpus.build [first|second|…]``."""

# The sources of typst and HTML stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import html
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from docx import Document as WordDocument
from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.annex.corpus.invented import Invented
from tests.annex.corpus.old_fonts import typed_in

FILES = Path(__file__).parent / "files"


def table_of(annex: Invented) -> list[list[str]]:
    """Header and rows as cells; the total stands first, as most decisions print it."""
    roles = list(annex.headings)
    lines = [[annex.headings[role] for role in roles]]
    if annex.total:
        lines.append([{"name": "Tổng cộng", "max": annex.total}.get(role, "") for role in roles])
    group = ""
    for entry in annex.rows:
        if annex.layout == "group column" and entry.level == 0:
            group = f"{entry.number}. {entry.name}" + (f" ({entry.points} điểm)" if entry.points else "")
            continue
        own = {
            "group": group,
            "number": entry.number,
            "name": entry.name,
            "max": entry.points,
            "code": f"TC{entry.number}",
            **entry.cells,
        }
        lines.append([own.get(role, "") for role in roles])
        group = ""
    return lines


def group_areas(annex: Invented, lines: list[list[str]]) -> list[tuple[int, int, int]]:
    """Column, first and last line of each group that is merged downwards."""
    if annex.layout != "group column":
        return []
    column = list(annex.headings).index("group")
    starts = [place for place, line in enumerate(lines) if place and line[column]]
    ends = [*(start - 1 for start in starts[1:]), len(lines) - 1]
    return [(column, start, end) for start, end in zip(starts, ends, strict=True)]


def tables_of(annex: Invented) -> list[tuple[str, list[list[str]]]]:
    """Each table with the paragraph above it: one, or one for every group of the layouts that part them.

    ``several`` keeps the row of the group in its table; ``headed`` prints the group above it.
    """
    lines = table_of(annex)
    if annex.layout not in ("several", "headed"):
        return [("", lines)]
    tables: list[tuple[str, list[list[str]]]] = []
    for entry, line in zip(annex.rows, lines[1:], strict=True):
        is_above = entry.level == 0 and annex.layout == "headed"
        if entry.level == 0:
            above = f"{entry.number}. {entry.name} ({entry.points} điểm)" if is_above else ""
            tables.append((above, [lines[0]]))
        if not is_above:
            tables[-1][1].append(line)
    return tables


def write_word(annex: Invented, path: Path) -> None:
    """Tables in a Word document, made with python-docx; the header in two levels."""
    document = WordDocument()
    for text in annex.above:
        document.add_paragraph(text)
    for above, lines in tables_of(annex):
        if above:
            document.add_paragraph(above)
        _add_table(document, annex, lines)
    document.save(str(path))


def _add_table(document: Any, annex: Invented, lines: list[list[str]]) -> None:
    table = document.add_table(rows=len(lines) + 1, cols=len(lines[0]))
    table.style = "Table Grid"
    _add_header(table, lines[0], is_two_levels=annex.layout == "two levels")
    for place, line in enumerate(lines[1:], start=2):
        for column, text in enumerate(line):
            table.cell(place, column).text = text
        if annex.layout == "spanning" and sum(map(bool, line)) == 3:
            _span_name(table, place, list(annex.headings))
    for column, start, end in group_areas(annex, lines):
        table.cell(start + 1, column).merge(table.cell(end + 1, column)).text = lines[start][column]


def _add_header(table: Any, headings: list[str], *, is_two_levels: bool) -> None:
    """Headings over two lines; those of two levels have their upper part over all of their cells."""
    upper, lower = _two_levels(headings) if is_two_levels else (headings, [""] * len(headings))
    for column, heading in enumerate(upper):
        table.cell(0, column).text = heading
        table.cell(1, column).text = lower[column]
        if not lower[column]:
            table.cell(0, column).merge(table.cell(1, column)).text = heading
    first = next((column for column, text in enumerate(lower) if text), 0)
    table.cell(0, first).merge(table.cell(0, first + max(0, sum(map(bool, lower)) - 1)))


def _span_name(table: Any, place: int, roles: list[str]) -> None:
    """The name of a group over all columns up to its points."""
    name, points = roles.index("name"), roles.index("max")
    table.cell(place, name).merge(table.cell(place, points - 1 if points > name + 1 else name))


def write_excel(annex: Invented, path: Path) -> None:
    """One sheet with a merged title; groups have their points as numbers."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    lines = table_of(annex)
    for text in annex.above:
        sheet.append([text])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=len(lines[0])
        )
    if annex.layout == "two levels":
        lines[:1] = _two_levels(lines[0])
    place = list(annex.headings).index("max")
    for line in lines:
        sheet.append(
            [
                float(text.replace(",", ".")) if _is_amount(text) and column == place else text
                for column, text in enumerate(line)
            ]
        )
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True)
        if annex.layout == "merged groups" and sum(map(bool, line)) == 3:
            # The group's name runs over the columns behind its points.
            last = sheet.max_row
            sheet.merge_cells(start_row=last, end_row=last, start_column=place + 2, end_column=len(line))
    above = sheet.max_row - len(lines) + 1
    for column, start, end in group_areas(annex, lines):
        sheet.merge_cells(
            start_row=above + start, end_row=above + end, start_column=column + 1, end_column=column + 1
        )
    workbook.save(path)


def _two_levels(headings: list[str]) -> list[list[str]]:
    """Headings such as ``Điểm/Tối đa`` above each other; the upper one stands in the first of its cells."""
    parts = [heading.partition("/") for heading in headings]
    over = [upper for upper, _, _ in parts]
    parts = [
        part if over.count(part[0]) > 1 else (heading, "", "")
        for part, heading in zip(parts, headings, strict=True)
    ]
    over = [upper for upper, _, _ in parts]
    upper = ["" if place and over[place - 1] == text else text for place, text in enumerate(over)]
    return [upper, [below for _, _, below in parts]]


def _is_amount(text: str) -> bool:
    return bool(text) and text.replace(",", "").isdigit()


def write_pdf(annex: Invented, path: Path) -> None:
    """Several small pages with a repeated header, made with typst; or a Word file printed by LibreOffice."""
    if annex.layout == "libreoffice":
        _print_word(annex, path)
        return
    lines = table_of(annex)

    def cell(text: str) -> str:
        escaped = "".join(f"\\{letter}" if letter in "#*_[]<>@$\\`~/=+-" else letter for letter in text)
        return "[" + escaped.replace("\n", " \\\n") + "]"

    widths = ", ".join({"number": "1cm", "max": "1.6cm"}.get(role, "1fr") for role in annex.headings)
    header = "table.header(" + ", ".join(cell(text) for text in lines[0]) + "),"
    body = "\n".join(", ".join(cell(text) for text in line) + "," for line in lines[1:])
    above = "\n\n".join(cell(text)[1:-1] for text in annex.above)
    stroke = "stroke: none, " if annex.layout == "no lines" else ""
    source = f'#set page(width: 21cm, height: 14cm, margin: 1.5cm, numbering: "1")\n#set text(size: 10pt)\n{above}\n\n#table({stroke}columns: ({widths}),\n{header}\n{body}\n)\n'
    path.write_bytes(typst.compile(source.encode()))


def _print_word(annex: Invented, path: Path) -> None:
    with TemporaryDirectory() as folder:
        word = Path(folder) / f"{path.stem}.docx"
        write_word(annex, word)
        office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        subprocess.run([*office, "pdf", "--outdir", str(path.parent), str(word)], check=True)  # noqa: S603  own files


def write_html(annex: Invented, path: Path) -> None:
    """A page as a law site has it: spans in the header, groups over two columns."""
    rows_of = _gazette_rows if annex.layout == "gazette" else _html_rows
    tables = "<p></p>".join(f"<table>{rows_of(lines)}</table>" for _, lines in tables_of(annex))
    above = "".join(f"<p><strong>{html.escape(text)}</strong></p>" for text in annex.above)
    page = f"<!DOCTYPE html><html><head><title>x</title><style>td{{}}</style></head><body>{above}{tables}</body></html>"
    path.write_text(typed_in(annex.layout, page), encoding="utf-8")


def _html_rows(lines: list[list[str]]) -> str:
    rows = [
        "<tr>" + "".join(f'<th rowspan="2">{html.escape(text)}</th>' for text in lines[0]) + "</tr><tr></tr>"
    ]
    rows += [
        "<tr>" + "".join(f"<td>{html.escape(text).replace(chr(10), '<br>')}</td>" for text in line) + "</tr>"
        for line in lines[1:]
    ]
    return "".join(rows)


def _gazette_rows(lines: list[list[str]]) -> str:
    """Paragraphs in every cell, blanks that do not break, no head cells; empty cells of groups are joined."""
    rows = []
    for line in lines:
        cells = [
            "".join(f'<p style="margin:0"><span>{html.escape(part)}</span></p>' for part in text.split("\n"))
            for text in line
        ]
        cells = [cell.replace(" ", "&nbsp;", 1) if place else cell for place, cell in enumerate(cells)]
        joined = len(line) - max(place + 1 for place, text in enumerate(line) if text)
        rows.append(
            "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells[: len(line) - joined])
            + (f'<td colspan="{joined}">&nbsp;</td>' if joined else "") + "</tr>"
        )  # fmt: skip
    return "".join(rows)


def write_markdown(annex: Invented, path: Path) -> None:
    """A table of bars; line breaks inside cells as ``<br>``."""
    lines = [[text.replace("\n", "<br>").replace("|", "\\|") for text in line] for line in table_of(annex)]
    rule = "|" + "---|" * len(lines[0])
    table = [f"| {' | '.join(line)} |" for line in lines]
    path.write_text(
        "\n\n".join(annex.above) + "\n\n" + "\n".join([table[0], rule, *table[1:]]) + "\n", encoding="utf-8"
    )


def write_outline(annex: Invented, path: Path) -> None:
    """No table: headings that end with their points, texts below them."""
    parts = [*annex.above, ""]
    if annex.layout == "bars":
        parts += [text for line in table_of(annex) for cell in line for text in (cell, "|")]
        path.write_text("\n".join(parts) + "\n", encoding="utf-8")
        return
    for entry in annex.rows:
        points = f"({entry.points} điểm)" if entry.level == 0 else f"({entry.points}đ)"
        parts.append(f"{entry.number} {entry.name} {points}")
        parts += [f"{annex.headings[role]}{text}" for role, text in entry.cells.items()]
    path.write_text(typed_in(annex.layout, "\n".join(parts) + "\n"), encoding="utf-8")


WRITERS: dict[str, Callable[[Invented, Path], None]] = {
    ".docx": write_word,
    ".xlsx": write_excel,
    ".pdf": write_pdf,
    ".html": write_html,
    ".md": write_markdown,
    ".txt": write_outline,
}


def main(half: str) -> None:
    """Write all files of one half."""
    for annex in import_module(f"tests.annex.corpus.{half}").ANNEXES:
        WRITERS[Path(annex.file).suffix](annex, FILES / annex.file)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "first")
