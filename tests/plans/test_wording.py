"""The pages show the plan as its document prints it, with what is corrected and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from django.test import Client

from chamdiem.library.plans import load_plan
from chamdiem.plans.services import create_plan
from chamdiem.plans.wording import list_parts
from tests.people import NOW, Cast

Opened = Callable[[str], Client]
NINH_THUAN = load_plan("ninhthuan-2021-plan")


def test_every_basis_section_goal_and_clause_is_on_the_page_as_printed(cast: Cast, opened: Opened) -> None:
    plan = create_plan(actor=cast.giang, owner_id=cast.province.pk, content=NINH_THUAN, now=NOW)
    page = unescape(opened("giang").get(f"/ke-hoach/{plan.pk}/van-ban/").content.decode())
    lists = (NINH_THUAN.legal_basis, NINH_THUAN.clauses, NINH_THUAN.goals, NINH_THUAN.recipients)
    assert all(entry.text in page for entries in lists for entry in entries)
    assert all(heading.title in page for heading in NINH_THUAN.sections)
    assert "định hướng đến năm 2030" in page


def test_a_section_stands_below_the_one_it_belongs_to() -> None:
    depths = {part.heading.text: part.depth for part in list_parts(NINH_THUAN)}
    assert (depths["II. MỤC TIÊU"], depths["1. Mục tiêu cơ bản đến năm 2025"]) == (1, 2)


def test_an_item_shows_its_printed_wording_its_corrections_and_its_place(cast: Cast, opened: Opened) -> None:
    plan = create_plan(actor=cast.giang, owner_id=cast.province.pk, content=NINH_THUAN, now=NOW)
    printed = next(each for each in NINH_THUAN.items if any(c.field == "text" for c in each.corrections))
    item = plan.items.get(key=printed.key)
    page = unescape(opened("giang").get(f"/ke-hoach/muc/{item.pk}/").content.decode())
    correction = next(each for each in printed.corrections if each.field == "text")
    assert printed.text in page
    assert f'<q lang="vi">{correction.correct}</q>' in page
    assert printed.source.lines in page
