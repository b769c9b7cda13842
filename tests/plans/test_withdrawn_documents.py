"""A document that is withdrawn leaves the reports nobody sent; a task or a report that was sent holds it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chamdiem.errors import WrongStage
from chamdiem.evidence.models import Document
from chamdiem.evidence.services import Description, add_citation
from chamdiem.evidence.withdrawing import withdraw_document
from chamdiem.plans.models import PlanItem
from chamdiem.plans.services import TaskPlan, create_task
from tests.people import NOW, Cast

from .loaded import IN_TIME, line_of, plan_in_force, report_of, send_report, third_quarter


@pytest.fixture
def paper(cast: Cast) -> Document:
    """A document in the folder of Sở Xây dựng."""
    described = Description(title="Biên bản", number="1/BB", issued_on=NOW.date(), issuer="Sở Xây dựng")
    return add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=NOW)


def _withdraw(cast: Cast, paper: Document) -> Document:
    return withdraw_document(actor=cast.an, document_id=paper.pk, reason="Nhầm biên bản khác", now=IN_TIME)


def test_it_leaves_a_report_that_was_never_sent(cast: Cast, paper: Document) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    line.documents.add(paper)
    _withdraw(cast, paper)
    assert not line.documents.exists()


def test_a_report_that_was_sent_holds_it(cast: Cast, paper: Document) -> None:
    round_ = third_quarter(cast)
    line_of(round_, cast.body_a, "CT1").documents.add(paper)
    send_report(cast, report_of(round_, cast.body_a), "dung")
    with pytest.raises(WrongStage) as refused:
        _withdraw(cast, paper)
    assert refused.value.facts["place"].startswith("báo cáo Quý III/2026 đã gửi của kế hoạch “")


def test_a_task_holds_it_until_it_is_taken_away_there(cast: Cast, paper: Document) -> None:
    plan_in_force(cast)
    due = IN_TIME.date() + timedelta(days=3)
    task = create_task(
        actor=cast.an,
        item_id=PlanItem.objects.get(key="CT1").pk,
        organisation_id=cast.body_a.pk,
        planned=TaskPlan(name="Lập biên bản", starts_on=IN_TIME.date(), due_on=due, user_id=cast.an.pk),
        now=IN_TIME,
    )
    task.documents.add(paper)
    with pytest.raises(WrongStage) as refused:
        _withdraw(cast, paper)
    assert refused.value.facts["place"].startswith("nhiệm vụ “Lập biên bản” của kế hoạch “")
    task.documents.remove(paper)
    _withdraw(cast, paper)
