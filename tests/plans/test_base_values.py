"""A value measured before the plan is where it began: it reaches no goal, and none is years older."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from chamdiem.errors import Incomplete
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import Measure, MeasureValue, Plan
from chamdiem.plans.official_annexes import list_annexes
from chamdiem.plans.selectors.content import summarise_plan
from chamdiem.plans.selectors.measures import list_goals
from chamdiem.plans.services import enter_value
from tests.people import NOW, Cast

from .loaded import plan_in_force, third_quarter

Opened = Callable[[str], Client]


def _measure(cast: Cast, plan: Plan, day: date) -> MeasureValue:
    return enter_value(
        actor=cast.giang,
        plan_id=plan.pk,
        measure_id=Measure.objects.get(plan=plan, key="MT1-1").pk,
        value=Decimal(85),
        measured_on=day,
        source="Báo cáo năm",
        now=NOW,
    )


def test_a_base_figure_is_kept_and_reaches_nothing(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _measure(cast, round_.plan, date(2025, 12, 31))
    (goal,) = list_goals(round_.plan)
    assert [(each.is_reached, each.is_base) for each in goal.measures] == [(None, True)]
    assert summarise_plan(round_.plan).reached == 0
    annexes = list(list_annexes(consolidate(round_)))
    assert annexes[-1].table.rows[-1].cells[-1] == "Chưa đo trong kỳ kế hoạch"
    _measure(cast, round_.plan, date(2026, 1, 1))
    assert summarise_plan(round_.plan).reached == 1


def test_the_page_says_so_when_it_is_typed_and_beside_it(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    giang = opened("giang")
    address = f"/ke-hoach/{plan.pk}/so-lieu/{Measure.objects.get(plan=plan, key='MT1-1').pk}/"
    typed = {"value": "85", "measured_on": "31/12/2025", "source": "Báo cáo năm"}
    page = giang.post(address, typed, follow=True).content.decode()
    assert "Ngày số liệu 31/12/2025 trước kỳ kế hoạch (2026–2027)" in page
    assert "số liệu gốc, trước kỳ kế hoạch" in page
    assert "Chưa đo trong kỳ kế hoạch" in page
    refused = giang.post(address, {**typed, "measured_on": "02/01/2015"})
    assert refused.status_code == 422
    assert "Ngày số liệu 02/01/2015 đã quá xa trước kế hoạch (bắt đầu năm 2026)." in refused.content.decode()


def test_a_day_years_before_the_plan_is_refused(cast: Cast) -> None:
    plan = plan_in_force(cast)
    with pytest.raises(Incomplete) as refused:
        _measure(cast, plan, date(2023, 12, 31))
    assert refused.value.code == "plan.measured_long_before"
