"""Expected points beside those won: from the result an item was taken from to a later one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction

from django.test import Client

from chamdiem.campaigns.models import Participant
from chamdiem.core.improvement_plan import Expectation as PrintedExpectation
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.plans.editing import with_entry
from chamdiem.plans.models import Baseline, Expectation, Plan
from chamdiem.plans.outcomes import Outcome
from chamdiem.plans.selectors.winning import list_feeding, list_outcomes, list_published
from chamdiem.plans.services import approve_plan, change_content, move_plan, win_back
from chamdiem.results.models import Release, Result
from tests.people import LOCAL, NOW, Cast

from .loaded import plan_in_force

Opened = Callable[[str], Client]
APPROVED = datetime(2026, 11, 2, 9, 0, tzinfo=LOCAL)


def another_year(result: Result, until: date, points: int) -> Result:
    """The same body in another campaign whose data end on a day, with points at criterion 2.1; published."""
    criteria = [{**each, "points": str(points)} if each["key"] == "2.1" else each for each in result.criteria]
    participant, closing = result.participant, result.closing
    track, campaign = closing.track, closing.track.campaign
    admin = closing.closed_by
    campaign.pk, campaign.name = None, f"Kỳ đến {until:%d/%m/%Y}"
    campaign.reference_from, campaign.reference_until = until - timedelta(days=300), until
    campaign.save()
    track.pk, track.campaign = None, campaign
    track.save()
    participant.pk, participant.campaign, participant.track = None, campaign, track
    participant.save()
    closing.pk, closing.track, closing.closed_at = None, track, closing.closed_at + timedelta(days=400)
    closing.save()
    result.pk, result.criteria, result.participant, result.closing = None, criteria, participant, closing
    result.save()
    release = Release.objects.create(campaign=campaign, number=1, published_by=admin, published_at=NOW)
    release.closings.add(closing)
    return result


def corrected(result: Result, points: int) -> Result:
    """The same result in a second closing of its track, published as a correction, with points at 2.1."""
    criteria = [{**each, "points": str(points)} if each["key"] == "2.1" else each for each in result.criteria]
    closing, campaign = result.closing, result.closing.track.campaign
    closing.pk, closing.number = None, closing.number + 1
    closing.save()
    result.pk, result.criteria, result.closing = None, criteria, closing
    result.save()
    release = Release.objects.create(
        campaign=campaign, number=2, published_by=closing.closed_by, published_at=NOW, note="Đính chính"
    )
    release.closings.add(closing)
    return result


def _points(result: Result) -> Fraction:
    return next(Fraction(each["points"]) for each in result.criteria if each["key"] == "2.1")


def _revised(cast: Cast, published: Result) -> Plan:
    """A plan in force since July, amended in November by what is won back from a published result."""
    plan = plan_in_force(cast)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Thêm chỉ tiêu", now=APPROVED)
    plan.refresh_from_db()
    win_back(
        actor=cast.giang,
        plan_id=plan.pk,
        result_id=published.pk,
        chosen={"2.1": ""},
        seen=plan.revision,
        now=APPROVED,
    )
    _approve(cast, plan)
    return plan


def _approve(cast: Cast, plan: Plan) -> None:
    approve_plan(
        actor=cast.giang,
        plan_id=plan.pk,
        decision="99/QĐ-UBND",
        decided_on=APPROVED.date(),
        note="",
        now=APPROVED,
    )
    plan.refresh_from_db()


def _last(plan: Plan) -> Outcome:
    return list_outcomes(plan)[-1]


def _said(outcome: Outcome) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    before, after = outcome.before, outcome.after
    return (before.points if before else None, after.points if after else None, outcome.won)


def test_it_begins_with_the_result_the_item_was_taken_from(cast: Cast, published: Result) -> None:
    base = _points(published)
    plan = _revised(cast, published)
    # Of the same data nothing can have been won, though it was closed after the plan came into force.
    assert _said(_last(plan)) == (base, None, None)
    older = another_year(Result.objects.get(pk=published.pk), date(2025, 12, 31), 1)
    assert _said(_last(plan)) == (base, None, None)
    later = another_year(Result.objects.get(pk=published.pk), date(2027, 12, 31), 7)
    outcome = _last(plan)
    assert _said(outcome) == (base, Fraction(7), 7 - base)
    assert outcome.before is not None
    assert outcome.after is not None
    assert (outcome.before.result.pk, outcome.after.result.pk) == (published.pk, later.pk)
    assert older.pk not in (published.pk, later.pk)


def test_a_corrected_result_stands_in_place_of_the_one_it_replaced(cast: Cast, published: Result) -> None:
    base = _points(published)
    plan = _revised(cast, published)
    newer = corrected(Result.objects.get(pk=published.pk), 6)
    assert base != 6
    for found in (list_published(plan), list_feeding(plan)):
        pks = {each.pk for each in found}
        assert newer.pk in pks
        assert published.pk not in pks
    # What the item begins from is corrected, too: points that were there already are not won.
    assert _said(_last(plan)) == (Fraction(6), None, None)
    another_year(Result.objects.get(pk=newer.pk), date(2027, 12, 31), 7)
    assert _said(_last(plan)) == (Fraction(6), Fraction(7), Fraction(1))


def test_the_page_names_the_body_and_both_campaigns(cast: Cast, published: Result, opened: Opened) -> None:
    name = published.closing.track.campaign.name
    plan = _revised(cast, published)
    another_year(Result.objects.get(pk=published.pk), date(2027, 12, 31), 7)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/diem-du-kien/").content.decode()
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    row = table.rpartition("<tr>")[2]
    for said in ("Sở Xây dựng", name, "Kỳ đến 31/12/2027", "số liệu đến 31/12/2027"):
        assert said in row
    # The target of the plan is led by several bodies: no result speaks for it.
    assert "không phải một đơn vị" in table.partition("</tr>")[0]


def test_what_somebody_typed_begins_with_the_newest_data_from_before_it_was_in_force(
    cast: Cast, published: Result
) -> None:
    plan = plan_in_force(cast)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Thêm chỉ tiêu", now=APPROVED)
    plan.refresh_from_db()
    expected = (PrintedExpectation(criterion="2.1", points=Fraction(3)),)
    target = {"text": "Nâng dịch vụ công", "lead": ("Sở Xây dựng",), "expected": expected}
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=with_entry("target", "CT2", target, ()),
        seen=plan.revision,
        what="CT2",
        now=APPROVED,
    )
    _approve(cast, plan)
    assert not Baseline.objects.exists()
    # The data of the published result end in December, after it came into force.
    assert _said(_last(plan)) == (None, _points(published), None)
    another_year(Result.objects.get(pk=published.pk), date(2025, 12, 31), 1)
    assert _said(_last(plan)) == (Fraction(1), _points(published), _points(published) - 1)


def test_an_item_keeps_the_day_since_which_it_is_in_force(cast: Cast, published: Result) -> None:
    plan = _revised(cast, published)
    days = dict(Expectation.objects.filter(item__plan=plan).values_list("item__key", "since"))
    assert days == {"CT1": date(2026, 7, 1), "CT2": APPROVED.date()}


def test_who_took_over_alone_is_compared_with_itself(cast: Cast, published: Result) -> None:
    plan = _revised(cast, published)
    later = another_year(Result.objects.get(pk=published.pk), date(2027, 12, 31), 7)
    Participant.objects.filter(pk=later.participant_id).update(organisation=cast.standing)
    assert _said(_last(plan)) == (_points(published), None, None)
    day = date(2027, 1, 5)
    Organisation.objects.filter(pk=cast.body_a.pk).update(valid_to=date(2027, 1, 4))
    # Nobody took over: it stays with the body the plan names.
    assert list_outcomes(plan, day)[-1].organisation == "Sở Xây dựng"
    Succession.objects.create(
        change="merged", predecessor=cast.body_a, successor=cast.standing, took_place_on=day
    )
    outcome = list_outcomes(plan, day)[-1]
    assert outcome.organisation == "Sở Khoa học và Công nghệ"
    # What the old body had is no beginning of what another one has.
    assert _said(outcome) == (None, Fraction(7), None)
    assert list_outcomes(plan, day - timedelta(days=1))[-1].organisation == "Sở Xây dựng"
