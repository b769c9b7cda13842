"""The plan of Ninh Thuận in Chromium: from the library through two quarterly rounds, with every role."""

from __future__ import annotations

from django.utils import timezone
from playwright.sync_api import Browser

from chamdiem.campaigns.calendar import local_day
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.models import ItemReport, Plan, PlanBody, Round, RoundReport
from chamdiem.plans.services import LineDraft, resolve_body, save_line
from tests.people import Cast

from .travelling import Traveller, aside

LEADS = "Sở Thông tin và Truyền thông"


def test_a_plan_lives_through_two_quarters(browser: Browser, site: str, cast: Cast) -> None:
    current = Quarter.of(local_day(timezone.now()))
    giang = Traveller(browser, site, "giang")
    plan = _take_in_and_approve(giang, cast)
    an, kien = Traveller(browser, site, "an"), Traveller(browser, site, "kien")
    dung = Traveller(browser, site, "dung", is_phone=True)
    binh, minh = Traveller(browser, site, "binh"), Traveller(browser, site, "minh", is_phone=True)
    _plan_a_task(an, kien, plan)

    first = _open(giang, plan, current.before, reason="Kế hoạch mới được phê duyệt")
    _fill_in(an, cast, first, cast.body_a.pk, percent="30")
    _add_as_helper(binh, first, cast.body_b.pk)
    _correct(kien, first, cast.body_a.pk, percent="35")
    _send(dung, first, cast.body_a.pk)
    _return(giang, first, cast.body_a.pk)
    assert an.page.goto(f"{site}/ke-hoach/{plan}/")
    assert an.sees("Trả lại bổ sung")
    _send(dung, first, cast.body_a.pk)
    _accept(giang, first, cast.body_a.pk)
    _close(giang, first)

    second = _open(giang, plan, current)
    _fill_in(an, cast, second, cast.body_a.pk, percent="60", before="35%")
    _send(dung, second, cast.body_a.pk)
    _fill_in(binh, cast, second, cast.body_b.pk, percent="50")
    _send(minh, second, cast.body_b.pk)
    _accept(giang, second, cast.body_a.pk)
    _accept(giang, second, cast.body_b.pk)
    _close(giang, second)

    giang.go("/thong-bao/")
    giang.go("/thong-bao/da-gui/")
    chi, ha = Traveller(browser, site, "chi"), Traveller(browser, site, "ha", is_phone=True)
    _read(chi, ha, plan, second)
    flaws: dict[str, list[str]] = {}
    for traveller in (giang, an, kien, dung, binh, minh, chi, ha):
        flaws |= traveller.flaws
        # A line that does not fit is answered with 422, which the browser notes; nothing else may be wrong.
        assert [each for each in traveller.wrong if "422" not in each] == []
    assert flaws == {}


def _take_in_and_approve(giang: Traveller, cast: Cast) -> int:
    page = giang.page
    giang.go("/ke-hoach/nap-tep/")
    giang.press("Nạp Kế hoạch triển khai")
    assert giang.sees("Cơ quan nêu trong kế hoạch")
    plan = aside(lambda: Plan.objects.get().pk)
    assert aside(lambda: (Plan.objects.get().goals.count(), Plan.objects.get().items.count())) == (18, 57)
    # One body by hand as people do it, the others as quickly as a test can.
    giang.follow(f"Xác định {LEADS}")
    page.get_by_label("Sở Xây dựng").check()
    giang.send(page.get_by_role("button", name="Xác định", exact=True))
    giang.go(f"/ke-hoach/{plan}/phe-duyet/")
    assert giang.sees("Còn cơ quan chưa xác định")
    aside(lambda: _resolve_others(cast, plan))
    page.get_by_label("Các tên chung đã mở ra đúng các đơn vị").check()
    page.get_by_label("Số, ký hiệu văn bản").fill("45/KH-UBND")
    page.get_by_label("Ngày văn bản").fill("2021-02-05")
    giang.press("Phê duyệt")
    assert giang.sees("Đang thực hiện")
    return plan


