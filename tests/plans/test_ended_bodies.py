"""A body that ended while a plan names it: who took over is asked next, or the owner decides."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from chamdiem.notices.models import Notice
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.organisations.services import merge_organisations, split_organisation
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemReport, PlanItem, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors.charges import list_charges, list_unreported_items
from chamdiem.plans.selectors.content import get_printed
from chamdiem.plans.selectors.stand_ins import list_left_items
from chamdiem.plans.selectors.standings import Standing, list_standings
from chamdiem.plans.services import (
    LineDraft,
    TaskPlan,
    close_round,
    create_task,
    judge_report,
    open_due_rounds,
    open_round,
    save_line,
    submit_report,
)
from tests.people import LOCAL, Cast

from .loaded import AFTER, FOURTH, IN_TIME, line_of, plan_in_force, report_of, send_report, third_quarter

Opened = Callable[[str], Client]
DAY = date(2026, 10, 20)
DURING = datetime(2026, 10, 20, 9, 0, tzinfo=LOCAL)
DONE = LineDraft(state="done", percent=100, done="Xong.", difficulty="Số liệu chưa chốt.")


def _merge(cast: Cast, into: Organisation, *bodies: Organisation) -> None:
    merge_organisations(
        actor=cast.lan,
        predecessor_ids=[body.pk for body in bodies],
        successor_id=into.pk,
        on=DAY,
        decision="15/NQ-HĐND",
        now=DURING,
    )


def _split(cast: Cast, body: Organisation, *into: Organisation) -> None:
    split_organisation(
        actor=cast.lan,
        predecessor_id=body.pk,
        successor_ids=[each.pk for each in into],
        on=DAY,
        decision="16/NQ-HĐND",
        now=DURING,
    )


def _end(body: Organisation) -> None:
    Organisation.objects.filter(pk=body.pk).update(valid_to=DAY - timedelta(days=1))


def _asked(round_: Round) -> dict[str, dict[str, bool]]:
    """Item → who is asked, with whether it is in charge."""
    found: dict[str, dict[str, bool]] = {}
    for line in ItemReport.objects.filter(report__round=round_).select_related(
        "item", "report__organisation"
    ):
        found.setdefault(line.item.key, {})[line.report.organisation.name] = line.is_lead
    return found


def _fourth(cast: Cast) -> Round:
    (round_,) = open_due_rounds(now=FOURTH)
    return round_


def test_who_took_over_is_asked_and_told_in_the_next_round(cast: Cast) -> None:
    plan_in_force(cast)
    _merge(cast, cast.standing, cast.body_b)
    Notice.objects.all().delete()
    assert _asked(_fourth(cast)) == {
        "CT1": {"Sở Xây dựng": True, "Sở Khoa học và Công nghệ": True},
        "VB1": {"Sở Xây dựng": True, "Sở Khoa học và Công nghệ": False},
        "DA1": {"Sở Khoa học và Công nghệ": True},
    }
    assert not Notice.objects.filter(user__in=[cast.binh, cast.minh]).exists()


def test_who_was_in_charge_as_well_is_asked_once(cast: Cast) -> None:
    plan_in_force(cast)
    _merge(cast, cast.body_a, cast.body_b)
    assert _asked(_fourth(cast)) == {
        "CT1": {"Sở Xây dựng": True},
        "VB1": {"Sở Xây dựng": True},
        "DA1": {"Sở Xây dựng": True},
    }


def test_the_round_that_was_open_stays_with_the_people_who_began_it(cast: Cast) -> None:
    third = third_quarter(cast)
    before = _asked(third)
    _merge(cast, cast.standing, cast.body_b)
    assert _asked(third) == before
    send_report(cast, report_of(third, cast.body_b), "minh", DURING)
    assert _asked(third) == before


def test_up_to_the_day_itself_the_old_body_is_asked(cast: Cast) -> None:
    plan = plan_in_force(cast)
    _merge(cast, cast.standing, cast.body_b)
    eve = DURING - timedelta(days=1)
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, reason="Bù", now=eve)
    assert list(_asked(round_)["DA1"]) == ["Sở Y tế"]
    later = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=4, now=DURING)
    assert list(_asked(later)["DA1"]) == ["Sở Khoa học và Công nghệ"]


def test_one_merger_after_another_leads_to_the_last(cast: Cast) -> None:
    plan_in_force(cast)
    _merge(cast, cast.standing, cast.body_b)
    _end(cast.standing)
    Succession.objects.create(
        change="merged", predecessor=cast.standing, successor=cast.body_a, took_place_on=DAY
    )
    assert _asked(_fourth(cast))["DA1"] == {"Sở Xây dựng": True}


def test_what_was_finished_before_stays_with_the_body_that_finished_it(cast: Cast) -> None:
    third = third_quarter(cast)
    ct1, da1 = (line_of(third, cast.body_b, key) for key in ("CT1", "DA1"))
    save_line(actor=cast.minh, line_id=da1.pk, draft=DONE, seen=da1.version, now=IN_TIME)
    behind = LineDraft(state="behind", percent=30, difficulty="Thiếu người.", figures={"CT1-1": "30"})
    save_line(actor=cast.minh, line_id=ct1.pk, draft=behind, seen=ct1.version, now=IN_TIME)
    report = report_of(third, cast.body_b)
    submit_report(actor=cast.minh, report_id=report.pk, now=IN_TIME)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    _merge(cast, cast.standing, cast.body_b)
    fourth = _fourth(cast)
    asked = _asked(fourth)
    assert asked["DA1"] == {"Sở Y tế": True}
    assert asked["CT1"] == {"Sở Xây dựng": True, "Sở Khoa học và Công nghệ": True}
    assert not report_of(fourth, cast.body_b).is_required
    (project,) = (item for item in consolidate(fourth)["items"] if item["key"] == "DA1")
    assert (project["state"], project["settled"]) == ("done", 1)
    standings = {
        item.key: list_standings(fourth.plan).get(item.pk, Standing()) for item in fourth.plan.items.all()
    }
    assert (standings["DA1"].state, standings["DA1"].owed) == ("done", 1)
    # Until who took over has spoken, the last word stands.
    assert standings["CT1"].state == "behind"
    line = line_of(fourth, cast.standing, "CT1")
    ItemReport.objects.filter(pk=line.pk).update(state="on_track", percent=60)
    type(line.report).objects.filter(pk=line.report_id).update(status="submitted", submitted_at=FOURTH)
    standing = list_standings(fourth.plan)[line.item_id]
    assert (standing.state, standing.percent, standing.said, standing.owed) == ("on_track", 60, 1, 2)
    # Even where nobody had taken over, what was finished leaves nothing to decide, nor a name of several.
    Succession.objects.all().delete()
    assert list_left_items(fourth.plan, get_printed(fourth.plan), FOURTH.date()) == []


def test_who_had_finished_owes_it_again_for_a_body_that_had_not(cast: Cast) -> None:
    third = third_quarter(cast)
    vb1, ct1 = (line_of(third, cast.body_a, key) for key in ("VB1", "CT1"))
    for line in (vb1, ct1):
        save_line(actor=cast.dung, line_id=line.pk, draft=DONE, seen=line.version, now=IN_TIME)
    report = report_of(third, cast.body_a)
    submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    _merge(cast, cast.body_a, cast.body_b)
    fourth = _fourth(cast)
    settled = {
        line.item.key: line.is_settled for line in report_of(fourth, cast.body_a).lines.select_related("item")
    }
    assert settled == {"CT1": False, "VB1": True, "DA1": False}
    # Said and accepted anew after the merger, it is finished for both.
    again = report_of(fourth, cast.body_a)
    for line in again.lines.filter(is_settled=False):
        save_line(actor=cast.dung, line_id=line.pk, draft=DONE, seen=line.version, now=FOURTH)
    submit_report(actor=cast.dung, report_id=again.pk, now=FOURTH)
    judge_report(actor=cast.giang, report_id=again.pk, action="accept", now=FOURTH)
    PlanItem.objects.update(from_year=2026, to_year=2026)
    close_round(actor=cast.giang, round_id=fourth.pk, now=FOURTH + timedelta(days=20))
    (first,) = open_due_rounds(now=datetime(2027, 3, 20, 9, 0, tzinfo=LOCAL))
    assert _asked(first) == {}


@pytest.mark.parametrize("how", ["split", "ended", "elsewhere"])
def test_where_nobody_can_tell_who_took_over_nobody_is_asked_and_the_item_is_named(
    cast: Cast, how: str
) -> None:
    plan = plan_in_force(cast)
    match how:
        case "split":
            _split(cast, cast.body_b, cast.standing, cast.body_a)
        case "ended":
            _end(cast.body_b)
        case _:
            _end(cast.body_b)
            Succession.objects.create(
                change="merged", predecessor=cast.body_b, successor=cast.elsewhere, took_place_on=DAY
            )
    round_ = _fourth(cast)
    assert "DA1" not in _asked(round_)
    assert [item.key for item in list_unreported_items(round_)] == ["DA1"]
    content = consolidate(round_)
    assert [(item["key"], item["has_ended"]) for item in content["outside"]] == [("DA1", True)]
    told = [line for each in official_report(content, FOURTH.date()).sections for line in each.paragraphs]
    assert any("(Sở Y tế); cơ quan chủ trì không còn hoạt động, chưa có số liệu." in line for line in told)
    left = list_left_items(plan, get_printed(plan), FOURTH.date())
    assert [each.item.key for each in left if each.is_alone] == ["DA1"]


def test_a_collective_name_unfolds_into_all_parts_of_a_split_body(cast: Cast) -> None:
    plan_in_force(cast)
    _split(cast, cast.body_b, cast.standing, cast.body_a)
    assert _asked(_fourth(cast))["CT1"] == {"Sở Xây dựng": True, "Sở Khoa học và Công nghệ": True}


def test_the_owner_reads_what_became_of_it_and_who_is_asked(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast)
    body = plan.bodies.get(name="Sở Y tế")
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2020, 9, 19))
    step = Succession.objects.create(
        change="merged", predecessor=cast.body_b, successor=cast.standing, took_place_on=date(2020, 9, 20)
    )
    said = "Sở Y tế đã sáp nhập từ ngày 20/09/2020, nay là Sở Khoa học và Công nghệ."
    asks = (
        "Kỳ mở từ ngày đó hỏi Sở Khoa học và Công nghệ về phần chưa hoàn thành; nếu đơn vị khác làm tiếp, "
        "hãy xác định lại."
    )
    client = opened("giang")
    page = client.get(f"/ke-hoach/{plan.pk}/co-quan/").content.decode()
    assert f"{said} {asks}" in page
    assert "cần xác định lại" not in page
    one = client.get(f"/ke-hoach/{plan.pk}/co-quan/{body.pk}/").content.decode()
    assert said in one
    assert "· đã kết thúc" in one
    step.delete()
    page = client.get(f"/ke-hoach/{plan.pk}/co-quan/").content.decode()
    assert "Sở Y tế đã kết thúc từ ngày 20/09/2020, không có đơn vị kế thừa." in page
    assert page.count("cần xác định lại") == 2
    assert "Nội dung không còn đơn vị chủ trì nào hoạt động" in page
    assert "1. Nâng cấp mạng truyền số liệu" in page


def test_who_took_over_may_plan_tasks_of_the_item(cast: Cast) -> None:
    plan_in_force(cast)
    _merge(cast, cast.body_a, cast.body_b)
    item = PlanItem.objects.get(key="DA1")
    planned = TaskPlan(name="Khảo sát", starts_on=DAY, due_on=FOURTH.date())
    task = create_task(
        actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=FOURTH
    )
    assert task.organisation == cast.body_a


@pytest.mark.parametrize("keys", [("DA1",), ("CT1", "VB1", "DA1")])
def test_it_costs_the_same_however_many_items_and_bodies(
    cast: Cast,
    django_assert_num_queries: Callable[..., AbstractContextManager[object]],
    keys: tuple[str, ...],
) -> None:
    plan = plan_in_force(cast)
    _merge(cast, cast.standing, cast.body_a, cast.body_b)
    items = list(plan.items.filter(key__in=keys))
    with django_assert_num_queries(4):
        assert len(list_charges(items, DAY)) == len(keys)
