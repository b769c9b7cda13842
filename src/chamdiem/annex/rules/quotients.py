"""Ratios that are only printed as a quotient: "a/b ≥ 98%: 10 điểm", "còn lại: tỷ lệ a/b x 10"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Name, Operation
from chamdiem.annex.rules.statements import Assignment, Prose, Statement

_REACHES = r"[<>≥≤]|=\s*\d+\s*%?\s*(?::|,|thì)|đạt|từ \d|dưới \d|trên \d"
QUOTIENT = re.compile(
    r"(?:t[ỷỉ] lệ )?([a-e])\s*/\s*([a-e])"
    rf"(?=\s*(?:{_REACHES}))",
    re.IGNORECASE,
)
# "còn lại: tỷ lệ a/b x 10": the quotient says which ratio.
NAMED_QUOTIENT = re.compile(r"(?<=[:=(] )t[ỷỉ] lệ (?=[a-e]\s*/\s*[a-e]\s*[x×*/])", re.IGNORECASE)
_CASE = re.compile(r"^(?:(?:nếu|khi|trường hợp|với|t[ỷỉ] lệ)\s+)+", re.IGNORECASE)
_GIVEN_QUOTIENT = re.compile(r"t[ỷỉ] lệ\s*=\s*([a-e])\s*/\s*([a-e])", re.IGNORECASE)


def list_quotients(clauses: Sequence[Clause]) -> list[Statement]:
    """The ratio of "a/b ≥ 98%: 10 điểm", which is compared without being named."""
    matches = ((QUOTIENT.match(_CASE.sub("", clause.text)), clause) for clause in clauses)
    found = {(match[1].casefold(), match[2].casefold()): clause for match, clause in matches if match}
    if len(found) != 1:
        return []
    (above, below), clause = next(iter(found.items()))
    given = [match for each in clauses if (match := _GIVEN_QUOTIENT.match(each.text))]
    if any((match[1].casefold(), match[2].casefold()) != (above, below) for match in given):
        # The text says two ratios: which is meant is not for a rule to decide.
        return [Prose(clause, has_numbers=True)]
    return [Assignment(clause, "tỷ lệ", Operation("/", Name(above), Name(below)))]
