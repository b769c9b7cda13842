"""Two editions side by side: per criterion the same, compatible or incompatible, and why.

*Same*: nothing that decides points has changed; another office in charge or other
kinds of evidence are named all the same. *Compatible*: last year's
figures can be carried over, though words, maximum or thresholds have changed.
*Incompatible*: other figures are asked for, or they mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from chamdiem.core.differences import (
    Difference,
    exchanged_letters,
    exchanged_options,
    inline,
    input_differences,
    is_opposite,
    plain,
    row_differences,
)
from chamdiem.core.equal_points import give_same_points
from chamdiem.core.figures import Figure, letters_of, list_figures
from chamdiem.core.indicator_set import EvidenceRequirement, IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.registry import RuleCodec
from chamdiem.core.rules.rule import Scope
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
    | {"deadline", "note"}
)
_NO_EVIDENCE = EvidenceRequirement(printed="")
# What a condition without points is tested for.
_UNPRINTED = Fraction(1)


def compare_sets(old: IndicatorSet, new: IndicatorSet) -> tuple[ComparedCriterion, ...]:
    """Compare every criterion: those of the new edition in order, then those removed.

    Rows that share the maximum of a criterion are told where something changed. Rows are matched
    by key where the name is alike, else by name, else by key. What changed for the set as a
    whole is told by ``differences.set_differences``.
    """
    before, after = ([row for row in side.rows if _is_compared(row)] for side in (old, new))
    matches = _match(before, after)
    used = {row.key for row in matches.values() if row}
    sides = _Sides(old, new, matches)
    compared = [_compare(sides, matches[row.key], row) for row in after]
    removed = [
        ComparedCriterion(row.key, row.key, row.correct_name, "removed", _no_longer_shared(row))
        for row in before
        if row.key not in used
    ]
    shared = {row.key for row in after if not row.is_criterion}
    return (*(each for each in compared if each.verdict != "same" or each.key not in shared), *removed)


def _is_compared(row: Row) -> bool:
    return row.is_criterion or bool(row.shares_maximum_of)


def _no_longer_shared(row: Row) -> tuple[Difference, ...]:
    if not row.shares_maximum_of:
        return ()
    return (Difference("shares_maximum_of", row.shares_maximum_of),)


def _match(old: Sequence[Row], new: Sequence[Row]) -> dict[str, Row | None]:
    by_key = {row.key: row for row in old}
    by_name: dict[str, list[Row]] = {}
    for row in old:
        by_name.setdefault(plain(row.correct_name), []).append(row)
    matches: dict[str, Row | None] = {}
    free = dict(by_key)
    for row in new:
        same_key = by_key.get(row.key)
        is_alike = same_key is not None and plain(same_key.correct_name) == plain(row.correct_name)
        named = by_name.get(plain(row.correct_name), [])
        found = same_key if is_alike else named[0] if len(named) == 1 else None
        matches[row.key] = free.pop(found.key, None) if found else None
    for row in new:
        if matches[row.key] is None:
            matches[row.key] = free.pop(row.key, None)
    return matches


class _Sides:
    """Both sets, their figures, and which row of the new one each row of the old one became."""

    def __init__(self, old: IndicatorSet, new: IndicatorSet, matches: Mapping[str, Row | None]) -> None:
        self.old, self.new = old, new
        self.old_figures, self.new_figures = list_figures(old), list_figures(new)
        asked = [[row for row in side.rows if not _is_compared(row)] for side in (old, new)]
        became = {**matches, **_match(*asked)}
        self.became = {before.key: key for key, before in became.items() if before}

    def inputs(self, old: Row, new: Row) -> tuple[Mapping[str, Input], Mapping[str, Input]]:
        """What each letter of both rows is."""
        return (
            letters_of(old, self.old, self.old_figures).inputs,
            letters_of(new, self.new, self.new_figures).inputs,
        )

    def is_same_figure(self, old: Input, new: Input) -> bool:
        """Whether both are own figures, or shared from rows that are each other's counterpart."""
        if not old.source or not new.source:
            return old.source == new.source
        before, after = self.old_figures[old.source], self.new_figures[new.source]
        return self._renamed(before) == (after.row, after.letter)

    def names_of(self, old: Input, new: Input) -> tuple[str, str]:
        """What the rows are called that both figures are shared from; nothing where they are own."""
        if not old.source or not new.source:
            return "", ""
        before, after = self.old_figures[old.source].row, self.new_figures[new.source].row
        return self.old.row(before).correct_name, self.new.row(after).correct_name

    def gives_same(self, old: Row, new: Row) -> bool:
        """Whether both rules provably give the same points: ``b + a`` and ``a + b``.

        They are compared at the maxima in force, for absolute rewards are cut off there; that
        the maximum itself changed is told by itself.
        """
        before, after = (Scope(inputs) for inputs in self.inputs(old, new))
        asked = [[(letter, each.options) for letter, each in side.inputs.items()] for side in (before, after)]
        if asked[0] != asked[1] or old.rule is None or new.rule is None:
            return False
        maxima = {_UNPRINTED if row.max_points is None else row.max_points for row in (old, new)}
        return give_same_points((old.rule, before), (new.rule, after), maxima)

    def is_same_parent(self, old: Row | None, new: Row | None) -> bool:
        """Whether two rows stand under rows that are alike by key or by name."""
        if old is None or new is None:
            return old is new
        return old.key == new.key or plain(old.correct_name) == plain(new.correct_name)

    def _renamed(self, figure: Figure) -> tuple[str, str]:
        return self.became.get(figure.row, ""), figure.letter


