"""Run benchmarks and print their tables; ``--write`` puts these into docs/benchmarks.md.

``make bench`` runs every part; ``make bench BENCH="lists evening --write"`` some of them, and leaves
the other tables of the document as they are. Exit status 1 when something differs or is lost that
must not; a goal that is missed is written down as missed.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import numpy as np

from benchmarks.measuring import Claim

# Part → its heading in the document, and the files whose claims it holds.
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "core": ("The core", ("arrays", "explaining", "recalculating", "loading", "forms", "spreadsheet")),
    "lists": ("Pages", ("web.filling", "web.autosave", "web.lists")),
    "evening": ("The last evening", ("web.last_evening",)),
    "killing": ("Killed in the middle", ("web.killing",)),
}
REPORT = Path(__file__).parent.parent / "docs" / "benchmarks.md"
_MET = {True: "yes", False: "**no**", None: "–"}
_TABLE = "| Work | Goal | Measured | Met | Remark |\n|---|---|---|---|---|"
_INTRODUCTION = """\
# Benchmarks

Written by `make bench BENCH=--write`, each table by its part (`make bench BENCH="evening --write"`);
medians of one run, contestants in turn. Ratios travel between machines, absolute times do not: a machine
that does other work at the same time misses goals that it meets when idle.
"""


def main(arguments: Sequence[str]) -> int:
    """The parts named, or all, in the order of the document."""
    chosen = [part for part in PARTS if part in arguments] or list(PARTS)
    unknown = set(arguments) - {*PARTS, "--write"}
    if unknown:
        sys.stderr.write(f"No such part: {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}.\n")
        return 2
    wrong = False
    for part in chosen:
        found = _claims(part)
        if "--write" in arguments:
            REPORT.write_text(_with_table(REPORT.read_text(encoding="utf-8"), part, found), encoding="utf-8")
        wrong = wrong or any(claim.goal == "0" and not claim.is_met for claim in found)
    return 1 if wrong else 0


def _claims(part: str) -> list[Claim]:
    found: list[Claim] = []
    for name in PARTS[part][1]:
        for claim in import_module(f"benchmarks.{name}").claims():
            print(_line(claim), flush=True)
            found.append(claim)
    return found


def _line(claim: Claim) -> str:
    mark = {True: "met", False: "MISSED", None: ""}[claim.is_met]
    return f"{claim.work:<72} {claim.measured:>20}  {claim.goal:<24} {mark:<7} {claim.remark}"


def _with_table(document: str, part: str, claims: Sequence[Claim]) -> str:
    """The document with the table of one part in the place of the old one; the others stay."""
    tables = {name: _old_table(document, name) for name in PARTS}
    tables[part] = _table(claims)
    sections = [f"## {PARTS[name][0]}\n\n{table}" for name, table in tables.items() if table]
    return "\n".join([_INTRODUCTION, *sections])


def _old_table(document: str, part: str) -> str:
    heading = re.escape(PARTS[part][0])
    found = re.search(rf"^## {heading}\n\n(.*?)(?=^## |\Z)", document, re.MULTILINE | re.DOTALL)
    return found.group(1).rstrip() + "\n" if found else ""


def _table(claims: Sequence[Claim]) -> str:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, numpy {np.__version__}"
    load = f"{os.getloadavg()[1]:.1f}"
    rows = [
        f"| {claim.work} | {claim.goal} | {claim.measured} | {_MET[claim.is_met]} | {claim.remark} |"
        for claim in claims
    ]
    return "\n".join([f"{machine}; load over the last five minutes {load}.", "", _TABLE, *rows, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
