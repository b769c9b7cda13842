"""A version can be read, with what it changed of the one before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape

from django.test import Client

from chamdiem.plans.editing import with_entry, without_entry
from chamdiem.plans.services import change_content
from tests.people import Cast

from .loaded import AFTER, plan_in_force
from .test_levels import amend

Opened = Callable[[str], Client]


def test_a_version_shows_what_it_says(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    listed = opened("an").get(f"/ke-hoach/{plan.pk}/phien-ban/").content.decode()
    address = f"/ke-hoach/{plan.pk}/phien-ban/1/noi-dung/"
    assert address in listed
    page = unescape(opened("an").get(address).content.decode())
    for said in (
        "12/KH-UBND",
        "80% hồ sơ được nộp trực tuyến",
        "Hồ sơ nộp trực tuyến ≥ 80 %",
        "Kế hoạch đào tạo kỹ năng số",
        "Các Sở, ban, ngành",
        "2026–2027",
    ):
        assert said in page
    assert "Thay đổi so với" not in page
    assert opened("an").get(f"/ke-hoach/{plan.pk}/phien-ban/2/noi-dung/").status_code == 404
    assert opened("nga").get(address).status_code == 404


def test_it_shows_what_it_changed(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    amend(cast, "at_least", 95)
    page = unescape(opened("dung").get(f"/ke-hoach/{plan.pk}/phien-ban/2/noi-dung/").content.decode())
    changes = page.partition("Thay đổi so với phiên bản 1")[2].partition("</table>")[0]
    assert "Hồ sơ nộp trực tuyến ≥ 80 % → Hồ sơ nộp trực tuyến ≥ 95 %" in changes
    assert "80% hồ sơ được nộp trực tuyến → 90% hồ sơ được nộp trực tuyến" in changes
    assert "Doanh nghiệp → –" not in changes
    assert changes.count("Sửa") == 1
    first = opened("dung").get(f"/ke-hoach/{plan.pk}/phien-ban/1/noi-dung/").content.decode()
    assert "95 %" not in unescape(first)


def test_rows_added_and_gone_and_the_head_are_named(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)

    def also(what: str) -> None:
        plan.refresh_from_db()
        new = {"text": "Tập huấn kỹ năng số", "lead": ("Sở Y tế",), "kind": "Kế hoạch"}
        for change in (
            with_entry("document", "VB2", new, ()),
            without_entry("document", "VB1"),
            lambda content: replace(content, title="Kế hoạch mới"),
        ):
            plan.refresh_from_db()
            change_content(
                actor=cast.giang, plan_id=plan.pk, change=change, seen=plan.revision, what=what, now=AFTER
            )

    amend(cast, "at_least", 95, also=also)
    page = unescape(opened("giang").get(f"/ke-hoach/{plan.pk}/phien-ban/2/noi-dung/").content.decode())
    changes = page.partition("Thay đổi so với phiên bản 1")[2].partition("</table>")[0]
    assert "Tên:</span>" in changes
    assert "Kế hoạch nâng cao chỉ số chuyển đổi số → Kế hoạch mới" in changes
    added, gone = changes.index("Tập huấn kỹ năng số"), changes.index("Kế hoạch đào tạo kỹ năng số")
    assert "Thêm" in changes[:added]
    assert "Bỏ" in changes[:gone]
