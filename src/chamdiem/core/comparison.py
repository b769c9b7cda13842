"""Two editions side by side: per criterion the same, compatible or incompatible, and why.

*Same*: nothing that decides points has changed. *Compatible*: last year's
figures can be carried over, though words, maximum or thresholds have changed.
*Incompatible*: other figures are asked for, or they mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from chamdiem.core.figures import letters_of, list_figures
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.registry import RuleCodec
from chamdiem.core.unparse import unparse

Verdict = Literal["same", "compatible", "incompatible", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: a code, and the two values as text."""

    code: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class ComparedCriterion:
    """How one criterion changed between two editions."""

    key: str
    old_key: str
    name: str
    verdict: Verdict
    differences: tuple[Difference, ...] = ()


# Changes after which last year's figures mean something else.
_BREAKING = frozenset({"letters", "unit", "type", "decimals", "role", "kind", "figure"})


def compare_sets(old: IndicatorSet, new: IndicatorSet) -> tuple[ComparedCriterion, ...]:
    """Compare every criterion: those of the new edition in order, then those removed.

    Criteria are matched by key where the name is alike, else by name, else by key.
    """
    matches = _match(old, new)
    used = {row.key for row in matches.values() if row}
    compared = [_compare(old, new, matches[row.key], row) for row in new.criteria]
    removed = [
        ComparedCriterion(row.key, row.key, row.correct_name, "removed")
        for row in old.criteria
        if row.key not in used
    ]
    return (*compared, *removed)


def _match(old: IndicatorSet, new: IndicatorSet) -> dict[str, Row | None]:
    by_key = {row.key: row for row in old.criteria}
    by_name: dict[str, list[Row]] = {}
    for row in old.criteria:
        by_name.setdefault(_plain(row.correct_name), []).append(row)
    matches: dict[str, Row | None] = {}
    free = dict(by_key)
    for row in new.criteria:
        same_key = by_key.get(row.key)
        is_alike = same_key is not None and _plain(same_key.correct_name) == _plain(row.correct_name)
        named = by_name.get(_plain(row.correct_name), [])
        found = same_key if is_alike else named[0] if len(named) == 1 else None
        matches[row.key] = free.pop(found.key, None) if found else None
    for row in new.criteria:
        if matches[row.key] is None:
            matches[row.key] = free.pop(row.key, None)
    return matches


def _compare(old_set: IndicatorSet, new_set: IndicatorSet, old: Row | None, new: Row) -> ComparedCriterion:
    if old is None:
        return ComparedCriterion(new.key, "", new.correct_name, "added")
    differences = tuple(_differences(old_set, new_set, old, new))
    codes = {difference.code for difference in differences}
    verdict: Verdict = "same"
    if codes & _BREAKING:
        verdict = "incompatible"
    elif codes:
        verdict = "compatible"
    return ComparedCriterion(new.key, old.key, new.correct_name, verdict, differences)


def _differences(old_set: IndicatorSet, new_set: IndicatorSet, old: Row, new: Row) -> Iterator[Difference]:
    for code in ("key", "number", "name", "role", "evaluator"):
        before, after = str(getattr(old, code)), str(getattr(new, code))
        if before != after:
            yield Difference(code, before, after)
    if old.max_points != new.max_points:
        yield Difference("max_points", _points(old), _points(new))
    if old.rule is None or new.rule is None:
        return
    if old.rule.kind != new.rule.kind:
        yield Difference("kind", _rule(old), _rule(new))
    elif old.rule != new.rule:
        yield Difference("rule", _rule(old), _rule(new))
    yield from _input_differences(_inputs(old_set, old), _inputs(new_set, new))
    if _conditions(old) != _conditions(new):
        yield Difference("conditions", _conditions(old), _conditions(new))
    if old_set.rounding != new_set.rounding:
        yield Difference("rounding", str(old_set.rounding.digits), str(new_set.rounding.digits))


def _input_differences(old: dict[str, Input], new: dict[str, Input]) -> Iterator[Difference]:
    if set(old) != set(new):
        yield Difference("letters", ", ".join(old), ", ".join(new))
    for letter, before in old.items():
        after = new.get(letter)
        if after is None:
            continue
        if before.type != after.type:
            yield Difference("type", f"{letter}: {before.type}", f"{letter}: {after.type}")
        elif before.scale != after.scale:
            yield Difference("decimals", f"{letter}: {before.decimals}", f"{letter}: {after.decimals}")
        if before.unit != after.unit:
            yield Difference("unit", f"{letter}: {before.unit}", f"{letter}: {after.unit}")
        if bool(before.source) != bool(after.source):
            yield Difference("figure", f"{letter}: {before.source}", f"{letter}: {after.source}")
        if _plain(before.label) != _plain(after.label):
            yield Difference("label", f"{letter}: {before.label}", f"{letter}: {after.label}")


def _inputs(indicator_set: IndicatorSet, row: Row) -> dict[str, Input]:
    return dict(letters_of(row, indicator_set, list_figures(indicator_set)).inputs)


def _conditions(row: Row) -> str:
    """When the row does not apply and what is checked: ``not x; a <= b (soft)``."""
    applies_not = [] if row.not_applicable_when is None else [f"not ({unparse(row.not_applicable_when)})"]
    checks = [f"{unparse(check.that)}{' (soft)' if check.soft else ''}" for check in row.checks]
    return "; ".join((*applies_not, *checks))


def _points(row: Row) -> str:
    return "" if row.max_points is None else decimal_text(row.max_points)


def _rule(row: Row) -> str:
    return "" if row.rule is None else _inline(RuleCodec().write(row.rule))


def _inline(plain: Any) -> str:
    """Plain data on one line, as set files write it."""
    if isinstance(plain, dict):
        return "{" + ", ".join(f"{name}: {_inline(value)}" for name, value in plain.items()) + "}"
    if isinstance(plain, list | tuple):
        return "[" + ", ".join(map(_inline, plain)) + "]"
    return str(plain)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
