"""Two editions side by side: per criterion the same, compatible or incompatible, and why.

*Same*: nothing that decides points has changed; another office in charge or other
kinds of evidence are named all the same. *Compatible*: last year's
figures can be carried over, though words, maximum or thresholds have changed.
*Incompatible*: other figures are asked for, or they mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chamdiem.core.counterparts import Sides, is_compared, match_rows
from chamdiem.core.differences import (
    Difference,
    differ_in_words_only,
    exchanged_letters,
    exchanged_options,
    inline,
    input_differences,
    reworded_options,
    row_differences,
)
from chamdiem.core.indicator_set import EvidenceRequirement, IndicatorSet, Row
from chamdiem.core.labels import is_alike, is_opposite, plain
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.registry import RuleCodec
from chamdiem.core.unparse import unparse

Verdict = Literal["same", "compatible", "incompatible", "added", "removed"]


@dataclass(frozen=True, slots=True)
class ComparedCriterion:
    """How one criterion changed between two editions."""

    key: str
    old_key: str
    name: str
    verdict: Verdict
    differences: tuple[Difference, ...] = ()


# Changes after which last year's figures mean something else.
_BREAKING = frozenset(
    {"letters", "unit", "type", "decimals", "role", "kind", "figure", "options", "meaning", "option_meaning"}
    | {"shares_maximum_of"}
)
# Changes of who does the work and what is shown for it: they are told, and move no points.
_BESIDE_POINTS = frozenset(
    {"lead", "evidence", "evidence_least", "evidence_printed", "evidence_signed", "evidence_period"}
    | {"deadline", "note", "coordinating", "instructions", "printed_note", "code"}
)
_NO_EVIDENCE = EvidenceRequirement(printed="")


def compare_sets(old: IndicatorSet, new: IndicatorSet) -> tuple[ComparedCriterion, ...]:
    """Compare every criterion: those of the new edition in order, then those removed.

    Rows that share the maximum of a criterion are told where something changed. Rows are matched
    by key where the name is alike, else by name, else by key. What changed for the set as a
    whole is told by ``compared_groups.set_differences``.
    """
    before, after = ([row for row in side.rows if is_compared(row)] for side in (old, new))
    matches = match_rows(before, after)
    used = {row.key for row in matches.values() if row}
    sides = Sides(old, new, matches)
    compared = [_compare(sides, matches[row.key], row) for row in after]
    removed = [
        ComparedCriterion(row.key, row.key, row.correct_name, "removed", _no_longer_shared(row))
        for row in before
        if row.key not in used
    ]
    shared = {row.key for row in after if not row.is_criterion}
    return (*(each for each in compared if each.verdict != "same" or each.key not in shared), *removed)


def _no_longer_shared(row: Row) -> tuple[Difference, ...]:
    if not row.shares_maximum_of:
        return ()
    return (Difference("shares_maximum_of", row.shares_maximum_of),)


def _compare(sides: Sides, old: Row | None, new: Row) -> ComparedCriterion:
    if old is None:
        return ComparedCriterion(new.key, "", new.correct_name, "added")
    # What decides the verdict is told first.
    differences = tuple(sorted(_differences(sides, old, new), key=lambda each: each.code not in _BREAKING))
    codes = {difference.code for difference in differences} - _BESIDE_POINTS
    verdict: Verdict = "same"
    if codes & _BREAKING:
        verdict = "incompatible"
    elif codes:
        verdict = "compatible"
    return ComparedCriterion(new.key, old.key, new.correct_name, verdict, differences)


def _differences(sides: Sides, old: Row, new: Row) -> Iterator[Difference]:
    yield from row_differences(old, new)
    yield from _differences_of_place(sides, old, new)
    said = old.method or "", new.method or ""
    if plain(said[0]) != plain(said[1]):
        yield Difference("method", *said)
    yield from _rule_differences(sides, old, new)
    yield from _figure_differences(sides, old, new)
    if old.is_criterion and new.is_criterion and _conditions(old) != _conditions(new):
        yield Difference("conditions", _conditions(old), _conditions(new))
    if sides.old.rounding != sides.new.rounding:
        yield Difference("rounding", *(str(side.rounding.digits) for side in (sides.old, sides.new)))
    yield from _differences_beside_points(old, new)


def _differences_of_place(sides: Sides, old: Row, new: Row) -> Iterator[Difference]:
    """Another name, maximum or place in the tree."""
    if old.correct_name != new.correct_name:
        code = "name" if is_alike(old.correct_name, new.correct_name) else "name_apart"
        yield Difference(code, old.correct_name, new.correct_name)
    if old.max_points != new.max_points:
        yield Difference("max_points", _points(old), _points(new))
    if sides.became.get(old.shares_maximum_of, "") != new.shares_maximum_of:
        yield Difference("shares_maximum_of", old.shares_maximum_of, new.shares_maximum_of)
    above = _above(sides.old, old), _above(sides.new, new)
    if not sides.is_same_parent(*above):
        yield Difference("parent", *(row.correct_name if row else "" for row in above))


def _rule_differences(sides: Sides, old: Row, new: Row) -> Iterator[Difference]:
    """Other points, other words for the same points, levels that changed places."""
    if old.rule is None or new.rule is None or old.rule == new.rule:
        return
    options = [*exchanged_options(old.rule, new.rule), *reworded_options(old.rule, new.rule)]
    written = [RuleCodec().write(rule) for rule in (old.rule, new.rule)]
    if not options or not differ_in_words_only(*written):
        code = "rule" if old.rule.kind == new.rule.kind else "kind"
        yield Difference("rule_words" if sides.gives_same(old, new) else code, _rule(old), _rule(new))
    yield from options


def _differences_beside_points(old: Row, new: Row) -> Iterator[Difference]:
    """Another office in charge, other evidence, another day it is due, another reading."""
    for code in ("lead", "coordinating"):
        offices = tuple("; ".join(getattr(row, code)) for row in (old, new))
        if plain(offices[0]) != plain(offices[1]):
            yield Difference(code, *offices)
    yield from _evidence_differences(old.evidence or _NO_EVIDENCE, new.evidence or _NO_EVIDENCE)
    due = [_due(row) for row in (old, new)]
    if plain(due[0]) != plain(due[1]):
        yield Difference("deadline", *due)
    for code in ("note", "instructions", "printed_note"):
        notes = tuple(getattr(row, code) or "" for row in (old, new))
        if plain(notes[0]) != plain(notes[1]):
            yield Difference(code, *notes)


def _evidence_differences(old: EvidenceRequirement, new: EvidenceRequirement) -> Iterator[Difference]:
    """Other words about what must be shown, other kinds or more of it, a signature, a period."""
    if plain(old.printed) != plain(new.printed):
        yield Difference("evidence_printed", old.printed, new.printed)
    if set(old.kinds) != set(new.kinds):
        yield Difference("evidence", ", ".join(old.kinds), ", ".join(new.kinds))
    if old.least != new.least:
        yield Difference("evidence_least", str(old.least), str(new.least))
    for code, was, now in (
        ("evidence_signed", old.signed, new.signed),
        ("evidence_period", old.within_period, new.within_period),
    ):
        if was != now:
            yield Difference(code, *("yes" if each else "no" for each in (was, now)))


def _figure_differences(sides: Sides, old: Row, new: Row) -> Iterator[Difference]:
    before, after = sides.inputs(old, new)
    if set(before) != set(after):
        yield Difference("letters", ", ".join(before), ", ".join(after))
    yield from exchanged_letters(before, after)
    for letter in (each for each in before if each in after):
        yield from input_differences(letter, before[letter], after[letter])
        if not sides.is_same_figure(before[letter], after[letter]):
            sources = (side[letter].source for side in (before, after))
            yield Difference("figure", *(f"{letter}: {source}" for source in sources))
            continue
        names = sides.names_of(before[letter], after[letter])
        if plain(names[0]) != plain(names[1]):
            code = "meaning" if is_opposite(*names) else "figure_name"
            yield Difference(code, *(f"{letter}: {name}" for name in names))


def _above(indicator_set: IndicatorSet, row: Row) -> Row | None:
    key = indicator_set.tree.parent[row.key]
    return indicator_set.row(key) if key else None


def _conditions(row: Row) -> str:
    """When the row does not apply and what is checked: ``not x; a <= b (soft)``."""
    applies_not = [] if row.not_applicable_when is None else [f"not ({unparse(row.not_applicable_when)})"]
    checks = [f"{unparse(check.that)}{' (soft)' if check.soft else ''}" for check in row.checks]
    return "; ".join((*applies_not, *checks))


def _due(row: Row) -> str:
    """The day a row is due; as printed where no day is known."""
    if row.deadline is None:
        return ""
    return row.deadline.printed if row.deadline.date is None else row.deadline.date.isoformat()


def _points(row: Row) -> str:
    return "" if row.max_points is None else decimal_text(row.max_points)


def _rule(row: Row) -> str:
    return "" if row.rule is None else inline(RuleCodec().write(row.rule))
