"""On a phone the words of a report have the whole width, and so has where a value comes from."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from chamdiem.plans.models import ItemReport, Measure
from chamdiem.plans.services import enter_value
from tests.assessments.conftest import Visit, browser, company, visit
from tests.people import NOW, Cast
from tests.web.browsing import violations

from .loaded import draft_plan, fill_report, report_of, third_quarter

__all__ = ["browser", "company", "visit"]
pytestmark = pytest.mark.django_db(transaction=True)
PHONE = 390


def _widths(page: Page, said: str) -> tuple[float, float]:
    """How much of its cell a text takes, and how far from the left edge of it it begins."""
    found: tuple[float, float] = page.evaluate(
        """said => {
            const cell = [...document.querySelectorAll('td')].find(each => each.textContent.includes(said));
            const words = cell.firstElementChild.getBoundingClientRect();
            const whole = cell.getBoundingClientRect();
            return [words.width / whole.width, words.left - whole.left];
        }""",
        said,
    )
    return found


def test_long_results_have_the_whole_width_from_the_left(visit: Visit, company: Cast) -> None:
    report = report_of(third_quarter(company), company.body_a)
    fill_report(company, report, "an")
    long = "Đã ban hành kế hoạch và mở lớp tập huấn cho cán bộ các xã, phường. " * 6
    ItemReport.objects.filter(report=report, item__key="CT1").update(done=long, difficulty=long)
    page = visit("an", f"/ke-hoach/bao-cao/{report.pk}/", width=PHONE, theme="light")
    share, left = _widths(page, long[:40])
    assert share > 0.95
    assert left < 1
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert violations(page) == []


def test_the_source_of_a_value_has_it_too(visit: Visit, company: Cast) -> None:
    plan = third_quarter(company).plan
    enter_value(
        actor=company.giang,
        plan_id=plan.pk,
        measure_id=Measure.objects.get(key="MT1-1").pk,
        value=Measure.objects.get(key="MT1-1").threshold,
        measured_on=date(2026, 7, 1),
        source="Đánh giá chuyển đổi số năm 2026 của tỉnh Ví Dụ, Sở Xây dựng: tỷ lệ hồ sơ trực tuyến",
        now=NOW,
    )
    page = visit("giang", f"/ke-hoach/{plan.pk}/", width=PHONE, theme="light")
    share, left = _widths(page, "tỷ lệ hồ sơ trực tuyến")
    assert share > 0.95
    assert left < 1
    assert violations(page) == []


def test_what_is_wrong_with_a_level_is_said_below_its_box_as_wide_as_the_card(
    visit: Visit, company: Cast
) -> None:
    plan = draft_plan(company)
    page = visit("giang", f"/ke-hoach/{plan.pk}/sua/target/moi/", width=PHONE, theme="light")
    page.fill("input[name='m0-label']", "Hồ sơ nộp trực tuyến")
    page.fill("input[name='m0-threshold']", "80")
    page.click("main form[data-guard] .form-actions .btn-primary")
    page.wait_for_selector("td .field-error")
    widths = page.evaluate(
        """() => [...document.querySelectorAll('td .field-error')].map(each => [
            each.getBoundingClientRect().width / each.closest('td').getBoundingClientRect().width,
            each.getBoundingClientRect().top - each.previousElementSibling.getBoundingClientRect().bottom,
        ])"""
    )
    assert widths
    assert all(share > 0.9 and below >= 0 for share, below in widths)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert violations(page) == []
