"""Doors, gaps, last year, comparison with others, dossiers for everybody who joins."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db.models import QuerySet

from chamdiem.assessments import services
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.content import Content
from chamdiem.assessments.gaps import GapKind
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.assessments.selectors import (
    enter,
    get_assessment,
    list_assessments,
    list_own_assessments,
    load_content,
)
from chamdiem.assessments.selectors.missing import gaps_in
from chamdiem.assessments.selectors.peers import FRESH_FOR, provisional_scorer
from chamdiem.campaigns.hooks import tell_joined
from chamdiem.campaigns.models import Assignment, Campaign, Participant
from chamdiem.core.award import Status
from chamdiem.errors import Incomplete, NotFound
from tests.people import NOW, Cast

from .filling import fill, hand_in, last_year, show_evidence, write


def names(rows: QuerySet[Assessment]) -> list[str]:
    return [str(each) for each in rows]


def test_people_see_their_own(cast: Cast) -> None:
    for person in ("an", "dung", "kien"):
        assert names(list_own_assessments(actor=cast.people[person])) == ["Sở Xây dựng"]
    for person in ("giang", "chi", "lan", "nga"):
        assert names(list_own_assessments(actor=cast.people[person])) == []


def test_the_authority_sees_what_was_handed_in_and_its_standing_body_all(cast: Cast) -> None:
    assert names(list_assessments(actor=cast.giang)) == ["Sở Xây dựng", "Sở Y tế"]
    assert names(list_assessments(actor=cast.chi)) == []
    hand_in(cast)
    assert names(list_assessments(actor=cast.chi)) == ["Sở Xây dựng"]
    assert names(list_assessments(actor=cast.ha)) == ["Sở Xây dựng"]
    assert names(list_assessments(actor=cast.nga)) == []


def test_the_door_opens_exactly_where_the_list_shows(cast: Cast) -> None:
    hand_in(cast)
    for person in cast.people.values():
        for dossier in (cast.a, cast.b):
            is_listed = list_assessments(actor=person).filter(pk=dossier.pk).exists()
            try:
                get_assessment(actor=person, assessment_id=dossier.pk)
            except NotFound:
                assert not is_listed, (person, dossier)
            else:
                assert is_listed, (person, dossier)


def test_an_office_sees_only_what_was_given_to_it(cast: Cast) -> None:
    _, access = enter(actor=cast.kien, assessment_id=cast.a.pk)
    assert (access.keys, access.sees("2.1"), access.sees("2.3")) == (frozenset({"2.1"}), True, False)
    Assignment.objects.all().delete()
    with pytest.raises(NotFound):
        enter(actor=cast.kien, assessment_id=cast.a.pk)


def test_before_a_campaign_opens_nobody_sees_a_dossier(cast: Cast) -> None:
    Campaign.objects.update(status=Campaign.Status.OPENING)
    for person in cast.people.values():
        with pytest.raises(NotFound):
            get_assessment(actor=person, assessment_id=cast.a.pk)


def gaps(cast: Cast) -> list[tuple[str, str, str]]:
    asked = asked_of(cast.edition)
    return [(gap.kind.value, gap.row.key, gap.figure) for gap in gaps_in(cast.a, asked, load_content(cast.a))]


def test_an_empty_dossier_lacks_every_figure_once(cast: Cast) -> None:
    assert gaps(cast) == [
        ("figure", "I.1", "I.1"),
        ("figure", "1.1", "1.1.x"),
        ("figure", "1.2", "1.2.x"),
        ("figure", "1.3", "1.3.points"),
        ("figure", "2.1", "2.1.a"),
        ("figure", "2.2", "2.2.a"),
        ("figure", "2.3", "2.3.n"),
    ]


def test_a_complete_dossier_lacks_nothing(cast: Cast) -> None:
    fill(cast)
    assert gaps(cast) == []
    assert cast.a.gap_count == 0


def test_a_broken_check_is_told_with_its_numbers(cast: Cast) -> None:
    fill(cast)
    write(cast, "2.1.a", "101")
    asked = asked_of(cast.edition)
    gap = next(iter(gaps_in(cast.a, asked, load_content(cast.a))))
    assert (gap.kind, gap.row.key) == (GapKind.CHECK, "2.1")
    assert "101 > 100" in gap.detail


def test_where_nothing_is_claimed_no_evidence_is_asked(cast: Cast) -> None:
    write(cast, "1.1.x", "none")
    assert ("evidence", "1.1", "") not in gaps(cast)
    write(cast, "1.1.x", "deputy")
    assert ("evidence", "1.1", "") in gaps(cast)
    show_evidence(cast, cast.a, "1.1", signature="not_signed")
    assert ("signature", "1.1", "") in gaps(cast)


def points_of_spending(cast: Cast, now: object = NOW) -> tuple[Status, Fraction | int]:
    asked = asked_of(cast.edition)
    content = load_content(cast.a)
    scorer = provisional_scorer(cast.a, asked, content, now)  # type: ignore[arg-type]  # a moment
    outcome = scorer.outcome("2.2", content.values)
    return outcome.status, outcome.points


def test_points_by_comparison_follow_the_others(cast: Cast) -> None:
    write(cast, "2.2.a", "50")
    assert points_of_spending(cast) == (Status.SCORED, 10)
    write(cast, "2.2.a", "100", assessment=cast.b, actor=cast.binh)
    assert points_of_spending(cast) == (Status.SCORED, 10)
    assert points_of_spending(cast, NOW + FRESH_FOR) == (Status.SCORED, 5)


def test_once_sent_a_claim_is_compared_with_what_the_others_sent(cast: Cast) -> None:
    write(cast, "2.2.a", "2469", assessment=cast.b, actor=cast.binh)
    fill(cast)
    assert points_of_spending(cast) == (Status.SCORED, 5)  # 1234,5 of 2469
    hand_in(cast)
    later = NOW + 2 * FRESH_FOR
    assert points_of_spending(cast, later) == (Status.SCORED, 10)
    Assessment.objects.filter(pk=cast.b.pk).update(status="submitted", submitted_at=NOW)
    assert points_of_spending(cast, later + FRESH_FOR) == (Status.SCORED, 5)


def test_the_own_figure_counts_at_once(cast: Cast) -> None:
    write(cast, "2.2.a", "50")
    write(cast, "2.2.a", "100", assessment=cast.b, actor=cast.binh)
    later = NOW + timedelta(minutes=5)
    assert points_of_spending(cast, later) == (Status.SCORED, 5)
    write(cast, "2.2.a", "200")
    assert points_of_spending(cast, later) == (Status.SCORED, 10)
    write(cast, "2.2.a", "25")
    assert points_of_spending(cast, later) == (Status.SCORED, Fraction(5, 2))


def test_last_years_figures_are_a_start_to_be_looked_at(cast: Cast) -> None:
    before = last_year(cast)
    for figure, typed in (("I.1", "90"), ("2.1.a", "70"), ("2.3.n", "2")):
        write(cast, figure, typed, assessment=before)
    write(cast, "2.3.n", "3")
    carried = services.carry_forward(actor=cast.an, assessment_id=cast.a.pk, now=NOW)
    assert carried == 2
    kept = {each.figure: (each.value, each.is_carried) for each in cast.a.answers.all()}
    assert kept == {"I.1": (90, True), "2.1.a": (70, True), "2.3.n": (3, False)}
    assert ("review", "2.1", "2.1.a") in gaps(cast)
    write(cast, "2.1.a", "70")
    assert not Answer.objects.get(assessment=cast.a, figure="2.1.a").is_carried
    assert ("review", "2.1", "2.1.a") not in gaps(cast)
    with pytest.raises(Incomplete):
        services.approve(
            actor=cast.dung,
            assessment_id=cast.a.pk,
            seen_revision=Assessment.objects.get(pk=cast.a.pk).revision,
            now=NOW,
        )


def test_without_last_year_nothing_is_carried(cast: Cast) -> None:
    assert services.carry_forward(actor=cast.an, assessment_id=cast.a.pk, now=NOW) == 0
    assert Assessment.objects.get(pk=cast.a.pk).revision == 0


def test_whoever_joins_gets_one_dossier_with_every_gap_counted(cast: Cast) -> None:
    participant = Participant.objects.create(
        campaign=cast.campaign,
        track=cast.track,
        organisation=cast.standing,
        code="T1.KHCN",
        name="Sở",
        joined_at=NOW,
    )
    for _ in range(2):
        tell_joined([participant, cast.a.participant], NOW)
    made = Assessment.objects.get(participant=participant)
    assert (made.criteria_count, made.answered_count, made.gap_count) == (6, 0, 7)
    assert made.claimed_maximum == 70
    asked = asked_of(cast.edition)
    assert made.gap_count == len(gaps_in(made, asked, Content()))
