"""The annex reader against the truth: the five documents, and invented annexes in all formats.

``make bench-annex`` prints the tables; with ``BENCH=--write`` it writes
docs/benchmarks-annex.md. Exit status 1 when a rule is wrong without a warning.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from tests.annex.corpus import (
    eighth,
    fifth,
    first,
    fourth,
    second,
    seventh,
    seventh_kept,
    sixth,
    third,
)
from tests.annex.corpus.invented import Invented

from benchmarks.annex_comparing import Comparison, compare
from chamdiem.annex.importing import read_file
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.rules.manual import ManualRule
from chamdiem.errors import InvalidAnnex
from chamdiem.library import load_edition

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "tests" / "library" / "sources"
CORPUS = ROOT / "tests" / "annex" / "corpus" / "files"
REPORT = ROOT / "docs" / "benchmarks-annex.md"
EDITIONS = {
    "000_44e7c8420dcf438d.txt": "huyen-2021",
    "001_998d09e7d00fb3f2.txt": "so-2021",
    "002_1aa7fa40f8ba4fa0.txt": "chuprong-2023",
    "003_f57c432807bb7a5a.txt": "xa-hue-2023",
    "004_5f345676a30ea0b7.txt": "ninhthuan-2021",
}
COLUMNS = (
    ("rows", "rows"),
    ("found", "found"),
    ("extra", "extra"),
    ("hierarchy", "parent right"),
    ("names", "names"),
    ("maxima", "maxima"),
    ("offices", "offices"),
    ("printed_rules", "rules printed"),
    ("equal_rules", "same points"),
    ("other_figures", "asked otherwise"),
    ("warned", "other rule, warned"),
    ("manual", "left to people"),
    ("silent", "wrong, no warning"),
)
Measured = tuple[str, Comparison, int]


def measure_sources() -> Iterator[Measured]:
    """The five documents, raw."""
    for file, edition in EDITIONS.items():
        started = time.perf_counter_ns()
        annex, draft = read_file(SOURCES / file)
        took = time.perf_counter_ns() - started
        yield file[:3], compare(load_edition(edition), annex, draft), took


def measure_corpus(annexes: Iterable[Invented]) -> Iterator[Measured]:
    """Invented annexes."""
    for invented in annexes:
        started = time.perf_counter_ns()
        truth = invented.truth()
        try:
            annex, draft = read_file(CORPUS / invented.file)
        except InvalidAnnex as error:
            yield invented.file, _nothing_found(truth, error), time.perf_counter_ns() - started
            continue
        took = time.perf_counter_ns() - started
        yield invented.file, compare(truth, annex, draft), took


def _nothing_found(truth: IndicatorSet, error: InvalidAnnex) -> Comparison:
    printed = sum(1 for row in truth.criteria if not isinstance(row.rule, ManualRule))
    refused = f"refused: {error.problems[0].code}"
    return Comparison(rows=len(truth.rows), printed_rules=printed, manual=printed, differing=[refused])


def main() -> int:
    """Measure, print, and write the report if asked."""
    parts = {
        "The five documents, raw": list(measure_sources()),
        "Invented annexes, first half (the reader was tuned on them)": list(measure_corpus(first.ANNEXES)),
        "Invented annexes, second half (blind at first)": list(measure_corpus(second.ANNEXES)),
        "Invented annexes, third set (blind at first)": list(measure_corpus(third.ANNEXES)),
        "Invented annexes, fourth set (blind at first)": list(measure_corpus(fourth.ANNEXES)),
        "Invented annexes, sixth set (blind at first)": list(measure_corpus(sixth.ANNEXES)),
        "Invented annexes, seventh set, one half (blind at first)": list(measure_corpus(seventh.ANNEXES)),
        "Invented annexes, seventh set, other half (its rules never used to mend anything)": list(
            measure_corpus(seventh_kept.ANNEXES)
        ),
        "Invented annexes, eighth set (in shapes the reader learned last)": list(
            measure_corpus(eighth.ANNEXES)
        ),
        "Invented annexes, fifth set (never used to mend anything)": list(measure_corpus(fifth.ANNEXES)),
    }
    text = "\n\n".join(f"## {title}\n\n{_table(measured)}" for title, measured in parts.items())
    print(text)
    for title, measured in parts.items():
        for name, result, _ in measured:
            for line in result.differing if "--differing" in sys.argv else ():
                print(f"{title[:20]} {name}: {line}")
    if "--write" in sys.argv:
        _write(text)
    return int(any(result.silent for measured in parts.values() for _, result, _ in measured))


def _table(measured: list[Measured]) -> str:
    heads = ["", *(label for _, label in COLUMNS), "ms"]
    rows = [[name, *_counts(result), str(took // 1_000_000)] for name, result, took in measured]
    total = Comparison()
    for _, result, _ in measured:
        for each in fields(Comparison):
            if each.name != "differing":
                setattr(total, each.name, getattr(total, each.name) + getattr(result, each.name))
    rows.append(["together", *_counts(total), ""])
    lines = [heads, ["---"] + ["--:"] * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _counts(result: Comparison) -> list[str]:
    return [str(getattr(result, name)) for name, _ in COLUMNS]


def _write(text: str) -> None:
    """Replace the tables of the report; what people wrote above them stays."""
    before = REPORT.read_text(encoding="utf-8").partition("<!-- measured -->")[0]
    REPORT.write_text(f"{before}<!-- measured -->\n\n{text}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
