"""Bodies that took over, or were named for others, and end themselves: nothing is counted twice or lost."""

from __future__ import annotations

from datetime import date, datetime

from chamdiem.organisations.models import Organisation
from chamdiem.plans.body_lines import Content
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemReport, PlanBody, PlanItem, Round
from chamdiem.plans.selectors.standings import list_standings
from chamdiem.plans.services import close_round, open_due_rounds, open_round, resolve_body
from tests.people import LOCAL, Cast

from .ended import BEHIND, BY_NAME, NAMED, NEXT_YEAR, end, say, third_quarter
from .loaded import AFTER, CONTENT, FOURTH, IN_TIME, plan_in_force

SCIENCE = "Sở Khoa học và Công nghệ"
THREE = BY_NAME.replace("      - Sở Y tế\n", f"      - Sở Y tế\n      - {SCIENCE}\n", 1).replace(
    "  - name: Sở Y tế\n", f"  - name: Sở Y tế\n  - name: {SCIENCE}\n", 1
)
LATER = datetime(2027, 1, 10, 9, 0, tzinfo=LOCAL)


def _name(cast: Cast, name: str, *bodies: Organisation, now: datetime = NAMED) -> None:
    body = PlanBody.objects.get(name=name)
    resolve_body(
        actor=cast.giang,
        plan_id=body.plan_id,
        body_id=body.pk,
        organisation_ids=[each.pk for each in bodies],
        is_outside=False,
        now=now,
    )


def _open(now: datetime = FOURTH) -> Round:
    (round_,) = open_due_rounds(now=now)
    return round_


def _speak(round_: Round, body: Organisation, key: str, state: str, percent: int) -> None:
    """A body's accepted word on one item."""
    ItemReport.objects.filter(report__round=round_, report__organisation=body, item__key=key).update(
        state=state, percent=percent
    )
    round_.reports.filter(organisation=body).update(status="accepted", submitted_at=FOURTH)


def _item(round_: Round, key: str) -> Content:
    item: Content = next(each for each in consolidate(round_)["items"] if each["key"] == key)
    return item


def _standing(key: str) -> tuple[str, int | None]:
    item = PlanItem.objects.get(key=key)
    found = list_standings(item.plan)[item.pk]
    return found.state, found.percent


def _three(cast: Cast) -> None:
    """The third quarter, closed: of three in charge one is done, one behind at 10 %, one at 70 %."""
    plan = plan_in_force(cast, THREE)
    third = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    say(cast, third, cast.body_a, IN_TIME)
    say(cast, third, cast.body_b, IN_TIME, CT1=BEHIND)
    _speak(third, cast.standing, "CT1", "on_track", 70)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)


def test_two_that_became_one_are_one_when_that_ends_too(cast: Cast) -> None:
    _three(cast)
    end(cast.body_b, cast.body_a)
    fourth = _open()
    _speak(fourth, cast.body_a, "CT1", "on_track", 50)
    close_round(actor=cast.giang, round_id=fourth.pk, reason="Đủ.", now=FOURTH)
    end(cast.body_a, day=date(2027, 1, 5))
    item = _item(_open(NEXT_YEAR), "CT1")
    assert item["left"] == ["Sở Xây dựng"]
    assert item["owed"] == 2


def test_what_a_named_body_finished_since_stays_finished_when_it_ends(cast: Cast) -> None:
    third_quarter(cast, DA1=BEHIND)
    end(cast.body_b)
    _name(cast, "Sở Y tế", cast.standing)
    fourth = _open()
    _speak(fourth, cast.standing, "DA1", "done", 100)
    close_round(actor=cast.giang, round_id=fourth.pk, reason="Đủ.", now=FOURTH)
    end(cast.standing, day=date(2027, 1, 5))
    _name(cast, "Sở Y tế", cast.body_a, now=LATER)
    item = _item(_open(NEXT_YEAR), "DA1")
    assert (item["state"], item["settled"], item["left"]) == ("done", 1, [])
    assert _standing("DA1") == ("done", 100)


def test_the_words_of_two_it_was_named_for_both_stay_when_a_body_ends(cast: Cast) -> None:
    _three(cast)
    end(cast.body_b)
    end(cast.standing)
    for name in ("Sở Y tế", SCIENCE):
        _name(cast, name, cast.body_a)
    _name(cast, "Các Sở, ban, ngành", cast.body_a, cast.province)
    end(cast.body_a, day=date(2026, 11, 10))
    item = _item(_open(), "CT1")
    assert sorted(item["left"]) == [SCIENCE, "Sở Y tế"]
    assert (item["state"], item["percent"]) == ("behind", 60)
    assert _standing("CT1") == ("behind", 60)


def test_who_is_named_no_more_counts_on_no_page(cast: Cast) -> None:
    third_quarter(cast, CONTENT, CT1=BEHIND)
    end(cast.body_b)
    _name(cast, "Các Sở, ban, ngành", cast.body_a)
    fourth = _open()
    assert (_item(fourth, "CT1")["state"], _item(fourth, "CT1")["percent"]) == ("done", 100)
    assert _standing("CT1") == ("done", 100)
