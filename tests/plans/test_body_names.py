"""Collective names of a plan: what they unfold into, and what stays open for a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from chamdiem.errors import Incomplete
from chamdiem.plans.body_names import BodyNames, RealBody
from chamdiem.plans.services import approve_plan, move_plan, resolve_body
from tests.people import NOW, Cast

from .loaded import draft_plan

Opened = Callable[[str], Client]

OWNER, DEPARTMENT, DISTRICT, TOWN, COMMUNE = range(1, 6)


def _body(id_: int, name: str, level: int, depth: int) -> RealBody:
    return RealBody(id=id_, names=(name,), level=level, depth=depth)


BODIES = [
    _body(OWNER, "Tỉnh Ví Dụ", 1, 0),
    _body(DEPARTMENT, "Sở Y tế", 1, 1),
    _body(DISTRICT, "Huyện An Phú", 2, 1),
    _body(TOWN, "Thị xã An Khê", 2, 1),
    _body(COMMUNE, "Xã Hòa Bình", 3, 2),
]
TWO_LEVELS = [each for each in BODIES if each.level != 2]


@pytest.mark.parametrize(
    ("name", "unfolded"),
    [
        ("UBND các huyện, thị xã, thành phố", {DISTRICT, TOWN}),
        ("Các huyện, thị xã, thành phố", {DISTRICT, TOWN}),
        ("UBND các thị xã, thành phố", {DISTRICT, TOWN}),
        ("UBND các quận, huyện trên địa bàn", {DISTRICT, TOWN}),
        ("UBND các xã, phường, thị trấn", {COMMUNE}),
        ("UBND các huyện, các xã", {DISTRICT, TOWN, COMMUNE}),
        ("Các địa phương", {DISTRICT, TOWN}),
        ("Các Sở, ban, ngành, địa phương", {DEPARTMENT, DISTRICT, TOWN}),
        ("Các sở, ban, ngành thành phố", {DEPARTMENT}),
        ("Các cơ quan, đơn vị liên quan", {DEPARTMENT}),
        ("Các cơ quan, đơn vị trực thuộc", {DEPARTMENT}),
    ],
)
def test_a_collective_name_means_the_level_it_names(name: str, unfolded: set[int]) -> None:
    assert set(BodyNames(BODIES).unfold(name)) == unfolded


@pytest.mark.parametrize(
    "name",
    [
        "Các tổ chức chính trị - xã hội",
        "Các cơ quan báo chí trên địa bàn",
        "Các đơn vị viễn thông",
        "Các hiệp hội ngành nghề",
        "Doanh nghiệp",
        "Các sở, ban, ngành, doanh nghiệp",
        "Các đơn vị sự nghiệp công lập",
    ],
)
def test_a_name_with_a_word_nobody_knows_stays_open(name: str) -> None:
    assert BodyNames(BODIES).unfold(name) == []


def test_without_districts_localities_are_the_communes_and_districts_are_nobody() -> None:
    names = BodyNames(TWO_LEVELS)
    assert names.unfold("Các địa phương") == [COMMUNE]
    assert names.unfold("UBND các huyện, thị xã, thành phố") == []
    assert names.unfold("Các sở, ban, ngành; UBND các huyện") == []


def test_whoever_approves_confirms_what_collective_names_became(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    outside = plan.bodies.get(name="Doanh nghiệp")
    resolve_body(
        actor=cast.giang, plan_id=plan.pk, body_id=outside.pk, organisation_ids=[], is_outside=True, now=NOW
    )
    address = f"/ke-hoach/{plan.pk}/phe-duyet/"
    giang = opened("giang")
    guessed = plan.bodies.get(name="Các Sở, ban, ngành").organisations.count()
    assert f"Các Sở, ban, ngành: {guessed} đơn vị" in giang.get(address).content.decode()
    # Not on the page alone: whoever calls the use case confirms it, too.
    with pytest.raises(Incomplete) as unconfirmed:
        approve_plan(
            actor=cast.giang, plan_id=plan.pk, decision="12/KH", decided_on=date(2026, 7, 1), note="", now=NOW
        )
    assert unconfirmed.value.code == "plan.guessed_unconfirmed"
    assert unconfirmed.value.facts == {"bodies": f"Các Sở, ban, ngành ({guessed})"}
    typed = {"decision": "12/KH-UBND", "decided_on": "2026-07-01", "seen": plan.revision}
    refused = giang.post(address, typed)
    assert refused.status_code == 422
    assert "Còn tên chung do hệ thống mở ra theo tên." in refused.content.decode()
    assert giang.post(address, {**typed, "guessed_right": "on"}).status_code == 302
    plan.refresh_from_db()
    assert plan.status == "in_force"
    assert plan.bodies.get(name="Các Sở, ban, ngành").resolution == "chosen"
    # Confirmed once, it is not asked again.
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Sửa", now=NOW)
    page = giang.get(address).content.decode()
    assert "chưa ai xác nhận" not in page
    assert giang.post(address, {**typed, "decision": "13/KH-UBND"}).status_code == 302
