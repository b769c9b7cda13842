"""What a denominator of zero gives where the text says nothing: one question for a whole set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chamdiem.annex.rules.empties import says_silent, with_policy

# The reader chose; people chose for all such rows at once.
UNSAID, CHOSEN = "rule.zero_unsaid", "rule.zero_chosen"
POLICIES = ("not_applicable", "zero")
_STARTS = "Văn bản không nói khi mẫu số bằng 0 thì chấm thế nào"
_GUARD = re.compile(r"^([a-z]\d?) > 0 and ")
_LONGEST_LIST = 60


def settled(row: Mapping[str, Any], policy: str) -> tuple[dict[str, Any], str]:
    """A row of the set format with one policy for all its denominators.

    Args:
        row: The row; its rule divides.
        policy: One of ``POLICIES``.

    Returns:
        The row, and in words what its rule now gives: where a part of it is closed at zero that stays.
    """
    rule = with_policy(row["rule"], policy)
    data = {**row, "rule": rule}
    letter = _guarded(rule)
    if not letter:
        return data, says_silent(rule)
    excluded = [each for each in str(row.get("not_applicable_when", "")).split(" or ") if each]
    excluded = [each for each in excluded if each != f"{letter} = 0"]
    if policy == "not_applicable":
        excluded.append(f"{letter} = 0")
    data["not_applicable_when"] = " or ".join(excluded)
    return data, "không đánh giá" if policy == "not_applicable" else says_silent(rule)


def _guarded(rule: object) -> str:
    """The denominator a whole rule is closed without: "b > 0 and a / b >= 0.5", else none."""
    if not isinstance(rule, Mapping) or rule.get("kind") != "gate" or rule.get("else") != "none":
        return ""
    match = _GUARD.match(str(rule.get("when", "")))
    return match[1] if match else ""


def noted(notes: Sequence[str], found: Iterable[tuple[str, str]]) -> list[str]:
    """The notes of a set, with what was chosen for denominators of zero.

    Args:
        notes: The notes before; what they said of this goes.
        found: For each row of which the text says nothing, its number and the choice in words.
    """
    rows: dict[str, list[str]] = {}
    for number, chosen in found:
        rows.setdefault(chosen, []).append(number)
    told = [
        f"{_STARTS}; đã chọn: {chosen}, ở {len(numbers)} dòng ({_listed(numbers)})."
        for chosen, numbers in rows.items()
    ]
    return [*(note for note in notes if not note.startswith(_STARTS)), *told]


def _listed(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:_LONGEST_LIST])
    return shown if len(numbers) <= _LONGEST_LIST else f"{shown}, …"
