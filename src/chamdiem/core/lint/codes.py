"""Printed codes: that they fit the printed numbers, and that no two rows share one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.numbers import write_number

# The last part of a code, by which the rows side by side differ.
_STEM = re.compile(r"[^.\-]*$")
# So many rows must agree before their pattern is taken for the rule.
_ENOUGH = 3


def inconsistent_codes(document: Document) -> Iterator[Hit]:
    """A code does not follow from the number as the others of its section do, or not the codes beside it."""
    seen: set[str] = set()
    for prefix, rows in _sections(document):
        for row in rows:
            expected = _expected(row, prefix, document)
            if row.code and row.number and row.code not in (expected, f"{prefix}{row.number}"):
                seen.add(row.key)
                facts: Facts = {"code": row.code, "number": row.number, "stem": "", "expected": expected}
                yield Hit(row=row, printed=row.code, computed=expected, facts=facts)
    for row, stem in _unlike_their_neighbours(document):
        if row.key not in seen:
            facts = {"code": row.code, "number": "", "stem": stem, "expected": ""}
            yield Hit(row=row, printed=row.code, computed=stem, facts=facts)


def missing_codes(document: Document) -> Iterator[Hit]:
    """A row has no code although the rows around it have one."""
    seen: set[str] = set()
    coded = _coded_levels(document)
    for prefix, rows in _sections(document):
        for row in rows:
            if not row.code and row.number and row.level in coded:
                seen.add(row.key)
                expected = _expected(row, prefix, document)
                yield Hit(row=row, computed=expected, facts={"expected": expected, "number": row.number})
    for rows in document.siblings():
        scored = [row for row in rows if row.role != "information"]
        if 2 * sum(bool(row.code) for row in scored) > len(scored) >= _ENOUGH:
            for row in scored:
                if not row.code and row.key not in seen:
                    yield Hit(row=row, facts={"expected": "", "number": row.number})


def repeated_codes(document: Document) -> Iterator[Hit]:
    """Two rows carry the same code."""
    first: dict[str, Row] = {}
    for row in document.rows:
        if row.code:
            other = first.setdefault(row.code, row)
            if other is not row:
                yield Hit(row=row, printed=row.code, facts={"code": row.code, "other": other.correct_name})


def prefixed_codes(document: Document) -> Iterator[Hit]:
    """All codes of a section carry a prefix the numbers do not have (II.1.1 against 1.1)."""
    for prefix, rows in _sections(document):
        if not prefix:
            continue
        example = next(row for row in rows if row.code and row.code == f"{prefix}{row.number}")
        facts: Facts = {"prefix": prefix, "code": example.code, "number": example.number}
        yield Hit(row=rows[0], printed=example.number, computed=example.code, facts=facts)


def _sections(document: Document) -> Iterator[tuple[str, list[Row]]]:
    """The prefix most codes of a section share, and its rows; sections without a pattern left out."""
    for root in document.tree.roots:
        rows = [document.tree.by_key[root], *document.tree.below(root)]
        prefixes = Counter(
            row.code.removesuffix(row.number)
            for row in rows
            if row.code and row.number and row.code.endswith(row.number)
        )
        if prefixes and max(prefixes.values()) >= _ENOUGH:
            yield prefixes.most_common(1)[0][0], rows


def _unlike_their_neighbours(document: Document) -> Iterator[tuple[Row, str]]:
    """Rows whose code begins otherwise than most codes beside it, and how those begin: ``A.1.``."""
    for rows in document.siblings():
        stems = {row.key: _STEM.sub("", row.code) for row in rows if row.code}
        if len(stems) > _ENOUGH:
            usual, count = Counter(stems.values()).most_common(1)[0]
            if usual and count >= max(_ENOUGH, len(stems) // 2 + 1):
                yield from ((row, usual) for row in rows if stems.get(row.key, usual) != usual)


def _coded_levels(document: Document) -> set[str]:
    """The levels at least half of whose rows carry a code; groups may go without."""
    total = Counter(row.level for row in document.rows)
    coded = Counter(row.level for row in document.rows if row.code)
    return {level for level, count in coded.items() if 2 * count >= total[level]}


def _expected(row: Row, prefix: str, document: Document) -> str:
    number = document.numbers.get(row.key)
    plain = row.number if number is None else write_number(number.parts)
    section = prefix.rstrip(".-")
    if document.tree.parent[row.key] is None and section == row.number:
        return section
    # A section that numbers in Roman or by letters throughout keeps its own writing.
    if not prefix or (number is not None and "letter" in number.styles):
        return f"{prefix}{row.number}"
    return f"{prefix}{plain}"


CHECKS = (
    Check("code.inconsistent", "warning", "code", inconsistent_codes),
    Check("code.missing", "warning", "code", missing_codes),
    Check("code.repeated", "error", "code", repeated_codes),
    Check("code.prefixed", "info", "section", prefixed_codes),
)
