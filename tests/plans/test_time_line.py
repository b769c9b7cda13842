"""The time line fits a page however many years a plan has, and shows where today is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client

from chamdiem.plans.calendar import Quarter
from chamdiem.plans.models import PlanItem
from chamdiem.plans.services import TaskPlan, create_task
from chamdiem.plans.time_line import by_year, list_periods
from tests.people import NOW, Cast

from .loaded import CONTENT, IN_TIME, plan_in_force

Opened = Callable[[str], Client]
LONG = CONTENT.replace("{from: 2026, to: 2027}", "{from: 2026, to: 2032}", 1)


def test_of_a_short_plan_every_quarter_is_a_column() -> None:
    periods = list_periods([2026, 2027, 2028], Quarter(2026, 4))
    assert len(periods) == 12
    assert [(each.year, each.numeral) for each in periods if each.is_now] == [(2026, "IV")]


def test_of_a_long_plan_only_this_year_is_shown_by_quarters() -> None:
    periods = list_periods(range(2021, 2031), Quarter(2026, 3))
    assert len(periods) == 9 + 4
    assert [(each.year, each.numeral) for each in periods if each.is_now] == [(2026, "III")]
    assert [len(columns) for _, columns in by_year(periods)] == [1, 1, 1, 1, 1, 4, 1, 1, 1, 1]


def test_before_and_after_the_plan_no_column_is_now() -> None:
    assert not any(each.is_now for each in list_periods([2021, 2022, 2023, 2024], Quarter(2026, 3)))


def test_tasks_of_another_year_are_counted_together(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast, LONG)
    item = PlanItem.objects.get(key="VB1")
    for name, due in (("Một", date(2028, 2, 1)), ("Hai", date(2028, 11, 30))):
        planned = TaskPlan(name=name, starts_on=IN_TIME.date(), due_on=due)
        create_task(actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=NOW)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/tien-do/").content.decode()
    assert ">2</td>" in page
    assert "2026–2027</div>" in page
