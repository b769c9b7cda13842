"""Two people at one plan: nothing typed is lost, nothing is overwritten unseen, no link goes unasked."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.test import Client

from chamdiem.plans.content import printed
from chamdiem.plans.models import Plan
from tests.people import Cast

from .loaded import draft_plan, report_of, third_quarter

Opened = Callable[[str], Client]
BLANK = {f"m{at}-{field}": "" for at in range(3) for field in ("label", "operator", "threshold", "unit")}
HEADER = {"title": "Tên mới", "document": "Dự thảo", "criteria_set": "thu-nghiem-2026"}


def _saw(client: Client, address: str) -> dict[str, str]:
    page = client.get(address).content.decode()
    return {name: re.findall(rf'name="{name}" value="(\w+)"', page)[-1] for name in ("saw", "seen")}


def _item(text: str) -> dict[str, object]:
    return {**BLANK, "text": text, "lead": ["Sở Y tế"], "from_year": 2026, "to_year": 2027}


def test_a_change_elsewhere_is_no_conflict_and_one_of_the_same_entry_keeps_what_was_typed(
    cast: Cast, opened: Opened
) -> None:
    plan, client = draft_plan(cast), opened("giang")
    project, document = (f"/ke-hoach/{plan.pk}/sua/{each}/" for each in ("project/DA1", "document/VB1"))
    saw, other = _saw(client, project), _saw(client, document)
    assert client.post(project, {**_item("Lần một"), **saw}).status_code == 302
    assert client.post(document, {**_item("Văn bản"), "kind": "Kế hoạch", **other}).status_code == 302
    refused = client.post(project, {**_item("Lần hai"), **saw})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "người khác đã sửa chính nội dung này" in page
    assert "Lần hai" in page
    assert printed(Plan.objects.get()).projects[0].text == "Lần một"
    again = {name: re.findall(rf'name="{name}" value="(\w+)"', page)[0] for name in ("saw", "seen")}
    assert client.post(project, {**_item("Lần hai"), **again}).status_code == 302
    assert printed(Plan.objects.get()).projects[0].text == "Lần hai"


def test_the_header_keeps_what_was_typed(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address = f"/ke-hoach/{plan.pk}/sua/"
    saw, years = _saw(client, address), {"from_year": 2026, "to_year": 2027}
    assert client.post(address, {**HEADER, **years, **saw}).status_code == 302
    refused = client.post(address, {**HEADER, **years, **saw, "title": "Tên khác"})
    assert refused.status_code == 422
    assert 'value="Tên khác"' in refused.content.decode()
    assert Plan.objects.get().title == "Tên mới"


def test_a_goal_that_items_serve_goes_only_once_they_were_named(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address = f"/ke-hoach/{plan.pk}/sua/goal/MT1/bo/"
    asked = client.post(address, {"seen": 1})
    assert asked.status_code == 409
    assert "1. 80% hồ sơ được nộp trực tuyến" in asked.content.decode()
    assert plan.goals.count() == 1
    assert client.post(address, {"seen": 1, "confirmed": 1}).status_code == 302
    assert plan.goals.count() == 0


def test_the_common_part_of_a_report_keeps_what_was_typed(cast: Cast, opened: Opened) -> None:
    report = report_of(third_quarter(cast), cast.body_a)
    client, address = opened("an"), f"/ke-hoach/bao-cao/{report.pk}/chung/"
    seen = {"seen": report.version}
    assert client.post(address, {**seen, "difficulties": "Thiếu người", "proposals": ""}).status_code == 302
    refused = client.post(address, {**seen, "difficulties": "Thiếu tiền", "proposals": ""})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "khó khăn “Thiếu người”" in page
    assert "Thiếu tiền" in page
    merged = {"seen": report.version + 1, "difficulties": "Thiếu người, tiền", "proposals": ""}
    assert client.post(address, merged).status_code == 302


def test_an_entry_added_meanwhile_elsewhere_is_no_conflict(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address, other = (f"/ke-hoach/{plan.pk}/sua/project/{each}/" for each in ("moi", "DA1"))
    assert client.post(other, {**_item("Đổi"), **_saw(client, other)}).status_code == 302
    assert client.post(address, {**_item("Dự án mới"), "seen": plan.revision}).status_code == 302
    # The button pressed twice adds it once; who opens the form again may mean it.
    assert client.post(address, {**_item("Dự án mới"), "seen": plan.revision}).status_code == 302
    assert [each.text for each in printed(Plan.objects.get()).projects] == ["Đổi", "Dự án mới"]
    assert client.post(address, {**_item("Dự án mới"), "seen": 3}).status_code == 302
    assert [each.key for each in printed(Plan.objects.get()).projects] == ["DA1", "DA2", "DA3"]


def test_taking_out_asks_only_for_the_entry_itself(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    project, document = (f"/ke-hoach/{plan.pk}/sua/{each}/" for each in ("project/DA1", "document/VB1"))
    saw = _saw(client, project)
    assert (
        client.post(document, {**_item("Văn bản"), "kind": "Kế hoạch", **_saw(client, document)}).status_code
        == 302
    )
    changed = {**_item("Đổi"), **saw}
    assert client.post(project, changed).status_code == 302
    assert client.post(f"{project}bo/", saw).status_code == 409
    assert client.post(f"{project}bo/", _saw(client, project)).status_code == 302
    assert not printed(Plan.objects.get()).projects


def test_a_goal_more_items_serve_by_now_is_asked_about_again(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address = f"/ke-hoach/{plan.pk}/sua/goal/MT1/bo/"
    asked = client.post(address, {"seen": 1}).content.decode()
    saw = re.findall(r'name="saw" value="(\w+)"', asked)[-1]
    serving = {**_item("Phục vụ"), "goals": ["MT1"], "seen": 1}
    assert client.post(f"/ke-hoach/{plan.pk}/sua/project/moi/", serving).status_code == 302
    again = client.post(address, {"saw": saw, "confirmed": 1})
    assert again.status_code == 409
    assert "Phục vụ" in again.content.decode()
    saw = re.findall(r'name="saw" value="(\w+)"', again.content.decode())[-1]
    assert client.post(address, {"saw": saw, "confirmed": 1}).status_code == 302
