"""One organisation: answers → explained score sheet.

Only criteria are rounded; groups and totals are exact sums of rounded points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers, Outcome, compile_criteria
from chamdiem.core.form import Spread
from chamdiem.core.group_caps import ADDED_ROLES, CappedGroup, added_points, list_role_sums, totals_of
from chamdiem.core.indicator_set import DerivedIndex, IndicatorSet
from chamdiem.core.override import Override, Overrides, overridden

_NOTHING = Fraction(0)
_NO_OVERRIDES: Overrides = {}

# Criterion key → spread of the figures compared, frozen at closing.
Spreads = Mapping[str, Spread]


@dataclass(frozen=True, slots=True)
class Total:
    """Points of a group or of the whole: earned, and what could be earned."""

    points: Fraction
    maximum: Fraction

    @property
    def index_value(self) -> Fraction:
        """Points over maximum, exact; zero where nothing applies."""
        return self.points / self.maximum if self.maximum else _NOTHING


@dataclass(slots=True)
class ScoreSheet:
    """The score of one organisation by one edition (bảng điểm)."""

    outcomes: dict[str, Outcome]
    groups: dict[str, Total]
    scored: Total
    bonus: Fraction
    deduction: Fraction
    total: Total
    full_maximum: Fraction
    derived: dict[str, Fraction] = field(default_factory=dict)
    capped: tuple[CappedGroup, ...] = ()

    @property
    def index_value(self) -> Fraction:
        """Total points over the maximum that applies; decides the rank."""
        return self.total.index_value

    @property
    def shown_index(self) -> Fraction | None:
        """The index value as people see it: none where nothing applies, for that is no zero."""
        return self.index_value if self.total.maximum else None

    @property
    def converted(self) -> Fraction:
        """The index value on the full scale (điểm quy đổi)."""
        return self.index_value * self.full_maximum


_NO_POINTS = Total(_NOTHING, _NOTHING)


class Scorer:
    """Scores organisations by one edition; compiled once, used for many."""

    def __init__(self, indicator_set: IndicatorSet, spreads: Spreads | None = None) -> None:
        self.indicator_set = indicator_set
        self.criteria = compile_criteria(indicator_set)
        for key, spread in (spreads or {}).items():
            self.criteria[key] = self.criteria[key].with_spread(spread)

    def with_spreads(self, spreads: Spreads) -> Scorer:
        """A scorer whose peer rules know the figures of the others."""
        other = object.__new__(Scorer)
        other.indicator_set = self.indicator_set
        other.criteria = dict(self.criteria)
        for key, spread in spreads.items():
            other.criteria[key] = self.criteria[key].with_spread(spread)
        return other

    def score(self, answers: Answers, overrides: Overrides = _NO_OVERRIDES) -> ScoreSheet:
        """Score one organisation.

        Args:
            answers: Figure key → stored integer (see ``Input``), or None.
            overrides: Criterion key → what a person decided over its rule.
        """
        return add_up(
            self.indicator_set, {key: self.outcome(key, answers, overrides.get(key)) for key in self.criteria}
        )

    def outcome(self, key: str, answers: Answers, override: Override | None = None) -> Outcome:
        """What one criterion gives, by its rule or by a person's word over it."""
        criterion = self.criteria[key]
        outcome = criterion.outcome(criterion.values(answers))
        return overridden(outcome, override) if override else outcome


def add_up(indicator_set: IndicatorSet, outcomes: dict[str, Outcome]) -> ScoreSheet:
    """Sum outcomes into groups, total, bonus, deduction and derived indices."""
    groups = _groups(indicator_set, outcomes)
    roots = [groups[key] for key in indicator_set.tree.roots]
    scored = Total(
        sum((root.points for root in roots), _NOTHING),
        sum((root.maximum for root in roots), _NOTHING),
    )
    rows = indicator_set.tree.by_key
    points = {key: each.points for key, each in outcomes.items() if rows[key].role in ADDED_ROLES}
    (bonus, fewer), (deduction, less) = (added_points(indicator_set, role, points) for role in ADDED_ROLES)
    sheet = ScoreSheet(
        outcomes,
        groups,
        scored,
        bonus,
        deduction,
        Total(total_points(indicator_set, scored, bonus, deduction), scored.maximum),
        full_maximum(indicator_set),
        capped=(*fewer, *less),
    )
    means = {each.key: derived_value(each, groups) for each in indicator_set.derived}
    sheet.derived = {key: value for key, value in means.items() if value is not None}
    return sheet


