"""Ratios told apart by a letter or number: "T1 = a/b; T2 = c/d", "Tỷ lệ A = …; Tỷ lệ B = …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.statements import Assignment, Award, Points, Prose, Statement

_DEFINED = re.compile(r"(?<![^\W\d_])(?P<letter>[TRKPLQHI])(?P<number>[1-3])(?=\)?\s*(?:=|là t[ỷỉ] lệ\b))")
_LETTERED = re.compile(r"^t[ỷỉ] lệ (?P<letter>[A-C])(?=\s*=)", re.IGNORECASE)


def with_numbers(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with "tỷ lệ 1" for the ratios a text calls T1, or A."""
    letters = {match["letter"] for clause in clauses for match in _DEFINED.finditer(clause.text)}
    if len(letters) == 1:
        pattern = re.compile(rf"(?<![^\W\d_])(?:t[ỷỉ] lệ )?{letters.pop()}([1-3])(?![\d\w])", re.IGNORECASE)
        return [replace(clause, text=pattern.sub(r"tỷ lệ \1", clause.text)) for clause in clauses]
    named = {match["letter"].upper() for clause in clauses for match in _LETTERED.finditer(clause.text)}
    if len(named) < len("AB"):
        return list(clauses)
    pattern = re.compile(r"\bt[ỷỉ] lệ ([A-C])(?!\w)", re.IGNORECASE)
    return [replace(clause, text=pattern.sub(_numbered, clause.text)) for clause in clauses]


def told_apart(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without formulas in words that give a letter to another figure than one before them."""
    meant: dict[str, str] = {}
    apart: list[Statement] = []
    for each in statements:
        figures = each.figures if isinstance(each, Assignment | Award | Points) else ()
        if any(meant.setdefault(letter, label) != label for letter, label in figures):
            apart.append(Prose(each.clause, has_numbers=True))
        else:
            apart.append(each)
    return apart


def _numbered(match: re.Match[str]) -> str:
    return f"tỷ lệ {'ABC'.index(match[1].upper()) + 1}"
