"""Who approves sends what she read: a report that changed meanwhile stays where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from chamdiem.errors import Conflict
from chamdiem.evidence.services import Description, add_citation
from chamdiem.plans.seen import seen_of
from chamdiem.plans.services import LineDraft, save_line, show_document, submit_report
from tests.people import Cast

from .loaded import AFTER, IN_TIME, fill_report, report_of, third_quarter

Opened = Callable[[str], Client]


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
    described = Description(
        title="Kế hoạch", number="7/KH-SXD", issued_on=IN_TIME.date(), issuer="Sở Xây dựng"
    )
    paper = add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=AFTER)
    show_document(actor=cast.an, line_id=line.pk, document_id=paper.pk, is_shown=True, now=AFTER)
    with pytest.raises(Conflict):
        submit_report(actor=cast.dung, report_id=report.pk, seen=seen, now=AFTER)
    with pytest.raises(Conflict):
        submit_report(actor=cast.dung, report_id=report.pk, seen="", now=AFTER)
