"""Points awarded in a later round stand over the figures corrected before, which still hold beneath."""

from __future__ import annotations

import pytest

from chamdiem.appraisals.peers import compared_with, spreads_of_track
from chamdiem.appraisals.scoring import appraised_layer, final_layer, list_corrections, three_sheets
from chamdiem.appraisals.selectors.doors import get_ruled
from chamdiem.appraisals.services.appraising import uphold_appraisal
from chamdiem.appraisals.services.explaining import open_explanation, send_justification
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.assessments.models import Assessment, CriterionEntry
from chamdiem.campaigns.models import Campaign
from chamdiem.core.sentences import reason_text

from ..people import NOW, Cast
from .asking import Opened, text_at
from .staging import (
    APPRAISING,
    begin_second_round,
    begin_second_round_of_spending,
    decide,
    justify,
    move_campaign,
)


def _again(cast: Cast) -> Assessment:
    return Assessment.objects.get(pk=cast.a.pk)


def _award(cast: Cast) -> None:
    """The second round gives 12 points for what the first corrected from 60 to 40 of 100 services."""
    begin_second_round(cast)
    decide(cast, "2.1", "awarded", points="12", reason="Công nhận một phần")


def _before_council(cast: Cast) -> None:
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    move_campaign(cast, Campaign.Status.RULING)


def test_an_award_of_the_second_round_keeps_the_figure_the_first_corrected(cast: Cast) -> None:
    _award(cast)
    assert appraised_layer(_again(cast)).answers["2.1.a"] == 40
    assert final_layer(_again(cast)).answers["2.1.a"] == 40
    appraised = three_sheets(_again(cast)).columns["2.1"].appraised
    assert appraised.points == 12
    assert "theo quy tắc được 10 điểm" in reason_text(appraised)


def test_the_council_sees_the_figures_of_both_sides_and_is_offered_the_corrected_one(
    cast: Cast, opened: Opened
) -> None:
    _award(cast)
    _before_council(cast)
    text = text_at(opened("ha"), f"/hoi-dong/{cast.a.pk}/")
    assert "Số liệu hai bên" in text
    assert 'name="figure:2.1.a" value="40"' in text
    assert "theo quy tắc được 10 điểm" in text


def test_others_stay_compared_with_the_corrected_figure(cast: Cast) -> None:
    begin_second_round_of_spending(cast)
    decide(cast, "2.2", "awarded", points="6", reason="Công nhận một phần")
    assert spreads_of_track(cast.track)[""]["2.2"].most == 200
    other = get_ruled(actor=cast.ha, assessment_id=cast.b.pk)
    assert three_sheets(other, compared_with(other)).columns["2.2"].appraised.points == 5


def test_points_kept_in_a_third_round_keep_what_is_beneath(cast: Cast) -> None:
    cast.campaign.policies = {**cast.campaign.policies, "appraisal_rounds": 3}
    cast.campaign.save()
    begin_second_round_of_spending(cast)
    decide(cast, "2.2", "awarded", points="6", reason="Công nhận một phần")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    justify(cast, "2.2", "Chỉ chi 50, xem sổ cái")
    send_justification(actor=cast.an, assessment_id=cast.a.pk, now=APPRAISING)
    uphold_appraisal(
        actor=cast.chi, assessment_id=cast.a.pk, key="2.2", reason="Sổ cái ghi 200", version=0, now=APPRAISING
    )
    assert appraised_layer(_again(cast)).answers["2.2.a"] == 200_000
    assert three_sheets(_again(cast)).columns["2.2"].appraised.points == 6


@pytest.mark.parametrize("verdict", ["accepted", "corrected"])
def test_any_other_decision_of_a_later_round_stands_in_place_of_the_correction(
    cast: Cast, verdict: str
) -> None:
    begin_second_round(cast)
    decide(cast, "2.1", verdict, typed={"2.1.a": "50"}, reason="Phụ lục có thêm 10 dịch vụ")
    expected = {"accepted": 60, "corrected": 50}[verdict]
    assert appraised_layer(_again(cast)).answers["2.1.a"] == expected
    assert appraised_layer(_again(cast), until=1).answers["2.1.a"] == 40


def test_a_correction_replaced_in_its_own_round_leaves_nothing(appraising: Cast) -> None:
    row = decide(appraising, "2.1", "corrected", typed={"2.1.a": "40"}, reason="Chỉ có 40 dịch vụ")
    decide(appraising, "2.1", "awarded", points="12", reason="Công nhận một phần", version=row.version)
    assert list_corrections(_again(appraising).appraisals.all()) == {}
    assert appraised_layer(_again(appraising)).answers["2.1.a"] == 60


def test_what_is_decided_over_does_not_apply_counts_for_the_others_as_at_the_closing(
    appraising: Cast,
) -> None:
    CriterionEntry.objects.create(
        assessment=appraising.b,
        criterion_key="2.2",
        is_not_applicable=True,
        not_applicable_reason="Không chi",
        changed_at=NOW,
    )
    assert spreads_of_track(appraising.track)[""]["2.2"].most == 50
    decide(
        appraising,
        "2.2",
        "corrected",
        typed={"2.2.a": "80"},
        reason="Có chi 80",
        assessment=appraising.b,
    )
    assert spreads_of_track(appraising.track)[""]["2.2"].most == 80
    assert spreads_of_track(appraising.track, as_claimed=True)[""]["2.2"].most == 50
