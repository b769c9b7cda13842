"""Peer points while the campaign runs: by the figures handed in, as corrected."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.peers import compared_with, spreads_of_track
from chamdiem.appraisals.scoring import three_sheets
from chamdiem.appraisals.selectors.accepting import preview_acceptance
from chamdiem.appraisals.selectors.criterion import get_split_view
from chamdiem.appraisals.selectors.disputes import get_explanation
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.selectors.overview import get_overview
from chamdiem.appraisals.selectors.queue import QueueFilter
from chamdiem.appraisals.selectors.table import describe_table, list_table
from chamdiem.appraisals.services.explaining import open_explanation
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Assessment, CriterionEntry
from chamdiem.assessments.selectors.loading import load_content
from chamdiem.assessments.selectors.peers import provisional_scorer
from chamdiem.campaigns.models import Campaign
from chamdiem.core.award import Status

from ..people import NOW, Cast
from .staging import (
    APPRAISING,
    KEYS,
    begin_appraisal,
    begin_second_round_of_spending,
    decide,
    move_campaign,
)


def _points(cast: Cast) -> list[Fraction]:
    assessment = get_appraised(actor=cast.chi, assessment_id=cast.a.pk)
    columns = three_sheets(assessment, compared_with(assessment)).columns["2.2"]
    return [each.points for each in (columns.claimed, columns.appraised, columns.final)]


def test_spending_is_compared_with_who_spends_most(appraising: Cast) -> None:
    assert _points(appraising) == [5, 5, 5]


def test_a_figure_of_somebody_else_moves_what_is_appraised_but_no_claim(appraising: Cast) -> None:
    decide(
        appraising,
        "2.2",
        "corrected",
        typed={"2.2.a": "62,5"},
        reason="Chi thực tế 62,5",
        assessment=appraising.b,
    )
    assert _points(appraising) == [5, 8, 8]


def test_every_page_says_the_same_claim_whatever_was_corrected_elsewhere(
    appraising: Cast, django_assert_max_num_queries: Any
) -> None:
    cast, asked = appraising, asked_of(appraising.edition)
    sent = provisional_scorer(cast.a, asked, load_content(cast.a), NOW)
    decide(cast, "2.2", "corrected", typed={"2.2.a": "62,5"}, reason="Chi thực tế 62,5", assessment=cast.b)
    overview = get_overview(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    line = next(each for each in overview.lines if each.row.key == "2.2")
    split = get_split_view(actor=cast.chi, assessment_id=cast.a.pk, key="2.2", now=APPRAISING)
    asking = QueueFilter(track_id=cast.track.pk)
    dossiers = list_table(actor=cast.chi, track=cast.track, key="2.2", asked=asking)
    with django_assert_max_num_queries(21):
        table = describe_table(cast.chi, cast.track, "2.2", dossiers)
    shown = next(each for each in table if each.assessment == cast.a)
    preview = preview_acceptance(actor=cast.chi, assessment_ids=[cast.a.pk], keys=["2.2"], now=APPRAISING)
    own = sent.outcome("2.2", load_content(cast.a).values)
    claims = [own, line.columns and line.columns.claimed, split.columns.claimed, shown.columns.claimed]
    assert [each and each.points for each in (*claims, preview[0].claimed)] == [5, 5, 5, 5, 5]
    assert [split.columns.appraised.points, shown.columns.appraised.points] == [8, 8]
    assert "50 / 100" in split.claimed_reason
    assert "50 / 62,5" in split.appraised_reason


def test_a_figure_of_ones_own_moves_only_what_is_appraised(appraising: Cast) -> None:
    decide(appraising, "2.2", "corrected", typed={"2.2.a": "25"}, reason="Chi thực tế 25")
    assert _points(appraising) == [5, Fraction(5, 2), Fraction(5, 2)]


def test_a_correction_taken_back_in_the_second_round_no_longer_counts(cast: Cast) -> None:
    begin_second_round_of_spending(cast)
    assert spreads_of_track(cast.track)[""]["2.2"].most == 200
    decide(cast, "2.2")
    assert spreads_of_track(cast.track)[""]["2.2"].most == 100


def test_the_explanation_shows_what_was_claimed_whoever_else_was_corrected(cast: Cast) -> None:
    begin_appraisal(cast)
    decide(cast, "2.2", "corrected", typed={"2.2.a": "25"}, reason="Chi thực tế 25")
    decide(cast, "2.2", "corrected", typed={"2.2.a": "62,5"}, reason="Chi thực tế 62,5", assessment=cast.b)
    for key in KEYS:
        if key != "2.2":
            decide(cast, key)
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    (dispute,) = get_explanation(actor=cast.an, assessment_id=cast.a.pk, now=APPRAISING).disputes
    # 50 of 100 as both claimed; 25 of 62.5 as both were corrected.
    assert [dispute.columns.claimed.points, dispute.columns.appraised.points] == [5, 4]
    assert dispute.is_compared


def test_drafts_and_what_does_not_apply_are_not_compared(appraising: Cast) -> None:
    CriterionEntry.objects.create(
        assessment=appraising.b,
        criterion_key="2.2",
        is_not_applicable=True,
        not_applicable_reason="Không có",
        changed_at=NOW,
    )
    assert _points(appraising)[0] == 10
    Assessment.objects.filter(pk=appraising.a.pk).update(status="draft")
    assert spreads_of_track(appraising.track)[""] == {}


def test_without_anybody_to_compare_peer_points_wait(appraising: Cast) -> None:
    assessment = get_appraised(actor=appraising.chi, assessment_id=appraising.a.pk)
    assert three_sheets(assessment).columns["2.2"].claimed.status is Status.NEEDS_PEERS


def test_four_queries_whatever_the_number_of_dossiers(
    appraising: Cast, django_assert_num_queries: Any
) -> None:
    spreads_of_track(appraising.track)
    with django_assert_num_queries(4):
        spreads_of_track(appraising.track)


def test_a_figure_the_council_ruled_moves_the_others(appraising: Cast) -> None:
    Ruling.objects.create(
        assessment=appraising.b,
        criterion_key="2.2",
        answers={"2.2.a": 62_500},
        reason="Công nhận 62,5",
        ruled_by=appraising.ha,
        ruled_at=APPRAISING,
    )
    assert _points(appraising) == [5, 5, 8]
    assert spreads_of_track(appraising.track, as_claimed=True)[""]["2.2"].most == 100
