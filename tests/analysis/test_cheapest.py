"""The cheapest steps, held against trying everything."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.analysis.cheapest import cheapest_steps
from chamdiem.analysis.steps import Choice, Step

_STEPS = st.builds(
    lambda gain, effort: Step({"x": 1}, Fraction(gain, 100), Fraction(effort, 100)),
    st.integers(1, 300),
    st.integers(0, 200),
)
_CHOICES = st.lists(
    st.lists(_STEPS, min_size=1, max_size=3).map(lambda steps: Choice((), tuple(steps))), max_size=5
)


@given(_CHOICES, st.integers(1, 900))
def test_no_other_set_of_steps_is_cheaper(choices: list[Choice], quanta: int) -> None:
    wanted = Fraction(quanta, 100)
    best = min((s for s in _every_set(choices) if _gain(s) >= wanted), key=_effort, default=None)
    found = cheapest_steps(choices, wanted, 100)
    if best is None:
        assert found is None
    else:
        assert found is not None
        assert _gain(found) >= wanted
        assert _effort(found) == _effort(best)


def test_nothing_to_win_takes_no_step() -> None:
    step = Step({"x": 1}, Fraction(1), Fraction(1))
    assert cheapest_steps([Choice((), (step,))], Fraction(0), 100) == []
    assert cheapest_steps([], Fraction(1), 100) is None


def test_one_step_of_a_group_is_taken_at_most() -> None:
    steps = tuple(Step({"x": place}, Fraction(place), Fraction(place)) for place in (1, 2, 3))
    assert cheapest_steps([Choice((), steps)], Fraction(3), 1) == [steps[2]]
    assert cheapest_steps([Choice((), steps)], Fraction(4), 1) is None


def _every_set(choices: list[Choice]) -> list[list[Step]]:
    sets = product(*([None, *choice.steps] for choice in choices))
    return [[step for step in each if step is not None] for each in sets]


def _gain(steps: list[Step]) -> Fraction:
    return sum((step.gain for step in steps), Fraction(0))


def _effort(steps: list[Step]) -> Fraction:
    return sum((step.effort for step in steps), Fraction(0))
