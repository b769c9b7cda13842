"""Goals take their values from published results: with day and source, exact, and only of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from chamdiem.errors import NotFound
from chamdiem.plans.feeding import list_readings
from chamdiem.plans.models import Measure, MeasureValue
from chamdiem.plans.selectors.winning import get_feeding, list_feeding
from chamdiem.plans.services import feed_value
from chamdiem.results.models import Result
from chamdiem.results.services import close_campaign
from tests.people import NOW, Cast
from tests.results.dossiers import fill

from .loaded import plan_in_force


def test_a_value_of_a_result_becomes_a_measured_value(cast: Cast, published: Result) -> None:
    plan = plan_in_force(cast)
    measure = Measure.objects.get(key="MT1-1")
    readings = {each.key: each for each in list_readings(get_feeding(plan, published.pk))}
    assert readings["total"].value == published.total
    ratio = next(each for key, each in readings.items() if key.startswith("ratio:"))
    entered = feed_value(
        actor=cast.giang,
        plan_id=plan.pk,
        measure_id=measure.pk,
        result_id=published.pk,
        key=ratio.key,
        now=NOW + timedelta(days=3),
    )
    assert entered.value == ratio.value
    assert ratio.unit == "%"
    assert entered.measured_on == NOW.date()
    assert "Sở Xây dựng" in entered.source


def test_a_result_that_is_not_published_feeds_nothing(cast: Cast) -> None:
    fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    assert not list_feeding(plan_in_force(cast)).exists()


def test_what_has_the_unit_of_the_goal_comes_first(cast: Cast, published: Result) -> None:
    readings = list_readings(get_feeding(plan_in_force(cast), published.pk), unit="%")
    units = [each.unit == "%" for each in readings]
    assert units == sorted(units, reverse=True)
    assert any(units)
    assert all(isinstance(each.value, Decimal) for each in readings)


def test_unknown_values_and_results_not_published_are_refused(cast: Cast, published: Result) -> None:
    plan = plan_in_force(cast)
    measure = Measure.objects.get(key="MT1-1")
    for result, key in ((published.pk, "figure:9.9.z"), (0, "total")):
        with pytest.raises(NotFound):
            feed_value(
                actor=cast.giang,
                plan_id=plan.pk,
                measure_id=measure.pk,
                result_id=result,
                key=key,
                now=NOW,
            )
    assert not MeasureValue.objects.exists()


def test_a_value_in_another_unit_is_neither_offered_nor_taken(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    plan = plan_in_force(cast)
    measure = Measure.objects.get(key="MT1-1")
    page = f"/ke-hoach/{plan.pk}/so-lieu/{measure.pk}/ket-qua/{published.pk}/"
    shown = opened("giang").get(page).content.decode()
    assert "khác đơn vị tính, không dùng được ở đây" in shown
    assert 'value="total"' not in shown
    refused = opened("giang").post(page, {"key": "total"})
    assert refused.status_code == 409
    assert "“Tổng điểm” tính bằng “điểm” còn mức phải đạt tính bằng “%”" in refused.content.decode()
    assert not MeasureValue.objects.exists()


def test_the_pages_lead_from_the_goal_to_the_value(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    plan = plan_in_force(cast)
    measure = Measure.objects.get(key="MT1-1")
    giang = opened("giang")
    address = f"/ke-hoach/{plan.pk}/so-lieu/{measure.pk}/"
    assert "Sở Xây dựng" in giang.get(address).content.decode()
    assert "Không có đơn vị nào khớp" in giang.get(address, {"q": "khong co"}).content.decode()
    page = f"{address}ket-qua/{published.pk}/"
    assert "Dùng số liệu này" in giang.get(page).content.decode()
    ratio = next(each for each in list_readings(published) if each.key.startswith("ratio:"))
    assert giang.post(page, {"key": ratio.key}).status_code == 302
    assert MeasureValue.objects.get().value == ratio.value
    assert giang.post(page, {"key": "khong co"}).status_code == 404
