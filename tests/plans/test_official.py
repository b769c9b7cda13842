"""What the consolidated report says: who reported, totals, what is late, difficulties by item."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client

from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemBody, ItemReport, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.services import (
    LineDraft,
    close_round,
    judge_report,
    open_round,
    save_general,
    save_line,
    submit_report,
)
from tests.people import Cast

from .loaded import (
    AFTER,
    CONTENT,
    IN_TIME,
    accept_all,
    draft_plan,
    plan_in_force,
    report_of,
    third_quarter,
)


def _told(round_: Round) -> dict[str, str]:
    report = official_report(consolidate(Round.objects.get(pk=round_.pk)), date(2026, 10, 8))
    return {section.heading[:1]: "\n".join(section.paragraphs) for section in report.sections}


def _report_behind(cast: Cast, round_: Round) -> None:
    """Sở Y tế reports after the day: one item behind, one done, and something in general."""
    report = report_of(round_, cast.body_b)
    drafts = {
        "CT1": LineDraft(
            state="behind", percent=30, difficulty="Thiếu kinh phí", proposal="Bố trí 500 triệu đồng"
        ),
        "DA1": LineDraft(state="done", done="Đã nghiệm thu"),
    }
    for key, draft in drafts.items():
        line = report.lines.get(item__key=key)
        save_line(actor=cast.binh, line_id=line.pk, draft=draft, seen=1, now=AFTER)
    save_general(
        actor=cast.binh, report_id=report.pk, difficulties="Thiếu cán bộ", proposals="", seen=1, now=AFTER
    )
    submit_report(actor=cast.minh, report_id=report.pk, now=AFTER)


def test_it_names_who_is_late_and_who_is_missing(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _report_behind(cast, round_)
    told = _told(round_)["1"]
    assert "Có 1/2 cơ quan" in told
    assert "Gửi sau hạn 1 đơn vị: Sở Y tế (ngày 08/10/2026)." in told
    assert "Chưa có báo cáo 1 đơn vị: Sở Xây dựng." in told


def test_it_counts_every_item_once_and_lists_what_worries(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _report_behind(cast, round_)
    told = _told(round_)
    assert "Trong 3 nội dung phải báo cáo có 1 đã hoàn thành, 1 chậm tiến độ, 1 chưa báo cáo." in told["2"]
    assert "Phụ lục I, mục 1: 80% hồ sơ được nộp trực tuyến" in told["3"]
    assert "Phụ lục II, mục 1: Kế hoạch đào tạo kỹ năng số (Sở XD); chưa báo cáo." in told["3"]
    assert "Nâng cấp mạng" not in told["3"]


def test_it_gathers_difficulties_by_item_and_in_general(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _report_behind(cast, round_)
    told = _told(round_)
    assert "- Sở Y tế: Thiếu kinh phí. Đề xuất: Bố trí 500 triệu đồng." in told["4"]
    assert told["5"] == "- Sở Y tế: Thiếu cán bộ."


def test_what_was_sent_back_is_named_once_as_sent_and_sent_back(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _report_behind(cast, round_)
    report = report_of(round_, cast.body_b)
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Sai số", now=AFTER)
    told = _told(round_)
    assert "Có 1/2 cơ quan" in told["1"]
    assert "Chưa có báo cáo 1 đơn vị: Sở Xây dựng." in told["1"]
    assert "chưa gửi lại bản bổ sung 1 đơn vị: Sở Y tế (ngày 08/10/2026);" in told["1"]
    assert told["1"].count("Sở Y tế") == 1
    assert "Thiếu kinh phí" not in told["4"]
    assert "Nâng cấp mạng truyền số liệu (Sở Y tế); bị trả lại, chờ bổ sung." in told["3"]
    assert consolidate(round_)["totals"]["project"] == {"all": 1, "returned": 1}
    assert consolidate(round_)["totals"]["document"] == {"all": 1, "missing": 1}


def test_what_was_sent_late_and_again_shows_both_days(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _report_behind(cast, round_)
    report = report_of(round_, cast.body_b)
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Sai số", now=AFTER)
    submit_report(actor=cast.minh, report_id=report.pk, now=AFTER + timedelta(days=4))
    told = _told(round_)["1"]
    assert "Gửi sau hạn 1 đơn vị: Sở Y tế (ngày 08/10/2026, gửi lại ngày 12/10/2026)." in told


def test_before_anybody_reported_it_still_stands(cast: Cast) -> None:
    round_ = third_quarter(cast)
    report = official_report(consolidate(round_), date(2026, 10, 2))
    assert [annex.number for annex in report.annexes] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "Phụ lục IV",
    ]


def test_its_head_names_who_issues_it_the_place_and_the_day_it_was_closed(cast: Cast) -> None:
    round_ = third_quarter(cast)
    accept_all(cast, round_)
    closed = close_round(actor=cast.giang, round_id=round_.pk, now=AFTER)
    report = official_report(closed.content, date(2026, 10, 8), is_closed=True)
    assert (report.superior, report.body) == ("", "Ủy ban nhân dân tỉnh Ví Dụ")
    assert report.place_and_day.endswith(", ngày 08 tháng 10 năm 2026")
    assert report.recipients[0] == "Các cơ quan, đơn vị được giao nhiệm vụ (để thực hiện)"


def test_the_body_that_puts_it_together_has_its_name_of_today(cast: Cast) -> None:
    text = f"{CONTENT}reporting:\n  - {{key: BC, every: quarter, by: [Sở Y tế], to: Sở XD}}\n"
    plan = draft_plan(cast, text)
    round_ = Round(plan=plan, year=2026, quarter=3, due_on=date(2026, 10, 5), opened_at=AFTER)
    round_.save()
    report = official_report(consolidate(round_), date(2026, 10, 8))
    assert (report.superior, report.body) == ("Ủy ban nhân dân tỉnh Ví Dụ", "Sở Xây dựng")
    assert report.recipients[0] == "Ủy ban nhân dân tỉnh Ví Dụ (để báo cáo)"


def test_an_item_led_from_outside_is_listed(cast: Cast) -> None:
    lead = "      - Sở XD\n    coordinating:"
    plan = draft_plan(cast, CONTENT.replace(lead, "      - Doanh nghiệp\n    coordinating:"))
    round_ = Round(plan=plan, year=2026, quarter=3, due_on=date(2026, 10, 5), opened_at=AFTER)
    round_.save()
    worries = _told(round_)["3"]
    assert "Phụ lục II, mục 1: Kế hoạch đào tạo kỹ năng số (Doanh nghiệp); cơ quan chủ trì không" in worries


def test_an_item_without_a_body_in_charge_is_listed_once_and_to_the_standing_body(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    round_ = third_quarter(cast)
    round_.plan.items.get(key="VB1").charged.filter(is_lead=True).delete()
    ItemReport.objects.filter(report__round=round_, item__key="VB1", is_lead=True).delete()
    worries = _told(round_)["3"]
    assert "Phụ lục II, mục 1: Kế hoạch đào tạo kỹ năng số; chưa có đơn vị chủ trì" in worries
    assert worries.count("Kế hoạch đào tạo kỹ năng số") == 1
    told = _told(round_)["2"]
    assert "Có 1 nội dung không đơn vị nào phải báo cáo" in told
    assert "Trong 2 nội dung phải báo cáo" in told
    assert sum(each["all"] for each in consolidate(round_)["totals"].values()) == 2
    page = opened("giang").get(f"/ke-hoach/ky/{round_.pk}/").content.decode()
    assert "Chưa có đơn vị chủ trì, không ai báo cáo" in page
    assert ">1. Kế hoạch đào tạo kỹ năng số<" in page


def test_where_nobody_has_to_report_it_says_why(cast: Cast) -> None:
    round_ = third_quarter(cast)
    ItemReport.objects.filter(report__round=round_).delete()
    ItemBody.objects.filter(item__plan=round_.plan, is_lead=True).delete()
    told = _told(round_)
    assert told["2"].startswith("Có 3 nội dung không đơn vị nào phải báo cáo, vì chưa có đơn vị chủ trì")
    assert "Kỳ này không có nội dung phải báo cáo" not in told["2"]
    assert told["3"].count("chưa có đơn vị chủ trì") == 3


def test_a_column_in_which_nothing_stands_is_left_out(cast: Cast) -> None:
    report = official_report(consolidate(third_quarter(cast)), date(2026, 10, 2))
    headings = {column.heading for annex in report.annexes for column in annex.table.columns}
    assert "Tình hình" in headings
    assert not headings & {"Tiến độ kỳ trước", "Tiến độ kỳ này", "Giá trị đo được", "Nguồn"}


def _annex(cast: Cast, text: str, said: dict[str, LineDraft]) -> str:
    """The result column of the first item: Sở Xây dựng and Sở Y tế lead, or the latter helps."""
    plan = plan_in_force(cast, text)
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    for body, officer, leader in ((cast.body_a, "an", "dung"), (cast.body_b, "binh", "minh")):
        report = report_of(round_, body)
        for line in ItemReport.objects.filter(report=report):
            draft = said.get(officer) if line.item.kind == "target" else None
            draft = draft or LineDraft(state="on_track" if line.is_lead else "", percent=None)
            save_line(actor=cast.people[officer], line_id=line.pk, draft=draft, seen=1, now=IN_TIME)
        submit_report(actor=cast.people[leader], report_id=report.pk, now=IN_TIME)
    told = official_report(consolidate(Round.objects.get(pk=round_.pk)), date(2026, 10, 8))
    return told.annexes[0].table.rows[0].cells[-1]


_COUNTED = CONTENT.replace(
    "label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: '%'",
    "label: Người học, operator: at_least, threshold: 1500, unit: người",
)


def test_who_helps_is_marked_beside_who_is_in_charge(cast: Cast) -> None:
    text = CONTENT.replace("      - Các Sở, ban, ngành\n    coordinating:\n      - Doanh nghiệp", (
        "      - Sở Xây dựng\n    coordinating:\n      - Sở Y tế\n      - Doanh nghiệp"
    ))  # fmt: skip
    said = _annex(
        cast,
        text,
        {
            "an": LineDraft(state="on_track", figures={"CT1-1": "50,5"}),
            "binh": LineDraft(figures={"CT1-1": "1"}, difficulty="Thiếu người"),
        },
    )
    assert said == (
        "Mức phải đạt: Hồ sơ nộp trực tuyến ≥ 80%.\n"
        "Sở Xây dựng: Hồ sơ nộp trực tuyến: 50,5%.\nSở Y tế (phối hợp): Hồ sơ nộp trực tuyến: 1%."
    )


def test_what_several_bodies_counted_is_added_up_against_the_level(cast: Cast) -> None:
    drafts = {
        who: LineDraft(state="on_track", figures={"CT1-1": number})
        for who, number in (("an", "1400"), ("binh", "666"))
    }
    said = _annex(cast, _COUNTED, drafts)
    assert said.endswith("Cộng 2 đơn vị chủ trì, Người học: 2.066 người (mức phải đạt ≥ 1.500 người).")


def test_shares_are_never_added_up(cast: Cast) -> None:
    drafts = {who: LineDraft(state="on_track", figures={"CT1-1": "40"}) for who in ("an", "binh")}
    assert "Cộng" not in _annex(cast, CONTENT, drafts)


def test_a_long_result_stands_in_the_one_row_of_its_item(cast: Cast) -> None:
    round_ = third_quarter(cast)
    _report_behind(cast, round_)
    content = consolidate(round_)
    (item,) = (each for each in content["items"] if each["key"] == "CT1")
    line = {**item["lines"][0], "done": "Đã tổ chức các lớp tập huấn cho cán bộ cấp xã."}
    lines = [{**line, "organisation": f"Sở số {number}"} for number in range(20)]
    report = official_report({**content, "items": [{**item, "lines": lines}]}, date(2026, 10, 8))
    (row,) = report.annexes[0].table.rows
    assert [f"Sở số {number}:" in row.cells[-1] for number in range(20)] == [True] * 20


def test_several_budgets_are_summed_below_the_annex(cast: Cast) -> None:
    budgeted = CONTENT.replace("    kind: Kế hoạch\n", "    kind: Kế hoạch\n    budget: 250.5\n")
    more = (
        "  - key: VB2\n    number: '2'\n    text: Quy chế\n    kind: Quyết định\n    lead:\n      - Sở Y tế\n"
    )
    plan = plan_in_force(
        cast, budgeted.replace("project_groups:", f"{more}    budget: 1000\nproject_groups:")
    )
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    annexes = official_report(consolidate(round_), date(2026, 10, 2)).annexes
    summed = annexes[1].table.rows[-1].cells
    assert "Cộng kinh phí" in summed
    assert "1.250,5" in summed
    assert "Cộng kinh phí" not in annexes[2].table.rows[-1].cells


def test_one_body_begun_and_the_other_not_is_not_called_not_begun(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    round_ = third_quarter(cast)
    drafts = {
        "dung": LineDraft(state="not_started"),
        "minh": LineDraft(state="on_track", percent=33, done="Xong 2/6 xã."),
    }
    for body, leader in ((cast.body_a, "dung"), (cast.body_b, "minh")):
        report = report_of(round_, body)
        for line in report.lines.filter(is_lead=True):
            save_line(actor=cast.people[leader], line_id=line.pk, draft=drafts[leader], seen=1, now=IN_TIME)
        submit_report(actor=cast.people[leader], report_id=report.pk, now=IN_TIME)
    content = consolidate(round_)
    assert (content["items"][0]["state"], content["items"][0]["percent"]) == ("under_way", 17)
    assert content["totals"]["target"] == {"all": 1, "under_way": 1}
    printed = official_report(content, AFTER.date())
    assert "1 đang triển khai, 1 chưa triển khai" in "\n".join(printed.sections[1].paragraphs)
    table = printed.sections[1].table
    assert table is not None
    assert "Đang triển khai" in [column.heading for column in table.columns]
    assert "Đang triển khai" in printed.annexes[0].table.rows[0].cells
    page = opened("giang").get(f"/ke-hoach/ky/{round_.pk}/tong-hop/").content.decode()
    assert "Đang triển khai" in page
    items = opened("an").get(f"/ke-hoach/{round_.plan_id}/noi-dung/").content.decode()
    assert "Đang triển khai" in items