def _compare(sides: _Sides, old: Row | None, new: Row) -> ComparedCriterion:
    if old is None:
        return ComparedCriterion(new.key, "", new.correct_name, "added")
    differences = tuple(_differences(sides, old, new))
    codes = {difference.code for difference in differences} - _BESIDE_POINTS
    verdict: Verdict = "same"
    if codes & _BREAKING:
        verdict = "incompatible"
    elif codes:
        verdict = "compatible"
    return ComparedCriterion(new.key, old.key, new.correct_name, verdict, differences)


def _differences(sides: _Sides, old: Row, new: Row) -> Iterator[Difference]:
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


def _differences_of_place(sides: _Sides, old: Row, new: Row) -> Iterator[Difference]:
    """Another name, maximum or place in the tree."""
    if old.correct_name != new.correct_name:
        yield Difference("name", old.correct_name, new.correct_name)
    if old.max_points != new.max_points:
        yield Difference("max_points", _points(old), _points(new))
    if sides.became.get(old.shares_maximum_of, "") != new.shares_maximum_of:
        yield Difference("shares_maximum_of", old.shares_maximum_of, new.shares_maximum_of)
    above = _above(sides.old, old), _above(sides.new, new)
    if not sides.is_same_parent(*above):
        yield Difference("parent", *(row.correct_name if row else "" for row in above))


def _rule_differences(sides: _Sides, old: Row, new: Row) -> Iterator[Difference]:
    """Other points, other words for the same points, levels that changed places."""
    if old.rule is None or new.rule is None or old.rule == new.rule:
        return
    code = "rule" if old.rule.kind == new.rule.kind else "kind"
    yield Difference("rule_words" if sides.gives_same(old, new) else code, _rule(old), _rule(new))
    yield from exchanged_options(old.rule, new.rule)


def _differences_beside_points(old: Row, new: Row) -> Iterator[Difference]:
    """Another office in charge, other evidence, another day it is due, another reading."""
    lead = tuple("; ".join(row.lead) for row in (old, new))
    if plain(lead[0]) != plain(lead[1]):
        yield Difference("lead", *lead)
    yield from _evidence_differences(old.evidence or _NO_EVIDENCE, new.evidence or _NO_EVIDENCE)
    due = [_due(row) for row in (old, new)]
    if plain(due[0]) != plain(due[1]):
        yield Difference("deadline", *due)
    notes = old.note or "", new.note or ""
    if plain(notes[0]) != plain(notes[1]):
        yield Difference("note", *notes)


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


def _figure_differences(sides: _Sides, old: Row, new: Row) -> Iterator[Difference]:
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
