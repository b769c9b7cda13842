"""Who finished an item in an earlier quarter is named as such, and never counted as reporting."""

from __future__ import annotations

from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.official import official_report
from chamdiem.plans.services import LineDraft, judge_report, open_due_rounds, save_line, submit_report
from tests.people import Cast

from .loaded import AFTER, FOURTH, IN_TIME, report_of, third_quarter


def test_of_several_one_finished_before_and_nobody_reports_yet(cast: Cast) -> None:
    third = third_quarter(cast)
    report = report_of(third, cast.body_a)
    for line in report.lines.filter(is_lead=True):
        draft = LineDraft(state="done", done="Xong.", difficulty="Số liệu chưa chốt.")
        save_line(actor=cast.dung, line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    (fourth,) = open_due_rounds(now=FOURTH)
    printed = official_report(consolidate(fourth), FOURTH.date())
    told = ["\n".join(section.paragraphs) for section in printed.sections]
    assert "Có 0/1 cơ quan, đơn vị chủ trì đã gửi báo cáo" in told[0]
    assert "đã hoàn thành từ kỳ trước 1 đơn vị: Sở Xây dựng." in told[0]
    assert (
        "Trong đó 1 nội dung mới có một phần số đơn vị chủ trì báo cáo kỳ này hoặc đã hoàn thành từ kỳ "
        "trước, được tính theo tình hình của các đơn vị này; xem mục 3."
    ) in told[1]
    assert (
        "(Các Sở, ban, ngành); đúng tiến độ (1/2 đơn vị đã hoàn thành từ kỳ trước), đạt 100% "
        "(kỳ trước 100% (1/2 đơn vị))."
    ) in told[2]
    row = printed.annexes[0].table.rows[0].cells
    assert "Đúng tiến độ (1/2 đơn vị đã hoàn thành từ kỳ trước)" in row
    assert row[-1].endswith("\nĐã hoàn thành từ quý III/2026: Sở Xây dựng.")
    assert not any("đơn vị báo cáo" in cell for cell in row)
