"""A decision that adjusts a plan is named in its head, and in the reports of rounds opened after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client

from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.official import official_report
from chamdiem.plans.services import approve_plan, move_plan, open_round
from tests.people import Cast

from .loaded import AFTER, FOURTH, third_quarter

Opened = Callable[[str], Client]


def test_it_is_named_from_the_next_round_on(cast: Cast, opened: Opened) -> None:
    third = third_quarter(cast)
    plan_id = third.plan_id
    address = f"/ke-hoach/{plan_id}/"
    assert "điều chỉnh tại" not in opened("giang").get(address).content.decode()
    move_plan(actor=cast.giang, plan_id=plan_id, action="revise", reason="Đổi hạn", now=AFTER)
    approve_plan(
        actor=cast.giang,
        plan_id=plan_id,
        decision="99/KH-UBND",
        decided_on=date(2026, 10, 8),
        note="",
        now=AFTER,
    )
    named = "(điều chỉnh tại 99/KH-UBND ngày 08/10/2026)"
    assert named in opened("giang").get(address).content.decode()
    assert named in opened("giang").get(f"{address}van-ban/").content.decode()
    (before,) = official_report(consolidate(third), AFTER.date()).opening
    assert "số 12/KH-UBND ngày 01/07/2026 của Ủy ban nhân dân tỉnh Ví Dụ, " in before
    fourth = open_round(actor=cast.giang, plan_id=plan_id, year=2026, quarter=4, now=FOURTH)
    (after,) = official_report(consolidate(fourth), FOURTH.date()).opening
    assert f"của Ủy ban nhân dân tỉnh Ví Dụ {named}, " in after
