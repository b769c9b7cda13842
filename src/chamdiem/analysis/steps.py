"""The steps an organisation can choose between, for criteria that no figure joins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.analysis.moves import list_moves, list_turning_moves
from chamdiem.analysis.standpoint import Changes, Standpoint
from chamdiem.core.inputs import NUMBER_TYPES

# More combinations than these are thinned: what stays is never worse at the same effort.
_MOST_STEPS = 120
# What it takes to begin with a figure: nobody begins a piece of work for a hundredth of a point.
BEGINNING = Fraction(1, 20)
_NO_WEIGHTS: Mapping[str, Fraction] = {}


@dataclass(frozen=True, slots=True)
class Step:
    """Figures changed together, the points that wins, and the effort it takes.

    The effort of a figure is 1 for a yes or for all of its way, less for a part of
    the way, and a little for beginning at all; times the weight of the criterion
    that asks for the figure.
    """

    changes: Changes = field(default_factory=dict)
    gain: Fraction = Fraction(0)
    effort: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Choice:
    """Criteria joined by figures they share, and the steps of which one may be taken."""

    criteria: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one criterion has before it: its next step, and the step that wins the most alone."""

    key: str
    next_step: Step
    furthest: Step


def list_prospects(standpoint: Standpoint, keys: Iterable[str] | None = None) -> dict[str, Prospect]:
    """Criterion key → what it has before it; only those that a change of figures can raise.

    Args:
        standpoint: Where the organisation stands.
        keys: The criteria asked for; all where None.
    """
    measure = _Effort(standpoint, _NO_WEIGHTS)
    prospects = {}
    for key in standpoint.criteria if keys is None else keys:
        if not standpoint.is_scored(key):
            continue
        steps = [measure.step(changes) for changes in list_turning_moves(standpoint, key)]
        if steps:
            most = max(step.gain for step in steps)
            furthest = min((step for step in steps if step.gain == most), key=lambda step: step.effort)
            prospects[key] = Prospect(key, _next(steps), furthest)
    return prospects


def step_of(standpoint: Standpoint, changes: Changes, weights: Mapping[str, Fraction] = _NO_WEIGHTS) -> Step:
    """Some changes as one step, with what it wins and the effort it takes."""
    return _Effort(standpoint, weights).step(changes)


def list_choices(standpoint: Standpoint, weights: Mapping[str, Fraction] = _NO_WEIGHTS) -> list[Choice]:
    """All steps worth taking, in groups of which one step each may be taken.

    Args:
        standpoint: Where the organisation stands.
        weights: Criterion key → how hard its figures are to move; 1 where none is given.
    """
    moves = {
        key: list_turning_moves(standpoint, key) for key in standpoint.criteria if standpoint.is_scored(key)
    }
    measure = _Effort(standpoint, weights)
    choices = []
    for keys in _joined(standpoint, {key: found for key, found in moves.items() if found}):
        steps = _combined(standpoint, measure, [changes for key in keys for changes in moves[key]])
        if steps:
            choices.append(Choice(keys, steps))
    return choices


def _next(steps: Sequence[Step]) -> Step:
    """Of the nearest turns, one of each figure, the one that wins the most for its effort."""
    nearest: dict[frozenset[str], Step] = {}
    for step in sorted(steps, key=lambda step: step.effort):
        nearest.setdefault(frozenset(step.changes), step)
    return max(nearest.values(), key=lambda step: step.gain / step.effort)


class _Effort:
    """Measures the effort of changes; the way of a figure goes to the furthest value that wins."""

    def __init__(self, standpoint: Standpoint, weights: Mapping[str, Fraction]) -> None:
        self._standpoint = standpoint
        self._weights = weights

    def step(self, changes: Changes) -> Step:
        """A step of some changes."""
        gain = self._standpoint.gain(changes)
        effort = sum((self._of(figure, value) for figure, value in changes.items()), Fraction(0))
        return Step(dict(changes), gain if gain is not None else Fraction(-1), effort)

    def _of(self, figure: str, value: int) -> Fraction:
        standpoint = self._standpoint
        now, given = standpoint.answers[figure] or 0, standpoint.input(figure)
        weight = self._weights.get(standpoint.row_of(figure), Fraction(1))
        if given.type == "choice":
            return weight * (BEGINNING + Fraction(abs(value - now), len(given.options) - 1))
        if given.type not in NUMBER_TYPES:
            return weight * (BEGINNING + 1)
        return weight * (BEGINNING + Fraction(abs(value - now), max(abs(now), abs(value))))


def _joined(standpoint: Standpoint, moves: Mapping[str, Sequence[Changes]]) -> list[tuple[str, ...]]:
    """The criteria with moves, those together whose moves touch a common criterion."""
    groups: list[tuple[set[str], list[str]]] = []
    for key, found in moves.items():
        touched = set(standpoint.readers({figure for changes in found for figure in changes}))
        apart = [group for group in groups if not group[0] & touched]
        met = [group for group in groups if group[0] & touched]
        whole = touched.union(*(group[0] for group in met))
        keys = [each for group in met for each in group[1]] + [key]
        groups = [*apart, (whole, keys)]
    return [tuple(keys) for _, keys in groups]


def _combined(standpoint: Standpoint, measure: _Effort, moves: Sequence[Changes]) -> tuple[Step, ...]:
    """Every lever in every position with every other, as far as that is worth its effort."""
    single: dict[str, set[int]] = {}
    for changes in moves:
        if len(changes) == 1:
            ((figure, value),) = changes.items()
            single.setdefault(figure, set()).add(value)
    levers: list[list[Changes]] = [
        [{figure: value} for value in list_moves(standpoint, figure, values)]
        for figure, values in single.items()
    ]
    levers += [[changes] for changes in moves if len(changes) > 1]
    steps = [Step()]
    for lever in levers:
        added = [measure.step({**step.changes, **changes}) for step in steps for changes in lever]
        steps = _worthwhile([*steps, *added])
    return tuple(step for step in steps if step.changes)


def _worthwhile(steps: Sequence[Step]) -> list[Step]:
    """The steps of which none wins as much with less effort, from the least to the most."""
    best: list[Step] = []
    for step in sorted(steps, key=lambda step: (step.effort, -step.gain)):
        if not best or step.gain > best[-1].gain:
            best.append(step)
    if len(best) <= _MOST_STEPS:
        return best
    every = Fraction(len(best) - 1, _MOST_STEPS - 1)
    return [best[int(every * place)] for place in range(_MOST_STEPS)]
