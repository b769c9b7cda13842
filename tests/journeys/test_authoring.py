"""A decision of a district in Chromium: uploaded, reviewed by keyboard, made a draft, linted, issued."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from chamdiem.authoring.models import WorkingRow
from chamdiem.indicators.models import Edition
from tests.people import Cast

from .travelling import DESK, PHONE, Traveller, aside, work

ANNEX = Path(__file__).parents[1] / "annex" / "corpus" / "files" / "so-nganh-2024.docx"


def test_an_annex_becomes_an_issued_edition(browser: Browser, site: str, cast: Cast) -> None:
    giang = Traveller(browser, site, "giang")
    _upload(giang)
    _choose_columns(giang)
    _settle_zeros(giang)
    _correct_a_row(giang)
    _correct_a_rule(giang)
    _put_a_rule_into_another(giang)
    _walk_the_lines(giang)
    _look_on_a_phone(giang)
    key = _make_and_issue(giang)
    assert giang.flaws == {}
    edition = aside(lambda: Edition.objects.get(key=key))
    assert edition.status == Edition.Status.ISSUED
    assert "Đã sửa bằng bàn phím" in edition.document


def _upload(giang: Traveller) -> None:
    giang.go("/bo-chi-so/soan/")
    giang.page.set_input_files("input[name=file]", ANNEX)
    giang.press("Tải lên và đọc")
    giang.sees("Đang đọc tệp")
    work()
    giang.follow("Xem những gì tìm thấy")
    giang.sees("Quy tắc tính được")


def _choose_columns(giang: Traveller) -> None:
    page = giang.page
    page.keyboard.press("c")
    page.wait_for_url("**/cot/")
    page.locator("summary").first.click()
    giang.look()
    page.locator("select[name$='-c1']").first.select_option("ignored")
    giang.press("Đọc lại theo các cột này")
    giang.sees("chưa có cột nào là “Tên, nội dung”")
    page.locator("select[name$='-c1']").first.select_option("name")
    giang.press("Đọc lại theo các cột này")
    giang.sees("Đang đọc tệp")
    work()
    giang.follow("Xem những gì tìm thấy")
    giang.sees("Quy tắc tính được")


def _settle_zeros(giang: Traveller) -> None:
    giang.sees("văn bản không nói khi mẫu số bằng 0")
    giang.page.get_by_label("0 điểm").check()
    giang.send(giang.page.get_by_role("button", name="Áp dụng cho cả"))
    giang.sees("Người soạn đã chọn:")
    giang.look()


def _correct_a_row(giang: Traveller) -> None:
    page = giang.page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dong/*/")
    first = page.url
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != first)
    giang.look()
    page.keyboard.press("e")
    page.wait_for_url("**/sua/")
    giang.look()
    page.get_by_label("Cách hiểu được chọn").fill("Đã sửa bằng bàn phím")
    page.keyboard.press("Tab")
    giang.press("Lưu")
    page.wait_for_url(lambda url: not url.endswith("/sua/"))
    corrected = page.url
    page.keyboard.press("a")
    page.wait_for_url(lambda url: url != corrected)
    giang.look()


def _correct_a_rule(giang: Traveller) -> None:
    page = giang.page
    row = aside(lambda: next(each for each in WorkingRow.objects.all() if "ratio" in each.document))
    giang.go(f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/")
    page.keyboard.press("r")
    page.wait_for_url("**/quy-tac/")
    expect(page.locator("#rule-kind")).to_be_focused()
    with page.expect_response(lambda answer: "/thu/" in answer.url):
        page.get_by_label("Điểm tối đa từ").press_sequentially("80%")
    expect(page.locator("#trial")).to_contain_text("80%")
    with page.expect_response(lambda answer: "/thu/" in answer.url):
        page.get_by_role("button", name="Tính thử").click()
    giang.look()
    giang.press("Lưu")
    assert '"full_at": "80%"' in aside(lambda: WorkingRow.objects.get(pk=row.pk)).document


def _put_a_rule_into_another(giang: Traveller) -> None:
    page = giang.page
    row = aside(lambda: next(each for each in WorkingRow.objects.all() if '"kind": "ratio"' in each.document))
    address = f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/"
    giang.go(f"{address}quy-tac/")
    page.locator("#rule-kind").select_option("best_of")
    expect(page.locator("#rule-0-kind")).to_have_value("ratio")
    page.locator("#rule-1-kind").select_option("yes_no")
    with page.expect_response(lambda answer: "/thu/" in answer.url):
        page.locator("[name=rule-1-when]").fill("a > 0")
    giang.look()
    giang.press("Lưu")
    assert '"kind": "best_of"' in aside(lambda: WorkingRow.objects.get(pk=row.pk)).document
    page.keyboard.press("v")
    page.wait_for_url("**/vi-du/")
    giang.look()
    page.get_by_role("link", name="Bỏ qua", exact=True).click()
    page.wait_for_url(f"**{address}")
    page.keyboard.press("z")
    giang.sees("Đã hoàn tác")
    giang.look()
    assert aside(lambda: WorkingRow.objects.get(pk=row.pk)).document == row.document


def _walk_the_lines(giang: Traveller) -> None:
    """Enter goes from cell to cell, begins a line behind the last, and leaves an empty one for the button."""
    page = giang.page
    row = aside(lambda: next(each for each in WorkingRow.objects.all() if "tiers" in each.document))
    giang.go(f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/quy-tac/")
    table = page.locator("table[data-lines='rule-lines']")
    lines, cells = table.locator("tbody tr"), table.locator("input:not([type=hidden]), select")
    before, width = lines.count(), lines.first.locator("input:not([type=hidden]), select").count()
    printed = table.locator("input").evaluate_all("fields => fields.map(field => field.value)")
    cells.last.focus()
    page.keyboard.press("Enter")
    expect(lines).to_have_count(before + 1)
    added = cells.nth(before * width)
    expect(added).to_be_focused()
    typed = table.locator("input").evaluate_all("fields => fields.map(field => field.value)")
    assert typed == printed + [""] * (len(typed) - len(printed))
    page.keyboard.press("Enter")
    expect(page.locator("[data-after-lines]")).to_be_focused()
    cells.first.focus()
    page.keyboard.press("Enter")
    expect(cells.nth(1)).to_be_focused()
    giang.look()


def _look_on_a_phone(giang: Traveller) -> None:
    row = aside(lambda: next(each for each in WorkingRow.objects.all() if "tiers" in each.document))
    giang.page.set_viewport_size(PHONE)
    start = f"/bo-chi-so/soan/{row.copy_id}/"
    for address in ("", "du-thao/", "cot/", "phan-chung/"):
        giang.go(start + address)
    for address in ("", "sua/", "quy-tac/", "vi-du/"):
        giang.go(f"{start}dong/{row.pk}/{address}")
    giang.page.set_viewport_size(DESK)
    giang.go(start)


def _make_and_issue(giang: Traveller) -> str:
    giang.page.keyboard.press("d")
    giang.page.wait_for_url("**/du-thao/")
    giang.page.get_by_label("Mã bộ chỉ số").fill("so-nganh-thu")
    giang.press("Tạo dự thảo")
    giang.page.wait_for_url("**/ra-soat/")
    # The corrected rule says something else than the decision: that has to be answered for.
    wrong = giang.page.get_by_role("row").filter(has_text="Lỗi").filter(has_text="Điểm = Tỷ lệ x Điểm tối đa")
    wrong.locator("details summary").click()
    accepting = giang.page.locator("details[open] form")
    accepting.get_by_label("Lý do chấp nhận phát hiện này").fill("Đúng như quyết định.")
    giang.look()
    giang.press("Ghi nhận", within=accepting)
    giang.sees("Đã ghi nhận phát hiện")
    giang.page.set_viewport_size(PHONE)
    giang.look()
    giang.page.set_viewport_size(DESK)
    giang.go("/bo-chi-so/so-nganh-thu/")
    giang.page.locator("[popovertarget=issue]").click()
    giang.press("Ban hành", within=giang.page.locator("#issue"))
    giang.sees("Đã ban hành")
    return "so-nganh-thu"
