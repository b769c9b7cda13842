"""The pages of plans: what is typed arrives, what is wrong is said, and lists cost the same however long."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chamdiem.evidence.models import Document
from chamdiem.evidence.selectors import list_documents
from chamdiem.evidence.services import Description, add_citation
from chamdiem.library.plans import load_plan
from chamdiem.plans.content import printed
from chamdiem.plans.models import Plan, PlanItem, Round, RoundReport, Task
from chamdiem.plans.oddities import task_oddity
from chamdiem.plans.services import create_plan, open_round, show_document
from chamdiem.plans.showing import years_text
from tests.people import NOW, Cast

from .loaded import (
    CONTENT,
    IN_TIME,
    accept_all,
    draft_plan,
    plan_in_force,
    report_of,
    send_report,
    third_quarter,
)

Opened = Callable[[str], Client]
BLANK_MEASURES = {
    f"m{place}-{field}": "" for place in range(3) for field in ("label", "operator", "threshold", "unit")
}


def test_one_year_is_printed_once() -> None:
    assert (years_text(2026, 2026), years_text(2026, 2028)) == ("2026", "2026–2028")


def test_a_plan_is_made_in_the_browser_piece_by_piece(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    client.post(
        "/ke-hoach/moi/",
        {
            "owner": cast.province.pk,
            "key": "cds-2026",
            "title": "Kế hoạch",
            "document": "Dự thảo",
            "from_year": 2026,
            "to_year": 2027,
        },
    )
    plan = Plan.objects.get()
    base = f"/ke-hoach/{plan.pk}"
    client.post(f"{base}/co-quan/them/", {"name": "Sở Y tế", "spellings": "", "seen": 1})
    measure = {"m0-label": "Hồ sơ", "m0-operator": "at_least", "m0-threshold": "62,5", "m0-unit": "%"}
    goal = {**BLANK_MEASURES, **measure, "letter": "a", "year": 2027, "text": "62,5% hồ sơ", "seen": 2}
    client.post(f"{base}/sua/goal/moi/", goal)
    item = {
        **BLANK_MEASURES,
        "text": "Nâng cấp mạng",
        "lead": ["Sở Y tế"],
        "goals": ["MT1"],
        "from_year": 2026,
        "to_year": 2027,
        "budget": "1.500,5",
        "seen": 3,
    }
    client.post(f"{base}/sua/project/moi/", item)
    content = printed(Plan.objects.get())
    assert str(content.goals[0].measures[0].threshold) == "125/2"
    assert (content.projects[0].key, content.projects[0].lead) == ("DA1", ("Sở Y tế",))
    assert str(content.projects[0].budget) == "3001/2"
    assert [each.name for each in plan.bodies.get().organisations.all()] == ["Sở Y tế"]


def test_an_edited_item_keeps_the_spelling_that_is_printed(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    item = {
        **BLANK_MEASURES,
        "number": "1",
        "text": "Kế hoạch đào tạo",
        "kind": "Kế hoạch",
        "lead": ["Sở Xây dựng", "Sở Y tế"],
        "seen": 1,
    }
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/sua/document/VB1/", item)
    assert answer.status_code == 302
    assert printed(Plan.objects.get()).documents[0].lead == ("Sở XD", "Sở Y tế")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"from_year": 2027, "to_year": 2026}, "đứng trước năm bắt đầu"),
        ({"from_year": 2027, "to_year": ""}, "cả năm bắt đầu và năm kết thúc"),
        ({"m0-label": "Hồ sơ", "m0-threshold": "80", "m0-unit": ""}, "đủ chỉ số đo, ngưỡng và đơn vị tính"),
        ({"m0-label": "Hồ sơ", "m0-threshold": "1.838", "m0-unit": "%"}, "1.838"),
        ({"expected": "1.2"}, "không phải là điểm dự kiến"),
        ({"expected": "1.2=hai"}, "“hai” không phải là số: nhập “Điểm dự kiến (1.2)” bằng chữ số"),
        ({"expected": "1.2=2,5; 1.2=3"}, "Tiêu chí 1.2 có hai điểm dự kiến"),
        ({"expected": "1.2=400"}, "Điểm dự kiến 400 của tiêu chí 1.2 lớn hơn điểm tối đa"),
        ({"expected": "99.9=1"}, "không có tiêu chí mang mã “99.9”"),
        ({"criteria": "99.9"}, "không có tiêu chí mang mã “99.9”"),
        ({"criteria": "1.2; 1.2"}, "Tiêu chí 1.2 được ghi hai lần"),
        ({"from_year": 2030, "to_year": 2031}, "Năm 2030–2031 nằm ngoài thời gian của kế hoạch"),
        ({"from_year": 2024, "to_year": 2027}, "bắt đầu trước hoặc kết thúc sau thời gian của kế hoạch"),
        (
            {"m1-label": "Hồ sơ", "m1-threshold": "120", "m1-unit": "phần trăm"},
            "“Hồ sơ” là 120%, quá 100%",
        ),
        ({"m1-label": "Hồ sơ", "m1-threshold": "-1", "m1-unit": "người"}, "-1"),
        ({"budget": "-5"}, "-5"),
    ],
)
def test_what_does_not_fit_is_said_beside_its_field_and_nothing_is_lost(
    cast: Cast, opened: Opened, given: dict[str, object], said: str
) -> None:
    plan = draft_plan(cast)
    item = {**BLANK_MEASURES, "text": "Chữ đã gõ", "lead": ["Sở Y tế"], "seen": 1, **given}
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/sua/project/DA1/", item)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "Chữ đã gõ" in page
    assert not re.search(r"(dòng|line) [0-9]", page.partition("field-error")[2].partition("</p>")[0])
    assert plan.items.get(key="DA1").text == "Nâng cấp mạng truyền số liệu"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"expected": "1.2=400; 99.9=1", "budget": "1.500"},
            ["Điểm dự kiến 400 của tiêu chí 1.2", "mang mã “99.9”", "1.500"],
        ),
        (
            {"criteria": "7.77", "m0-label": "Hồ sơ", "m0-threshold": "tám mươi", "m0-unit": "%"},
            ["mang mã “7.77”", "tám mươi"],
        ),
        ({"text": "", "lead": [], "criteria": "7.77"}, ["mang mã “7.77”"]),
        ({"from_year": 2027, "to_year": "hai", "criteria": "7.77"}, ["mang mã “7.77”"]),
        (
            {"budget": "hai", "m0-label": "Hồ sơ", "m0-threshold": "80", "m1-label": "Phí"},
            ["“hai”", "đủ chỉ số đo"],
        ),
    ],
)
def test_every_mistake_is_said_at_once(
    cast: Cast, opened: Opened, given: dict[str, object], said: list[str]
) -> None:
    plan = draft_plan(cast)
    item = {**BLANK_MEASURES, "text": "Chữ đã gõ", "lead": ["Sở Y tế"], "seen": 1, **given}
    for key in ("DA1", "moi"):
        answer = opened("giang").post(f"/ke-hoach/{plan.pk}/sua/project/{key}/", item)
        assert answer.status_code == 422
        assert [each for each in said if each not in answer.content.decode()] == []


def test_a_line_is_filled_in_and_the_quarter_before_stands_beside(cast: Cast, opened: Opened) -> None:
    line = report_of(third_quarter(cast), cast.body_a).lines.get(item__key="CT1")
    client = opened("an")
    given = {"state": "on_track", "percent": "45", "figure-CT1-1": "62,5%", "done": "Đã làm", "seen": 1}
    client.post(f"/ke-hoach/dong/{line.pk}/", given)
    line.refresh_from_db()
    assert (line.state, line.percent, line.figures) == ("on_track", 45, {"CT1-1": "62.5"})
    assert "62,5" in client.get(f"/ke-hoach/bao-cao/{line.report_id}/").content.decode()
    again = client.post(
        f"/ke-hoach/dong/{line.pk}/", {**given, "figure-CT1-1": "62,5", "seen": 2}, follow=True
    )
    assert "Chưa có gì thay đổi" in again.content.decode()
    line.refresh_from_db()
    assert line.version == 2
    behind = {"state": "behind", "percent": "50", "seen": 2}
    assert client.post(f"/ke-hoach/dong/{line.pk}/", behind).status_code == 422


@pytest.mark.parametrize(
    ("state", "percent", "said"),
    [
        ("not_started", "80", "Chưa triển khai thì tiến độ là 0%, không phải 80%"),
        ("on_track", "150", "Tiến độ là số nguyên từ 0 đến 100"),
    ],
)
def test_a_percentage_that_contradicts_its_state_is_refused_beside_it(
    cast: Cast, opened: Opened, state: str, percent: str, said: str
) -> None:
    line = report_of(third_quarter(cast), cast.body_a).lines.get(item__key="CT1")
    given = {"state": state, "percent": percent, "done": "Đã soạn dự thảo", "seen": "1"}
    answer = opened("an").post(f"/ke-hoach/dong/{line.pk}/", given)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "Đã soạn dự thảo" in page
    line.refresh_from_db()
    assert line.state == ""


def test_a_document_of_a_sent_report_is_seen_by_who_watches(cast: Cast) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    described = Description(
        title="Báo cáo", number="7/BC-SXD", issued_on=IN_TIME.date(), issuer="Sở Xây dựng"
    )
    document = add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=NOW)
    line = report.lines.get(item__key="VB1")
    show_document(actor=cast.an, line_id=line.pk, document_id=document.pk, is_shown=True, now=IN_TIME)
    assert not list_documents(actor=cast.giang).filter(pk=document.pk).exists()
    send_report(cast, report, "dung")
    assert list_documents(actor=cast.giang).filter(pk=document.pk).exists()
    assert not list_documents(actor=cast.binh).filter(pk=document.pk).exists()
    assert Document.objects.count() == 1


PAGES = (
    "/ke-hoach/", "/ke-hoach/{plan}/", "/ke-hoach/{plan}/noi-dung/", "/ke-hoach/{plan}/tien-do/",
    "/ke-hoach/{plan}/co-quan/", "/ke-hoach/{plan}/bao-cao/", "/ke-hoach/ky/{round}/",
    "/ke-hoach/ky/{round}/tong-hop/", "/ke-hoach/bao-cao/{report}/",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_costs_the_same_however_long_the_plan_is(cast: Cast, opened: Opened, page: str) -> None:
    small = third_quarter(cast)
    content = load_plan("ninhthuan-2021-plan")
    large = create_plan(actor=cast.giang, owner_id=cast.province.pk, content=content, now=NOW)
    large.status, large.in_force_since = Plan.Status.IN_FORCE, small.plan.in_force_since
    large.save()
    for body in large.bodies.all():
        body.organisations.set([cast.body_a, cast.body_b])
    round_ = open_round(actor=cast.giang, plan_id=large.pk, year=2026, quarter=3, now=IN_TIME)
    client = opened("giang")
    costs = [_cost(client, page, each) for each in (small, round_)]
    assert costs[0] == costs[1] <= 30


def _cost(client: Client, page: str, round_: Round) -> int:
    report = RoundReport.objects.filter(round=round_).order_by("pk")[0]
    address = page.format(plan=round_.plan_id, round=round_.pk, report=report.pk)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_item_page_shows_other_bodies_only_to_who_watches(cast: Cast, opened: Opened) -> None:
    accept_all(cast, third_quarter(cast))
    item = PlanItem.objects.get(key="CT1")
    watched = opened("giang").get(f"/ke-hoach/muc/{item.pk}/").content.decode()
    own = opened("an").get(f"/ke-hoach/muc/{item.pk}/").content.decode()
    line = "</strong> · Sở Y tế"
    assert line in watched
    assert line not in own


def test_odd_years_and_shares_are_said_and_two_roles_of_one_body_are_refused(
    cast: Cast, opened: Opened
) -> None:
    plan = draft_plan(cast)
    address = f"/ke-hoach/{plan.pk}/sua/project/moi/"
    given = {
        "number": "9", "text": "Nâng cấp trung tâm dữ liệu", "group": "A",
        "from_year": "2024", "to_year": "2027", "lead": ["Sở Y tế"], "coordinating": ["Sở Y tế"],
        "note": "Bắt đầu trước kế hoạch",
        "seen": str(plan.revision), "m0-label": "Mức tăng máy chủ", "m0-operator": "at_least",
        "m0-threshold": "150", "m0-unit": "%",
    }  # fmt: skip
    client = opened("giang")
    both = client.post(address, given)
    assert both.status_code == 422
    assert "Sở Y tế đã chủ trì thì không ghi ở phối hợp nữa" in both.content.decode()
    share = client.post(address, {**given, "coordinating": [], "m0-label": "Máy chủ được thay"})
    assert share.status_code == 422
    assert "“Máy chủ được thay” là 150%, quá 100%" in share.content.decode()
    saved = client.post(address, {**given, "coordinating": []}, follow=True).content.decode()
    assert "“Mức tăng máy chủ” có mức phải đạt 150%, quá 100%" in saved


def test_a_refused_round_and_a_refused_task_keep_what_was_typed(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    given = {"year": "2026", "quarter": "2", "reason": "Bổ sung theo yêu cầu"}
    refused = opened("giang").post(f"/ke-hoach/{plan.pk}/bao-cao/mo/", given)
    assert refused.status_code == 422
    assert "kết thúc trước ngày kế hoạch có hiệu lực (01/07/2026)" in refused.content.decode()
    assert "Bổ sung theo yêu cầu" in refused.content.decode()
    item = PlanItem.objects.get(key="VB1")
    days = {"name": "Soạn dự thảo", "starts_on": "2026-10-01", "due_on": "2026-10-20"}
    opened("an").post(f"/ke-hoach/muc/{item.pk}/nhiem-vu/{cast.body_a.pk}/", days)
    task = Task.objects.get()
    half = {"state": "done", "percent": "40", "result": "Đã trình ký tờ trình", "seen": 1}
    page = opened("an").post(f"/ke-hoach/nhiem-vu/{task.pk}/tien-do/", half)
    assert page.status_code == 422
    assert "không phải 40%" in page.content.decode()
    assert "Đã trình ký tờ trình" in page.content.decode()
    begun = opened("an").post(f"/ke-hoach/nhiem-vu/{task.pk}/tien-do/", {**half, "state": "planned"})
    assert "Chưa bắt đầu thì tiến độ là 0%, không phải 40%" in begun.content.decode()
    whole = {**half, "state": "running", "percent": "100"}
    assert opened("an").post(f"/ke-hoach/nhiem-vu/{task.pk}/tien-do/", whole).status_code == 422
    task.refresh_from_db()
    assert (task.state, task.percent) == ("planned", 0)


def test_the_time_line_leaves_no_item_out(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/tien-do/").content.decode()
    assert {text for text in plan.items.values_list("text", flat=True) if text in page} == set(
        plan.items.values_list("text", flat=True)
    )
    # The target and the document; the project has years of its own.
    assert page.count("không định năm</div>") == 2
    assert page.count("heat-1") == 2 * 2 * 4
    assert page.count("heat-2") == 2 * 4


def test_a_plan_without_years_has_a_time_line_too(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast, CONTENT.replace("  period: {from: 2026, to: 2027}\n", ""))
    plan.items.update(from_year=None, to_year=None)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/tien-do/").content.decode()
    assert page.count("không định năm</div>") == 3


def test_tasks_stand_by_due_day_and_those_outside_the_plan_are_marked(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    address, client = f"/ke-hoach/muc/{item.pk}/nhiem-vu/{cast.body_a.pk}/", opened("an")
    for name, starts_on, due_on in (
        ("Ban hành kế hoạch", "2026-11-01", "2026-11-20"),
        ("Tổng kết đào tạo", "2027-12-01", "2028-02-01"),
        ("Soạn dự thảo", "2026-10-01", "2026-10-20"),
    ):
        client.post(address, {"name": name, "starts_on": starts_on, "due_on": due_on})
    reversed_days = {"name": "Lấy ý kiến", "starts_on": "2026-10-20", "due_on": "2026-10-01"}
    assert client.post(address, reversed_days).status_code == 422
    assert Task.objects.count() == 3
    hint = "Ngoài thời gian của kế hoạch (2026–2027)"
    for page in (f"/ke-hoach/muc/{item.pk}/", f"/ke-hoach/{plan.pk}/nhiem-vu/"):
        shown = client.get(page).content.decode()
        names = sorted(("Soạn dự thảo", "Ban hành kế hoạch", "Tổng kết đào tạo"), key=shown.index)
        assert names == ["Soạn dự thảo", "Ban hành kế hoạch", "Tổng kết đào tạo"]
        assert shown.count(hint) == 1
    last = Task.objects.get(name="Tổng kết đào tạo")
    assert hint in client.get(f"/ke-hoach/nhiem-vu/{last.pk}/").content.decode()


def test_the_days_of_a_task_are_held_against_the_years_of_its_item(cast: Cast) -> None:
    item = plan_in_force(cast).items.get(key="DA1")
    assert task_oddity(item, date(2026, 1, 1), date(2027, 12, 31)) == ""
    item.to_year = 2026
    said = task_oddity(item, date(2026, 1, 1), date(2027, 12, 31))
    assert said == "Ngoài thời gian của nội dung (2026)"


def test_a_task_is_made_carried_out_and_kept_with_its_history(cast: Cast, opened: Opened) -> None:
    plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    client = opened("an")
    given = {"name": "Soạn dự thảo", "starts_on": "2026-10-01", "due_on": "2026-10-20", "user": cast.kien.pk}
    client.post(f"/ke-hoach/muc/{item.pk}/nhiem-vu/{cast.body_a.pk}/", given)
    task = Task.objects.get()
    kien = opened("kien")
    ended = {"state": "done", "percent": "100", "result": "", "seen": 1}
    assert kien.post(f"/ke-hoach/nhiem-vu/{task.pk}/tien-do/", ended).status_code == 422
    kien.post(f"/ke-hoach/nhiem-vu/{task.pk}/tien-do/", {**ended, "result": "Đã trình ký"})
    task.refresh_from_db()
    assert (task.state, task.percent) == ("done", 100)
    page = client.get(f"/ke-hoach/nhiem-vu/{task.pk}/").content.decode()
    assert "Đã trình ký" in page
    assert "Đỗ Trung Kiên" in page
