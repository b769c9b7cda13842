"""What a plan finished is offered in the dossier it was to serve: marked, and taken by a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from chamdiem.assessments.offers import OfferedFigure, list_offers
from chamdiem.assessments.services import show_document
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.services import Description, add_citation
from chamdiem.plans.models import Expectation, ItemReport, Plan, PlanItem, RoundReport, Task
from chamdiem.plans.services import (
    LineDraft,
    TaskProgress,
    carry_out_task,
    judge_report,
    open_round,
    save_line,
    submit_report,
)
from tests.appraisals.staging import begin_appraisal
from tests.people import NOW, Cast

from .loaded import FOURTH, IN_TIME, report_of, task_in_force, third_quarter


@pytest.fixture
def paper(cast: Cast) -> Document:
    """A document in the folder of Sở Xây dựng."""
    described = Description(
        title="Báo cáo kết quả hồ sơ trực tuyến",
        number="45/BC-SXD",
        issued_on=NOW.date(),
        issuer="Sở Xây dựng",
    )
    return add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=NOW)


def _finished(cast: Cast, paper: Document, state: str = "done") -> None:
    task = task_in_force(cast)
    progress = TaskProgress(
        state=state,
        percent=100 if state == "done" else 50,
        result="Đạt 82% hồ sơ trực tuyến",
    )
    task.documents.add(paper)
    carry_out_task(actor=cast.an, task_id=task.pk, progress=progress, seen=1, now=IN_TIME)


def test_a_finished_task_is_offered_for_its_criterion_only(cast: Cast, paper: Document) -> None:
    _finished(cast, paper)
    (offer,) = list_offers(cast.a, "1.2")
    assert offer.document == paper
    assert offer.text == "Đạt 82% hồ sơ trực tuyến"
    assert offer.origin.startswith("Kế hoạch nâng cao chỉ số chuyển đổi số: nhiệm vụ “Đưa hồ sơ lên mạng”")
    assert list_offers(cast.a, "1.1") == []
    assert list_offers(cast.b, "1.2") == []


def test_points_expected_at_a_criterion_name_it_as_well(cast: Cast, paper: Document) -> None:
    _finished(cast, paper)
    PlanItem.objects.filter(key="CT1").update(criteria=[])
    assert [offer.document for offer in list_offers(cast.a, "1.2")] == [paper]
    Expectation.objects.update(criterion_key="1.1")
    assert list_offers(cast.a, "1.2") == []
    assert [offer.document for offer in list_offers(cast.a, "1.1")] == [paper]


def test_what_is_not_finished_or_serves_another_set_is_not_offered(cast: Cast, paper: Document) -> None:
    _finished(cast, paper, state="running")
    assert list_offers(cast.a, "1.2") == []
    Task.objects.update(state="done", percent=100, finished_on=NOW.date())
    assert len(list_offers(cast.a, "1.2")) == 1
    Plan.objects.update(criteria_set="bo-khac")
    assert list_offers(cast.a, "1.2") == []


def test_what_was_finished_outside_the_reference_period_is_not_offered(cast: Cast, paper: Document) -> None:
    _finished(cast, paper)
    assert len(list_offers(cast.a, "1.2")) == 1
    Document.objects.update(issued_on=None)
    campaign = cast.a.participant.campaign
    for first, last, count in (
        (date(2025, 1, 1), date(2025, 12, 31), 0),
        (date(2026, 1, 1), IN_TIME.date() - timedelta(days=1), 0),
        (date(2026, 1, 1), IN_TIME.date(), 1),
        (IN_TIME.date() + timedelta(days=1), date(2027, 12, 31), 0),
    ):
        campaign.reference_from, campaign.reference_until = first, last
        assert len(list_offers(cast.a, "1.2")) == count


def test_a_document_counts_by_the_day_it_was_issued(cast: Cast, paper: Document) -> None:
    _finished(cast, paper)
    Document.objects.update(issued_on=date(2025, 12, 31))
    assert [each.document for each in list_offers(cast.a, "1.2")] == [None]
    campaign = cast.a.participant.campaign
    campaign.reference_from, campaign.reference_until = date(2025, 1, 1), date(2025, 12, 31)
    assert [each.document for each in list_offers(cast.a, "1.2")] == [paper]


def _reported(cast: Cast, report: RoundReport, figure: str, now: datetime) -> None:
    for line in ItemReport.objects.filter(report=report, is_lead=True):
        figures = {"CT1-1": figure} if line.item.key == "CT1" else {}
        draft = LineDraft(state="done", percent=100, done="Đã xong.", figures=figures)
        save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=line.version, now=now)
    submit_report(actor=cast.dung, report_id=report.pk, now=now)


def test_an_item_reported_done_in_two_quarters_is_offered_once_by_the_latest(cast: Cast) -> None:
    third = third_quarter(cast)
    _reported(cast, report_of(third, cast.body_a), "82,5", IN_TIME)
    judge_report(actor=cast.giang, report_id=report_of(third, cast.body_a).pk, action="accept", now=IN_TIME)
    fourth = open_round(actor=cast.giang, plan_id=third.plan_id, year=2026, quarter=4, now=FOURTH)
    _reported(cast, report_of(fourth, cast.body_a), "90", FOURTH)
    judge_report(actor=cast.giang, report_id=report_of(fourth, cast.body_a).pk, action="accept", now=FOURTH)
    (offer,) = list_offers(cast.a, "1.2")
    assert offer.figures == (OfferedFigure("Hồ sơ nộp trực tuyến", Decimal(90), "%"),)
    assert "Quý IV/2026" in offer.origin
    cast.a.participant.campaign.reference_until = date(2026, 9, 30)
    (offer,) = list_offers(cast.a, "1.2")
    assert "Quý III/2026" in offer.origin


def test_a_document_shown_with_a_task_and_in_a_report_is_offered_once(cast: Cast, paper: Document) -> None:
    _finished(cast, paper)
    third = open_round(actor=cast.giang, plan_id=Plan.objects.get().pk, year=2026, quarter=3, now=IN_TIME)
    report = report_of(third, cast.body_a)
    ItemReport.objects.get(report=report, item__key="CT1").documents.add(paper)
    _reported(cast, report, "82,5", IN_TIME)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=IN_TIME)
    offered = [(each.document, bool(each.figures)) for each in list_offers(cast.a, "1.2")]
    assert sorted(offered, key=lambda each: each[1]) == [(paper, False), (None, True)]


def test_the_figure_of_an_accepted_report_is_offered(cast: Cast) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    _reported(cast, report, "82,5", IN_TIME)
    assert list_offers(cast.a, "1.2") == []
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=IN_TIME)
    (offer,) = list_offers(cast.a, "1.2")
    assert offer.figures == (OfferedFigure("Hồ sơ nộp trực tuyến", Decimal("82.5"), "%"),)
    assert "Quý III/2026" in offer.origin


def test_what_is_taken_says_where_it_came_from_and_is_offered_no_more(
    cast: Cast, paper: Document, opened: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    _finished(cast, paper)
    PlanItem.objects.filter(key="CT1").update(criteria=["1.1"])
    an, page = opened("an"), f"/ho-so/{cast.a.pk}/tieu-chi/1.1/"
    assert "Đã hoàn thành trong kế hoạch" in an.get(page).content.decode()
    assert not EvidenceUse.objects.exists()
    taken = an.post(f"{page}minh-chung/da-co/", {"document": paper.pk, "offered": "1"})
    assert taken.status_code in (200, 302)
    assert "nhiệm vụ “Đưa hồ sơ lên mạng”" in EvidenceUse.objects.get().note
    shown = an.get(page).content.decode()
    assert "Đã hoàn thành trong kế hoạch" not in shown
    assert "nhiệm vụ “Đưa hồ sơ lên mạng”" in shown
    mark = 'Lấy từ: <span lang="vi">Kế hoạch nâng cao chỉ số chuyển đổi số: nhiệm vụ “Đưa hồ sơ lên mạng”'
    assert mark in opened("dung").get(f"/ho-so/{cast.a.pk}/duyet/").content.decode()
    begin_appraisal(cast)
    track = cast.a.participant.track_id
    assert "1 từ kế hoạch" in opened("chi").get(f"/tham-dinh/tieu-chi/{track}/1.1/").content.decode()
    assert mark in opened("chi").get(f"/tham-dinh/{cast.a.pk}/1.1/").content.decode()


def test_a_document_that_was_not_offered_carries_no_mark(cast: Cast, paper: Document) -> None:
    use = show_document(
        actor=cast.an, assessment_id=cast.a.pk, key="1.2", document_id=paper.pk, is_offered=True, now=NOW
    )
    assert use.note == ""
