"""What only some of the bodies in charge reported never looks like the whole."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import Round
from chamdiem.plans.official import official_report
from chamdiem.plans.services import LineDraft, open_round, save_line, submit_report
from tests.people import Cast

from .loaded import AFTER, FOURTH, IN_TIME, report_of, third_quarter

Opened = Callable[[str], Client]


def _half_reported(cast: Cast) -> Round:
    """Sở Y tế, one of two in charge of the target, has done all of it; Sở Xây dựng is silent."""
    round_ = third_quarter(cast)
    report = report_of(round_, cast.body_b)
    for line in report.lines.filter(is_lead=True):
        draft = LineDraft(state="done", percent=100, done="Xong.", difficulty="Số liệu chưa chốt.")
        save_line(actor=cast.minh, line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.minh, report_id=report.pk, now=IN_TIME)
    return round_


def test_the_report_says_of_how_many_bodies_it_is(cast: Cast) -> None:
    report = official_report(consolidate(_half_reported(cast)), AFTER.date())
    told = {section.heading[:1]: "\n".join(section.paragraphs) for section in report.sections}
    said = "Trong đó 1 nội dung mới có một phần số đơn vị chủ trì báo cáo, được tính theo tình hình của các "
    assert f"{said}đơn vị đã báo cáo; xem mục 3." in told["2"]
    table = report.sections[1].table
    assert table is not None
    assert table.columns[-1].heading == "Trong đó báo cáo chưa đủ"
    assert [row.cells[-1] for row in table.rows] == ["1", "0", "0", "1"]
    assert "(Các Sở, ban, ngành); đúng tiến độ, đạt 100% (1/2 đơn vị)." in told["3"]
    assert "Nâng cấp mạng" not in told["3"]
    cells = [cell for row in report.annexes[0].table.rows for cell in row.cells]
    assert "100% (1/2 đơn vị)" in cells
    assert "100%" not in cells


def test_the_quarter_after_says_it_of_the_one_before(cast: Cast) -> None:
    round_ = _half_reported(cast)
    after = open_round(actor=cast.giang, plan_id=round_.plan_id, year=2026, quarter=4, now=FOURTH)
    annex = official_report(consolidate(after), FOURTH.date()).annexes[0]
    cells = [cell for row in annex.table.rows for cell in row.cells]
    assert "100% (1/2 đơn vị)" in cells


def test_the_page_of_items_says_it(cast: Cast, opened: Opened) -> None:
    round_ = _half_reported(cast)
    page = opened("giang").get(f"/ke-hoach/{round_.plan_id}/noi-dung/").content.decode()
    assert "100% (1/2 đơn vị)" in page
