"""What lists show of a dossier, row by row, kept in step edit by edit.

A tally is plain data: row key → [cell of the core, gaps, gaps of evidence]. One
edit counts again only the rows that hang on it; the totals are sums of the tally.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.assessments.asked import Asked
from chamdiem.assessments.content import Content
from chamdiem.assessments.gaps import OF_EVIDENCE, Gap, gaps_of_row
from chamdiem.assessments.scoring import without_points
from chamdiem.campaigns.policies import Policies
from chamdiem.core.award import Status
from chamdiem.core.criterion import MISSING, Outcome, status_of
from chamdiem.core.group_caps import ADDED_ROLES, added_points
from chamdiem.core.scoring import Scorer, Total, counted, total_points

# Row key → cell (None for general information), gaps, gaps of evidence.
Tally = dict[str, list[int | None]]


@dataclass(frozen=True, slots=True)
class Counts:
    """The sums of a tally."""

    criteria: int
    answered: int
    gaps: int
    evidence_gaps: int
    claimed: Total


def outcome_of(key: str, scorer: Scorer, content: Content) -> Outcome | None:
    """What a row gives; None for general information."""
    if key not in scorer.criteria:
        return None
    return scorer.outcome(key, content.values, content.overrides.get(key))


def tally_rows(keys: Iterable[str], asked: Asked, content: Content, policies: Policies) -> Tally:
    """The tally of some rows; ``content`` holds what decides about them."""
    scorer, tally = asked.edition.scorer, {}
    for key in keys:
        outcome = outcome_of(key, scorer, content)
        gaps = gaps_of_row(asked.rows[key], asked, content, outcome, policies)
        tally[key] = _line(outcome, gaps)
    return tally


def counts_of(asked: Asked, tally: Mapping[str, list[int | None]]) -> Counts:
    """The sums; a row that is not in the tally counts as not answered."""
    declared = asked.criteria
    answered = sum(1 for row in declared if (tally.get(row.key) or [MISSING])[0] != MISSING)
    return Counts(
        criteria=len(declared),
        answered=answered,
        gaps=sum(line[1] or 0 for line in tally.values()),
        evidence_gaps=sum(line[2] or 0 for line in tally.values()),
        claimed=_claimed(asked, tally),
    )


def _line(outcome: Outcome | None, gaps: tuple[Gap, ...]) -> list[int | None]:
    of_evidence = sum(1 for gap in gaps if gap.kind in OF_EVIDENCE)
    cell = None if outcome is None else without_points(outcome).cell
    return [cell, len(gaps), of_evidence]


def _claimed(asked: Asked, tally: Mapping[str, list[int | None]]) -> Total:
    """Points of all criteria without those that hang on the figures of others, by the rules of the set."""
    indicator_set, added = asked.indicator_set, dict[str, Fraction]()
    points = maximum = Fraction(0)
    for key, criterion in asked.edition.scorer.criteria.items():
        cell = (tally.get(key) or [MISSING])[0]
        status = status_of(MISSING if cell is None else cell)
        earned = criterion.rounding.points(cell or 0) if status is Status.SCORED else Fraction(0)
        if criterion.row.role == "scored":
            part = counted(indicator_set, status, earned, criterion.maximum)
            points, maximum = points + part.points, maximum + part.maximum
        else:
            added[key] = earned
    bonus, deduction = (added_points(indicator_set, role, added)[0] for role in ADDED_ROLES)
    return Total(total_points(indicator_set, Total(points, maximum), bonus, deduction), maximum)
