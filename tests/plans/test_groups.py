"""Groups of projects are added and called otherwise in the browser; versions come as workbooks too."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

from django.test import Client
from openpyxl import load_workbook

from chamdiem.plans.content import printed
from chamdiem.plans.models import Plan, PlanItem
from tests.people import Cast

from .loaded import draft_plan, plan_in_force
from .test_pages import BLANK_MEASURES

Opened = Callable[[str], Client]


def _groups() -> list[tuple[str, str, str]]:
    return [(each.key, each.number, each.title) for each in printed(Plan.objects.get()).project_groups]


def _saw(client: Client, address: str) -> str:
    found = re.search(r'name="saw" value="(\w+)"', client.get(address).content.decode())
    return found[1] if found else ""


def test_a_group_is_added_and_takes_projects(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address = f"/ke-hoach/{plan.pk}/nhom/"
    assert client.post(f"{address}moi/", {"number": "B", "title": "An toàn  thông tin"}).status_code == 302
    assert _groups()[-1] == ("N1", "B", "An toàn thông tin")
    for text, group, seen in (("Tường lửa", "N1", 2), ("Mạng xã", "A", 3)):
        project = {**BLANK_MEASURES, "text": text, "group": group, "lead": ["Sở Y tế"], "seen": seen}
        assert client.post(f"/ke-hoach/{plan.pk}/sua/project/moi/", project).status_code == 302
    # A project stands after those of its group.
    assert [each.key for each in printed(Plan.objects.get()).projects] == ["DA1", "DA3", "DA2"]
    assert "An toàn thông tin" in client.get(f"/ke-hoach/{plan.pk}/noi-dung/").content.decode()


def test_a_group_is_called_otherwise(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address = f"/ke-hoach/{plan.pk}/nhom/A/"
    saw = _saw(client, address)
    typed = {"number": "I", "title": "Hạ tầng số", "saw": saw}
    assert client.post(address, typed).status_code == 302
    assert _groups() == [("A", "I", "Hạ tầng số")]
    assert PlanItem.objects.get(key="DA1").group == "I. Hạ tầng số"
    again = client.post(address, {**typed, "title": "Tên khác"})
    assert again.status_code == 422
    assert "Tên khác" in again.content.decode()


def test_the_same_title_is_no_second_group(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    answer = client.post(f"/ke-hoach/{plan.pk}/nhom/moi/", {"title": "phát triển HẠ TẦNG số"})
    assert answer.status_code == 422
    assert "Đã có nhóm mang tên này" in answer.content.decode()


def test_only_an_empty_group_goes(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address = f"/ke-hoach/{plan.pk}/nhom/"
    assert "Bỏ nhóm này" not in client.get(f"{address}A/").content.decode()
    assert client.post(f"{address}A/", {"remove": 1}).status_code == 409
    client.post(f"{address}moi/", {"title": "Nhóm thừa", "under": "A"})
    assert client.post(f"{address}N1/", {"remove": 1}).status_code == 302
    assert _groups() == [("A", "A", "Phát triển hạ tầng số")]


def test_a_version_comes_as_a_workbook_too(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    client = opened("an")
    address = f"/ke-hoach/{plan.pk}/phien-ban/"
    assert f"{address}1/excel/" in client.get(address).content.decode()
    book = load_workbook(BytesIO(client.get(f"{address}1/excel/").content))
    assert "Dự án" in book.sheetnames
    assert client.get(f"{address}9/excel/").status_code == 404
