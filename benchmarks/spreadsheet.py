"""Yardstick: an equal workbook recalculated by LibreOffice, where it is installed.

The workbook holds the figures of some organisations and, for every ratio of
``chuprong-2023`` that is a plain line, the formula an officer would write.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
import xlsxwriter

from benchmarks.campaign import Floats, edition, random_columns
from benchmarks.hand_written import LINES
from benchmarks.measuring import Claim, milliseconds, seconds
from chamdiem.core.matrix import MatrixScorer

ORGANISATIONS = 2_000


def claims() -> list[Claim]:
    """Recalculate, read the results back, compare every cent."""
    office = shutil.which("soffice")
    if office is None:
        return [Claim("An equal workbook recalculated by LibreOffice", "–", "not installed")]
    indicator_set = edition()
    columns = random_columns(indicator_set, ORGANISATIONS, seed=7)
    scorer = MatrixScorer(indicator_set)
    prepared = scorer.prepare(columns)
    matrix = scorer.score(prepared)
    with TemporaryDirectory() as folder:
        workbook = Path(folder) / "equal.xlsx"
        _write(workbook, columns)
        _recalculate_on_load(Path(folder) / "profile")
        start = perf_counter()
        command = [
            office,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            "csv",
        ]
        subprocess.run([*command, "--outdir", folder, str(workbook)], check=True, capture_output=True)  # noqa: S603
        theirs = perf_counter() - start
        found = _read(Path(folder) / "equal.csv")
    places = [matrix.keys.index(key) for key in LINES]
    differing = int((found != matrix.cells[places]).sum())
    ours = seconds(lambda: scorer.score(prepared), rounds=5)
    cells = f"{ORGANISATIONS:,} organisations × {len(LINES)} lines"
    return [
        Claim(
            f"LibreOffice opens, recalculates and saves {cells}",
            "–",
            milliseconds(theirs),
            None,
            f"all 74 criteria of as many organisations here: {milliseconds(ours)}",
        ),
        Claim("Differing cents against LibreOffice", "0", str(differing), differing == 0),
    ]


def _recalculate_on_load(profile: Path) -> None:
    """LibreOffice otherwise trusts the results a file brings, and this one brings none."""
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">'
        '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>',
        encoding="utf-8",
    )


def _write(path: Path, columns: dict[str, Floats]) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    figures = sorted({key for above, below, *_ in LINES.values() for key in (above, below)})
    letters = {
        key: xlsxwriter.utility.xl_col_to_name(place + len(LINES)) for place, key in enumerate(figures)
    }
    for row in range(ORGANISATIONS):
        for place, (above, below, most, full_at) in enumerate(LINES.values()):
            a, b = f"{letters[above]}{row + 1}", f"{letters[below]}{row + 1}"
            # Blank is missing (-1); a zero denominator does not apply (-2).
            line = f"ROUND(MIN({a}/{b}*100/{full_at}*{most},{most})*100,0)"
            sheet.write_formula(row, place, f'=IF({b}="",-1,IF({b}=0,-2,IF({a}="",-1,{line})))')
        for key in figures:
            value = columns[key][row]
            if not np.isnan(value):
                sheet.write_number(row, len(LINES) + figures.index(key), value)
    book.close()


def _read(path: Path) -> np.ndarray:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [[float(cell) for cell in row[: len(LINES)]] for row in csv.reader(lines)]
    return np.array(rows).T
