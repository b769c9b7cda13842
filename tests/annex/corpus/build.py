"""Write the files of the invented annexes: ``python -m tests.annex.corpus.build [first|second]``."""

# The sources of typst and HTML stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import html
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import typst
from docx import Document as WordDocument
from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.annex.corpus.invented import Invented

FILES = Path(__file__).parent / "files"


def table_of(annex: Invented) -> list[list[str]]:
    """Header and rows as cells; the total stands first, as most decisions print it."""
    roles = list(annex.headings)
    lines = [[annex.headings[role] for role in roles]]
    if annex.total:
        lines.append([{"name": "Tổng cộng", "max": annex.total}.get(role, "") for role in roles])
    for entry in annex.rows:
        own = {
            "number": entry.number,
            "name": entry.name,
            "max": entry.points,
            "code": f"TC{entry.number}",
            **entry.cells,
        }
        lines.append([own.get(role, "") for role in roles])
    return lines


def write_word(annex: Invented, path: Path) -> None:
    """A table in a Word document, made with python-docx; the header in two levels."""
    document = WordDocument()
    for text in annex.above:
        document.add_paragraph(text)
    lines = table_of(annex)
    table = document.add_table(rows=len(lines) + 1, cols=len(lines[0]))
    table.style = "Table Grid"
    for column, heading in enumerate(lines[0]):
        table.cell(0, column).text = heading
        table.cell(0, column).merge(table.cell(1, column))
    for place, line in enumerate(lines[1:], start=2):
        for column, text in enumerate(line):
            table.cell(place, column).text = text
    document.save(str(path))


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
    place = list(annex.headings).index("max")
    for number, line in enumerate(lines):
        sheet.append(
            [
                float(text.replace(",", ".")) if number and column == place and text else text
                for column, text in enumerate(line)
            ]
        )
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True)
    workbook.save(path)


def write_pdf(annex: Invented, path: Path) -> None:
    """Several small pages with a repeated header, made with typst."""
    lines = table_of(annex)

    def cell(text: str) -> str:
        escaped = "".join(f"\\{letter}" if letter in "#*_[]<>@$\\`~/=+-" else letter for letter in text)
        return "[" + escaped.replace("\n", " \\\n") + "]"

    widths = ", ".join({"number": "1cm", "max": "1.6cm"}.get(role, "1fr") for role in annex.headings)
    header = "table.header(" + ", ".join(cell(text) for text in lines[0]) + "),"
    body = "\n".join(", ".join(cell(text) for text in line) + "," for line in lines[1:])
    above = "\n\n".join(cell(text)[1:-1] for text in annex.above)
    source = f'#set page(width: 21cm, height: 14cm, margin: 1.5cm, numbering: "1")\n#set text(size: 10pt)\n{above}\n\n#table(columns: ({widths}),\n{header}\n{body}\n)\n'
    path.write_bytes(typst.compile(source.encode()))


def write_html(annex: Invented, path: Path) -> None:
    """A page as a law site has it: spans in the header, groups over two columns."""
    lines = table_of(annex)
    rows = [
        "<tr>" + "".join(f'<th rowspan="2">{html.escape(text)}</th>' for text in lines[0]) + "</tr><tr></tr>"
    ]
    rows += [
        "<tr>" + "".join(f"<td>{html.escape(text).replace(chr(10), '<br>')}</td>" for text in line) + "</tr>"
        for line in lines[1:]
    ]
    above = "".join(f"<p><strong>{html.escape(text)}</strong></p>" for text in annex.above)
    page = f"<!DOCTYPE html><html><head><title>x</title><style>td{{}}</style></head><body>{above}<table>{''.join(rows)}</table></body></html>"
    path.write_text(page, encoding="utf-8")


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
    for entry in annex.rows:
        points = f"({entry.points} điểm)" if entry.level == 0 else f"({entry.points}đ)"
        parts.append(f"{entry.number} {entry.name} {points}")
        parts += [f"{annex.headings[role]}{text}" for role, text in entry.cells.items()]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


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
