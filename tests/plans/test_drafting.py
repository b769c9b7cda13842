"""A plan taken in, resolved, approved, revised; nothing half, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.test import Client

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, InvalidPlan, NotAllowed, NotFound, WrongStage
from chamdiem.library.plans import load_plan, plan_text
from chamdiem.organisations.models import Kind, Organisation
from chamdiem.plans.content import printed
from chamdiem.plans.editing import MeasureDraft, with_entry, without_entry
from chamdiem.plans.models import ItemBody, Plan, PlanItem
from chamdiem.plans.reading import read_content
from chamdiem.plans.selectors import get_plan, list_plans
from chamdiem.plans.services import (
    approve_plan,
    change_content,
    create_plan,
    delete_draft,
    move_plan,
    resolve_body,
)
from tests.people import NOW, Cast

from .loaded import CONTENT, UNLED, draft_plan, plan_in_force

DEPARTMENTS = (
    "Sở Thông tin và Truyền thông", "Văn phòng UBND tỉnh", "Sở Kế hoạch và Đầu tư", "Sở Tài chính",
    "Sở Nội vụ", "Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Giao thông vận tải",
)  # fmt: skip


def _departments(cast: Cast) -> None:
    kind = Kind.objects.get(code="department")
    for number, name in enumerate(DEPARTMENTS):
        body = Organisation.objects.create(code=f"T1.{number}", name=name, kind=kind, parent=cast.province)
        body.path = f"{cast.province.path}{body.pk}/"
        body.save()


def test_the_plan_of_ninh_thuan_loads_completely(cast: Cast) -> None:
    _departments(cast)
    plan = create_plan(
        actor=cast.giang, owner_id=cast.province.pk, content=load_plan("ninhthuan-2021-plan"), now=NOW
    )
    kinds = [plan.items.filter(kind=kind).count() for kind in PlanItem.Kind.values]
    assert (plan.goals.count(), *kinds) == (18, 14, 11, 32)
    assert plan.document == plan_text("ninhthuan-2021-plan")
    office = plan.bodies.get(name="Văn phòng Ủy ban nhân dân tỉnh")
    assert [each.name for each in office.organisations.all()] == ["Văn phòng UBND tỉnh"]


def test_collective_bodies_unfold_and_what_is_unknown_stays_open(cast: Cast) -> None:
    _departments(cast)
    content = load_plan("ninhthuan-2021-plan")
    plan = create_plan(actor=cast.giang, owner_id=cast.province.pk, content=content, now=NOW)
    everybody = plan.bodies.get(name="Các Sở, ban, ngành, địa phương")
    assert everybody.organisations.count() == len(DEPARTMENTS) + 3
    open_names = set(plan.bodies.filter(resolution="open").values_list("name", flat=True))
    assert "Doanh nghiệp" in open_names
    assert "Trung tâm Công nghệ thông tin và Truyền thông" in open_names
    with pytest.raises(Incomplete) as refused:
        approve_plan(
            actor=cast.giang, plan_id=plan.pk, decision="1/KH", decided_on=date(2021, 2, 1), note="", now=NOW
        )
    assert refused.value.code == "plan.bodies_open"


def test_a_spelling_is_kept_as_printed_and_the_body_behind_it_known(cast: Cast) -> None:
    plan = draft_plan(cast)
    charge = ItemBody.objects.get(item__plan=plan, item__key="VB1", is_lead=True)
    assert charge.printed == "Sở XD"
    assert [each.name for each in charge.body.organisations.all()] == ["Sở Xây dựng"]


def test_only_the_standing_body_of_the_owner_takes_a_plan_in(cast: Cast) -> None:
    for name in ("an", "dung", "chi", "nga", "lan"):
        with pytest.raises(NotFound):
            create_plan(
                actor=cast.people[name],
                owner_id=cast.province.pk,
                content=read_content(CONTENT),
                now=NOW,
            )
    assert not Plan.objects.exists()


def test_the_same_plan_is_not_taken_in_twice(cast: Cast) -> None:
    draft_plan(cast)
    with pytest.raises(Conflict) as refused:
        draft_plan(cast)
    assert refused.value.facts == {"key": "vi-du-plan"}


def test_a_draft_is_known_to_nobody_else(cast: Cast) -> None:
    plan = draft_plan(cast)
    for name in ("an", "chi", "nga", "lan"):
        assert plan not in list_plans(actor=cast.people[name])
        with pytest.raises(NotFound):
            get_plan(actor=cast.people[name], plan_id=plan.pk)


def test_in_force_it_is_seen_by_the_bodies_it_charges_and_by_who_watches(cast: Cast) -> None:
    plan = plan_in_force(cast)
    seen = {name for name, person in cast.people.items() if plan in list_plans(actor=person)}
    assert seen == {"an", "dung", "kien", "binh", "minh", "chi", "giang", "ha"}


def test_a_body_is_resolved_only_to_what_lies_below_the_owner(cast: Cast) -> None:
    plan = draft_plan(cast)
    body = plan.bodies.get(name="Sở Y tế")
    with pytest.raises(NotFound):
        resolve_body(
            actor=cast.giang,
            plan_id=plan.pk,
            body_id=body.pk,
            organisation_ids=[cast.elsewhere.pk],
            is_outside=False,
            now=NOW,
        )
    with pytest.raises(Incomplete) as refused:
        resolve_body(
            actor=cast.giang,
            plan_id=plan.pk,
            body_id=body.pk,
            organisation_ids=[cast.body_a.pk, cast.body_b.pk],
            is_outside=False,
            now=NOW,
        )
    assert refused.value.code == "plan.body_is_one"
    assert [each.pk for each in body.organisations.all()] == [cast.body_b.pk]


def test_an_edit_keeps_the_rows_others_hold_on_to(cast: Cast) -> None:
    plan = draft_plan(cast)
    before = {item.key: item.pk for item in plan.items.all()}
    change = with_entry("project", "DA1", {"text": "Nâng cấp mạng", "lead": ("Sở Y tế",)}, [])
    change_content(actor=cast.giang, plan_id=plan.pk, change=change, seen=1, what="DA1", now=NOW)
    plan.refresh_from_db()
    assert {item.key: item.pk for item in plan.items.all()} == before
    assert plan.items.get(key="DA1").text == "Nâng cấp mạng"
    assert printed(plan).projects[0].text == "Nâng cấp mạng"
    assert Event.objects.filter(action="plan.edit").count() == 1


def test_a_measure_keeps_its_key_when_its_threshold_changes(cast: Cast) -> None:
    plan = draft_plan(cast)
    measure = MeasureDraft(label="Hồ sơ", operator="at_least", threshold=Fraction(90), unit="%")
    change = with_entry("goal", "MT1", {"text": "90% hồ sơ.", "year": 2027}, [measure])
    change_content(actor=cast.giang, plan_id=plan.pk, change=change, seen=1, what="MT1", now=NOW)
    assert str(plan.measures.get(key="MT1-1").threshold.normalize()) == "9E+1"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"text": "x", "lead": ("Sở Lạ",)}, "plan.unknown_body"),
        ({"text": "x", "goals": ("MT9",)}, "plan.unknown_goal"),
        ({"text": "x", "criteria": ("9.9",)}, "plan.unknown_criterion"),
    ],
)
def test_an_edit_that_does_not_hold_together_is_refused_and_changes_nothing(
    cast: Cast, values: dict[str, object], code: str
) -> None:
    plan = draft_plan(cast)
    with pytest.raises(InvalidPlan) as refused:
        change_content(
            actor=cast.giang,
            plan_id=plan.pk,
            change=with_entry("project", "DA1", values, []),
            seen=1,
            what="DA1",
            now=NOW,
        )
    assert [problem.code for problem in refused.value.problems] == [code]
    plan.refresh_from_db()
    assert (plan.revision, plan.items.get(key="DA1").text) == (1, "Nâng cấp mạng truyền số liệu")


def test_who_saw_an_older_content_does_not_overwrite_the_newer(cast: Cast) -> None:
    plan = draft_plan(cast)
    change = with_entry("project", "DA1", {"text": "Một"}, [])
    change_content(actor=cast.giang, plan_id=plan.pk, change=change, seen=1, what="DA1", now=NOW)
    with pytest.raises(Conflict):
        change_content(actor=cast.giang, plan_id=plan.pk, change=change, seen=1, what="DA1", now=NOW)


def test_a_file_of_another_plan_is_refused(cast: Cast) -> None:
    plan = draft_plan(cast)
    with pytest.raises(Conflict) as refused:
        change_content(
            actor=cast.giang,
            plan_id=plan.pk,
            change=lambda content: replace(content, key="khac-plan"),
            seen=1,
            what="tệp",
            now=NOW,
        )
    assert refused.value.code == "plan.other_plan"


def test_approval_names_its_document_and_keeps_the_content(cast: Cast) -> None:
    plan = plan_in_force(cast)
    version = plan.versions.get()
    assert (version.number, version.decision, version.document) == (1, "12/KH-UBND", plan.document)
    assert (plan.status, plan.number) == ("in_force", "12/KH-UBND")


@pytest.mark.parametrize(
    ("decision", "day", "code"),
    [
        ("", date(2026, 7, 1), "plan.decision_missing"),
        ("12/KH", None, "plan.decision_missing"),
        ("12/KH", date(2027, 1, 1), "plan.decision_ahead"),
        ("12/KH", date(1999, 1, 1), "plan.decision_unlikely"),
        ("12/KH", date(26, 1, 1), "plan.decision_too_early"),
        ("12/KH", date(2023, 12, 31), "plan.decision_unlikely"),
    ],
)
def test_without_number_or_with_a_day_ahead_nothing_is_approved(
    cast: Cast, decision: str, day: date | None, code: str
) -> None:
    plan = draft_plan(cast)
    with pytest.raises(Incomplete) as refused:
        approve_plan(actor=cast.giang, plan_id=plan.pk, decision=decision, decided_on=day, note="", now=NOW)
    assert refused.value.code == code
    assert not plan.versions.exists()


def test_an_adjustment_is_not_decided_before_what_it_adjusts(cast: Cast) -> None:
    plan = plan_in_force(cast)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Sửa", now=NOW)
    early = date(2026, 6, 30)
    with pytest.raises(Incomplete) as refused:
        approve_plan(actor=cast.giang, plan_id=plan.pk, decision="15/QĐ", decided_on=early, note="", now=NOW)
    assert refused.value.code == "plan.decision_before_version"


def test_what_changed_since_it_was_read_is_not_approved(cast: Cast, opened: Callable[[str], Client]) -> None:
    plan = draft_plan(cast)
    plan.bodies.filter(is_collective=True).update(resolution="outside")
    address = f"/ke-hoach/{plan.pk}/phe-duyet/"
    page = opened("giang").get(address).content.decode()
    assert '<input type="hidden" name="seen" value="1"' in page
    change = without_entry("project", "DA1")
    change_content(actor=cast.giang, plan_id=plan.pk, change=change, seen=1, what="DA1", now=NOW)
    typed = {"decision": "12/KH-UBND", "decided_on": "2026-07-01", "seen": 1}
    answer = opened("giang").post(address, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"người khác đã sửa kế hoạch ở: DA1 ({cast.giang})." in page
    assert '<input type="hidden" name="seen" value="2"' in page
    assert not plan.versions.exists()
    assert opened("giang").post(address, {**typed, "seen": 2}).status_code == 302
    assert plan.versions.exists()


def test_items_without_a_body_in_charge_are_approved_with_a_reason_only(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    plan = draft_plan(cast, UNLED)
    Plan.objects.get().bodies.filter(is_collective=True).update(resolution="outside")
    address, typed = (
        f"/ke-hoach/{plan.pk}/phe-duyet/",
        {"decision": "12/KH-UBND", "decided_on": "2026-07-01", "seen": 1},
    )
    with pytest.raises(Incomplete) as refused:
        approve_plan(
            actor=cast.giang,
            plan_id=plan.pk,
            decision="12/KH-UBND",
            decided_on=date(2026, 7, 1),
            note="",
            unled_reason="  ",
            now=NOW,
        )
    assert (refused.value.code, refused.value.facts["items"]) == (
        "plan.items_unled",
        "1. Kế hoạch đào tạo kỹ năng số",
    )
    page = opened("giang").get(address).content.decode()
    assert ">1. Kế hoạch đào tạo kỹ năng số<" in page
    answer = opened("giang").post(address, typed)
    assert answer.status_code == 422
    assert "1 nội dung chưa có đơn vị chủ trì" in answer.content.decode()
    assert not plan.versions.exists()
    answer = opened("giang").post(address, {**typed, "unled_reason": "Sẽ giao trong quý IV"})
    assert answer.status_code == 302
    assert plan.versions.exists()
    facts = Event.objects.filter(action="plan.approve").latest("pk").facts
    assert (facts["reason"], facts["items"]) == ("Sẽ giao trong quý IV", "VB1")


def test_a_whole_plan_asks_for_no_such_reason(cast: Cast, opened: Callable[[str], Client]) -> None:
    page = opened("giang").get(f"/ke-hoach/{draft_plan(cast).pk}/phe-duyet/").content.decode()
    assert "chưa có đơn vị chủ trì" not in page


def test_in_force_it_is_not_edited_until_it_is_taken_into_revision(cast: Cast) -> None:
    plan = plan_in_force(cast)
    change = without_entry("project", "DA1")
    with pytest.raises(WrongStage):
        change_content(actor=cast.giang, plan_id=plan.pk, change=change, seen=1, what="DA1", now=NOW)
    with pytest.raises(Incomplete):
        move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason=" ", now=NOW)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Bỏ dự án", now=NOW)
    change_content(actor=cast.giang, plan_id=plan.pk, change=change, seen=1, what="DA1", now=NOW)
    approve_plan(
        actor=cast.giang, plan_id=plan.pk, decision="15/QĐ", decided_on=date(2026, 8, 1), note="Bỏ", now=NOW
    )
    assert [version.number for version in plan.versions.all()] == [2, 1]
    assert "DA1" in plan.versions.get(number=1).document
    assert "DA1" not in plan.versions.get(number=2).document


def test_those_who_see_it_may_not_run_it(cast: Cast) -> None:
    plan = plan_in_force(cast)
    for name in ("an", "dung", "chi", "ha"):
        with pytest.raises(NotAllowed):
            move_plan(actor=cast.people[name], plan_id=plan.pk, action="revise", reason="x", now=NOW)


def test_a_version_is_never_changed(cast: Cast) -> None:
    plan = plan_in_force(cast)
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
        plan.versions.update(note="khác")


def test_only_a_draft_is_thrown_away(cast: Cast) -> None:
    delete_draft(actor=cast.giang, plan_id=draft_plan(cast).pk, now=NOW)
    assert not Plan.objects.exists()
    plan = plan_in_force(cast)
    with pytest.raises(WrongStage):
        delete_draft(actor=cast.giang, plan_id=plan.pk, now=NOW)


def test_the_leader_of_the_authority_reaches_the_page_she_may_approve_on(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    plan = plan_in_force(cast)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Sửa nguồn vốn", now=NOW)
    RoleAssignment.objects.create(user=cast.dung, role=Role.LEADER, organisation=cast.province, given_at=NOW)
    client = opened("dung")
    address = f"/ke-hoach/{plan.pk}/phe-duyet/"
    assert address in client.get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert client.get(address).status_code == 200
