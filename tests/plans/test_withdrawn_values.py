"""A wrong measured value is withdrawn with a reason: it counts no more, and is not forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import Measure, MeasureValue, Plan
from chamdiem.plans.selectors.content import summarise_plan
from chamdiem.plans.selectors.measures import list_goals
from chamdiem.plans.services import enter_value, withdraw_value
from tests.people import NOW, Cast

from .loaded import plan_in_force, third_quarter

Opened = Callable[[str], Client]


def _measure(cast: Cast, plan: Plan, value: int, day: date) -> MeasureValue:
    return enter_value(
        actor=cast.giang,
        plan_id=plan.pk,
        measure_id=Measure.objects.get(plan=plan, key="MT1-1").pk,
        value=Decimal(value),
        measured_on=day,
        source="Báo cáo năm",
        now=NOW,
    )


def _withdraw(
    cast: Cast, value: MeasureValue, *, person: str = "giang", reason: str = "Nhập nhầm số"
) -> None:
    withdraw_value(
        actor=cast.people[person],
        plan_id=value.measure.plan_id,
        value_id=value.pk,
        reason=reason,
        now=NOW,
    )


def test_the_newest_of_the_others_counts(cast: Cast) -> None:
    round_ = third_quarter(cast)
    plan = round_.plan
    _measure(cast, plan, 62, date(2026, 6, 30))
    wrong = _measure(cast, plan, 96, date(2026, 9, 30))
    assert summarise_plan(plan).reached == 1
    _withdraw(cast, wrong)
    assert summarise_plan(plan).reached == 0
    (goal,) = list_goals(plan)
    assert [(each.value.value, each.is_reached) for each in goal.measures if each.value] == [
        (Decimal(62), False)
    ]
    (said,) = consolidate(round_)["goals"]
    assert [(each["value"], each["is_reached"]) for each in said["measures"]] == [("62", False)]
    event = Event.objects.get(action="plan.withdraw_value")
    assert event.facts["reason"] == "Nhập nhầm số"


def test_without_another_nothing_is_measured(cast: Cast) -> None:
    plan = plan_in_force(cast)
    _withdraw(cast, _measure(cast, plan, 96, date(2026, 9, 30)))
    (goal,) = list_goals(plan)
    assert [(each.value, each.is_reached) for each in goal.measures] == [(None, None)]


def test_it_needs_a_reason_and_whoever_may_measure_and_goes_once(cast: Cast) -> None:
    value = _measure(cast, plan_in_force(cast), 96, date(2026, 9, 30))
    with pytest.raises(Incomplete):
        _withdraw(cast, value, reason="  ")
    for person in ("an", "chi"):
        with pytest.raises((NotAllowed, NotFound)):
            _withdraw(cast, value, person=person)
    _withdraw(cast, value)
    with pytest.raises(Conflict) as refused:
        _withdraw(cast, value)
    assert refused.value.code == "plan.value_withdrawn"


def test_the_page_shows_it_struck_through(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    value = _measure(cast, plan, 96, date(2026, 9, 30))
    address = f"/ke-hoach/{plan.pk}/so-lieu/{value.measure_id}/"
    client = opened("giang")
    assert "Rút số liệu 96 % ngày 30/09/2026" in client.get(address).content.decode()
    page = client.post(
        f"{address}rut/", {"entry": value.pk, "reason": "Nhầm kỳ"}, follow=True
    ).content.decode()
    assert '<del class="digits muted">96' in page
    assert f"{cast.giang}" in page
    assert "Nhầm kỳ" in page
    assert "Rút số liệu 96" not in page
