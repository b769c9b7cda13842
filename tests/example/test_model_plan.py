"""The plan of the example holds against what any plan is held against."""

from __future__ import annotations

from chamdiem.core.plan_values import value_problems
from chamdiem.example.model_plan import model_plan


def test_it_could_be_taken_in_from_its_own_file_in_any_year() -> None:
    for year in (2026, 2031):
        plan = model_plan(year)
        assert plan.period is not None
        assert plan.period.start == year
        assert list(value_problems(plan, None)) == []