def signs_below(indicator_set: IndicatorSet, key: str) -> dict[str, int]:
    """Criterion key → 1, or -1 where it is taken off: what the sum of a group is made of.

    That is what is scored below; of a group of bonuses or of deductions alone these, though they
    enter the total by their role; of one of both, the bonuses less the deductions.
    """
    below = [row for row in indicator_set.tree.below(key) if row.is_criterion]
    roles = {row.role for row in below}
    if "scored" in roles:
        return {row.key: 1 for row in below if row.role == "scored"}
    sign = {"bonus": 1, "deduction": -1 if "bonus" in roles else 1}
    return {row.key: sign[row.role] for row in below if row.role in sign}


def sum_shown(indicator_set: IndicatorSet, sheet: ScoreSheet, key: str) -> Total:
    """What a group shows for everything below it."""
    signs = signs_below(indicator_set, key)
    if not signs or indicator_set.row(next(iter(signs))).role == "scored":
        return sheet.groups[key]
    below = {each: sheet.outcomes[each] for each in signs}
    applying = {
        each: outcome for each, outcome in below.items() if outcome.status is not Status.NOT_APPLICABLE
    }
    points = {each: outcome.points for each, outcome in applying.items()}
    maxima = {each: outcome.maximum for each, outcome in applying.items() if signs[each] > 0}
    return Total(*(points_shown(indicator_set, key, each) for each in (points, maxima)))


def points_shown(indicator_set: IndicatorSet, key: str, points: Mapping[str, Fraction]) -> Fraction:
    """The same of the points of single criteria; one that is left out counts for nothing."""
    signs = signs_below(indicator_set, key)
    given = {each: points.get(each, _NOTHING) for each in signs}
    signed = {indicator_set.row(each).role: sign for each, sign in signs.items()}
    if "scored" in signed:
        return sum(given.values(), _NOTHING)
    shown = _NOTHING
    for role in ADDED_ROLES:
        if role in signed:
            sums = list_role_sums(indicator_set.tree, role, [key])
            shown += signed[role] * totals_of(sums, given, _NOTHING, min)[""][1]
    return shown


def total_points(
    indicator_set: IndicatorSet, scored: Total, bonus: Fraction, deduction: Fraction
) -> Fraction:
    """Points with bonus and deduction: never below zero, above the maximum only by the bonus cap."""
    most = scored.maximum + (indicator_set.bonus_cap or _NOTHING)
    return min(most, max(_NOTHING, scored.points + bonus - deduction))


def full_maximum(indicator_set: IndicatorSet) -> Fraction:
    """What all criteria of the set can earn together."""
    tree = indicator_set.tree
    return sum((tree.maximum(key) for key in tree.roots), _NOTHING)


def derived_value(index: DerivedIndex, groups: Mapping[str, Total]) -> Fraction | None:
    """A weighted mean of index values; rows that do not apply leave it, and without any there is none."""
    applying = [term for term in index.terms if groups[term.row].maximum]
    weights = sum((term.weight for term in applying), _NOTHING)
    if not weights:
        return None
    return sum((groups[t.row].index_value * t.weight for t in applying), _NOTHING) / weights


def counted(indicator_set: IndicatorSet, status: Status, points: Fraction, maximum: Fraction) -> Total:
    """What one criterion brings into its groups, by the set's policy for not applicable."""
    if status is not Status.NOT_APPLICABLE:
        return Total(points, maximum)
    match indicator_set.not_applicable:
        case "rescale":
            return Total(_NOTHING, _NOTHING)
        case "full":
            return Total(maximum, maximum)
        case "zero":
            return Total(_NOTHING, maximum)


def _groups(indicator_set: IndicatorSet, outcomes: Mapping[str, Outcome]) -> dict[str, Total]:
    """Every row with what is scored on it and below, in printed order; each sum is made of those below it."""
    tree, sums = indicator_set.tree, dict.fromkeys(indicator_set.tree.by_key, _NO_POINTS)
    # In printed order whoever stands above comes first.
    for key, row in reversed(tree.by_key.items()):
        parts = [sums[child] for child in tree.children[key]]
        if row.is_criterion and row.role == "scored":
            outcome = outcomes[key]
            parts.append(counted(indicator_set, outcome.status, outcome.points, outcome.maximum))
        if parts:
            first, *others = parts
            points = sum((each.points for each in others), first.points)
            sums[key] = Total(points, sum((each.maximum for each in others), first.maximum))
    return sums
