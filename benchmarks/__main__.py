"""Run benchmarks and print their tables; ``--write`` puts these into docs/benchmarks.md.

``make bench`` runs every part; ``make bench BENCH="lists evening --write"`` some of them, and leaves
the other tables of the document as they are. ``BENCH=prepare`` only loads what the parts of the web
product work with; ``BENCH_DATA`` names a folder for it outside the checkout. ``BENCH_SMALL=1`` runs
them with very little, to see that they run.

A machine that does other work is said, and nothing is written then, unless ``--busy`` is given.
Exit status 1 when something differs or is lost that must not; a goal that is missed is written down
as missed; 2 where nothing was run.
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

from benchmarks.measuring import IS_SMALL, Claim, tell

# Part → its heading in the document, and the files whose claims it holds.
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "core": ("The core", ("arrays", "explaining", "recalculating", "loading", "forms", "spreadsheet")),
    "filling": ("The campaign that is loaded", ("web.filling",)),
    "autosave": ("One edit", ("web.autosave",)),
    "lists": ("Pages", ("web.lists",)),
    "evening": ("The last evening", ("web.last_evening",)),
    "killing": ("Killed in the middle", ("web.killing",)),
}
REPORT = Path(__file__).parent.parent / "docs" / "benchmarks.md"
_OPTIONS = ("--write", "--busy")
# What runs anyway on a machine that does nothing else.
_MOST_LOAD = 1.5
_MET = {True: "yes", False: "**no**", None: "–"}
_TABLE = "| Work | Goal | Measured | Met | Remark |\n|---|---|---|---|---|"
_INTRODUCTION = """\
# Benchmarks

Written by `make bench BENCH=--write`, each table by its part (`make bench BENCH="evening --write"`);
medians of one run, contestants in turn. Ratios travel between machines, absolute times do not: a machine
that does other work at the same time misses goals that it meets when idle, and with a load above 1.5 nothing
is written unless `--busy` says so. The campaigns of 4,000 organisations are loaded once (`make bench
BENCH=prepare`); how much a last evening asks for is told in `benchmarks/web/last_evening.py`.
Machines differ: the numpy by hand of the first line of the core takes 11 ms on one and 27 ms on another, and
all else as much longer.
"""


def main(arguments: Sequence[str]) -> int:
    """The parts named, or all, in the order of the document."""
    unknown = set(arguments) - {*PARTS, *_OPTIONS, "prepare"}
    if unknown:
        sys.stderr.write(
            f"No such part: {', '.join(sorted(unknown))}. There are: prepare, {', '.join(PARTS)}.\n"
        )
        return 2
    if "prepare" in arguments:
        import_module("benchmarks.web.campaigns").prepare()
    if list(arguments) == ["prepare"]:
        return 0
    chosen = [part for part in PARTS if part in arguments] or list(PARTS)
    return _run(chosen, is_written="--write" in arguments, may_be_busy="--busy" in arguments)


def _run(chosen: Sequence[str], *, is_written: bool, may_be_busy: bool) -> int:
    wrong = False
    for part in chosen:
        load = os.getloadavg()[0]
        # What the part before took of the machine is no other work.
        is_busy = load > _MOST_LOAD and part == chosen[0]
        tell(
            f"{part}: load of the last minute {load:.1f}{', the machine does other work' if is_busy else ''}"
        )
        if is_written and (IS_SMALL or (is_busy and not may_be_busy)):
            tell("Nothing is run: such figures are not to be written down. Wait, or give --busy.")
            return 2
        found = _claims(part)
        if is_written:
            document = _with_table(REPORT.read_text(encoding="utf-8"), part, _table(found, load))
            REPORT.write_text(document, encoding="utf-8")
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


def _with_table(document: str, part: str, table: str) -> str:
    """The document with the table of one part in the place of the old one; the others stay."""
    tables = {name: _old_table(document, name) for name in PARTS}
    tables[part] = table
    sections = [f"## {PARTS[name][0]}\n\n{each}" for name, each in tables.items() if each]
    return "\n".join([_INTRODUCTION, *sections])


def _old_table(document: str, part: str) -> str:
    heading = re.escape(PARTS[part][0])
    found = re.search(rf"^## {heading}\n\n(.*?)(?=^## |\Z)", document, re.MULTILINE | re.DOTALL)
    return found.group(1).rstrip() + "\n" if found else ""


def _table(claims: Sequence[Claim], load: float) -> str:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, numpy {np.__version__}"
    rows = [
        f"| {claim.work} | {claim.goal} | {claim.measured} | {_MET[claim.is_met]} | {claim.remark} |"
        for claim in claims
    ]
    return "\n".join([f"{machine}; load of the machine before it began {load:.1f}.", "", _TABLE, *rows, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
