"""What is typed in a form that does not save itself, kept on the device until the server has it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.autosaving import Kept, kept
from tests.web.browsing import chromium, serving, violations

TEXT = "Số liệu lấy từ báo cáo quý IV."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    vars(kept).update(vars(Kept()))
    with serving() as site:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN", base_url=site)
        context.set_default_timeout(10_000)
        page = context.new_page()
        # What is typed and not sent asks before the page is left; here people say yes.
        page.on("dialog", lambda dialog: dialog.accept())
        yield page
        context.close()


def _type(page: Page) -> None:
    page.goto("/tu-luu/")
    page.click("summary:has-text('Giải trình')")
    page.fill("#words", TEXT)


def test_what_was_typed_is_there_again_after_the_window_was_closed(page: Page) -> None:
    _type(page)
    page.goto("/tu-luu/")
    expect(page.locator("#words")).to_have_value(TEXT)
    expect(page.locator("#draft-words")).to_be_visible()
    expect(page.locator("#draft-words")).to_contain_text("Bản nháp chưa lưu từ")
    assert violations(page) == []
    page.click("text=Bỏ bản nháp")
    expect(page.locator("#words")).to_have_value("")
    page.reload()
    expect(page.locator("#words")).to_have_value("")


def test_a_session_that_ended_loses_no_word(page: Page) -> None:
    _type(page)
    kept.is_signed_out = True
    page.click("text=Gửi lời")
    page.wait_for_url("**/cong/")
    kept.is_signed_out = False
    page.goto("/tu-luu/")
    expect(page.locator("#words")).to_have_value(TEXT)


def test_what_was_sent_is_no_draft_any_more(page: Page) -> None:
    _type(page)
    page.click("text=Gửi lời")
    page.wait_for_url("**/?gui=xong")
    expect(page.locator("#words")).to_have_value(TEXT)
    expect(page.locator("#draft-words")).to_have_count(0)
    assert kept.letter == TEXT
    assert page.evaluate("Object.keys(localStorage).filter((each) => each.includes('drafts')).length") == 0


def test_a_draft_never_replaces_what_was_written_meanwhile(page: Page) -> None:
    _type(page)
    kept.letter, kept.letter_version = "Của người khác", 1
    page.goto("/tu-luu/")
    expect(page.locator("#words")).to_have_value("Của người khác")
    expect(page.locator("#draft-words")).to_be_visible()
    expect(page.locator("#draft-words")).to_contain_text(TEXT)
    page.click("text=Lấy bản nháp")
    expect(page.locator("#words")).to_have_value(TEXT)


def test_a_draft_put_back_in_two_tabs_is_sent_once(page: Page) -> None:
    _type(page)
    page.goto("/tu-luu/")
    other = page.context.new_page()
    other.on("dialog", lambda dialog: dialog.accept())
    other.goto("/tu-luu/")
    expect(other.locator("#words")).to_have_value(TEXT)
    page.click("text=Gửi lời")
    page.wait_for_url("**/?gui=xong")
    expect(other.locator("#draft-words")).to_have_count(0)
    expect(other.locator("#words")).to_have_value("")


def test_who_typed_on_in_the_other_tab_keeps_the_words(page: Page) -> None:
    _type(page)
    page.goto("/tu-luu/")
    other = page.context.new_page()
    other.on("dialog", lambda dialog: dialog.accept())
    other.goto("/tu-luu/")
    other.fill("#words", f"{TEXT} Xem thêm phụ lục.")
    page.click("text=Gửi lời")
    page.wait_for_url("**/?gui=xong")
    expect(other.locator("#draft-words")).to_have_count(0)
    expect(other.locator("#words")).to_have_value(f"{TEXT} Xem thêm phụ lục.")
