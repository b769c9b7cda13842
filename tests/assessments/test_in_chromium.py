"""The dossier in a real browser: by keyboard alone, two people at once, without a connection, on a phone."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.appraisals.models import Appraisal, Justification, Message
from chamdiem.assessments.models import Answer, CriterionEntry
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse
from tests.appraisals.staging import begin_explanation, begin_ruling
from tests.people import NOW, Cast
from tests.web.browsing import listen, rest, violations

from .conftest import Visit
from .filling import fill, show_evidence, write

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("stopped_clock")]


def _open(page: Page, address: str) -> None:
    """Go on in the same window, which is quicker than another one."""
    page.goto(urljoin(page.url, address))
    rest(page)


def _assert_sound(page: Page) -> None:
    """Nothing for axe to find, and nothing that sticks out."""
    assert violations(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page.url


PATHS = ("tieu-chi/2.1/", "tieu-chi/1.1/", "thong-tin-chung/", "con-thieu/", "duyet/")


@pytest.mark.parametrize(("width", "theme"), [(1366, "light"), (900, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_sticks_out(
    visit: Visit, company: Cast, width: int, theme: Literal["light", "dark"]
) -> None:
    write(company, "I.1", "100")
    write(company, "2.1.a", "101")
    write(company, "1.1.x", "deputy")
    show_evidence(company, company.a, "1.1", "not_signed")
    first, *others = PATHS
    page = visit("an", first, width=width, theme=theme)
    _assert_sound(page)
    for path in others:
        _open(page, f"/ho-so/{company.a.pk}/{path}")
        _assert_sound(page)


@pytest.mark.parametrize(("width", "theme"), [(1366, "light"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_on_the_pages_beside_it(
    visit: Visit, company: Cast, width: int, theme: Literal["light", "dark"]
) -> None:
    document = show_evidence(company, company.a, "1.1").document
    show_evidence(company, company.a, "2.1")
    old = DocumentVersion.objects.exclude(document=document).get()
    old.document, old.number = document, 2
    old.save()
    for number in range(3):
        another = User.objects.create_user(f"tham-dinh-{number}@vidu.gov.vn", name=f"Lê Thị Thẩm {number}")
        RoleAssignment.objects.create(
            user=another, role=Role.APPRAISER, organisation=company.province, given_at=NOW
        )
    for person, path, *others in (
        ("an", f"/minh-chung/{document.pk}/", "/minh-chung/", "/"),
        ("kien", "/", f"/ho-so/{company.a.pk}/duyet/"),
        ("lan", "/minh-chung/chung-thu/"),
        ("giang", f"/ky-danh-gia/{company.campaign.pk}/tham-dinh-vien/"),
    ):
        page = visit(person, path, width=width, theme=theme)
        _assert_sound(page)
        for other in others:
            _open(page, other)
            _assert_sound(page)


def test_words_without_blanks_stay_within_a_phone(visit: Visit, company: Cast) -> None:
    word = "nghìn" * 10
    write(company, "I.1", "100")
    begin_ruling(company)
    Appraisal.objects.exclude(reason="").update(reason=word)
    Justification.objects.exclude(text="").update(text=word)
    Document.objects.update(title=word, issuer=word, number=word)
    EvidenceUse.objects.update(verdict="refused", refusal_code="other", verdict_note=word, note=word)
    CriterionEntry.objects.create(
        assessment=company.a, criterion_key="2.1", note=word, no_evidence_reason=word, changed_at=NOW
    )
    Message.objects.create(
        assessment=company.a,
        criterion_key="2.1",
        side="organisation",
        author=company.an,
        text=word,
        written_at=NOW,
    )
    for person, path in (
        ("chi", f"/tham-dinh/{company.a.pk}/2.1/"),
        ("chi", f"/tham-dinh/{company.a.pk}/"),
        ("ha", f"/hoi-dong/{company.a.pk}/"),
        ("an", f"/giai-trinh/{company.a.pk}/"),
        ("an", "tieu-chi/2.1/"),
    ):
        page = visit(person, path, width=390)
        expect(page.locator("main")).to_contain_text(word)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_a_criterion_is_answered_by_keyboard_alone(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/")
    wrong = listen(page)
    page.keyboard.press("e")
    page.keyboard.type("3")
    expect(page.locator(".saved")).to_contain_text("đã lưu 09:30")
    expect(page.locator(".verdict")).to_contain_text("7,50")
    expect(page.locator(".verdict")).to_contain_text("3 cuộc × 2,5 = 7,5 điểm")
    expect(page.locator("#totals")).to_contain_text("7,50")
    expect(page.locator(".tree-row[aria-current]")).to_contain_text("7,50 / 10")
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("k")
    expect(page.locator("#criterion")).to_contain_text("Chi ngân sách")
    expect(page.locator(".tree-row[aria-current]")).to_have_count(1)
    expect(page.locator(".tree-row[aria-current]")).to_contain_text("2.2")
    assert page.url.endswith("/tieu-chi/2.2/")
    assert not [each for each in wrong if "style" not in each]


def test_the_key_of_the_first_figure_goes_to_a_choice_and_answers_nothing(
    visit: Visit, company: Cast
) -> None:
    write(company, "1.2.x", "no")
    page = visit("an", "tieu-chi/1.1/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.keyboard.press("e")
    expect(page.get_by_role("radio").first).to_be_focused()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    _open(page, f"/ho-so/{company.a.pk}/tieu-chi/1.2/")
    page.keyboard.press("e")
    expect(page.get_by_role("radio", name="Không")).to_be_focused()
    expect(page.get_by_role("radio", name="Không")).to_be_checked()
    rest(page)
    assert "POST" not in sent
    assert [answer.version for answer in Answer.objects.all()] == [1]


def test_the_keyboard_passes_the_tree_by_one_link(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/")
    page.locator(".tabs a").last.focus()
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Bỏ qua cây, đến tiêu chí đang mở")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#criterion-pane")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-key=e]")).to_be_focused()


def test_a_refused_value_is_tied_to_its_message_and_no_longer_once_it_is_taken(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/")
    page.fill("[data-key=e]", "ba")
    field, message = page.locator("[data-key=e]"), page.locator(".saved")
    expect(message).to_contain_text("“ba” không phải là số")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert message.get_attribute("id") in (field.get_attribute("aria-describedby") or "").split()
    assert violations(page) == []
    page.fill("[data-key=e]", "3")
    expect(message).to_contain_text("đã lưu 09:30")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_under_a_refused_value_stands_the_one_that_is_recorded(visit: Visit, company: Cast) -> None:
    page = visit("an", "tieu-chi/2.3/")
    recorded = page.locator(".figure-read")
    page.fill("[data-key=e]", "ba")
    expect(recorded).to_have_text("Chưa ghi giá trị nào.")
    page.fill("[data-key=e]", "3")
    expect(page.locator(".saved")).to_contain_text("đã lưu")
    expect(recorded).to_be_hidden()
    page.fill("[data-key=e]", "bốn")
    expect(recorded).to_be_visible()
    expect(recorded).to_have_text("Đã ghi: 3 cuộc")
    page.reload()
    expect(page.locator("[data-key=e]")).to_have_value("bốn")
    expect(recorded).to_have_text("Đã ghi: 3 cuộc")


@pytest.mark.parametrize("width", [1366, 900, 390])
def test_fifteen_digits_are_seen_whole_beside_a_long_unit(visit: Visit, width: int) -> None:
    page = visit("an", "tieu-chi/2.3/", width=width)
    page.locator(".figure-unit").first.evaluate("unit => unit.textContent = 'nghìn lượt truy cập mỗi năm'")
    field = page.locator("[data-key=e]")
    field.evaluate("field => field.value = '888888888888,888'")
    assert field.evaluate("field => field.scrollWidth - field.clientWidth") <= 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_choice_saves_at_once(visit: Visit) -> None:
    page = visit("an", "tieu-chi/1.1/")
    page.get_by_label("Cấp phó").check()
    expect(page.locator(".verdict")).to_contain_text("5,00")
    assert Answer.objects.get(figure="1.1.x").value == 1


def test_the_leader_reads_approves_and_sends(visit: Visit, company: Cast) -> None:
    fill(company)
    page = visit("dung", "duyet/")
    page.get_by_text("Phê duyệt nội dung này").click()
    page.get_by_text("Gửi thẩm định", exact=True).click()
    expect(page.locator("main")).to_contain_text("Đã gửi thẩm định")
    page.locator("[popovertarget=withdraw]").click()
    page.locator("#withdraw").get_by_role("button", name="Rút hồ sơ về").click()
    expect(page.locator("main")).not_to_contain_text("Đã gửi thẩm định")


def test_a_change_that_voids_the_approval_says_so_on_its_own_page(visit: Visit, company: Cast) -> None:
    fill(company)
    leader = visit("dung", "duyet/")
    leader.get_by_text("Phê duyệt nội dung này").click()
    expect(leader.locator("main")).to_contain_text("Đã phê duyệt nội dung hiện tại")
    page = visit("an", "tieu-chi/2.3/")
    expect(page.locator("#approval-voided")).to_be_hidden()
    page.fill("[data-key=e]", "1")
    expect(page.locator("#approval-voided")).to_contain_text("Phê duyệt của Trần Văn Dũng không còn hiệu lực")
    expect(page.locator("#approval-voided")).to_be_visible()


def test_on_a_phone_a_criterion_chosen_in_the_tree_is_shown(visit: Visit) -> None:
    page = visit("an", "tieu-chi/2.3/", width=390)
    page.click("[data-shows-pane=left]")
    expect(page.locator("#criterion")).to_be_hidden()
    page.get_by_role("link", name="2.2 Chi ngân sách").click()
    expect(page.locator("#criterion")).to_contain_text("Chi ngân sách")
    expect(page.locator("[data-shows-pane=middle]")).to_have_attribute("aria-pressed", "true")


def test_a_document_and_a_file_are_sent_with_an_explanation_and_what_is_typed_stays(
    visit: Visit, company: Cast
) -> None:
    begin_explanation(company)
    page = visit("an", f"/giai-trinh/{company.a.pk}/")
    card = page.locator('[id="c-2.1"]')
    card.get_by_label("Nội dung giải trình").fill("Có 60 dịch vụ")
    card.get_by_role("link", name="Kèm tài liệu trong kho của đơn vị").click()
    expect(page.locator("select[name=documents]")).to_have_count(1)
    expect(card.get_by_label("Nội dung giải trình")).to_have_value("Có 60 dịch vụ")
    assert violations(page) == []
    chosen = Document.objects.filter(organisation=company.body_a, uses__criterion_key="1.1").get()
    card.locator("select[name=documents]").select_option(str(chosen.pk))
    file = {"name": "Phụ lục.txt", "mimeType": "text/plain", "buffer": b"60"}
    expect(card).to_contain_text("Chưa chọn tệp nào")
    with page.expect_file_chooser() as chooser:
        card.get_by_label("Kèm tệp mới").click()
    chooser.value.set_files(file)  # type: ignore[arg-type]  # a payload of a file
    expect(card).to_contain_text("Phụ lục.txt")
    card.get_by_role("button", name="Lưu giải trình").click()
    expect(page.get_by_text("Đã lưu ý kiến của đơn vị.")).to_be_visible()
    shown = EvidenceUse.objects.filter(criterion_key="2.1", document__title__in=("Phụ lục", chosen.title))
    assert shown.count() == 2


@pytest.mark.parametrize(
    ("opener", "field", "button"),
    [
        (None, "#remark", "Gửi ý kiến"),
        ("Không có đủ tài liệu? Giải thích lý do", "#no-evidence", "Lưu giải thích"),
        ("Tiêu chí không áp dụng với đơn vị?", "#not-applicable", "Đánh dấu không áp dụng"),
    ],
)
def test_words_sent_without_a_connection_are_kept(
    visit: Visit, opener: str | None, field: str, button: str
) -> None:
    page = visit("an", "tieu-chi/2.1/")
    page.on("dialog", lambda dialog: dialog.accept())
    if opener:
        page.get_by_text(opener).click()
    page.fill(field, "Đã hỏi Sở Nội vụ, chờ trả lời")
    page.context.set_offline(offline=True)
    page.get_by_role("button", name=button).click()
    expect(page.locator("#messages")).to_contain_text("Mất kết nối")
    expect(page.locator(field)).to_have_value("Đã hỏi Sở Nội vụ, chờ trả lời")
    page.context.set_offline(offline=False)
    page.reload()
    expect(page.locator(field)).to_have_value("Đã hỏi Sở Nội vụ, chờ trả lời")
    page.get_by_role("button", name=button).click()
    expect(page.locator(".draft")).to_have_count(0)
    page.wait_for_load_state()
    page.reload()
    expect(page.locator("main")).to_contain_text("Đã hỏi Sở Nội vụ, chờ trả lời")
    expect(page.locator(".draft")).to_have_count(0)