def _resolve_others(cast: Cast, plan: int) -> None:
    """The collectives are both departments, what nobody knows lies outside."""
    for body in PlanBody.objects.filter(plan=plan, resolution="open"):
        resolve_body(
            actor=cast.giang,
            plan_id=plan,
            body_id=body.pk,
            organisation_ids=[],
            is_outside=True,
            now=timezone.now(),
        )
    for body in PlanBody.objects.filter(plan=plan, is_collective=True).exclude(name="Doanh nghiệp"):
        resolve_body(
            actor=cast.giang,
            plan_id=plan,
            body_id=body.pk,
            organisation_ids=[cast.body_a.pk, cast.body_b.pk],
            is_outside=False,
            now=timezone.now(),
        )


def _plan_a_task(an: Traveller, kien: Traveller, plan: int) -> None:
    item = aside(lambda: Plan.objects.get(pk=plan).items.get(key="PL2.2").pk)
    day = local_day(timezone.now()).isoformat()
    an.go(f"/ke-hoach/muc/{item}/")
    an.follow("Thêm cho Sở Xây dựng")
    an.page.get_by_label("Tên nhiệm vụ").fill("Soạn dự thảo kế hoạch đào tạo")
    an.page.get_by_label("Bắt đầu").fill(day)
    an.page.get_by_label("Hạn hoàn thành").fill(day)
    an.page.get_by_label("Người thực hiện").select_option(label="Đỗ Trung Kiên")
    an.press("Lưu nhiệm vụ")
    kien.go(f"/ke-hoach/{plan}/nhiem-vu/")
    kien.follow("Soạn dự thảo kế hoạch đào tạo")
    kien.page.get_by_label("Trạng thái").select_option(label="Đã hoàn thành")
    kien.page.get_by_label("Tiến độ (%)").fill("100")
    kien.page.get_by_label("Kết quả").fill("Đã trình ký Kế hoạch số 7/KH-SXD")
    kien.press("Cập nhật tiến độ")
    kien.page.get_by_label("Nội dung trao đổi").fill("Đề nghị Sở Nội vụ góp ý.")
    kien.press("Gửi")
    assert kien.sees("Đề nghị Sở Nội vụ góp ý.")


def _open(giang: Traveller, plan: int, quarter: Quarter, reason: str = "") -> int:
    giang.go(f"/ke-hoach/{plan}/bao-cao/")
    giang.page.get_by_label("Năm", exact=True).fill(str(quarter.year))
    giang.page.get_by_label("Quý", exact=True).select_option(value=str(quarter.number))
    giang.page.get_by_label("Lý do").fill(reason)
    giang.press("Mở kỳ báo cáo")
    assert giang.sees("Báo cáo tổng hợp")
    wanted = {"year": quarter.year, "quarter": quarter.number}
    return aside(lambda: Round.objects.get(plan_id=plan, **wanted).pk)


def _report(round_: int, body: int) -> int:
    return aside(lambda: RoundReport.objects.get(round_id=round_, organisation_id=body).pk)


def _fill_in(
    person: Traveller, cast: Cast, round_: int, body: int, *, percent: str, before: str = ""
) -> None:
    """One line by hand, the rest as quickly as a test can."""
    report = _report(round_, body)
    person.go(f"/ke-hoach/bao-cao/{report}/")
    if before:
        assert person.sees(before)
    person.page.get_by_role("table").first.get_by_role("link").first.click()
    person.look()
    person.page.get_by_label("Tình hình").select_option(label="Đang thực hiện, chậm tiến độ")
    person.page.get_by_label("Tiến độ (%)").fill(percent)
    person.press("Lưu")
    assert person.sees("phải ghi khó khăn, vướng mắc")
    assert person.page.get_by_label("Tiến độ (%)").input_value() == percent
    person.page.get_by_label("Khó khăn, vướng mắc").fill("Kinh phí bố trí chậm.")
    person.press("Lưu")
    assert person.sees("Đã lưu.")
    aside(lambda: _fill_others(cast, report))


