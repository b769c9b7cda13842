"""A body that has ended is not called finished, and what it said last stays told and counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from html import unescape

import pytest
from django.test import Client

from chamdiem.organisations.models import Organisation
from chamdiem.plans.body_lines import Content
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemReport, PlanBody, PlanItem, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors.rounds import list_report_rows
from chamdiem.plans.selectors.standings import list_standings
from chamdiem.plans.services import (
    LineDraft,
    close_round,
    open_due_rounds,
    open_round,
    resolve_body,
    save_line,
    submit_report,
)
from tests.people import Cast

from .ended import BEHIND, BY_NAME, NAMED, NEXT_YEAR, end, say, third_quarter
from .loaded import AFTER, CONTENT, FOURTH, IN_TIME, plan_in_force, report_of

Opened = Callable[[str], Client]
ENDED = "Không báo cáo vì đã kết thúc hoạt động"


def _name(cast: Cast, body: Organisation) -> None:
    """The owner says in November who stands in the place of Sở Y tế."""
    named = PlanBody.objects.get(name="Sở Y tế")
    resolve_body(
        actor=cast.giang,
        plan_id=named.plan_id,
        body_id=named.pk,
        organisation_ids=[body.pk],
        is_outside=False,
        now=NAMED,
    )


def _open(now: datetime = FOURTH) -> Round:
    (round_,) = open_due_rounds(now=now)
    return round_


def _item(round_: Round, key: str) -> Content:
    item: Content = next(each for each in consolidate(round_)["items"] if each["key"] == key)
    return item


def _said(round_: Round) -> list[str]:
    report = official_report(consolidate(round_), FOURTH.date())
    return [line for each in report.sections for line in each.paragraphs]


def _row(round_: Round, text: str) -> Sequence[str]:
    """The row of an annex that begins with a wording."""
    annexes = official_report(consolidate(round_), FOURTH.date()).annexes
    rows = [row.cells for annex in annexes for row in annex.table.rows]
    return next(cells for cells in rows if any(cell.startswith(text) for cell in cells))


def _one(lines: Sequence[str], start: str) -> str:
    (line,) = (each for each in lines if each.startswith(start))
    return line


def test_who_ended_with_work_open_is_not_called_finished(cast: Cast) -> None:
    third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b)
    fourth = _open()
    said = _said(fourth)
    assert _one(said, "Không phải báo cáo vì mọi nội dung") == (
        "Không phải báo cáo vì mọi nội dung chủ trì đã hoàn thành từ kỳ trước 1 đơn vị: Sở Xây dựng."
    )
    assert _one(said, ENDED) == (
        f"{ENDED} 1 đơn vị: Sở Y tế (1 nội dung chưa hoàn thành chưa rõ đơn vị làm tiếp)."
    )


def test_who_ended_finished_is_told_so_and_as_ended(cast: Cast) -> None:
    third_quarter(cast, BY_NAME)
    end(cast.body_b)
    said = _said(_open())
    assert _one(said, ENDED) == f"{ENDED} 1 đơn vị: Sở Y tế (nội dung chủ trì đã hoàn thành)."
    assert not [line for line in said if line.startswith("Không phải báo cáo") and "Sở Y tế" in line]


def test_who_took_over_is_named(cast: Cast) -> None:
    third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b, cast.standing)
    assert _one(_said(_open()), ENDED) == (
        f"{ENDED} 1 đơn vị: Sở Y tế (sáp nhập vào Sở Khoa học và Công nghệ)."
    )


def test_into_which_it_was_split_and_that_nobody_goes_on(cast: Cast) -> None:
    third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b, cast.standing, cast.body_a, change="split")
    assert _one(_said(_open()), ENDED) == (
        f"{ENDED} 1 đơn vị: Sở Y tế (chia tách thành Sở Khoa học và Công nghệ, Sở Xây dựng, "
        "1 nội dung chưa hoàn thành chưa rõ đơn vị làm tiếp)."
    )


def test_whom_the_owner_named_goes_on(cast: Cast) -> None:
    third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b)
    _name(cast, cast.body_a)
    assert _one(_said(_open()), ENDED) == f"{ENDED} 1 đơn vị: Sở Y tế (Sở Xây dựng làm tiếp)."


def test_the_board_of_the_round_says_it_has_ended(cast: Cast, opened: Opened) -> None:
    third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b)
    fourth = _open()
    rows = {row.report.organisation_id: row for row in list_report_rows(fourth, FOURTH)}
    assert (rows[cast.body_a.pk].has_ended, rows[cast.body_b.pk].has_ended) == (False, True)
    shown = opened("giang").get(f"/ke-hoach/ky/{fourth.pk}/").content.decode()
    assert shown.count("đã kết thúc hoạt động sau ngày 19/10/2026, không báo cáo") == 1
    assert shown.count("nội dung chủ trì đã hoàn thành, không phải báo cáo lại") == 1


@pytest.mark.parametrize("how", ["ended", "left the province"])
def test_the_last_word_stays_where_nobody_else_is_in_charge(cast: Cast, how: str) -> None:
    third = third_quarter(cast, BY_NAME, DA1=BEHIND)
    before = consolidate(third)["totals"]
    assert before["project"] == {"all": 1, "behind": 1}
    # Into a body outside the province nobody is asked below the owner of the plan.
    end(cast.body_b, *([cast.elsewhere] if how != "ended" else []))
    fourth = _open()
    close_round(actor=cast.giang, round_id=fourth.pk, now=FOURTH)
    for round_, since in ((fourth, "10%"), (_open(NEXT_YEAR), "10%")):
        item = _item(round_, "DA1")
        assert (item["state"], item["percent"], item["percent_before"]) == ("behind", 10, 10)
        assert (item["owed"], item["asked"], item["held"], item["left"]) == (1, 0, 1, ["Sở Y tế"])
        row = _row(round_, "Nâng cấp mạng")
        assert "Chậm tiến độ (theo báo cáo cuối; đơn vị đã kết thúc)" in row
        assert list(row).count(since) == 2
        assert "Sở Y tế (đơn vị đã kết thúc, báo cáo cuối quý III/2026): Chậm tiến độ, 10%." in row[-1]
        line = _one([each for each in _said(round_) if "Nâng cấp mạng" in each], "- Phụ lục III")
        assert line.endswith(
            "(Sở Y tế); chậm tiến độ (theo báo cáo cuối; đơn vị đã kết thúc), đạt 10% (kỳ trước 10%); "
            "cơ quan chủ trì không còn hoạt động, chưa rõ đơn vị làm tiếp: Sở Y tế."
        )
        content = consolidate(round_)
        assert content["totals"] == before
        assert content["outside"] == []
        said = _said(round_)
        assert _one(said, "Trong 3 nội dung") == (
            "Trong 3 nội dung được tổng hợp có 2 đã hoàn thành (2 từ kỳ trước), 1 chậm tiến độ."
        )
        assert _one(said, "Trong đó 1 nội dung không còn đơn vị nào phải báo cáo")
    standing = list_standings(third.plan)[PlanItem.objects.get(key="DA1").pk]
    assert (standing.state, standing.percent, standing.said, standing.owed) == ("behind", 10, 1, 1)


def test_where_it_never_spoke_the_item_stays_counted_as_unreported(cast: Cast) -> None:
    plan = plan_in_force(cast, BY_NAME)
    third = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    close_round(actor=cast.giang, round_id=third.pk, reason="Đơn vị giải thể.", now=AFTER)
    end(cast.body_b)
    fourth = _open()
    assert consolidate(fourth)["totals"]["project"] == {"all": 1, "missing": 1}
    assert "Chưa báo cáo (đơn vị đã kết thúc)" in _row(fourth, "Nâng cấp mạng")


def test_what_a_body_that_helps_says_stands_beside_the_last_word(cast: Cast) -> None:
    helping = "      - Sở Y tế\n    coordinating:\n      - Sở XD\n    budget"
    text = CONTENT.replace("      - Sở Y tế\n    budget", helping)
    third_quarter(cast, text, DA1=BEHIND)
    end(cast.body_b)
    fourth = _open()
    report = report_of(fourth, cast.body_a)
    (line,) = report.lines.filter(item__key="DA1")
    draft = LineDraft(state="on_track", percent=30, done="Đã giúp.")
    save_line(actor=cast.dung, line_id=line.pk, draft=draft, seen=line.version, now=FOURTH)
    submit_report(actor=cast.dung, report_id=report.pk, now=FOURTH)
    assert (_item(fourth, "DA1")["state"], _item(fourth, "DA1")["percent"]) == ("behind", 10)
    told = [each for each in _said(fourth) if "Nâng cấp mạng" in each]
    assert [each for each in told if "đạt 10%" in each and "theo đơn vị phối hợp: Sở Xây dựng" in each]


def test_the_last_of_a_chain_has_the_last_word(cast: Cast) -> None:
    """Sở Y tế went into another that reported once more and has ended too."""
    third = third_quarter(cast, BY_NAME, DA1=BEHIND)
    end(cast.body_b, cast.standing)
    fourth = _open()
    ItemReport.objects.filter(report__round=fourth, item__key="DA1").update(state="on_track", percent=60)
    fourth.reports.filter(organisation=cast.standing).update(status="accepted", submitted_at=FOURTH)
    close_round(actor=cast.giang, round_id=fourth.pk, reason="Đủ.", now=FOURTH)
    end(cast.standing, day=date(2027, 1, 5))
    first = _open(NEXT_YEAR)
    item = _item(first, "DA1")
    assert (item["state"], item["percent"], item["percent_before"]) == ("on_track", 60, 60)
    assert item["left"] == ["Sở Khoa học và Công nghệ"]
    standing = list_standings(third.plan)[PlanItem.objects.get(key="DA1").pk]
    assert (standing.state, standing.percent, standing.said, standing.owed) == ("on_track", 60, 1, 1)


def test_what_the_last_of_a_chain_finished_stays_finished(cast: Cast) -> None:
    third = third_quarter(cast, BY_NAME, DA1=BEHIND)
    end(cast.body_b, cast.standing)
    fourth = _open()
    ItemReport.objects.filter(report__round=fourth, item__key="DA1").update(state="done", percent=100)
    fourth.reports.filter(organisation=cast.standing).update(status="accepted", submitted_at=FOURTH)
    close_round(actor=cast.giang, round_id=fourth.pk, reason="Đủ.", now=FOURTH)
    end(cast.standing, day=date(2027, 1, 5))
    item = _item(_open(NEXT_YEAR), "DA1")
    assert (item["state"], item["settled"], item["owed"], item["left"]) == ("done", 1, 1, [])
    standing = list_standings(third.plan)[PlanItem.objects.get(key="DA1").pk]
    assert (standing.state, standing.owed) == ("done", 1)


@pytest.mark.parametrize("how", ["named", "merged"])
def test_what_it_finished_itself_is_not_what_it_had_taken_over(cast: Cast, how: str) -> None:
    """Sở Xây dựng, done with its own part, takes the open one of Sở Y tế and ends without a word on it."""
    third = third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b, *([cast.body_a] if how == "merged" else []))
    if how == "named":
        _name(cast, cast.body_a)
    end(cast.body_a, day=date(2026, 11, 10))
    item = _item(_open(), "CT1")
    assert (item["state"], item["percent"], item["left"]) == ("behind", 55, ["Sở Y tế"])
    standing = list_standings(third.plan)[PlanItem.objects.get(key="CT1").pk]
    assert (standing.state, standing.percent) == ("behind", 55)


def test_where_who_was_named_never_spoke_the_last_word_is_that_of_the_one_before(cast: Cast) -> None:
    third = third_quarter(cast, BY_NAME, DA1=BEHIND)
    end(cast.body_b)
    _name(cast, cast.standing)
    end(cast.standing, day=date(2026, 11, 10))
    item = _item(_open(), "DA1")
    assert (item["state"], item["percent"], item["left"]) == ("behind", 10, ["Sở Y tế"])
    standing = list_standings(third.plan)[PlanItem.objects.get(key="DA1").pk]
    assert (standing.state, standing.percent) == ("behind", 10)


def test_what_was_done_and_is_past_its_years_is_told_beside_the_rate(cast: Cast) -> None:
    third_quarter(cast, BY_NAME)
    PlanItem.objects.filter(key="VB1").update(from_year=2026, to_year=2026)
    close_round(actor=cast.giang, round_id=_open().pk, now=FOURTH)
    first = _open(NEXT_YEAR)
    assert consolidate(first)["totals_before"]["document"] == {"all": 1, "done": 1}
    assert "document" not in consolidate(first)["totals"]
    assert _one(_said(first), "1 nội dung đã hoàn thành ở kỳ trước không còn tính trong kỳ này")


def test_who_had_finished_everything_need_not_be_named_again(cast: Cast, opened: Opened) -> None:
    """It helps with nothing either."""
    helping = "    lead:\n      - Sở XD\n    coordinating:\n      - Sở Y tế\n"
    plan = third_quarter(cast, BY_NAME.replace(helping, "    lead:\n      - Sở XD\n")).plan
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=date(2020, 9, 19))
    body = plan.bodies.get(name="Sở Y tế")
    for address in (f"/ke-hoach/{plan.pk}/co-quan/", f"/ke-hoach/{plan.pk}/co-quan/{body.pk}/"):
        text = unescape(opened("giang").get(address).content.decode())
        assert "Nội dung chủ trì đã hoàn thành nên không cần đơn vị làm tiếp." in text
    assert "cần xác định lại" not in text


def test_named_to_who_leads_already_it_is_one_item_everywhere(cast: Cast) -> None:
    """Page of items, annex, section 3 and totals say the same, before and after it speaks."""
    third = third_quarter(cast, BY_NAME, CT1=BEHIND)
    end(cast.body_b)
    _name(cast, cast.body_a)
    fourth = _open()
    pk = PlanItem.objects.get(key="CT1").pk
    assert (_item(fourth, "CT1")["state"], _item(fourth, "CT1")["percent_before"]) == ("", 55)
    assert consolidate(fourth)["totals"]["target"] == {"all": 1, "missing": 1}
    assert "Chưa báo cáo" in _row(fourth, "80% hồ sơ")
    assert [line for line in _said(fourth) if "80% hồ sơ" in line and "chưa báo cáo" in line]
    assert list_standings(third.plan)[pk].state == "behind"
    say(cast, fourth, cast.body_a, FOURTH)
    assert consolidate(fourth)["totals"]["target"] == {"all": 1, "done": 1}
    standing = list_standings(third.plan)[pk]
    assert (standing.state, standing.percent, standing.said, standing.owed) == ("done", 100, 1, 1)
