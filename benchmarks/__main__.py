"""Run every benchmark of the core and print the table; ``--write`` writes docs/benchmarks.md.

Exit status 1 when a cent differs anywhere; a goal that is missed is written
down as missed.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

import numpy as np

from benchmarks import arrays, explaining, forms, loading, recalculating, spreadsheet
from benchmarks.measuring import Claim

_MET = {True: "yes", False: "**no**", None: "–"}
REPORT = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def main() -> int:
    """All claims, in the order of the table of goals."""
    found: list[Claim] = []
    for part in (arrays, explaining, recalculating, loading, forms, spreadsheet):
        for claim in part.claims():
            print(_line(claim), flush=True)
            found.append(claim)
    if "--write" in sys.argv[1:]:
        REPORT.write_text(_report(found), encoding="utf-8")
    wrong = [claim for claim in found if claim.goal == "0" and not claim.is_met]
    return 1 if wrong else 0


def _line(claim: Claim) -> str:
    mark = {True: "met", False: "MISSED", None: ""}[claim.is_met]
    return f"{claim.work:<72} {claim.measured:>20}  {claim.goal:<24} {mark:<7} {claim.remark}"


def _report(claims: list[Claim]) -> str:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, numpy {np.__version__}"
    rows = [
        f"| {claim.work} | {claim.goal} | {claim.measured} | {_MET[claim.is_met]} | {claim.remark} |"
        for claim in claims
    ]
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by `make bench BENCH=--write`; medians of one run, contestants in turn. "
            "Ratios travel between machines, absolute times do not.",
            "",
            f"Machine: {machine}.",
            "",
            "| Work | Goal | Measured | Met | Remark |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