def _correct(kien: Traveller, round_: int, body: int, *, percent: str) -> None:
    kien.go(f"/ke-hoach/bao-cao/{_report(round_, body)}/")
    kien.page.get_by_role("table").first.get_by_role("link").first.click()
    kien.page.get_by_label("Tiến độ (%)").fill(percent)
    kien.press("Lưu")
    assert kien.sees("Đã lưu.")


def _fill_others(cast: Cast, report: int) -> None:
    for line in ItemReport.objects.filter(report_id=report, is_lead=True, state="").order_by("pk"):
        name = "dung" if line.report.organisation_id == cast.body_a.pk else "minh"
        draft = LineDraft(state="on_track", percent=20, done="Đang thực hiện theo kế hoạch.")
        save_line(actor=cast.people[name], line_id=line.pk, draft=draft, seen=1, now=timezone.now())


def _add_as_helper(binh: Traveller, round_: int, body: int) -> None:
    binh.go(f"/ke-hoach/bao-cao/{_report(round_, body)}/")
    binh.page.get_by_role("table").last.get_by_role("link").first.click()
    binh.look()
    binh.page.get_by_label("Kết quả trong quý").fill("Đã cử 12 cán bộ tham gia.")
    binh.press("Lưu")
    assert binh.sees("Đã cử 12 cán bộ tham gia.")


def _send(leader: Traveller, round_: int, body: int) -> None:
    leader.go(f"/ke-hoach/bao-cao/{_report(round_, body)}/")
    leader.press("Duyệt và gửi")
    assert leader.sees("Đã duyệt và gửi báo cáo")


def _return(giang: Traveller, round_: int, body: int) -> None:
    giang.go(f"/ke-hoach/bao-cao/{_report(round_, body)}/")
    giang.page.get_by_label("Lý do trả lại").fill("Đề nghị bổ sung số liệu cấp xã.")
    giang.press("Trả lại để bổ sung")
    assert giang.sees("Đề nghị bổ sung số liệu cấp xã.")


def _accept(giang: Traveller, round_: int, body: int) -> None:
    giang.go(f"/ke-hoach/bao-cao/{_report(round_, body)}/")
    giang.press("Chấp nhận")
    assert giang.sees("Đã chấp nhận")


def _close(giang: Traveller, round_: int) -> None:
    giang.go(f"/ke-hoach/ky/{round_}/")
    giang.page.get_by_role("button", name="Chốt kỳ báo cáo").click()
    # Before its day, while some still owe a report.
    if giang.page.get_by_label("Lý do chốt sớm").count():
        giang.page.get_by_label("Lý do chốt sớm").fill("Ủy ban nhân dân tỉnh cần số liệu sớm.")
    giang.send(giang.page.get_by_role("dialog").get_by_role("button", name="Chốt", exact=True))
    assert giang.sees("Theo nội dung đã chốt")


def _read(chi: Traveller, ha: Traveller, plan: int, round_: int) -> None:
    chi.go(f"/ke-hoach/ky/{round_}/tong-hop/")
    assert chi.sees("Kinh phí bố trí chậm.")
    for name, ending in (("Tải Word", ".docx"), ("Tải PDF", ".pdf")):
        with chi.page.expect_download() as kept:
            chi.page.get_by_role("link", name=name).click()
        assert kept.value.suggested_filename.endswith(ending)
    for part in ("", "noi-dung/", "tien-do/", "nhiem-vu/", "bao-cao/", "diem-du-kien/", "phien-ban/"):
        ha.go(f"/ke-hoach/{plan}/{part}")
    assert aside(lambda: Round.objects.filter(plan_id=plan, closed_at__isnull=False).count()) == 2
