"""Whether a rule holds a percentage against shares, or counts its steps a hundred times over."""

# Patterns stay on one line: so their wording can be read.

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from chamdiem.annex.rules.formulas import Formula, NoFormulaError, read_formula
from chamdiem.annex.rules.hundreds import is_out_of_scale, size_of
from chamdiem.annex.rules.words import tokens_of

_ENDS = ("at_least", "more_than", "less_than", "at_most")
_COMPARED = re.compile(r"(?P<value>.+?) (?:>=|<=|>|<|==) (?P<end>\d+(?:\.\d+)?(?:/\d+)?%?)")
_LETTER = re.compile(r"(?<![^\W\d_])[a-z]\d?(?![^\W_])")
# "100 * a / b" counts percent; a hundred times as much counts nothing.
_MOST_PERCENT = 1_000


def is_a_hundred_times_off(rule: Any) -> bool:
    """Whether any part of a rule has a value that could be a hundred times what it is compared with."""
    return any(_is_off(part) for part in _parts(rule))


def _parts(rule: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(rule, Mapping):
        yield rule
        for each in rule.values():
            yield from _parts(each)
    elif isinstance(rule, list):
        for each in rule:
            yield from _parts(each)


def _is_off(part: Mapping[str, Any]) -> bool:
    kind, value = part.get("kind"), part.get("value")
    if kind == "ratio":
        return _compares_off(value, [_end(part.get("full_at", "1"))])
    if kind == "tiers":
        return _compares_off(
            value, [_end(tier[side]) for tier in part["tiers"] for side in _ENDS if side in tier]
        )
    if isinstance(when := part.get("when"), str):
        tests = (_COMPARED.fullmatch(each.strip("() ")) for each in re.split(r" (?:and|or) ", when))
        return any(
            _compares_off(test["value"], [_end(test["end"])]) for test in tests if test and test["end"] != "0"
        )
    of = _formula(part.get("of"))
    size = size_of(of) if of is not None else None
    return size is not None and size > _MOST_PERCENT


def _compares_off(value: Any, ends: list[Fraction]) -> bool:
    formula = _formula(value)
    return formula is not None and bool(ends) and is_out_of_scale(formula, ends)


def _formula(text: Any) -> Formula | None:
    if not isinstance(text, str) or "/" not in text:
        return None
    try:
        return read_formula(tokens_of(text), _LETTER.findall(text))
    except NoFormulaError:
        return None


def _end(text: Any) -> Fraction:
    shown = f"{text}"
    return Fraction(shown.removesuffix("%")) / (100 if shown.endswith("%") else 1)
