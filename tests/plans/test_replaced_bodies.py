"""What a body had finished before it ended stays finished, whoever the owner names in its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from html import unescape

import pytest
from django.test import Client

from chamdiem.organisations.models import Organisation
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemReport, PlanBody, PlanItem, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors.replacing import list_kept
from chamdiem.plans.selectors.standings import list_standings
from chamdiem.plans.services import (
    close_round,
    judge_report,
    open_due_rounds,
    resolve_body,
    save_line,
    submit_report,
)
from tests.people import Cast

from .ended import BEHIND, BY_NAME, DONE, NAMED, NEXT_YEAR, end, third_quarter
from .loaded import CONTENT, FOURTH, plan_in_force, report_of

Opened = Callable[[str], Client]


def _name(cast: Cast, name: str, *bodies: Organisation) -> PlanBody:
    """The owner says in November who a body of the plan is."""
    body = PlanBody.objects.get(name=name)
    return resolve_body(
        actor=cast.giang,
        plan_id=body.plan_id,
        body_id=body.pk,
        organisation_ids=[each.pk for each in bodies],
        is_outside=False,
        now=NAMED,
    )


def _fourth(key: str) -> dict[str, bool]:
    """Who is in charge of an item in the fourth quarter, with whether it had finished it before."""
    if not Round.objects.filter(quarter=4).exists():
        open_due_rounds(now=FOURTH)
    return _asked(key, 4)


def _asked(key: str, quarter: int) -> dict[str, bool]:
    lines = ItemReport.objects.filter(report__round__quarter=quarter, is_lead=True, item__key=key)
    return dict(lines.values_list("report__organisation__name", "is_settled"))


def _target(key: str = "CT1") -> dict[str, object]:
    content = consolidate(Round.objects.get(quarter=4))
    found: dict[str, object] = next(each for each in content["items"] if each["key"] == key)
    return found


def test_what_it_finished_is_asked_of_nobody_again(cast: Cast) -> None:
    third_quarter(cast)
    end(cast.body_b)
    _name(cast, "Sở Y tế", cast.standing)
    assert _fourth("DA1") == {"Sở Y tế": True}
    assert (_target("DA1")["state"], _target("DA1")["settled"]) == ("done", 1)
    plan = PlanBody.objects.get(name="Sở Y tế").plan
    standing = list_standings(plan)[PlanItem.objects.get(key="DA1").pk]
    assert (standing.state, standing.said, standing.owed) == ("done", 1, 1)


def test_what_it_had_not_finished_is_asked_of_the_other(cast: Cast) -> None:
    third_quarter(cast, DA1=BEHIND)
    end(cast.body_b)
    _name(cast, "Sở Y tế", cast.standing)
    assert _fourth("DA1") == {"Sở Khoa học và Công nghệ": False}
    assert _target("DA1")["state"] == ""


def test_a_level_raised_since_is_asked_of_the_other_too(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    third = third_quarter(cast)
    end(cast.body_b)
    _name(cast, "Sở Y tế", cast.standing)
    place = PlanItem.objects.get(key="DA1").pk, cast.body_b.pk
    monkeypatch.setattr("chamdiem.plans.selectors.charges.list_reopened", lambda *_args: {place: third})
    assert _fourth("DA1") == {"Sở Khoa học và Công nghệ": False}


def test_a_body_that_lives_was_a_mistake_and_what_it_said_too(cast: Cast) -> None:
    third_quarter(cast)
    assert _name(cast, "Sở Y tế", cast.standing).replaced == {}
    assert _fourth("DA1") == {"Sở Khoa học và Công nghệ": False}


def test_one_named_after_another_and_a_mistake_between(cast: Cast) -> None:
    third_quarter(cast)
    end(cast.body_b)
    _name(cast, "Sở Y tế", cast.standing)
    end(cast.standing)
    _name(cast, "Sở Y tế", cast.province)
    _name(cast, "Sở Y tế", cast.body_a)
    assert _fourth("DA1") == {"Sở Y tế": True}
    kept = [each for found in list_kept(PlanBody.objects.all()[0].plan).values() for each in found]
    assert [(each.before, each.after, str(each.items[0])) for each in kept] == [
        (cast.body_b, cast.body_a, "1. Nâng cấp mạng truyền số liệu")
    ]


def test_named_again_it_is_itself_once_more(cast: Cast) -> None:
    third_quarter(cast, DA1=BEHIND)
    end(cast.body_b)
    _name(cast, "Sở Y tế", cast.standing)
    assert _name(cast, "Sở Y tế", cast.body_b).replaced == {}


def test_who_had_finished_its_own_part_owes_the_other_one(cast: Cast) -> None:
    third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b)
    _name(cast, "Sở Y tế", cast.body_a)
    assert _fourth("CT1") == {"Sở Xây dựng": False}
    assert _target()["state"] == ""
    # Said and accepted since, it is finished for both.
    report = report_of(Round.objects.get(quarter=4), cast.body_a)
    (line,) = report.lines.filter(item__key="CT1")
    save_line(actor=cast.dung, line_id=line.pk, draft=DONE, seen=line.version, now=FOURTH)
    submit_report(actor=cast.dung, report_id=report.pk, now=FOURTH)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=FOURTH)
    close_round(actor=cast.giang, round_id=report.round_id, reason="Đủ.", now=FOURTH)
    open_due_rounds(now=NEXT_YEAR)
    assert _asked("CT1", 1) == {"Sở Xây dựng": True}


def test_a_collective_name_keeps_what_one_that_left_it_had_finished(cast: Cast) -> None:
    third_quarter(cast)
    end(cast.body_b)
    _name(cast, "Các Sở, ban, ngành", cast.body_a, cast.standing)
    assert _fourth("CT1") == {"Sở Xây dựng": True, "Sở Y tế": True, "Sở Khoa học và Công nghệ": False}
    assert (_target()["state"], _target()["settled"], _target()["owed"]) == ("on_track", 2, 3)


@pytest.mark.parametrize("text", [CONTENT, BY_NAME])
def test_who_took_over_is_not_asked_again_for_what_was_finished(cast: Cast, text: str) -> None:
    third_quarter(cast, text)
    end(cast.body_b, cast.standing)
    name, others = ("Các Sở, ban, ngành", [cast.body_a]) if text == CONTENT else ("Sở Y tế", [])
    _name(cast, name, *others, cast.standing)
    assert _fourth("CT1") == {"Sở Xây dựng": True, "Sở Y tế": True}
    assert _target()["state"] == "done"


def test_who_took_over_and_belonged_to_the_name_before_owes_its_own_part(cast: Cast) -> None:
    plan_in_force(cast)
    _name(cast, "Các Sở, ban, ngành", cast.body_a, cast.body_b)
    end(cast.body_b, cast.body_a)
    assert _name(cast, "Các Sở, ban, ngành", cast.body_a).replaced == {
        "": {str(cast.body_b.pk): NAMED.date().isoformat()}
    }
    assert _fourth("CT1") == {"Sở Xây dựng": False}


def test_an_ended_member_of_a_collective_name_does_not_hold_its_items_open(cast: Cast) -> None:
    third = third_quarter(cast, CT1=BEHIND)
    end(cast.body_b)
    assert _fourth("CT1") == {"Sở Xây dựng": True}
    item = _target()
    assert (item["state"], item["percent"], item["owed"], item["left"]) == ("done", 100, 1, [])
    standing = list_standings(third.plan)[PlanItem.objects.get(key="CT1").pk]
    assert (standing.state, standing.percent, standing.owed) == ("done", 100, 1)
    content = consolidate(Round.objects.get(quarter=4))
    said = [line for each in official_report(content, FOURTH.date()).sections for line in each.paragraphs]
    assert [
        line
        for line in said
        if line.startswith("- Sở Y tế không còn hoạt động, được nêu trong tên chung cùng đơn vị khác;")
        and "không còn tính ở: Phụ lục" in line
        and line.endswith("80% hồ sơ được nộp trực tuyến.")
    ]


def test_where_all_of_a_collective_name_have_ended_the_item_stays_open(cast: Cast) -> None:
    third_quarter(cast, CT1=BEHIND)
    end(cast.body_b)
    end(cast.body_a)
    assert _fourth("CT1") == {"Sở Xây dựng": True}
    assert (_target()["left"], _target()["state"]) == (["Sở Y tế"], "behind")


def test_the_pages_of_bodies_say_what_stays_finished(cast: Cast, opened: Opened) -> None:
    plan = third_quarter(cast).plan
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2020, 9, 19))
    page = f"/ke-hoach/{plan.pk}/co-quan/"
    dropped = "kỳ mở từ ngày đó không hỏi và không chờ đơn vị này nữa"
    assert unescape(opened("giang").get(page).content.decode()).count(dropped) == 1
    body = _name(cast, "Sở Y tế", cast.standing)
    said = (
        "Sở Y tế đã hoàn thành, được chấp nhận và giữ nguyên, không hỏi lại Sở Khoa học và Công nghệ: "
        "1. Nâng cấp mạng truyền số liệu."
    )
    for address in (page, f"{page}{body.pk}/"):
        assert said in unescape(opened("giang").get(address).content.decode())
    _name(cast, "Các Sở, ban, ngành", cast.body_a)
    said = "Sở Y tế đã hoàn thành, được chấp nhận và giữ nguyên: 1. 80% hồ sơ được nộp trực tuyến."
    assert said in unescape(opened("giang").get(page).content.decode())


@pytest.mark.parametrize("names", [["Sở Y tế"], ["Sở Y tế", "Các Sở, ban, ngành"]])
def test_it_costs_the_same_however_many_bodies(
    cast: Cast, django_assert_num_queries: Callable[..., AbstractContextManager[object]], names: list[str]
) -> None:
    plan = third_quarter(cast).plan
    end(cast.body_b)
    for name in names:
        _name(cast, name, cast.standing)
    with django_assert_num_queries(5):
        assert len(list_kept(plan)) == len(names)
