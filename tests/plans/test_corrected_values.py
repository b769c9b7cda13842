"""A fed value is of the day of its data, and a correction published since is said beside it, never taken."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chamdiem.campaigns.models import Campaign
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.feeding import MOST_SOURCE, source_of
from chamdiem.plans.models import Measure, MeasureValue, Plan
from chamdiem.plans.official_annexes import list_annexes
from chamdiem.plans.selectors.content import summarise_plan
from chamdiem.plans.selectors.measures import MeasureRow, get_measure, list_goals
from chamdiem.plans.services import feed_value, open_round, withdraw_value
from chamdiem.results.models import Closing, Release, Result
from tests.people import NOW, Cast

from .loaded import CONTENT, IN_TIME, plan_in_force

Opened = Callable[[str], Client]
RATIO = "ratio:2.1"
MEASURE = "- {key: MT1-1, label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: '%'}"
MORE = "- {key: MT1-2, label: Dịch vụ toàn trình, operator: at_least, threshold: 80, unit: '%'}"


def _measure(key: str = "MT1-1") -> Measure:
    return Measure.objects.get(key=key)


def _feed(cast: Cast, plan: Plan, result: Result, key: str = "MT1-1") -> MeasureValue:
    return feed_value(
        actor=cast.giang,
        plan_id=plan.pk,
        measure_id=_measure(key).pk,
        result_id=result.pk,
        key=RATIO,
        now=NOW,
    )


def _corrected(result: Result, answers: dict[str, str], *, never: bool = False) -> Result:
    """The same results after an erratum: another closing with other figures of all bodies, published."""
    closing = Closing.objects.select_related("track__campaign").get(pk=result.closing_id)
    results = list(closing.results.select_related("participant"))
    frozen = deepcopy(closing.answers)
    for each in frozen["organisations"]:
        each["answers"] |= answers
    closing.pk, closing.number, closing.answers = None, closing.number + 1, frozen
    closing.save()
    for each in results:
        each.pk, each.closing, each.never_handed_in = None, closing, never
        each.save()
    release = Release.objects.create(
        campaign=closing.track.campaign,
        number=closing.number,
        published_by=closing.closed_by,
        published_at=NOW,
        note="Đính chính",
    )
    release.closings.add(closing)
    return next(each for each in results if each.participant_id == result.participant_id)


def _row(plan: Plan) -> MeasureRow:
    return list_goals(plan)[0].measures[0]


def test_a_fed_value_is_of_the_last_day_of_its_data(cast: Cast, published: Result) -> None:
    Campaign.objects.update(reference_from=date(2025, 1, 1), reference_until=date(2025, 12, 31))
    plan = plan_in_force(cast)
    value = _feed(cast, plan, published)
    assert value.measured_on == date(2025, 12, 31)
    for said in ("công bố lần 1", "01/01/2025–31/12/2025", "ngày chốt 13/10/2026", "Sở Xây dựng"):
        assert said in value.source
    # It lies before the years of the plan: where that began, as if it had been typed.
    assert (_row(plan).is_base, _row(plan).is_reached) == (True, None)
    assert summarise_plan(plan).reached == 0


def test_what_is_closed_before_its_period_ends_is_of_the_day_of_closing(
    cast: Cast, published: Result
) -> None:
    value = _feed(cast, plan_in_force(cast), published)
    assert value.measured_on == NOW.date()
    assert "chốt sớm ngày 13/10/2026, lấy ngày này" in value.source


def test_a_long_name_keeps_the_days(published: Result) -> None:
    result = Result.objects.get(pk=published.pk)
    said = source_of(result, "Tỷ lệ " * 200, 3)
    assert len(said) == MOST_SOURCE
    assert said.endswith("chốt sớm ngày 13/10/2026, lấy ngày này)")


def test_a_correction_is_said_with_both_values_and_changes_nothing(
    cast: Cast, published: Result, opened: Opened
) -> None:
    plan = plan_in_force(cast)
    value = _feed(cast, plan, published)
    assert (value.value, _row(plan).correction) == (Decimal(40), None)
    newer = _corrected(published, {"2.1.a": "30"})
    found = _row(plan).correction
    assert found is not None
    assert (found.result, found.value, found.release) == (newer, Decimal(30), 2)
    said = "Kết quả đã được đính chính (công bố lần 2): 40 % nay là 30 %. Ở đây vẫn là số cũ."
    for page in (f"/ke-hoach/{plan.pk}/", f"/ke-hoach/{plan.pk}/so-lieu/{_measure().pk}/"):
        text = opened("giang").get(page).content.decode()
        assert said in text
        assert "Lấy số đã đính chính" in text
    # Who only reads sees the sentence, not the button.
    text = opened("dung").get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert said in text
    assert "Lấy số đã đính chính" not in text
    assert MeasureValue.objects.get().value == 40


def test_one_button_takes_it_and_the_old_one_stays_in_the_history(
    cast: Cast, published: Result, opened: Opened
) -> None:
    plan = plan_in_force(cast)
    value = _feed(cast, plan, published)
    newer = _corrected(published, {"2.1.a": "30"})
    address = f"/ke-hoach/{plan.pk}/so-lieu/{_measure().pk}/ket-qua/{newer.pk}/"
    assert f'action="{address}"' in opened("giang").get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert opened("giang").post(address, {"key": RATIO}).status_code == 302
    row = get_measure(plan, _measure().pk)
    assert row.value is not None
    assert (row.value.value, row.correction) == (Decimal(30), None)
    assert "công bố lần 2" in row.value.source
    assert {each.value for each in MeasureValue.objects.all()} == {Decimal(40), Decimal(30)}
    withdraw_value(actor=cast.giang, plan_id=plan.pk, value_id=row.value.pk, reason="Ghi nhầm", now=NOW)
    row = get_measure(plan, _measure().pk)
    assert row.value == value
    assert row.correction is not None


@pytest.mark.parametrize("never", [True, False])
def test_only_another_number_is_told(cast: Cast, published: Result, *, never: bool) -> None:
    plan = plan_in_force(cast)
    _feed(cast, plan, published)
    _corrected(published, {"1.1.x": "deputy"}, never=never)
    found = _row(plan).correction
    if not never:
        assert found is None
        return
    assert found is not None
    assert found.value is None
    assert "không còn số liệu này" in found.sentence


def test_an_open_round_prints_it_and_a_closed_one_stays(cast: Cast, published: Result) -> None:
    plan = plan_in_force(cast)
    _feed(cast, plan, published)
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    before = consolidate(round_)
    _corrected(published, {"2.1.a": "30"})
    printed = list(list_annexes(consolidate(round_)))[-1].table.rows[-1].cells
    assert "Đã đính chính (công bố lần 2): nay là 30%" in " ".join(printed)
    # What was frozen before the correction knows nothing of it.
    assert "đính chính" not in " ".join(list(list_annexes(before))[-1].table.rows[-1].cells)


def test_many_corrected_values_take_as_many_queries_as_one(cast: Cast, published: Result) -> None:
    plan = plan_in_force(cast, CONTENT.replace(MEASURE, f"{MEASURE}\n      {MORE}"))
    _feed(cast, plan, published)
    _corrected(published, {"2.1.a": "30"})
    with CaptureQueriesContext(connection) as one:
        (goal,) = list_goals(plan)
    assert [each.correction is not None for each in goal.measures] == [True, False]
    MeasureValue.objects.all().delete()
    for result, key in ((published, "MT1-1"), (_other(cast, published), "MT1-2")):
        MeasureValue.objects.create(
            measure=_measure(key),
            value=Decimal(45),
            measured_on=NOW.date(),
            source="Kết quả",
            entered_by=cast.giang,
            entered_at=NOW,
            result=result,
            reading=RATIO,
        )
    with CaptureQueriesContext(connection) as two:
        (goal,) = list_goals(plan)
    assert [each.correction is not None for each in goal.measures] == [True, True]
    assert len(two) == len(one)


def _other(cast: Cast, result: Result) -> Result:
    """The result of the other body in the same closing."""
    return Result.objects.get(closing=result.closing_id, participant=cast.b.participant)
