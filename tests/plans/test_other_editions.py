"""A dossier or result by another edition: what still is the same criterion serves, with what has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from django.test import Client

from chamdiem.assessments.offers import list_offers
from chamdiem.campaigns.models import Track
from chamdiem.indicators.models import Edition
from chamdiem.plans.models import Expectation, PlanItem
from chamdiem.plans.selectors.winning import list_outcomes, list_strangers
from chamdiem.plans.services import TaskProgress, carry_out_task
from chamdiem.results.models import Result
from tests.people import NOW, Cast, make_edition

from .loaded import IN_TIME, plan_in_force, task_in_force
from .test_other_sets import OTHER, SUCCESSOR
from .test_outcomes import another_year

Opened = Callable[[str], Client]
OTHER_2 = OTHER.replace("Tỷ lệ dịch vụ công trực tuyến toàn trình", "Tỷ lệ cán bộ được tập huấn")
MAXIMUM = "trên trang thông tin điện tử\n    max_points: 10"


@pytest.fixture
def finished(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page of criterion 1.2, for which a task of the plan is finished."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    task = task_in_force(cast)
    progress = TaskProgress(state="done", percent=100, result="Đã mở chuyên mục")
    carry_out_task(actor=cast.an, task_id=task.pk, progress=progress, seen=1, now=IN_TIME)
    return f"/ho-so/{cast.a.pk}/tieu-chi/1.2/"


def _by(cast: Cast, text: str) -> Edition:
    """The campaign of the cast goes by another edition."""
    edition = make_edition(text)
    Track.objects.update(edition=edition)
    cast.a.participant.track.refresh_from_db()
    return edition


def test_a_successor_is_offered_it_and_told_that_nothing_differs(
    cast: Cast, finished: str, opened: Opened
) -> None:
    _by(cast, SUCCESSOR)
    (offer,) = list_offers(cast.a, "1.2")
    assert offer.text == "Đã mở chuyên mục"
    assert offer.note == "Kế hoạch ghi tiêu chí theo bộ thu-nghiem-2026: cùng mã, cùng tên, không có gì khác."
    assert offer.note in opened("an").get(finished).content.decode()


def test_what_differs_is_told_with_the_offer(cast: Cast, finished: str) -> None:
    assert len(list_offers(cast.a, "1.2")) == 1
    _by(cast, SUCCESSOR.replace(MAXIMUM, MAXIMUM.replace("10", "12")))
    (offer,) = list_offers(cast.a, "1.2")
    assert "Đã đổi: Điểm tối đa đổi từ 10 thành 12" in offer.note


def test_another_criterion_is_offered_nothing_and_told_why(cast: Cast, finished: str, opened: Opened) -> None:
    _by(cast, OTHER)
    assert list_offers(cast.a, "1.2") == []
    page = opened("an").get(finished).content.decode()
    assert "của bộ thu-nghiem-2026, ở đó là “Có chuyên mục chuyển đổi số trên trang thông tin" in page
    assert "Vì vậy không gợi ý." in page
    assert "Đã hoàn thành trong kế hoạch" not in page


def _later(result: Result, edition: Edition | None, points: int) -> Result:
    """A result of the same body a year on, by an edition."""
    later = another_year(Result.objects.get(pk=result.pk), date(2027, 12, 31), points)
    if edition is not None:
        Track.objects.filter(pk=later.closing.track_id).update(edition=edition)
    return later


@pytest.fixture
def expecting(cast: Cast, published: Result) -> Result:
    """A plan whose item of one body expects points at 2.1, and the result it begins from."""
    plan = plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    Expectation.objects.create(item=item, criterion_key="2.1", points=3, since=date(2026, 12, 31))
    assert plan.criteria_set == published.closing.track.edition.key
    return published


def test_a_successor_with_the_same_criterion_says_what_was_won(expecting: Result) -> None:
    plan = PlanItem.objects.get(key="VB1").plan
    _later(expecting, make_edition(SUCCESSOR), 17)
    outcome = list_outcomes(plan)[-1]
    assert outcome.before is not None
    assert outcome.after is not None
    assert outcome.after.changes == ""
    assert outcome.won == Fraction(17) - (outcome.before.points or 0)
    assert list_strangers(plan) == []


def test_a_criterion_that_has_changed_is_shown_and_not_compared(expecting: Result, opened: Opened) -> None:
    plan = PlanItem.objects.get(key="VB1").plan
    later = _later(expecting, make_edition(SUCCESSOR.replace("full_at: 80%", "full_at: 90%")), 17)
    outcome = list_outcomes(plan)[-1]
    assert outcome.after is not None
    assert (outcome.after.result.pk, outcome.after.points, outcome.won) == (later.pk, Fraction(17), None)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/diem-du-kien/").content.decode()
    assert "tiêu chí đã đổi nên không so điểm: Ngưỡng hoặc công thức thay đổi" in page


def test_a_campaign_of_another_set_is_named(expecting: Result, opened: Opened) -> None:
    plan = PlanItem.objects.get(key="VB1").plan
    _later(expecting, make_edition(OTHER_2), 17)
    outcome = list_outcomes(plan)[-1]
    assert (outcome.after, outcome.won) == (None, None)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/diem-du-kien/").content.decode()
    assert "Kết quả của “Kỳ đến 31/12/2027” không so được với kế hoạch" in page


def _bound(text: str) -> str:
    """The plan goes by another set from now on; the address of its expected points."""
    plan = PlanItem.objects.get(key="VB1").plan
    plan.criteria_set = make_edition(text).key
    plan.save(update_fields=["criteria_set"])
    return f"/ke-hoach/{plan.pk}/diem-du-kien/"


def test_no_beginning_says_what_the_code_is_in_the_set_of_the_result(
    expecting: Result, opened: Opened
) -> None:
    page, giang = f"/ke-hoach/{PlanItem.objects.get(key='VB1').plan_id}/diem-du-kien/", opened("giang")
    assert "không so điểm" not in giang.get(page).content.decode()
    text = giang.get(_bound(OTHER_2)).content.decode()
    assert "ở đó 2.1 là “Tỷ lệ dịch vụ công trực tuyến toàn trình”, khác tiêu chí 2.1 của bộ bo-khac" in text
    assert "Kết quả đã công bố theo bộ khác (thu-nghiem-2026) không lấy được" in text


def test_no_beginning_says_what_has_changed_at_the_criterion(expecting: Result, opened: Opened) -> None:
    page = _bound(SUCCESSOR.replace("full_at: 80%", "full_at: 90%"))
    text = opened("giang").get(page).content.decode()
    assert "tiêu chí đã đổi nên không so điểm: Ngưỡng hoặc công thức thay đổi" in text


def test_a_code_the_other_set_does_not_have_is_said_so(expecting: Result, opened: Opened) -> None:
    Expectation.objects.filter(criterion_key="2.1").update(criterion_key="9.9")
    assert "ở đó không có tiêu chí 9.9" in opened("giang").get(_bound(OTHER_2)).content.decode()


def test_without_a_result_there_is_nothing_to_say(expecting: Result, opened: Opened) -> None:
    Expectation.objects.filter(criterion_key="2.1").update(since=date(2000, 1, 1))
    assert "không so điểm" not in opened("giang").get(_bound(OTHER_2)).content.decode()
