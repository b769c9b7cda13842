"""Small things people met: hints, headings, numbers with a point, doors that stay shut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.office.plan_cells import NUMBER, number_kind, reading_hint, ungrouped
from chamdiem.office.plan_headings import Headings
from chamdiem.plans.models import PlanItem, Task
from chamdiem.plans.services import LineDraft, TaskPlan, create_task, open_round, save_line, win_back
from chamdiem.results.models import Result
from tests.people import NOW, Cast

from .loaded import CONTENT, IN_TIME, draft_plan, line_of, plan_in_force, report_of, third_quarter
from .test_counts import COUNTED
from .test_pages import BLANK_MEASURES

Opened = Callable[[str], Client]
GIVEN = TaskPlan(name="Soạn kế hoạch", starts_on=IN_TIME.date(), due_on=date(2026, 12, 1))


def _task(cast: Cast, planned: TaskPlan) -> Task:
    item = PlanItem.objects.get(key="VB1")
    return create_task(
        actor=cast.dung, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=NOW
    )


def test_the_list_of_tasks_names_the_office(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    _task(cast, replace(GIVEN, office_id=cast.it_office.pk))
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/nhiem-vu/").content.decode()
    assert "Phòng Công nghệ thông tin" in page


def test_one_task_far_away_does_not_stretch_the_time_line(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    _task(cast, replace(GIVEN, starts_on=date(2019, 1, 1), due_on=date(2045, 1, 1)))
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/tien-do/").content.decode()
    assert ">2027</th>" in page
    assert "2045" not in page
    assert "2019" not in page
    assert "1 nhiệm vụ có hạn ngoài các năm dưới đây" in page


def test_a_report_parts_its_items_by_annex(cast: Cast, opened: Opened) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    page = opened("an").get(f"/ke-hoach/bao-cao/{report.pk}/").content.decode()
    target, document = (page.index(f'colspan="5">{said}</th>') for said in ("Chỉ tiêu", "Văn bản"))
    assert target < page.index("80% hồ sơ") < document < page.index("Kế hoạch đào tạo kỹ năng số")


@pytest.mark.parametrize(("person", "status"), [("an", 200), ("dung", 200), ("kien", 403)])
def test_who_may_make_no_task_does_not_get_its_form(
    cast: Cast, opened: Opened, person: str, status: int
) -> None:
    plan_in_force(cast)
    item = PlanItem.objects.get(key="VB1")
    address = f"/ke-hoach/muc/{item.pk}/nhiem-vu/{cast.body_a.pk}/"
    assert opened(person).get(address).status_code == status


def test_a_count_may_be_typed_as_pages_print_it(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast, COUNTED)
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    line = line_of(round_, cast.body_a, "CT1")
    draft = LineDraft(state="on_track", percent=10, figures={"CT1-1": "1.234"})
    assert save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=1, now=IN_TIME).figures == {
        "CT1-1": "1234"
    }
    given = {"state": "on_track", "percent": "10", "figure-CT1-1": "1.200", "seen": 2}
    assert opened("an").post(f"/ke-hoach/dong/{line.pk}/", given).status_code == 302
    line.refresh_from_db()
    assert line.figures == {"CT1-1": "1200"}


def test_a_point_is_taken_out_of_whole_numbers_only() -> None:
    people = number_kind("Người học", "người")
    assert [ungrouped(text, people) for text in ("1.234", "1,234", "1.2", "0.123", "1234.567")] == [
        "1234",
        "1,234",
        "1.2",
        "0.123",
        "1234.567",
    ]
    assert ungrouped("1.234", NUMBER) == "1.234"


def test_thousands_of_per_cent_are_not_asked_about() -> None:
    assert reading_hint("84,999 %", "Hồ sơ trực tuyến") is None
    assert reading_hint("84,999", "Kinh phí") is not None
    assert reading_hint("84,999 %", "Tốc độ tăng") is not None


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("A. Hạ tầng số", "A", "Hạ tầng số"),
        ("A1. Mạng", "A1", "Mạng"),
        ("1.2. Mạng", "1.2", "Mạng"),
        ("IV. Mạng", "IV", "Mạng"),
        ("Mạng 5G. Giai đoạn 2", "", "Mạng 5G. Giai đoạn 2"),
    ],
)
def test_the_number_of_a_group_is_told_from_its_title(printed: str, number: str, title: str) -> None:
    headings = Headings()
    headings.key_of("N", printed)
    entries = headings.entries("N").value
    assert isinstance(entries, list)
    (entry,) = entries
    assert isinstance(entry.value, dict)
    said = {name: marked.value for name, marked in entry.value.items()}
    assert (said["title"], said.get("number", "")) == (title, number)


def test_what_is_won_back_has_a_number_and_years(cast: Cast, published: Result) -> None:
    plan = draft_plan(cast)
    chosen = {"2.1": ""}
    win_back(actor=cast.giang, plan_id=plan.pk, result_id=published.pk, chosen=chosen, seen=1, now=NOW)
    item = plan.items.get(key="CT2")
    assert (item.number, item.from_year, item.to_year) == ("2", 2026, 2027)


def _saved(opened: Opened, plan_id: int, **typed: object) -> str:
    given = {**BLANK_MEASURES, "text": "85% hồ sơ trực tuyến", "lead": ["Sở Xây dựng"], "seen": 1, **typed}
    answer = opened("giang").post(f"/ke-hoach/{plan_id}/sua/target/moi/", given, follow=True)
    return unescape(answer.content.decode())


@pytest.mark.parametrize(("threshold", "is_told"), [("0,85", True), ("85", False), ("0,5", False)])
def test_a_level_a_hundred_times_too_low_is_pointed_at(
    cast: Cast, opened: Opened, threshold: str, *, is_told: bool
) -> None:
    plan = draft_plan(cast)
    measure = {"m0-label": "Hồ sơ", "m0-operator": "at_least", "m0-threshold": threshold, "m0-unit": "%"}
    page = _saved(opened, plan.pk, **measure)
    assert ("có mức phải đạt 0,85%, còn nội dung ghi 85%" in page) is is_told
    assert "Đã lưu nội dung kế hoạch." in page


@pytest.mark.parametrize(("more", "is_told"), [(0, False), (1, True)])
def test_more_points_than_are_left_are_pointed_at(
    cast: Cast, published: Result, opened: Opened, more: int, *, is_told: bool
) -> None:
    plan = draft_plan(cast)
    each = next(each for each in published.criteria if each["key"] == "2.1")
    left = Fraction(each["maximum"]) - Fraction(each["points"])
    expected = f"{float(left + more):g}".replace(".", ",")
    page = _saved(opened, plan.pk, expected=f"2.1={expected}")
    assert "Đã lưu nội dung kế hoạch." in page
    assert (f"Tiêu chí 2.1: dự kiến thêm {expected} điểm" in page) is is_told


def test_after_a_wrong_file_another_one_can_be_handed_in(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    client, address = opened("giang"), f"/ke-hoach/{plan.pk}/nap-tep/"
    file = SimpleUploadedFile("kh.yaml", CONTENT.replace("threshold: 80", "threshold: 180").encode())
    page = client.get(
        str(client.post(address, {"owner": cast.province.pk, "file": file})["Location"])
    ).content.decode()
    assert "chỗ cần sửa" in page
    assert f'href="{address}">Tải tệp khác lên</a>' in page


def test_a_plan_of_the_library_taken_twice_leads_back_to_the_files(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    given = {"owner": cast.province.pk, "key": "ninhthuan-2021-plan"}
    assert client.post("/ke-hoach/thu-vien/", given).status_code == 302
    again = client.post("/ke-hoach/thu-vien/", given, follow=True)
    assert again.redirect_chain[0][0] == "/ke-hoach/nap-tep/"
    assert "ninhthuan-2021-plan" in again.content.decode()
