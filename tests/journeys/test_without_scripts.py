"""What cannot be taken back is asked in a dialog; it opens and works where scripts are switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from chamdiem.campaigns.models import Participant
from chamdiem.indicators import services
from chamdiem.indicators.models import Edition
from tests.appraisals.staging import begin_appraisal
from tests.indicators.documents import KEY, document
from tests.people import NOW, Cast, make_cast
from tests.web.browsing import chromium, serving

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[[str, str], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patched, chromium() as started:
        # Playwright runs a loop of its own in this thread; Django would take it for asynchronous code.
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        # Each request has a thread of its own, and leaves no connection behind.
        patched.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
        yield started


@pytest.fixture
def company(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Everybody, in the middle of the time of entry."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return make_cast()


@pytest.fixture
def visit(browser: Browser, company: Cast) -> Iterator[Visit]:
    """``visit("giang", "/ky-danh-gia/")``: a browser without scripts for a person, at an address."""
    contexts = []
    with serving() as site:

        def go(person: str, address: str) -> Page:
            client = Client()
            client.force_login(company.people[person])
            context = browser.new_context(
                viewport={"width": 1366, "height": 768}, locale="vi-VN", java_script_enabled=False
            )
            contexts.append(context)
            context.set_default_timeout(20_000)
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
            page = context.new_page()
            page.goto(f"{site}{address}")
            return page

        yield go
        for context in contexts:
            context.close()


def _draft(company: Cast) -> Edition:
    return services.load_draft(actor=company.giang, data=document(), file_name="bo.yaml", now=NOW)


def test_an_edition_is_issued(visit: Visit, company: Cast) -> None:
    _draft(company)
    page = visit("giang", f"/bo-chi-so/{KEY}/")
    dialog = page.locator("dialog#issue")
    expect(dialog).not_to_be_visible()
    page.get_by_role("button", name="Ban hành").click()
    expect(dialog).to_be_visible()
    expect(dialog.locator("[data-closes]").first).not_to_be_visible()
    dialog.locator("button[type=submit]").click()
    expect(page.locator("dialog#issue")).to_have_count(0)
    assert Edition.objects.get(key=KEY).status == Edition.Status.ISSUED


def test_a_draft_is_deleted_and_another_thought_leaves_it(visit: Visit, company: Cast) -> None:
    _draft(company)
    page = visit("giang", f"/bo-chi-so/{KEY}/")
    page.get_by_role("button", name="Xóa dự thảo").click()
    page.keyboard.press("Escape")
    expect(page.locator("dialog#delete")).not_to_be_visible()
    assert Edition.objects.filter(key=KEY).exists()
    page.get_by_role("button", name="Xóa dự thảo").click()
    page.locator("dialog#delete button[type=submit]").click()
    page.wait_for_url("**/bo-chi-so/")
    assert not Edition.objects.filter(key=KEY).exists()


def test_a_participant_is_withdrawn_with_a_reason(visit: Visit, company: Cast) -> None:
    participant = company.b.participant
    page = visit("giang", f"/ky-danh-gia/don-vi/{participant.pk}/")
    page.get_by_role("button", name="Rút khỏi kỳ").click()
    page.locator("dialog#withdraw textarea").fill("Đơn vị đã giải thể theo quyết định của tỉnh")
    page.locator("dialog#withdraw button[type=submit]").click()
    page.wait_for_url("**/ky-danh-gia/**")
    expect(page.locator("dialog#withdraw")).to_have_count(0)
    assert not Participant.objects.filter(pk=participant.pk).exists()


def test_a_dossier_is_returned_for_completion(visit: Visit, company: Cast) -> None:
    begin_appraisal(company)
    page = visit("chi", f"/tham-dinh/{company.a.pk}/")
    page.get_by_role("button", name="Trả lại bổ sung").click()
    page.locator("dialog#return textarea").fill("Thiếu quyết định thành lập Ban Chỉ đạo")
    page.locator("dialog#return button[type=submit]").click()
    expect(page.locator("dialog#return")).to_have_count(0)
    company.a.refresh_from_db()
    assert company.a.status == company.a.Status.RETURNED


def test_an_account_is_locked(visit: Visit, company: Cast) -> None:
    page = visit("lan", f"/nguoi-dung/{company.kien.pk}/")
    page.get_by_role("button", name="Khóa tài khoản").click()
    page.locator("dialog#lock textarea").fill("Đã chuyển công tác sang tỉnh khác")
    page.locator("dialog#lock button[type=submit]").click()
    expect(page.locator("dialog#lock")).to_have_count(0)
    company.kien.refresh_from_db()
    assert not company.kien.is_active
