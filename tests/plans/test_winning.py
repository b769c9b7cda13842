"""Lost points become items of the plan, and what was won stands beside what was expected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chamdiem.errors import Incomplete, NotFound, WrongStage
from chamdiem.plans.content import printed_text
from chamdiem.plans.entry_forms import initial_of
from chamdiem.plans.feeding import list_readings
from chamdiem.plans.measuring import is_reached
from chamdiem.plans.models import Expectation, Measure
from chamdiem.plans.selectors.winning import (
    count_places,
    get_feeding,
    get_published,
    list_open_losses,
    list_published,
    split_losses,
)
from chamdiem.plans.services import win_back, winning
from chamdiem.plans.ways import Aim, Outlook, outlook
from chamdiem.results.models import Result
from chamdiem.results.prospects import subject_of
from chamdiem.results.services import close_campaign
from chamdiem.web.numbers import fixed
from tests.people import NOW, Cast
from tests.results.dossiers import fill

from .loaded import draft_plan, plan_in_force


def test_chosen_losses_become_targets_with_the_points_expected(cast: Cast, published: Result) -> None:
    plan = draft_plan(cast)
    lost = {line.row.key: line.lost for line in list_open_losses(plan, published)}
    assert lost["2.1"] > 0
    win_back(
        actor=cast.giang,
        plan_id=plan.pk,
        result_id=published.pk,
        chosen={"2.1": ""},
        seen=plan.revision,
        now=NOW,
    )
    item = plan.items.get(key="CT2")
    assert item.text.startswith("Nâng điểm tiêu chí 2.1")
    assert [each.body.name for each in item.charged.all()] == ["Sở Xây dựng"]
    expected = Expectation.objects.get(item=item)
    assert (expected.criterion_key, Fraction(expected.points)) == ("2.1", lost["2.1"])
    plan.refresh_from_db()
    assert "2.1" not in {line.row.key for line in list_open_losses(plan, published)}


def test_nothing_is_added_that_was_not_chosen_or_not_lost(cast: Cast, published: Result) -> None:
    plan = draft_plan(cast)
    with pytest.raises(Incomplete):
        win_back(actor=cast.giang, plan_id=plan.pk, result_id=published.pk, chosen={}, seen=1, now=NOW)
    with pytest.raises(NotFound):
        win_back(
            actor=cast.giang, plan_id=plan.pk, result_id=published.pk, chosen={"1.1": ""}, seen=1, now=NOW
        )
    assert plan.items.count() == 3


def test_what_is_not_published_is_no_base_for_a_plan(cast: Cast) -> None:
    plan = draft_plan(cast)
    fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    assert not list_published(plan).exists()
    with pytest.raises(NotFound):
        win_back(
            actor=cast.giang,
            plan_id=plan.pk,
            result_id=Result.objects.all()[0].pk,
            chosen={"2.1": ""},
            seen=1,
            now=NOW,
        )


def test_of_a_plan_in_force_the_lost_points_can_be_read_and_the_way_back_is_offered(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    plan = plan_in_force(cast)
    address, client = f"/ke-hoach/{plan.pk}/diem-du-kien/{published.pk}/", opened("giang")
    assert address in client.get(f"/ke-hoach/{plan.pk}/diem-du-kien/").content.decode()
    page = client.get(address)
    assert page.status_code == 200
    text = page.content.decode()
    assert "Kế hoạch đang thực hiện nên chưa thêm được nội dung." in text
    assert "Đưa vào kế hoạch" not in text
    assert 'name="criterion"' not in text
    refused = client.post(address, {"criterion": "2.1"})
    assert refused.status_code == 409
    assert f'href="/ke-hoach/{plan.pk}/"' in refused.content.decode()


def test_a_plan_in_force_is_first_taken_into_revision(cast: Cast, published: Result) -> None:
    plan = plan_in_force(cast)
    with pytest.raises(WrongStage):
        win_back(
            actor=cast.giang,
            plan_id=plan.pk,
            result_id=published.pk,
            chosen={"2.1": ""},
            seen=plan.revision,
            now=NOW,
        )


def _points(points: Fraction) -> str:
    return f"{float(points):.2f}".replace(".", ",")


def test_the_next_step_and_the_way_to_an_aim_are_shown(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    plan = draft_plan(cast)
    address = f"/ke-hoach/{plan.pk}/diem-du-kien/{published.pk}/"
    shown = outlook(published, list_open_losses(plan, published))
    ways = {loss.line.row.key: [way.name for way in loss.ways] for loss in shown.losses}
    assert "next" in ways["2.1"]
    assert not any(loss.is_proposed for loss in shown.losses)
    page = opened("giang").get(address)
    assert "thêm " in page.content.decode()
    now = published.total
    reached = opened("giang").get(address, {"total": f"{now + 1:.2f}".replace(".", ",")}).content.decode()
    assert "cách ít công sức nhất đưa điểm từ" in reached
    assert " checked" in reached
    way = outlook(published, list_open_losses(plan, published), Aim(total=Fraction(now) + 1))
    assert way.course is not None
    assert f"tổng công sức {fixed(way.course.effort, 3)}." in reached
    assert "Công sức của một số liệu là 0,05 cho việc bắt đầu" in reached
    listed = reached.partition('<p role="status">')[2].partition("</ul>")[0]
    assert listed.count("<li>") == len(way.proposed) > 0
    assert all(loss.is_proposed for loss in way.losses[: len(way.proposed)])
    too_far = opened("giang").get(address, {"total": "9999"}).content.decode()
    assert "Mục tiêu 9.999,00 điểm vượt tổng điểm tối đa" in too_far
    most = outlook(published, list_open_losses(plan, published), Aim(total=Fraction(9999)))
    assert most.reachable is not None
    assert most.maximum is not None
    assert published.total < most.reachable <= most.maximum
    assert f"Làm hết các bước tính được thì đạt {_points(most.reachable)} điểm." in too_far
    reached = opened("giang").get(address, {"total": _points(most.reachable)}).content.decode()
    assert "không đủ" not in reached
    already = opened("giang").get(address, {"total": "1"}).content.decode()
    assert "đã đạt" in already
    both = opened("giang").get(address, {"total": "1", "place": "1"}).content.decode()
    assert "Chỉ nhập một trong hai" in both
    beyond = opened("giang").get(address, {"place": "900"}).content.decode()
    assert "không có hạng 900" in beyond


@pytest.mark.parametrize("more", [1, 12])
def test_what_of_the_way_is_in_the_plan_already_is_listed_and_not_promised_by_the_ticks(
    cast: Cast, published: Result, opened: Callable[[str], Client], more: int
) -> None:
    plan = draft_plan(cast)
    aim = Aim(total=Fraction(published.total) + more)
    way = outlook(published, list_open_losses(plan, published), aim)
    taken = next(loss for loss in way.losses if loss.is_proposed).line
    win_back(
        actor=cast.giang,
        plan_id=plan.pk,
        result_id=published.pk,
        chosen={taken.row.key: ""},
        seen=1,
        now=NOW,
        aim=aim,
    )
    plan.refresh_from_db()
    lost, planned = split_losses(plan, published)
    shown = outlook(published, lost, aim, planned=planned)
    assert [loss.line.row.key for loss in shown.planned] == [taken.row.key]
    assert shown.course is not None
    assert shown.alone is not None
    assert shown.alone < shown.course.after.total.points
    ticked = any(loss.is_proposed for loss in shown.losses)
    assert (shown.alone > published.total) == ticked == (more > 1)
    address = f"/ke-hoach/{plan.pk}/diem-du-kien/{published.pk}/"
    page = opened("giang").get(address, {"total": fixed(published.total + more, 2)})
    said = page.content.decode()
    alone = f"Riêng các việc được đánh dấu dưới đây đưa điểm lên {fixed(shown.alone, 2)};"
    assert (alone if ticked else "Mọi việc của cách này ở các tiêu chí đã có trong kế hoạch:") in said
    assert f'{taken.row.label} <span lang="vi">{taken.row.correct_name}</span> <span' in unescape(said)


def test_the_efforts_shown_make_up_the_effort_of_the_way(cast: Cast, published: Result) -> None:
    plan = draft_plan(cast)
    aim = Aim(total=Fraction(published.total) + 3)
    way = outlook(published, list_open_losses(plan, published), aim)
    assert way.course is not None
    assert sum(loss.ways[0].effort for loss in way.proposed) == way.course.effort > 0


def test_the_place_one_has_needs_no_step(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    address = f"/ke-hoach/{draft_plan(cast).pk}/diem-du-kien/{published.pk}/"
    said = opened("giang").get(address, {"place": str(count_places(published))}).content.decode()
    assert f"Đơn vị đã ở hạng {count_places(published)} hoặc cao hơn với" in said
    assert "0,00 điểm đã đạt" not in said


def test_why_points_were_lost_is_said_in_the_language_of_the_page(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    plan = draft_plan(cast)
    (reason,) = (line.reason for line in list_open_losses(plan, published, "en") if line.row.key == "2.1")
    giang, address = opened("giang"), f"/ke-hoach/{plan.pk}/diem-du-kien/{published.pk}/"
    assert reason not in unescape(giang.get(address).content.decode())
    giang.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert reason in unescape(giang.get(address).content.decode())


def test_the_way_chosen_becomes_the_text_and_the_points_of_the_item(cast: Cast, published: Result) -> None:
    plan = draft_plan(cast)
    losses = {
        loss.line.row.key: loss for loss in outlook(published, list_open_losses(plan, published)).losses
    }
    way = next(way for way in losses["2.1"].ways if way.name == "next")
    win_back(
        actor=cast.giang,
        plan_id=plan.pk,
        result_id=published.pk,
        chosen={"2.1": "next"},
        seen=plan.revision,
        now=NOW,
    )
    item = plan.items.get(key="CT2")
    assert item.text.endswith(way.text)
    assert Fraction(Expectation.objects.get(item=item).points) == way.points
    with pytest.raises(NotFound):
        win_back(
            actor=cast.giang,
            plan_id=plan.pk,
            result_id=published.pk,
            chosen={next(key for key in losses if key != "2.1"): "course"},
            seen=plan.revision + 1,
            now=NOW,
        )


def test_what_a_way_costs_elsewhere_is_expected_too_and_stays_to_be_won(
    cast: Cast, published: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = draft_plan(cast)
    other = next(
        key for line in list_open_losses(plan, published) if (key := line.row.key) not in ("1.2", "2.1")
    )
    plan.delete()

    def costing(*arguments: Any) -> Outlook:
        shown = outlook(*arguments)
        losses = [
            replace(loss, ways=[replace(way, elsewhere={other: Fraction(-1, 2)}) for way in loss.ways])
            for loss in shown.losses
        ]
        return replace(shown, losses=losses)

    monkeypatch.setattr(winning, "outlook", costing)
    measure = _taken(cast, published, "2.1", "next")
    expected = dict(Expectation.objects.filter(item=measure.item).values_list("criterion_key", "points"))
    assert expected.pop(other) == Decimal("-0.5")
    assert expected["2.1"] > 0
    assert other in {line.row.key for line in list_open_losses(measure.plan, published)}
    content = printed_text(measure.plan.document, measure.plan.key)
    item = next(each for each in content.items if each.key == "CT2")
    assert f"; {other}=-0,5" in initial_of(content, item)["expected"]


def _taken(cast: Cast, published: Result, key: str, way: str) -> Measure:
    plan = draft_plan(cast)
    win_back(
        actor=cast.giang,
        plan_id=plan.pk,
        result_id=published.pk,
        chosen={key: way},
        seen=plan.revision,
        now=NOW,
    )
    return Measure.objects.filter(item__key="CT2").order_by("pk")[0]


def test_a_target_of_a_share_is_measured_by_the_share_the_rule_asks_for(
    cast: Cast, published: Result
) -> None:
    measure = _taken(cast, published, "2.1", "next")
    assert (measure.operator, measure.threshold, measure.unit) == ("at_least", Decimal(80), "%")
    readings = list_readings(get_feeding(measure.plan, published.pk), measure.label, measure.unit)
    assert (readings[0].key, readings[0].label) == ("ratio:2.1", measure.label)
    assert not is_reached(measure.operator, readings[0].value, measure.threshold)


def test_a_target_asks_each_quarter_for_the_figures_its_step_is_worded_in(
    cast: Cast, published: Result
) -> None:
    share = _taken(cast, published, "2.1", "next")
    number = Measure.objects.exclude(pk=share.pk).get(item=share.item)
    assert (number.label, number.unit) == ("2.1 Số dịch vụ công trực tuyến toàn trình", "thủ tục")
    assert f"lên {number.threshold.normalize():f} thủ tục" in str(share.item)
    readings = list_readings(get_feeding(number.plan, published.pk), number.label, number.unit)
    assert readings[0].label == number.label


def test_the_reading_of_a_target_stands_first_in_every_language(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    measure = _taken(cast, published, "2.1", "next")
    giang = opened("giang")
    giang.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = giang.get(f"/ke-hoach/{measure.plan_id}/so-lieu/{measure.pk}/ket-qua/{published.pk}/")
    assert page.context["fitting"][0].label == measure.label


def test_a_target_nobody_can_say_a_way_for_is_measured_by_its_points(cast: Cast, published: Result) -> None:
    plan = draft_plan(cast)
    loss = next(
        each
        for each in outlook(published, list_open_losses(plan, published)).losses
        if each.ways[0].name == "lost"
    )
    plan.delete()
    measure = _taken(cast, published, loss.line.row.key, "lost")
    assert (measure.operator, measure.unit) == ("at_least", "điểm")
    assert Fraction(measure.threshold) == loss.line.maximum
    readings = list_readings(get_feeding(measure.plan, published.pk), measure.label, measure.unit)
    assert readings[0].key == f"points:{loss.line.row.key}"
    assert measure.item is not None
    assert "lên" in measure.item.text


def test_the_frozen_figures_of_one_organisation_are_read_alone(cast: Cast, published: Result) -> None:
    result = get_published(draft_plan(cast), published.pk)
    with CaptureQueriesContext(connection) as queries:
        subject = subject_of(result)
    assert len(queries) == 1
    assert subject.scorer.score(subject.answers, subject.overrides).total.points == Fraction(result.total)
