"""Two people on one report: a leader sends what she read, and who saves second sees what the first saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from chamdiem.errors import Conflict, WrongStage
from chamdiem.evidence.models import Document
from chamdiem.evidence.services import Description, add_citation
from chamdiem.plans.models import Plan, PlanItem
from chamdiem.plans.seen import seen_of
from chamdiem.plans.services import (
    LineDraft,
    TaskPlan,
    TaskProgress,
    carry_out_task,
    create_task,
    save_line,
    show_document,
    show_task_document,
    submit_report,
)
from tests.people import Cast

from .loaded import AFTER, IN_TIME, fill_report, plan_in_force, report_of, third_quarter

Opened = Callable[[str], Client]


def _paper(cast: Cast) -> Document:
    described = Description(
        title="Kế hoạch", number="7/KH-SXD", issued_on=IN_TIME.date(), issuer="Sở Xây dựng"
    )
    return add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=AFTER)


def test_a_leader_sends_only_what_she_read(cast: Cast, opened: Opened) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    fill_report(cast, report, "an")
    address = f"/ke-hoach/bao-cao/{report.pk}/"
    seen = seen_of(report)
    assert f'name="seen" value="{seen}"' in opened("dung").get(address).content.decode()
    line = report.lines.get(item__key="VB1")
    draft = LineDraft(state="on_track", percent=90, done="Đã trình ký.")
    save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=line.version, now=AFTER)
    answer = opened("dung").post(f"{address}duyet/", {"seen": seen})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "báo cáo đã thay đổi ở 1 chỗ" in page
    assert f"1. Kế hoạch đào tạo kỹ năng số</span>: {cast.an}, 09:00 08/10/2026</li>" in page
    report.refresh_from_db()
    assert report.status == "draft"
    assert opened("dung").post(f"{address}duyet/", {"seen": seen_of(report)}).status_code == 302
    report.refresh_from_db()
    assert report.status == "submitted"


def test_a_document_put_to_a_line_is_a_change_too(cast: Cast) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    fill_report(cast, report, "an")
    seen = seen_of(report)
    line = report.lines.get(item__key="VB1")
    paper = _paper(cast)
    show_document(actor=cast.an, line_id=line.pk, document_id=paper.pk, is_shown=True, now=AFTER)
    with pytest.raises(Conflict):
        submit_report(actor=cast.dung, report_id=report.pk, seen=seen, now=AFTER)
    with pytest.raises(Conflict):
        submit_report(actor=cast.dung, report_id=report.pk, seen="", now=AFTER)


def test_who_saves_second_sees_what_the_first_saved_and_may_then_save(cast: Cast, opened: Opened) -> None:
    line = report_of(third_quarter(cast), cast.body_a).lines.get(item__key="CT1")
    address = f"/ke-hoach/dong/{line.pk}/"
    page = opened("an").get(address).content.decode()
    assert "Mức phải đạt: tối thiểu 80 %" in page
    assert "phải chọn trước khi lãnh đạo duyệt" in page
    first = LineDraft(state="on_track", percent=45, done="Bản của Dũng", figures={"CT1-1": "61,5"})
    save_line(actor=cast.dung, line_id=line.pk, draft=first, seen=1, now=AFTER)
    mine = {"state": "on_track", "percent": "50", "figure-CT1-1": "70", "done": "Bản của An", "seen": "1"}
    answer = opened("an").post(address, mine)
    page = answer.content.decode()
    assert answer.status_code == 422
    for said in (
        f"{cast.dung} đã lưu lúc 09:00 08/10/2026",
        "Bản của Dũng",
        "61,5",
        "Bản của An",
        'value="70"',
    ):
        assert said in page, said
    assert 'name="seen" value="2"' in page
    assert "Hãy mở lại trang" not in page
    assert opened("an").post(address, {**mine, "seen": "2"}).status_code == 302
    line.refresh_from_db()
    assert (line.done, line.figures) == ("Bản của An", {"CT1-1": "70"})


def test_a_finished_task_still_takes_its_document(cast: Cast, opened: Opened) -> None:
    plan_in_force(cast)
    planned = TaskPlan(name="Soạn", starts_on=IN_TIME.date(), due_on=IN_TIME.date(), user_id=cast.an.pk)
    task = create_task(
        actor=cast.an,
        item_id=PlanItem.objects.get(key="VB1").pk,
        organisation_id=cast.body_a.pk,
        planned=planned,
        now=IN_TIME,
    )
    progress = TaskProgress(state="done", percent=100, result="Đã ban hành")
    carry_out_task(actor=cast.an, task_id=task.pk, progress=progress, seen=1, now=IN_TIME)
    paper = _paper(cast)
    page = opened("an").get(f"/ke-hoach/nhiem-vu/{task.pk}/").content.decode()
    assert page.index("Tài liệu kèm theo") < page.index("Tiến độ</h2>")
    assert f'<option value="{paper.pk}"' in page
    show_task_document(actor=cast.an, task_id=task.pk, document_id=paper.pk, is_shown=True, now=AFTER)
    assert list(task.documents.all()) == [paper]
    Plan.objects.update(status="closed", closed_at=AFTER)
    with pytest.raises(WrongStage):
        show_task_document(actor=cast.an, task_id=task.pk, document_id=paper.pk, is_shown=False, now=AFTER)


def test_a_task_is_not_done_before_the_day_it_begins(cast: Cast, opened: Opened) -> None:
    plan_in_force(cast)
    starts = AFTER.date() + timedelta(days=30)
    task = create_task(
        actor=cast.an,
        item_id=PlanItem.objects.get(key="VB1").pk,
        organisation_id=cast.body_a.pk,
        planned=TaskPlan(name="Soạn", starts_on=starts, due_on=starts, user_id=cast.an.pk),
        now=IN_TIME,
    )
    progress = TaskProgress(state="done", result="Đã ban hành")
    with pytest.raises(WrongStage) as refused:
        carry_out_task(actor=cast.an, task_id=task.pk, progress=progress, seen=1, now=AFTER)
    assert refused.value.code == "task.done_before_start"
    # What has begun early may say so.
    running = TaskProgress(state="running", percent=40)
    assert (
        carry_out_task(actor=cast.an, task_id=task.pk, progress=running, seen=1, now=AFTER).state == "running"
    )
