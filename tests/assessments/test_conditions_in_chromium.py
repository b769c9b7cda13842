"""Kind and day of evidence in a real browser: asked at the document, answered there, seen at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.people import Cast, make_edition
from tests.web.browsing import violations

from .conftest import Visit
from .filling import fill
from .test_conditions import ASKING

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped_clock")]


@pytest.mark.parametrize("width", [1366, 390])
def test_what_nobody_said_is_asked_where_the_document_stands(visit: Visit, company: Cast, width: int) -> None:
    company.track.edition = make_edition(ASKING)
    company.track.save()
    fill(company)
    page = visit("an", "tieu-chi/2.1/", width=width)
    evidence = page.locator("#evidence-list")

    def look() -> None:
        if width < 900:
            page.click("[data-shows-pane=right]")

    def save() -> None:
        with page.expect_navigation():
            evidence.get_by_role("button", name="Lưu mô tả").click()
        look()

    look()
    expect(evidence).to_contain_text("Chưa ghi loại minh chứng")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    evidence.get_by_label("Loại minh chứng").select_option("list")
    evidence.get_by_label("Ngày ban hành").fill("2022-02-03")
    save()
    expect(evidence).to_contain_text("Ngày văn bản 03/02/2022 nằm ngoài kỳ 01/01/2026 – 31/12/2026.")
    evidence.get_by_label("Ngày ban hành").fill("2026-02-03")
    save()
    expect(evidence).not_to_contain_text("nằm ngoài kỳ")
    expect(page.locator("[id^=evidence-need]")).not_to_contain_text("Chưa có tài liệu nào đáp ứng")
