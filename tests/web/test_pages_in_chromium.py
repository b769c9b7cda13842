from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.web.autosaving import Kept, kept
from tests.web.browsing import chromium, listen, rest, serving, violations

PAGES = [
    "/cong/",
    "/tai-khoan/login/",
    "/tai-khoan/password/reset/",
    "/tu-choi/invalid/",
    "/khong-co/",
    "/hong/",
]
LOOKS = [
    *[("/kieu/", width, theme) for width in (1366, 900, 390) for theme in ("light", "dark")],
    *[(address, width, theme) for address in PAGES for width, theme in ((1366, "light"), (390, "dark"))],
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def site() -> Iterator[str]:
    vars(kept).update(vars(Kept()))
    with serving() as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("address", "width", "theme"), LOOKS)
def test_axe_finds_nothing_and_nothing_sticks_out(
    page: Page, site: str, address: str, width: int, theme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme)
    page.goto(site + address)
    page.evaluate("document.fonts.ready")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_policy_of_the_page_stops_nothing_that_the_page_needs(page: Page, site: str) -> None:
    wrong = listen(page)
    page.goto(f"{site}/kieu/")
    rest(page)
    page.click("[data-chart-turn] >> nth=0")
    expect(page.locator(".chart-table >> nth=0")).to_be_visible()
    assert page.locator(".chart-canvas svg").count() == 2
    assert wrong == []


