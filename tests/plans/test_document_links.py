"""A document in a report or a task is a link only to whoever may open it."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from chamdiem.evidence.models import Document
from chamdiem.evidence.services import Description, add_citation
from chamdiem.plans.models import PlanItem
from chamdiem.plans.services import TaskPlan, create_task, show_document, show_task_document
from tests.people import NOW, Cast

from .loaded import IN_TIME, plan_in_force, report_of, send_report, third_quarter

Opened = Callable[[str], Client]


def _paper(cast: Cast) -> Document:
    described = Description(
        title="Báo cáo", number="7/BC-SXD", issued_on=IN_TIME.date(), issuer="Sở Xây dựng"
    )
    return add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=NOW)


def _leads(client: Client, address: str, paper: Document) -> bool:
    """Whether the page names the document and leads to it; where it leads, it opens."""
    page = client.get(address).content.decode()
    assert "7/BC-SXD" in page
    target = reverse("evidence:document", args=[paper.pk])
    leads = f'href="{target}"' in page
    assert leads == (client.get(target).status_code == 200)
    return leads


def test_in_a_report_people_of_an_office_and_watchers_are_led_nowhere(cast: Cast, opened: Opened) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    line, paper = report.lines.get(item__key="VB1"), _paper(cast)
    show_document(actor=cast.an, line_id=line.pk, document_id=paper.pk, is_shown=True, now=IN_TIME)
    address = f"/ke-hoach/dong/{line.pk}/"
    assert [_leads(opened(name), address, paper) for name in ("an", "kien", "giang")] == [True, False, False]
    send_report(cast, report, "dung")
    assert _leads(opened("giang"), address, paper)


def test_in_a_task_too(cast: Cast, opened: Opened) -> None:
    plan_in_force(cast)
    item, paper = PlanItem.objects.get(key="VB1"), _paper(cast)
    planned = TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=IN_TIME.date())
    task = create_task(
        actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=IN_TIME
    )
    show_task_document(actor=cast.an, task_id=task.pk, document_id=paper.pk, is_shown=True, now=IN_TIME)
    address = f"/ke-hoach/nhiem-vu/{task.pk}/"
    assert [_leads(opened(name), address, paper) for name in ("an", "kien")] == [True, False]
