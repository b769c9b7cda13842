"""One criterion by keyboard alone in real Chromium, and two appraisers at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from chamdiem.appraisals.models import Appraisal, Justification
from chamdiem.appraisals.services.explaining import open_explanation
from chamdiem.campaigns.models import Campaign
from chamdiem.evidence.models import EvidenceUse
from tests.people import Cast, make_cast
from tests.web.browsing import chromium, rest, serving, violations

from .staging import (
    APPRAISING,
    another_appraiser,
    appraise_all,
    begin_appraisal,
    decide,
    give_duty,
    move_campaign,
    show_document,
)

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]


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
    monkeypatch.setattr("django.utils.timezone.now", lambda: APPRAISING)
    made = make_cast()
    begin_appraisal(made)
    return made


@pytest.fixture
def visit(browser: Browser, company: Cast) -> Iterator[Visit]:
    """A browser for Chi at criterion 2.1 of Sở A, or for another person at another page."""
    with serving() as site:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
        context.set_default_timeout(20_000)

        def go(who: str = "chi", path: str = f"/tham-dinh/{company.a.pk}/2.1/") -> Page:
            client = Client()
            client.force_login(company.people[who])
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
            page = context.new_page()
            page.goto(f"{site}{path}")
            rest(page)
            return page

        yield go
        context.close()


def _use(company: Cast) -> EvidenceUse:
    return EvidenceUse.objects.filter(assessment=company.a, criterion_key="2.1").earliest("pk")


def test_a_document_is_reached_refused_and_accepted_by_keys(visit: Visit, company: Cast) -> None:
    page = visit()
    page.keyboard.press("d")
    expect(page.locator("#tai-lieu")).to_be_focused()
    page.keyboard.press("x")
    reason = page.locator("#refusal-code")
    expect(reason).to_be_focused()
    reason.select_option("wrong_period")
    page.locator("#refusal-note").press("Enter")
    expect(page.locator(".document-marks").get_by_text("Không chấp nhận")).to_be_visible()
    assert _use(company).verdict == "refused"
    page.keyboard.press("y")
    expect(page.locator(".document-marks").get_by_text("Chấp nhận", exact=True)).to_be_visible()
    assert _use(company).verdict == "accepted"
    assert violations(page) == []


def test_with_several_documents_the_key_goes_to_the_next_and_takes_the_focus_along(
    visit: Visit, company: Cast
) -> None:
    second = show_document(company, company.a, "2.1")
    page = visit()
    page.keyboard.press("d")
    page.wait_for_url(f"**?tai-lieu={second.pk}#tai-lieu")
    expect(page.locator("#tai-lieu")).to_have_text(second.document.title)
    expect(page.locator("#tai-lieu")).to_be_focused()


def test_keys_come_back_from_the_document_when_the_pointer_leaves_it(visit: Visit) -> None:
    page = visit()
    frame, said = page.locator("iframe.preview"), page.get_by_text("Phím tắt tạm nghỉ")
    expect(said).to_be_hidden()
    frame.click()
    expect(frame).to_be_focused()
    expect(said).to_be_visible()
    page.locator("h1").hover()
    expect(said).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_contain_text("Ra khỏi khung tài liệu")


def test_after_a_conflict_the_page_shows_what_the_other_decided_and_keeps_what_was_typed(
    visit: Visit, company: Cast
) -> None:
    quan = another_appraiser(company)
    give_duty(company, quan)
    page = visit()
    page.keyboard.press("p")
    page.fill("#points", "4")
    page.fill("#award-reason", "Theo danh mục")
    decide(company, "2.1", "awarded", points="5", reason="Theo báo cáo", actor=quan)
    page.click("button[value=awarded]")
    expect(page.locator("#messages")).to_contain_text("Trịnh Minh Quân vừa kết luận tiêu chí này")
    expect(page.locator("#standing")).to_contain_text("Trịnh Minh Quân")
    expect(page.locator("#standing")).to_contain_text("Theo báo cáo")
    expect(page.locator("#walk")).to_contain_text("/")
    expect(page.locator("#award-reason")).to_have_value("Theo danh mục")
    page.click("button[value=awarded]")
    page.wait_for_url(f"**/tham-dinh/{company.a.pk}/2.2/")
    assert Appraisal.objects.get(assessment=company.a, criterion_key="2.1").reason == "Theo danh mục"


def test_the_key_of_an_open_form_leads_into_it_and_no_key_gives_another_verdict(
    visit: Visit, company: Cast
) -> None:
    page = visit()
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("m")
    page.keyboard.type("Thiếu danh mục")
    page.reload()
    rest(page)
    wanted = page.locator("#more-reason")
    expect(wanted).to_have_value("Thiếu danh mục")
    page.keyboard.press("a")
    expect(wanted).to_be_focused()
    wanted.blur()
    page.keyboard.press("m")
    expect(wanted).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" va quyet dinh, tu")
    expect(wanted).to_have_value("Thiếu danh mục va quyet dinh, tu")
    assert page.url.endswith("/2.1/")
    assert not Appraisal.objects.filter(assessment=company.a, criterion_key="2.1").exists()


def test_escape_leads_out_of_a_form_to_its_word_and_the_keys_count_again(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("p")
    expect(page.locator("#points")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("summary[data-key=p]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#points")).to_be_hidden()
    page.keyboard.press("j")
    page.wait_for_url("**/2.2/")


def test_a_draft_keeps_figures_and_points_beside_the_reason(visit: Visit) -> None:
    page = visit()
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("e")
    page.keyboard.press("Control+A")
    page.keyboard.type("70")
    page.fill("#correct-reason", "Theo biên bản đối soát")
    page.click("summary:has-text('Chấm điểm')")
    page.fill("#points", "4")
    page.reload()
    rest(page)
    expect(page.locator("#figure-1")).to_have_value("70")
    expect(page.locator("#correct-reason")).to_have_value("Theo biên bản đối soát")
    expect(page.locator("#points")).to_have_value("4")
    drop = page.locator("#draft-correct-reason").get_by_text("Bỏ bản nháp")
    drop.click()
    expect(page.locator("#figure-1")).to_have_value("60")
    expect(page.locator("#correct-reason")).to_have_value("")
    expect(page.locator("#points")).to_have_value("4")


def test_a_saved_answer_leaves_the_focus_at_its_criterion(visit: Visit, company: Cast) -> None:
    appraise_all(company)
    move_campaign(company, Campaign.Status.EXPLANATION)
    open_explanation(actor=company.giang, assessment_id=company.a.pk, now=APPRAISING)
    page = visit("an", f"/giai-trinh/{company.a.pk}/")
    page.locator("[id='text-2.1']").fill("Có 60 dịch vụ, xem phụ lục")
    page.locator("[id='c-2.1']").get_by_role("button", name="Lưu giải trình").press("Enter")
    expect(page.locator("#messages")).to_contain_text("Đã lưu ý kiến của đơn vị")
    heading = page.locator("[id='h-2.1']")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    assert Justification.objects.filter(assessment=company.a, criterion_key="2.1").exists()


def test_a_sent_message_leaves_the_focus_at_its_thread(visit: Visit, company: Cast) -> None:
    appraise_all(company)
    move_campaign(company, Campaign.Status.EXPLANATION)
    open_explanation(actor=company.giang, assessment_id=company.a.pk, now=APPRAISING)
    page = visit()
    page.fill("#reply", "Đề nghị bổ sung phụ lục kèm theo")
    page.get_by_role("button", name="Gửi trao đổi").press("Enter")
    expect(page.locator("#thread")).to_contain_text("Đề nghị bổ sung phụ lục kèm theo")
    expect(page.locator("#h-reply")).to_be_focused()
    expect(page.locator("#h-reply")).to_be_in_viewport()


def test_a_dialog_begins_at_its_first_field(visit: Visit, company: Cast) -> None:
    page = visit("chi", f"/tham-dinh/{company.a.pk}/")
    page.get_by_role("button", name="Trả lại bổ sung").press("Enter")
    expect(page.locator("#return-reason")).to_be_focused()