def test_a_field_saves_itself_and_says_when(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.fill("#figure", "11")
    expect(page.locator("#saved-figure")).to_have_text("đã lưu 14:32")
    expect(page.locator("#shown")).to_have_text("11")
    assert (kept.value, kept.version) == ("11", 2)
    page.fill("#figure", "12")
    expect(page.locator("#shown")).to_have_text("12")
    assert (kept.value, kept.version) == ("12", 3)


def test_what_is_typed_without_connection_is_kept_and_sent_later(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.context.set_offline(offline=True)
    page.fill("#figure", "13")
    expect(page.locator("#saved-figure")).to_contain_text("mất kết nối")
    expect(page.locator("#connection")).to_be_visible()
    assert kept.value == "10"
    page.context.set_offline(offline=False)
    expect(page.locator("#saved-figure")).to_have_text("đã lưu 14:32")
    expect(page.locator("#connection")).to_be_hidden()
    assert kept.value == "13"


def test_what_was_not_sent_before_the_page_was_closed_is_sent_by_the_next(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.context.set_offline(offline=True)
    page.fill("#figure", "14")
    expect(page.locator("#saved-figure")).to_contain_text("mất kết nối")
    page.goto("about:blank")
    page.context.set_offline(offline=False)
    page.goto(f"{site}/tu-luu/")
    expect(page.locator("#shown")).to_have_text("14")
    assert kept.value == "14"


def test_a_value_that_came_twice_shows_what_it_led_to(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    kept.value, kept.version = "17", 2
    page.fill("#figure", "17")
    expect(page.locator("#shown")).to_have_text("17")
    expect(page.get_by_role("alertdialog")).to_have_count(0)


@pytest.mark.parametrize(("choice", "value"), [("Giữ giá trị của tôi", "15"), ("Lấy giá trị này", "99")])
def test_two_people_on_one_field_see_both_values_and_the_second_chooses(
    page: Page, site: str, choice: str, value: str
) -> None:
    page.goto(f"{site}/tu-luu/")
    kept.value, kept.version = "99", 7
    page.fill("#figure", "15")
    panel = page.get_by_role("alertdialog")
    expect(panel).to_contain_text("Bình nhập lúc 14:31")
    expect(panel.locator("b")).to_have_text(["99", "15"])
    assert violations(page) == []
    assert kept.value == "99"
    panel.get_by_text(choice).click()
    expect(page.locator("#saved-figure")).to_contain_text("đã lưu")
    expect(page.locator("#figure")).to_have_value(value)
    assert kept.value == value


def test_a_refused_value_says_why_and_is_not_sent_again(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.fill("#figure", "khóa")
    expect(page.locator("#saved-figure")).to_contain_text("chưa lưu: Tài khoản của anh/chị không có quyền")
    posts = kept.posts
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.fill("#figure", "16")
    expect(page.locator("#shown")).to_have_text("16")
    assert kept.posts == posts + 1


def test_a_refused_value_still_says_why_after_a_reload(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.fill("#figure", "khóa")
    expect(page.locator("#saved-figure")).to_contain_text("chưa lưu")
    page.reload()
    expect(page.locator("#figure")).to_have_value("khóa")
    expect(page.locator("#saved-figure")).to_contain_text("chưa lưu: Tài khoản của anh/chị không có quyền")


def test_several_files_go_up_at_once_and_each_says_how_it_went(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.wait_for_selector("html[data-ready]")
    page.set_input_files(
        "#files",
        [
            FilePayload(name="Báo cáo 128.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7"),
            FilePayload(name="virus.exe", mimeType="application/octet-stream", buffer=b"MZ"),
            FilePayload(name="nặng.pdf", mimeType="application/pdf", buffer=bytes(1_000_001)),
        ],
    )
    lines = page.locator(".uploads li")
    expect(lines).to_have_count(3)
    expect(lines.nth(0)).to_contain_text("đã tải lên")
    expect(lines.nth(1)).to_contain_text("không có quyền")
    expect(lines.nth(2)).to_contain_text("Tệp lớn hơn 1 MB. Hãy nén hoặc tách nhỏ tài liệu")
    expect(page.locator("#count")).to_have_text("1")
    assert kept.files == ["Báo cáo 128.pdf"]


def test_a_dropped_file_keeps_its_name_and_a_pasted_picture_is_called_by_its_moment(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/tu-luu/")
    page.wait_for_selector("html[data-ready]")
    given = """([how, name]) => {
        const data = new DataTransfer();
        data.items.add(new File(["x"], name, { type: "image/png" }));
        const facts = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
        const zone = document.querySelector("[data-upload]");
        if (how === "drop") zone.dispatchEvent(new DragEvent("drop", facts));
        else document.body.dispatchEvent(new ClipboardEvent("paste", facts));
    }"""
    page.evaluate(given, ["drop", "Ảnh hội nghị.png"])
    lines = page.locator(".uploads li")
    expect(lines.nth(0)).to_contain_text("đã tải lên")
    page.evaluate(given, ["paste", "image.png"])
    expect(lines.nth(1)).to_contain_text("đã tải lên")
    dropped, pasted = kept.files
    assert dropped == "Ảnh hội nghị.png"
    assert re.fullmatch(r"Ảnh dán \d\d\.\d\d\.\d\d \d\d-\d\d-\d{4}\.png", pasted)


def test_a_phone_offers_its_camera_and_a_photograph_is_called_by_its_moment(
    browser: Browser, page: Page, site: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="vi-VN", has_touch=True, is_mobile=True
    )
    phone = context.new_page()
    for each, camera in ((page, 0), (phone, 1)):
        each.goto(f"{site}/tu-luu/")
        each.wait_for_selector("html[data-ready]")
        expect(each.get_by_text("Chụp ảnh").filter(visible=True)).to_have_count(camera)
        expect(each.get_by_text("Kéo thả hoặc dán").filter(visible=True)).to_have_count(1 - camera)
    assert phone.get_attribute("#photo", "capture") == "environment"
    for name in ("image.jpg", "170531.jpg", "Quyết định 12.jpg"):
        phone.set_input_files("#photo", FilePayload(name=name, mimeType="image/jpeg", buffer=b"x"))
    expect(phone.locator(".uploads li").filter(has_text="đã tải lên")).to_have_count(3)
    context.close()
    taken = re.compile(r"Ảnh chụp \d\d\.\d\d\.\d\d \d\d-\d\d-\d{4}\.jpg")
    assert [bool(taken.fullmatch(each)) for each in kept.files] == [True, True, False]


def test_a_refusal_of_htmx_appears_in_the_place_of_messages(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.click("#refused")
    expect(page.locator("#messages [role=alert]")).to_contain_text("Danh sách có 7 dòng")
    expect(page.locator("#shown")).to_have_text("10")
    page.click("#messages [data-dismiss]")
    expect(page.locator("#messages [role=alert]")).to_have_count(0)


def test_what_is_pressed_twice_is_sent_once(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.wait_for_selector("html[data-ready]")
    page.dblclick("#once button")
    page.wait_for_url("**/tu-luu/?gui=xong")
    assert kept.sent == 1


def test_the_keyboard_walks_and_shows_its_keys(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#b")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#a")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Phím tắt")).to_be_hidden()


def test_escape_leaves_a_field_and_a_round_button_holds_no_key(page: Page, site: str) -> None:
    page.goto(f"{site}/tu-luu/")
    page.wait_for_selector("html[data-ready]")
    page.focus("#figure")
    page.keyboard.press("j")
    expect(page.locator("#figure")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#figure")).not_to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#a")).to_be_focused()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<input type=radio id=round>')")
    page.focus("#round")
    page.keyboard.press("j")
    expect(page.locator("#a")).to_be_focused()


def test_a_page_opens_at_its_top(page: Page, site: str) -> None:
    page.goto(f"{site}/kieu/")
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("scrollY") == 0


def test_the_first_tab_leads_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/kieu/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Bỏ qua, đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_a_theme_is_chosen_once_and_kept(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{site}/kieu/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.evaluate("localStorage.setItem('chamdiem:theme', 'dark')")
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_on_a_phone_the_panes_are_shown_one_at_a_time(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/kieu/")
    expect(page.locator(".pane-middle")).to_be_visible()
    expect(page.locator(".pane-left")).to_be_hidden()
    page.click("[data-shows-pane=left]")
    expect(page.locator(".pane-left")).to_be_visible()
    expect(page.locator(".pane-middle")).to_be_hidden()


def test_without_scripts_the_page_still_shows_everything(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/kieu/")
    expect(page.locator(".pane-left")).to_be_visible()
    expect(page.get_by_role("link", name="Nộp hồ sơ")).to_be_visible()
    context.close()
