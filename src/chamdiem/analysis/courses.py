"""The cheapest way of one organisation to a total or to a place, with peers compared anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.analysis.cheapest import cheapest_steps
from chamdiem.analysis.standpoint import Standpoint
from chamdiem.analysis.steps import Step, list_choices
from chamdiem.analysis.trimming import trimmed
from chamdiem.core.criterion import Answers
from chamdiem.core.form import Spread
from chamdiem.core.override import Overrides
from chamdiem.core.peers import figure_compared
from chamdiem.core.scoring import Scorer, ScoreSheet

# Peers move when the best moves further; a total above its cap gives nothing. Then more is asked for.
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Course:
    """Steps, and the score sheets before and after all of them (lộ trình)."""

    steps: tuple[Step, ...]
    before: ScoreSheet
    after: ScoreSheet

    @property
    def effort(self) -> Fraction:
        """The effort of all steps together."""
        return sum((step.effort for step in self.steps), Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose way it is: the edition with frozen peers, the figures, what persons decided, the weights.

    ``weights``: criterion key → how hard its figures are to move, 1 where none is given.
    """

    scorer: Scorer
    answers: Answers
    overrides: Overrides = field(default_factory=dict)
    weights: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def standpoint(self) -> Standpoint:
        """Where it stands."""
        return Standpoint(self.scorer, self.answers, self.overrides)


def cheapest_course(subject: Subject, total: Fraction) -> Course | None:
    """The steps that reach a total with the least effort; None where all together do not.

    Tried are the turns of the rules and tenths of the way of each figure; the set found is
    the cheapest of these, and then cut back to what the total needs. A set that shares a way
    between other figures can be cheaper by less than such a tenth.

    The others stay as they are; where own figures move the least or greatest
    figure of a peer rule, the points follow.
    """
    scorer, standpoint = subject.scorer, subject.standpoint
    choices = list_choices(standpoint, subject.weights)
    before = scorer.score(subject.answers, subject.overrides)
    wanted = total - before.total.points
    for _ in range(_MOST_ROUNDS):
        steps = cheapest_steps(choices, wanted, scorer.indicator_set.rounding.quanta_per_point)
        if steps is None:
            return None
        after = score_after(subject, steps)
        if after.total.points >= total:
            less = trimmed(standpoint, steps, wanted, subject.weights)
            known = score_after(subject, less)
            # Ceilings of groups can take from steps together what each wins alone.
            is_enough = known.total.points >= total
            return Course(less, before, known) if is_enough else Course(tuple(steps), before, after)
        wanted += total - after.total.points
    return None


def score_after(subject: Subject, steps: Iterable[Step]) -> ScoreSheet:
    """The score sheet once some steps are taken."""
    changed = dict(subject.answers)
    for step in steps:
        changed |= step.changes
    return _with_own_figures(subject.scorer, changed).score(changed, subject.overrides)


def total_for_place(subject: Subject, others: Iterable[Fraction], place: int) -> Fraction:
    """The least total that reaches a place.

    Args:
        subject: Whose way it is; what does not apply to it stays so.
        others: Exact index values of the others that are ranked in its peer group.
        place: From 1.
    """
    maximum = subject.scorer.score(subject.answers, subject.overrides).total.maximum
    unit = subject.scorer.indicator_set.rounding.quanta_per_point
    ahead = sorted(others, reverse=True)
    if place > len(ahead):
        return Fraction(0)
    return Fraction((ahead[place - 1] * maximum * unit).__floor__() + 1, unit)


def _with_own_figures(scorer: Scorer, answers: Answers) -> Scorer:
    """The scorer whose peer rules know the changed figures, where these go beyond those compared."""
    spreads = {}
    for key, criterion in scorer.criteria.items():
        own = figure_compared(criterion, answers) if criterion.spread else None
        if own is not None and criterion.spread is not None:
            known = criterion.spread
            spreads[key] = Spread(known.count, min(known.least, own), max(known.most, own))
    return scorer.with_spreads(spreads)
