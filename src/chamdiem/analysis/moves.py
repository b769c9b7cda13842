"""What one figure, or the answers one condition asks for, can be changed to so that points are won."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from chamdiem.analysis.standpoint import Changes, Standpoint
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import letters_in, yes_no_letters
from chamdiem.core.inputs import NUMBER_TYPES, Input
from chamdiem.core.quotient import MissingInput, constant, evaluator, quotient_of, subtract
from chamdiem.core.rules.rule import walk
from chamdiem.core.trials.edges import Edge, list_turns
from chamdiem.core.trials.meeting import fits, values_around

# Into how many parts the way to the last point is divided.
_PARTS = 10


def list_turning_moves(standpoint: Standpoint, key: str) -> list[Changes]:
    """Changes to a turn of one rule that win points there and in all; of each figure the least first.

    A change moves one figure, or says yes to all that one condition asks for.
    """
    criterion = standpoint.criteria[key]
    tried: list[Changes] = [
        {figure: _allowed(standpoint, figure, value)}
        for figure in dict.fromkeys(criterion.letters.figures)
        if figure in standpoint.levers.figures
        for value in _turning_values(standpoint, criterion, figure)
    ]
    tried += _agreements(standpoint, criterion)
    return [
        changes
        for changes in tried
        if (standpoint.gain(changes) or 0) > 0 and standpoint.gain_at(key, changes) > 0
    ]


def list_moves(standpoint: Standpoint, figure: str, turning: Iterable[int]) -> list[int]:
    """The values of one figure worth choosing between: its turns, tenths of the way, the least that wins.

    Args:
        standpoint: Where the organisation stands.
        figure: A figure that has a value.
        turning: The values at which points are won, of any criterion.
    """
    now, given = standpoint.answers[figure], standpoint.input(figure)
    values = set(turning)
    if not values or now is None or given.type not in NUMBER_TYPES:
        return sorted(values)
    grain = given.grain
    for way in ([v for v in values if v > now], [v for v in values if v < now]):
        if not way:
            continue
        nearest, furthest = min(way, key=lambda v: abs(v - now)), max(way, key=lambda v: abs(v - now))
        values.add(_least(standpoint, figure, now, nearest))
        values |= {now + (furthest - now) * part // (_PARTS * grain) * grain for part in range(1, _PARTS)}
    return sorted(value for value in values if (standpoint.gain({figure: value}) or 0) > 0)


def _turning_values(standpoint: Standpoint, criterion: Criterion, figure: str) -> list[int]:
    """The values of one figure at the turns of a rule, the nearest first."""
    now, given = standpoint.answers.get(figure), standpoint.input(figure)
    if now is None:
        return []
    only_grows, only_shrinks = figure in standpoint.levers.growing, figure in standpoint.levers.shrinking
    found = {
        value
        for value in _around_turns(standpoint, criterion, figure, given)
        if value != now and fits(given, value) and value % given.grain == 0
    }
    wished = (v for v in found if not (only_grows and v < now) and not (only_shrinks and v > now))
    return sorted(wished, key=lambda value: abs(value - now))


def _around_turns(standpoint: Standpoint, criterion: Criterion, figure: str, given: Input) -> Iterator[int]:
    if given.type == "yes_no":
        yield from (0, 1)
    elif given.type == "choice":
        yield from range(len(given.options))
    else:
        values = criterion.values(standpoint.answers)
        letters = dict(zip(criterion.letters.inputs, criterion.letters.figures, strict=True))
        for place, letter in enumerate(letters):
            if letters[letter] != figure:
                continue
            for turn in list_turns(criterion):
                if isinstance(turn, Edge) and letter in letters_in(turn.term):
                    yield from _around(criterion, turn, values, place, given.grain)


def _around(criterion: Criterion, edge: Edge, values: list[int | None], place: int, grain: int) -> list[int]:
    """The values around a threshold, those left out that stop short of it."""
    distance = evaluator(criterion.scope.bind(subtract(quotient_of(edge.term), constant(edge.threshold))))
    try:
        side = distance(values)[0]
        near = values_around(distance, values, place, grain)
    except MissingInput:
        return []
    return [v for v in near if distance((*values[:place], v, *values[place + 1 :]))[0] * side <= 0]


def _agreements(standpoint: Standpoint, criterion: Criterion) -> Iterator[Changes]:
    """Several answers at once, where a condition asks for all of them."""
    figures = dict(zip(criterion.letters.inputs, criterion.letters.figures, strict=True))
    for rule in walk(criterion.rule):
        conditions = list(rule.conditions())
        together = [{letter for each in conditions for letter in yes_no_letters(each)}]
        for letters in [*({*yes_no_letters(each)} for each in conditions), *together]:
            wished = standpoint.levers.figures - standpoint.levers.shrinking
            keys = sorted({figures[letter] for letter in letters} & wished)
            changes = {key: 1 for key in keys if standpoint.answers.get(key) == 0}
            if len(changes) > 1:
                yield changes


def _allowed(standpoint: Standpoint, figure: str, wanted: int) -> int:
    """The value wanted, or as much of the way as the checks between figures allow."""
    now, given = standpoint.answers[figure], standpoint.input(figure)
    if now is None or given.type not in NUMBER_TYPES or standpoint.gain({figure: wanted}) is not None:
        return wanted
    return _bisect(standpoint, figure, now, wanted, lambda gain: gain is None) - _direction(
        given, now, wanted
    )


def _least(standpoint: Standpoint, figure: str, now: int, nearest: int) -> int:
    """The least change in a direction that wins a rounded point; between two turns points never fall."""
    return _bisect(standpoint, figure, now, nearest, lambda gain: gain is not None and gain > 0)


def _bisect(
    standpoint: Standpoint, figure: str, now: int, there: int, holds: Callable[[Fraction | None], bool]
) -> int:
    """The first value on the way from now to there of whose gain something holds that does not hold now."""
    step = _direction(standpoint.input(figure), now, there)
    low, high = 0, (there - now) // step
    while high - low > 1:
        middle = (low + high) // 2
        if holds(standpoint.gain({figure: now + middle * step})):
            high = middle
        else:
            low = middle
    return now + high * step


def _direction(given: Input, now: int, there: int) -> int:
    """The least move of a figure towards a value."""
    return given.grain if there > now else -given.grain
