"""Codes for the options of a choice: made of what the option is called, kept once made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chamdiem.authoring.plain import Data
from chamdiem.core.lint.folding import fold

_WORDS = 4
_LONGEST = 40
_CHOICE = "choice"


def with_codes(options: Sequence[Data]) -> list[Data]:
    """The options, each with the code it has or one of its label that no other option has."""
    taken = {option["code"] for option in options if option.get("code")}
    coded = []
    for option in options:
        code = option.get("code") or _free_code(option.get("label", ""), taken)
        taken.add(code)
        coded.append({**option, "code": code})
    return coded


def with_letter(rule: Any, figures: Data, name: str) -> tuple[Any, Data]:
    """A choice that names no figure takes the only one there is, or one of its own, called as the row."""
    if not isinstance(rule, Mapping) or rule.get("kind") != _CHOICE or rule.get("of"):
        return rule, figures
    known = [letter for letter, given in figures.items() if given.get("type") == _CHOICE]
    if len(known) == 1:
        return {**rule, "of": known[0]}, figures
    letter = next(each for each in _letters() if each not in figures)
    return {**rule, "of": letter}, {**figures, letter: {"type": _CHOICE, "label": name}}


def _free_code(label: str, taken: set[str]) -> str:
    start = "-".join(fold(label).split()[:_WORDS])[:_LONGEST].strip("-") or "muc"
    numbered = (f"{start}-{place}" for place in range(2, len(taken) + 3))
    return next(each for each in (start, *numbered) if each not in taken)


def _letters() -> Sequence[str]:
    return ["x", *(f"x{place}" for place in range(1, 100))]
