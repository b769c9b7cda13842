"""What is typed arrives: two people and two tabs on one field, without a connection, signed out meanwhile."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, expect

from chamdiem.assessments.models import Answer
from tests.people import PASSWORD, Cast

from .conftest import Visit
from .filling import write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped_clock")]


def test_two_people_on_one_figure_see_both_values(visit: Visit, company: Cast) -> None:
    write(company, "I.1", "100")
    first, second = visit("kien", "tieu-chi/2.1/"), visit("an", "tieu-chi/2.1/")
    first.fill("[data-key=e]", "77")
    expect(first.locator(".saved")).to_contain_text("đã lưu")
    refused: list[str] = []
    second.on("response", lambda answer: refused.extend([answer.url] if answer.status == 409 else []))
    second.fill("[data-key=e]", "78")
    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("Đỗ Trung Kiên")
    expect(conflict).to_contain_text("77")
    expect(conflict).to_contain_text("78")
    conflict.get_by_text("Giữ giá trị của tôi").click()
    expect(second.locator(".verdict")).to_contain_text("19,50")
    assert Answer.objects.get(figure="2.1.a").value == 78
    assert len(refused) == 1, "the question asked twice, the second time under her finger"


def test_a_field_somebody_else_changed_follows_when_another_is_saved(visit: Visit, company: Cast) -> None:
    write(company, "I.1", "100")
    write(company, "2.1.a", "70")
    second, first = visit("an", "tieu-chi/2.1/"), visit("kien", "tieu-chi/2.1/")
    first.fill("[data-key=e]", "77")
    expect(first.locator(".saved")).to_contain_text("đã lưu")
    second.fill("textarea[data-autosave]", "Theo báo cáo quý III")
    expect(second.locator("[data-key=e]")).to_have_value("77")
    expect(second.locator(".verdict")).to_contain_text("19,25")
    expect(second.locator(".saved[data-state=conflict]")).to_contain_text("vừa được sửa ở nơi khác: 70 → 77")
    second.fill("[data-key=e]", "78")
    expect(second.locator(".saved[data-state=saved]")).to_have_count(2)
    assert Answer.objects.get(figure="2.1.a").value == 78


def test_what_is_typed_without_connection_arrives_later(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/")
    page.context.set_offline(offline=True)
    page.fill("[data-key=e]", "4")
    expect(page.locator(".saved")).to_contain_text("mất kết nối")
    page.context.set_offline(offline=False)
    expect(page.locator(".saved")).to_contain_text("đã lưu")
    assert Answer.objects.get(figure="2.3.n").value == 4


def test_who_signs_out_while_something_waits_is_told_and_may_stay(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/")
    said: list[str] = []
    stay = True

    def answer(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss() if stay else dialog.accept()

    page.on("dialog", answer)
    page.route("**/tieu-chi/2.3/so-lieu/**", lambda route: route.abort())
    page.fill("[data-key=e]", "4")
    expect(page.locator(".saved")).to_contain_text("mất kết nối")
    place = page.url
    page.locator(".menu summary").filter(has_text="Nguyễn Văn An").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.locator("[data-key=e]")).to_have_value("4")
    assert said == [
        "Có 1 thay đổi chưa gửi được. Nội dung được giữ trên máy này và chỉ được gửi khi chính anh/chị "
        "đăng nhập lại ở đây. Vẫn đăng xuất?"
    ]
    assert page.url == place
    stay = False
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url(lambda url: url != place)
    assert len(said) == 2


@pytest.mark.parametrize("back", ["window.dispatchEvent(new Event('focus'))", "location.reload()"])
def test_what_is_typed_after_the_cookies_are_gone_arrives_after_signing_in_in_another_tab(
    visit: Visit, back: str
) -> None:
    page = visit("an", "tieu-chi/2.3/")
    page.context.clear_cookies()
    page.fill("[data-key=e]", "5")
    expect(page.locator(".saved")).to_contain_text("chưa lưu, phiên làm việc đã hết")
    other = page.context.new_page()
    other.goto(f"{page.url.partition('/ho-so/')[0]}/tai-khoan/login/")
    other.fill("input[name=login]", "an@vidu.gov.vn")
    other.fill("input[name=password]", PASSWORD)
    other.press("input[name=password]", "Enter")
    expect(other.get_by_text("Nguyễn Văn An").first).to_be_visible()

    page.evaluate(back)
    expect(page.locator(".saved")).to_contain_text("đã lưu 09:30")
    expect(page.locator("[data-key=e]")).to_have_value("5")
    assert Answer.objects.get(figure="2.3.n").value == 5
    # Both tabs know the version by now: the next value meets no conflict.
    page.fill("[data-key=e]", "6")
    expect(page.locator(".verdict")).to_contain_text("6 cuộc")
    assert Answer.objects.get(figure="2.3.n").value == 6


def test_what_another_tab_was_refused_is_told_where_it_was_typed(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/")
    page.context.set_offline(offline=True)
    page.fill("[data-key=e]", "ba")
    expect(page.locator(".saved")).to_contain_text("mất kết nối")
    # Only the other tab is back on the network.
    page.route("**/so-lieu/**", lambda route: route.abort())
    page.context.set_offline(offline=False)
    page.context.new_page().goto(page.url)
    expect(page.locator(".saved")).to_contain_text("“ba” không phải là số")


def test_a_conflict_with_oneself_is_told_as_another_window(visit: Visit, company: Cast) -> None:
    first, second = visit("an", "tieu-chi/2.1/"), visit("an", "tieu-chi/2.1/")
    first.fill("[data-key=e]", "77")
    expect(first.locator(".saved")).to_contain_text("đã lưu")
    second.fill("[data-key=e]", "78")
    expect(second.locator(".conflict")).to_contain_text("Anh/chị vừa sửa ô này ở một cửa sổ khác")
    # The question says it all: no sign without words stands above it.
    expect(second.locator(".saved[data-state=conflict] svg")).to_have_count(0)


def test_a_tab_that_sent_older_words_takes_off_none_that_were_typed_since(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/")
    page.route("**/so-lieu/**", lambda route: route.abort())
    page.fill("[data-key=e]", "6")
    expect(page.locator(".saved")).to_contain_text("mất kết nối")
    other = page.context.new_page()
    other.goto(page.url.replace("2.3", "1.1"))
    # As a tab does that had sent 5 before it heard of 6: both write to the device with a delay.
    other.evaluate("""() => {
        const key = Object.keys(localStorage).find((each) => each.includes("/so-lieu/"));
        const owner = key.slice(0, key.indexOf("/"));
        localStorage.removeItem(key);
        new BroadcastChannel("chamdiem:unsent").postMessage(
            { owner, address: key.slice(owner.length), entry: { value: "5", version: "" } });
    }""")
    page.wait_for_function("Object.keys(localStorage).some((each) => each.includes('/so-lieu/'))")
    page.unroute("**/so-lieu/**")
    page.reload()
    expect(page.locator(".saved")).to_contain_text("đã lưu 09:30")
    assert Answer.objects.get(figure="2.3.n").value == 6


def test_what_two_tabs_typed_without_connection_arrives_from_both(visit: Visit, company: Cast) -> None:
    write(company, "I.1", "100")
    first = visit("an", "tieu-chi/2.3/")
    second = first.context.new_page()
    second.goto(first.url.replace("2.3", "2.1"))
    first.context.set_offline(offline=True)
    first.fill("[data-key=e]", "4")
    second.fill("[data-key=e]", "77")
    expect(first.locator(".saved")).to_contain_text("mất kết nối")
    expect(second.locator(".saved")).to_contain_text("mất kết nối")
    first.context.set_offline(offline=False)
    expect(first.locator(".saved")).to_contain_text("đã lưu")
    expect(second.locator(".saved")).to_contain_text("đã lưu")
    assert Answer.objects.get(figure="2.3.n").value == 4
    assert Answer.objects.get(figure="2.1.a").value == 77
