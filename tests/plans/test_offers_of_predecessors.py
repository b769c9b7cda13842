"""What a body finished before it ended is told to the dossier of who took over; nothing counts by itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client

from chamdiem.assessments.offers import list_offers
from chamdiem.evidence.services import Description, add_citation
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.plans.models import PlanItem, Task
from chamdiem.plans.services import (
    LineDraft,
    TaskProgress,
    carry_out_task,
    judge_report,
    open_round,
    save_line,
    submit_report,
)
from tests.people import NOW, Cast

from .loaded import AFTER, FOURTH, IN_TIME, report_of, task_in_force

Opened = Callable[[str], Client]
DAY = date(2020, 9, 20)


@pytest.fixture(autouse=True)
def finished(cast: Cast) -> Task:
    """Sở Xây dựng finished a task of CT1 with a document, and reported it done with a figure; accepted."""
    task = task_in_force(cast)
    described = Description(
        title="Báo cáo hồ sơ trực tuyến", number="45/BC-SXD", issued_on=NOW.date(), issuer="Sở Xây dựng"
    )
    task.documents.add(add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=NOW))
    progress = TaskProgress(state="done", percent=100, result="Đạt 82% hồ sơ")
    carry_out_task(actor=cast.an, task_id=task.pk, progress=progress, seen=1, now=IN_TIME)
    round_ = open_round(actor=cast.giang, plan_id=task.item.plan_id, year=2026, quarter=3, now=IN_TIME)
    report = report_of(round_, cast.body_a)
    done = LineDraft(state="done", percent=100, done="Xong quý III.", figures={"CT1-1": "82"})
    for line in report.lines.filter(is_lead=True):
        save_line(actor=cast.dung, line_id=line.pk, draft=done, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    return task


def _end(body: Organisation, *into: Organisation) -> None:
    Organisation.objects.filter(pk=body.pk).update(valid_to=DAY - timedelta(days=1))
    for each in into:
        Succession.objects.create(change="merged", predecessor=body, successor=each, took_place_on=DAY)


def test_who_took_over_is_told_in_words_alone(cast: Cast) -> None:
    assert list_offers(cast.b, "1.2") == []
    _end(cast.body_a, cast.body_b)
    offers = list_offers(cast.b, "1.2")
    assert {offer.text for offer in offers} == {
        "Xong quý III; Hồ sơ nộp trực tuyến: 82 %",
        "Đạt 82% hồ sơ; Báo cáo hồ sơ trực tuyến",
    }
    for offer in offers:
        assert offer.origin.startswith("Của đơn vị tiền nhiệm Sở Xây dựng: Kế hoạch nâng cao")
        assert (offer.document, offer.figures) == (None, ())
        assert "Sở Xây dựng đã kết thúc: số liệu, tài liệu này không tự tính" in offer.note
    # Its own dossier goes on with what it may take.
    own = list_offers(cast.a, "1.2")
    assert any(offer.document for offer in own)
    assert any(offer.figures for offer in own)


def test_the_page_gives_nothing_to_press(cast: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    _end(cast.body_a, cast.body_b)
    page = unescape(opened("binh").get(f"/ho-so/{cast.b.pk}/tieu-chi/1.2/").content.decode())
    offers = page.partition('<div id="offers"')[2].partition("</details>")[0]
    assert "Của đơn vị tiền nhiệm Sở Xây dựng" in offers
    assert "<form" not in offers
    assert "Dùng" not in offers.replace("bấm dùng", "")
    address = f"/ke-hoach/muc/{PlanItem.objects.get(key='CT1').pk}/"
    assert address in offers
    assert opened("binh").get(address).status_code == 200


@pytest.mark.parametrize("how", ["none", "several", "outside"])
def test_where_it_is_not_the_one_that_took_over_it_is_told_nothing(cast: Cast, how: str) -> None:
    into = {"none": [], "several": [cast.body_b, cast.standing], "outside": [cast.elsewhere]}[how]
    _end(cast.body_a, *into)
    assert list_offers(cast.b, "1.2") == []


def test_what_it_says_itself_since_takes_it_back(cast: Cast) -> None:
    _end(cast.body_a, cast.body_b)
    assert len(list_offers(cast.b, "1.2")) == 2
    plan = PlanItem.objects.get(key="CT1").plan
    fourth = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=4, now=FOURTH)
    report = report_of(fourth, cast.body_b)
    stopped = LineDraft(state="stopped", percent=0, difficulty="Quyết định bị hủy bỏ.", figures={})
    for line in report.lines.filter(is_lead=True):
        save_line(actor=cast.minh, line_id=line.pk, draft=stopped, seen=line.version, now=FOURTH)
    submit_report(actor=cast.minh, report_id=report.pk, now=FOURTH)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=FOURTH)
    assert list_offers(cast.b, "1.2") == []


def test_it_costs_nothing_where_nobody_has_ended(
    cast: Cast, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for assessment in (cast.a, cast.b):
        list_offers(assessment, "1.2")
        with django_assert_max_num_queries(6):
            list_offers(assessment, "1.2")
    _end(cast.body_a, cast.body_b)
    with django_assert_max_num_queries(12):
        assert len(list_offers(cast.b, "1.2")) == 2
