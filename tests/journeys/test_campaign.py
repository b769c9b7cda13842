"""The life of a campaign in Chromium, from its opening to the public page, with every role."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.evidence.example_authority import ExampleAuthority, Identity
from chamdiem.evidence.example_documents import DocumentFacts, make_document, sign
from chamdiem.evidence.trusting import add_trust_roots
from chamdiem.web.numbers import plain
from tests.people import Cast
from tests.web.browsing import chromium

from .travelling import Traveller, aside, work

NAME = "Đánh giá thử từ đầu đến cuối"
EARLY = "Các đơn vị đã gửi đủ hồ sơ trước hạn."


@pytest.fixture
def browser(site: str, decision: Path) -> Iterator[Browser]:
    """A real browser; closed before the database is emptied."""
    with chromium() as found:
        yield found


@pytest.fixture
def decision(cast: Cast, tmp_path: Path) -> Path:
    """A decision on paper that is really signed by an authority the installation trusts."""
    now = datetime.now(UTC)
    authority = ExampleAuthority.found(name="Cơ quan chứng thực", at=now - timedelta(days=900))
    for data in (
        authority.root_pem(),
        authority.intermediate_pem(),
        *authority.revocation_lists(at=now - timedelta(days=1)),
    ):
        add_trust_roots(actor=cast.lan, data=data, now=now)
    begins, ends = now - timedelta(days=800), now + timedelta(days=800)
    holder = authority.issue(
        Identity(common_name="Trần Văn Dũng", organisation="Sở Xây dựng"), valid_from=begins, valid_until=ends
    )
    stamper = authority.issue_timestamper(
        Identity(common_name="Dấu thời gian"), valid_from=begins, valid_until=ends
    )
    facts = DocumentFacts(
        superior="Uỷ ban nhân dân tỉnh",
        body="Sở Xây dựng",
        number="12/QĐ-SXD",
        place="Ví Dụ",
        issued_on=date(2026, 2, 3),
        kind="Quyết định",
        subject="Thành lập Ban Chỉ đạo chuyển đổi số",
        paragraphs=("Điều 1. Thành lập Ban Chỉ đạo.",),
        recipients=("Lưu: VT",),
        signer_title="Giám đốc",
        signer_name="Trần Văn Dũng",
    )
    path = tmp_path / "quyet-dinh-12.pdf"
    signed_at = now - timedelta(days=30)
    path.write_bytes(sign(make_document(facts), holder, signed_at=signed_at, timestamper=stamper))
    return path


def test_a_campaign_lives_from_its_opening_to_the_public_page(
    browser: Browser, site: str, decision: Path
) -> None:
    giang = Traveller(browser, site, "giang")
    campaign = _prepare_and_open(giang)
    an = Traveller(browser, site, "an")
    dossier = _fill_in(an, campaign, decision)
    dung = Traveller(browser, site, "dung", is_phone=True)
    _approve_and_send(dung, an, dossier)
    _share_out_and_advance(giang, campaign, "Chuyển sang thẩm định")
    chi = Traveller(browser, site, "chi")
    _appraise(chi, dossier)
    on_phones = _walk_on_phones(browser, site, campaign, dossier)
    _advance(giang, campaign, "Chuyển sang giải trình")
    work()
    _explain(an, dossier)
    _uphold(chi, dossier)
    _advance(giang, campaign, "Chuyển sang hội đồng xem xét")
    ha = Traveller(browser, site, "ha")
    _rule(ha, dossier)
    _close_and_publish(giang, campaign)
    everybody = Traveller(browser, site, "", is_phone=True)
    _read_results(everybody, an, campaign)
    flaws: dict[str, list[str]] = {}
    for traveller in (giang, an, dung, chi, ha, everybody, *on_phones):
        flaws |= traveller.flaws
        assert traveller.wrong == []
    assert flaws == {}


def _walk_on_phones(browser: Browser, site: str, campaign: int, dossier: int) -> list[Traveller]:
    """The officer, the appraiser and the standing body open their pages on a phone too."""
    paths = {
        "an": ("/", f"/ho-so/{dossier}/tieu-chi/2.1/", f"/ho-so/{dossier}/con-thieu/"),
        "chi": ("/tham-dinh/", f"/tham-dinh/{dossier}/", f"/tham-dinh/{dossier}/2.1/"),
        "giang": tuple(f"/ky-danh-gia/{campaign}/tien-do/{view}" for view in ("", "phong-ban/", "tieu-chi/")),
    }
    travellers = []
    for login, addresses in paths.items():
        traveller = Traveller(browser, site, login, is_phone=True)
        for address in addresses:
            traveller.go(address)
        travellers.append(traveller)
    return travellers


def _prepare_and_open(giang: Traveller) -> int:
    page = giang.page
    assert giang.sees("Việc cần làm")
    giang.go("/ky-danh-gia/moi/")
    page.get_by_label("Tên kỳ đánh giá").fill(NAME)
    page.get_by_label("Năm đánh giá").fill("2026")
    giang.press("Bắt đầu chuẩn bị")
    page.get_by_label("Tên khối").first.fill("Sở")
    page.get_by_label("Bộ chỉ số").first.select_option(index=1)
    giang.press("Lưu và tiếp tục")
    for body in ("Sở Xây dựng", "Sở Y tế"):
        page.get_by_label(f"{body} tham gia").check()
    giang.press("Lưu và tiếp tục")
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    page.get_by_label("Bắt đầu tự đánh giá").fill(today.isoformat())
    giang.press("Lưu và tiếp tục")
    giang.press("Lưu và tiếp tục")
    giang.press("Mở kỳ đánh giá")
    work()
    campaign = aside(lambda: Campaign.objects.get(name=NAME))
    giang.go(f"/ky-danh-gia/{campaign.pk}/dang-mo/")
    giang.go(f"/ky-danh-gia/{campaign.pk}/")
    assert giang.sees("Điều hành")
    return campaign.pk


def _fill_in(an: Traveller, campaign: int, decision: Path) -> int:
    dossier = aside(
        lambda: Assessment.objects.get(participant__campaign=campaign, participant__name="Sở Xây dựng")
    )
    start, page = f"/ho-so/{dossier.pk}", an.page
    an.go("/")
    an.go(f"{start}/thong-tin-chung/")
    an.type_and_wait(page.locator("input[data-autosave]").first, "100")
    for key, text, points in (("2.1", "79", "19,75"), ("2.3", "3", "7,50")):
        an.go(f"{start}/tieu-chi/{key}/")
        an.type_and_wait(page.locator("#criterion-pane input[data-autosave]").first, text)
        page.locator("#criterion-pane .points-earned", has_text=points).wait_for()
    an.go(f"{start}/tieu-chi/2.2/")
    an.type_and_wait(page.locator("#criterion-pane input[data-autosave]").first, "12,5")
    an.go(f"{start}/tieu-chi/1.3/")
    an.type_and_wait(page.locator("#criterion-pane input[data-autosave]").first, "8")
    for key, choice in (("1.1", "Người đứng đầu"), ("1.2", "Có")):
        an.go(f"{start}/tieu-chi/{key}/")
        with page.expect_response(lambda answer: "/so-lieu/" in answer.url and answer.status == 200):
            page.locator("#criterion-pane label.choice", has_text=choice).first.click()
        page.locator("#criterion-pane .points-earned", has_text="10").wait_for()
    an.go(f"{start}/con-thieu/")
    for key in ("1.1", "2.1"):
        an.go(f"{start}/tieu-chi/{key}/")
        page.locator("#files").set_input_files(decision)
        page.locator("#evidence-list", has_text="quyet-dinh-12").wait_for()
        work()
    an.go(f"{start}/tieu-chi/1.1/")
    assert an.sees("Chữ ký hợp lệ")
    an.go(f"{start}/con-thieu/")
    return dossier.pk


def _approve_and_send(dung: Traveller, an: Traveller, dossier: int) -> None:
    dung.go("/")
    dung.follow("Đọc và duyệt")
    dung.press("Phê duyệt nội dung này")
    an.go(f"/ho-so/{dossier}/duyet/")
    an.press("Gửi thẩm định")
    assert aside(lambda: Assessment.objects.get(pk=dossier)).status == "submitted"


def _share_out_and_advance(giang: Traveller, campaign: int, step: str) -> None:
    giang.go(f"/ky-danh-gia/{campaign}/tham-dinh-vien/")
    giang.page.get_by_label("Hoàng Mai Chi").check()
    giang.press("Chia đều")
    giang.go(f"/ky-danh-gia/{campaign}/tien-do/")
    _advance(giang, campaign, step)


def _advance(giang: Traveller, campaign: int, step: str) -> None:
    giang.go(f"/ky-danh-gia/{campaign}/")
    form = giang.page.locator("form", has=giang.page.get_by_role("button", name=step))
    form.get_by_role("textbox").fill(EARLY)
    giang.press(step, form)


def _appraise(chi: Traveller, dossier: int) -> None:
    page = chi.page
    chi.go("/")
    chi.follow("Thẩm định")
    chi.go(f"/tham-dinh/{dossier}/2.3/")
    page.locator("summary", has_text="Chấm điểm").click()
    page.get_by_label("Điểm", exact=True).fill("5")
    page.locator("#award-reason").fill("Chỉ có biên bản của hai cuộc họp.")
    chi.press("Lưu điểm")
    chi.go(f"/tham-dinh/{dossier}/")
    chi.follow("Chấp nhận hàng loạt")
    chi.press("Chấp nhận những mục đã chọn")
    chi.go(f"/tham-dinh/{dossier}/")
    while page.get_by_role("link", name="Thẩm định tiếp").count():
        chi.follow("Thẩm định tiếp")
        chi.press("Chấp nhận")
        chi.go(f"/tham-dinh/{dossier}/")
    chi.press("Kết thúc thẩm định")
    assert aside(lambda: Assessment.objects.get(pk=dossier)).status == "settled"


def _explain(an: Traveller, dossier: int) -> None:
    an.go("/")
    an.follow("Giải trình")
    an.go(f"/giai-trinh/{dossier}/")
    an.page.get_by_label("Nội dung giải trình").fill("Cuộc họp thứ ba có biên bản kèm theo báo cáo.")
    an.press("Lưu giải trình")
    an.go(f"/giai-trinh/{dossier}/")
    an.press("Gửi giải trình")
    assert aside(lambda: Assessment.objects.get(pk=dossier)).status == "appraisal"


def _uphold(chi: Traveller, dossier: int) -> None:
    chi.go(f"/tham-dinh/{dossier}/2.3/")
    chi.page.locator("summary", has_text="Giữ nguyên").click()
    chi.page.locator("#uphold-reason").fill("Biên bản không có chữ ký.")
    chi.send(chi.page.locator("button[value=uphold]"))
    chi.go(f"/tham-dinh/{dossier}/")
    chi.press("Kết thúc thẩm định")


def _rule(ha: Traveller, dossier: int) -> None:
    ha.go("/")
    ha.follow("Xem xét")
    ha.go(f"/hoi-dong/{dossier}/")
    ha.page.get_by_label("Điểm kết luận").fill("7,5")
    ha.page.get_by_label("Lý do").first.fill("Hội đồng chấp nhận biên bản bổ sung.")
    ha.press("Ghi kết luận")
    assert ha.sees("Hội đồng chấp nhận biên bản bổ sung.")


def _close_and_publish(giang: Traveller, campaign: int) -> None:
    giang.go(f"/ket-qua/{campaign}/ra-soat/")
    giang.press("Rà soát")
    work()
    giang.go(f"/ket-qua/{campaign}/ra-soat/")
    assert giang.sees("Rà soát lại")
    giang.go(f"/ket-qua/{campaign}/")
    giang.page.locator("[popovertarget=close-anyway]").click()
    giang.page.locator("#close-anyway-reason").fill("Sở Y tế được hoãn đánh giá năm nay.")
    giang.press("Chốt kết quả", within=giang.page.locator("#close-anyway"))
    work()
    # The page asks by itself how far it is.
    giang.follow("Xem bảng xếp hạng")
    giang.page.locator("[popovertarget=publish]").click()
    giang.press("Công bố", within=giang.page.locator("#publish"))
    assert aside(lambda: Campaign.objects.get(pk=campaign)).status == "published"
    giang.go(f"/ket-qua/{campaign}/ban-do-nhiet/")


def _read_results(everybody: Traveller, an: Traveller, campaign: int) -> None:
    everybody.go("/cong-khai/")
    everybody.follow(NAME)
    everybody.follow("Sở Xây dựng")
    points = aside(lambda: _points(campaign))
    assert everybody.sees(points)
    assert "Nguyễn Văn An" not in everybody.page.content()
    everybody.go(f"/cong-khai/{campaign}/phuong-phap/")
    an.go(f"/ket-qua/{campaign}/")
    an.follow("Sở Xây dựng")


def _points(campaign: int) -> str:
    """What the snapshot says: 10 + 10 + 8 + 19,75 + 10 (alone among its peers) + 7,5 as ruled."""
    from chamdiem.results.models import Result  # noqa: PLC0415  read beside the browser

    result = Result.objects.get(closing__track__campaign=campaign, participant__name="Sở Xây dựng")
    assert str(result.total).startswith("65.25")
    return plain(result.total, 2)
