"""Deciding one criterion: accept, correct, award, ask for more."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.scoring import appraised_layer, three_sheets
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.services.appraising import uphold_appraisal
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import AppraiserDuty, Campaign
from chamdiem.core.award import Status
from chamdiem.errors import Conflict, Incomplete, Invalid, NotAllowed, NotFound, WrongStage
from chamdiem.web.refusals import problem_sentence

from ..edition import EDITION
from ..people import NOW, Cast, make_edition
from .conftest import Refuses
from .staging import (
    APPRAISING,
    another_appraiser,
    begin_second_round,
    decide,
    give_duty,
    move_campaign,
)


def _points(cast: Cast, key: str) -> list[Fraction]:
    columns = three_sheets(get_appraised(actor=cast.chi, assessment_id=cast.a.pk)).columns[key]
    return [columns.claimed.points, columns.appraised.points]


def test_accepting_leaves_the_claim_and_begins_the_appraisal(appraising: Cast) -> None:
    row = decide(appraising, "2.1")
    assert (row.round, row.version, row.answers, row.points) == (1, 1, {}, None)
    assert _points(appraising, "2.1") == [15, 15]
    appraising.a.refresh_from_db()
    assert appraising.a.status == Assessment.Status.APPRAISAL


def test_corrected_figures_are_scored_by_the_rule_and_the_claim_stays(appraising: Cast) -> None:
    decide(appraising, "2.1", "corrected", typed={"2.1.a": "40", "I.1": "100"}, reason="Chỉ có 40")
    assert _points(appraising, "2.1") == [15, 10]
    # The reviewer never writes where the author does.
    assert Answer.objects.get(assessment=appraising.a, figure="2.1.a").value == 60


def test_awarded_points_stand_over_the_rule(appraising: Cast) -> None:
    decide(appraising, "1.3", "awarded", points="6,5", reason="Hội đồng chấm 6,5")
    assert _points(appraising, "1.3") == [8, Fraction(13, 2)]


def test_asking_for_more_changes_no_points(appraising: Cast) -> None:
    decide(appraising, "2.1", "more_wanted", reason="Thiếu danh mục")
    assert _points(appraising, "2.1") == [15, 15]


def test_corrected_figures_take_a_claim_of_not_applicable_back(appraising: Cast) -> None:
    CriterionEntry.objects.create(
        assessment=appraising.a,
        criterion_key="2.1",
        is_not_applicable=True,
        not_applicable_reason="Không có thủ tục",
        changed_at=NOW,
    )
    decide(appraising, "2.1", "corrected", typed={"2.1.a": "40"}, reason="Có thủ tục")
    columns = three_sheets(get_appraised(actor=appraising.chi, assessment_id=appraising.a.pk)).columns["2.1"]
    assert columns.claimed.status is Status.NOT_APPLICABLE
    assert columns.appraised.points == 10


def test_deciding_again_replaces_the_row_of_the_round(appraising: Cast) -> None:
    decide(appraising, "1.2", "awarded", points="5", reason="Chưa cập nhật")
    again = decide(appraising, "1.2", version=1)
    assert (again.version, again.points, again.reason) == (2, None, "")
    assert Appraisal.objects.count() == 1


def test_the_audit_tells_what_was_decided_before_and_after(appraising: Cast) -> None:
    decide(appraising, "1.2", "awarded", points="5", reason="Chưa cập nhật")
    decide(appraising, "1.2", version=1)
    event = Event.objects.first()
    assert event is not None
    assert (event.action, event.actor_id) == ("appraisal.decide", appraising.chi.pk)
    assert event.organisation_path == appraising.body_a.path
    assert event.facts["before"]["points"] == "5"
    assert event.facts["after"]["verdict"] == "accepted"


# --- refusals -----------------------------------------------------------------------------


@pytest.mark.parametrize("person", ["an", "dung", "kien", "binh", "ha", "lan", "nga"])
def test_outsiders_cannot_learn_that_the_dossier_exists(
    appraising: Cast, refuses: Refuses, person: str
) -> None:
    with refuses(NotFound, "assessment.not_found"):
        decide(appraising, "1.1", actor=appraising.people[person])


def test_an_appraiser_without_duty_cannot_learn_it_either(appraising: Cast, refuses: Refuses) -> None:
    with refuses(NotFound, "assessment.not_found"):
        decide(appraising, "1.1", actor=another_appraiser(appraising))


def test_the_standing_body_watches_and_does_not_appraise(appraising: Cast, refuses: Refuses) -> None:
    with refuses(NotAllowed, "assessment.appraise_not_allowed"):
        decide(appraising, "1.1", actor=appraising.giang)


def test_a_criterion_of_another_appraiser_is_refused(appraising: Cast, refuses: Refuses) -> None:
    quan = another_appraiser(appraising)
    give_duty(appraising, quan, row_key="2")
    decide(appraising, "2.3", actor=quan)
    quan.refresh_from_db()
    with refuses(NotAllowed, "appraisal.not_your_duty"):
        decide(appraising, "1.1", actor=quan)


def test_a_duty_for_one_participant_hides_the_others(appraising: Cast, refuses: Refuses) -> None:
    AppraiserDuty.objects.all().delete()
    give_duty(appraising, appraising.chi, participant=appraising.b.participant)
    decide(appraising, "1.1", assessment=appraising.b)
    with refuses(NotFound, "assessment.not_found"):
        decide(appraising, "1.1")


def test_a_draft_is_hidden_from_appraisers(appraising: Cast, refuses: Refuses) -> None:
    Assessment.objects.filter(pk=appraising.a.pk).update(status="draft")
    with refuses(NotFound, "assessment.not_found"):
        decide(appraising, "1.1")


def test_nothing_is_appraised_during_entry(appraising: Cast, refuses: Refuses) -> None:
    move_campaign(appraising, Campaign.Status.ENTRY)
    with refuses(WrongStage, "campaign.wrong_stage"):
        decide(appraising, "1.1")


def test_a_returned_dossier_is_not_appraised(appraising: Cast, refuses: Refuses) -> None:
    Assessment.objects.filter(pk=appraising.a.pk).update(status="returned")
    with refuses(WrongStage, "assessment.wrong_state"):
        decide(appraising, "1.1")


def test_an_unknown_criterion_is_not_found(appraising: Cast, refuses: Refuses) -> None:
    with refuses(NotFound, "criterion.not_found"):
        decide(appraising, "9.9")


def test_a_group_is_no_criterion(appraising: Cast, refuses: Refuses) -> None:
    with refuses(NotFound, "criterion.not_found"):
        decide(appraising, "2")


@pytest.mark.parametrize("verdict", ["corrected", "awarded", "more_wanted"])
def test_what_differs_from_the_claim_needs_a_reason(appraising: Cast, refuses: Refuses, verdict: str) -> None:
    with refuses(Incomplete, "appraisal.reason_missing"):
        decide(appraising, "2.1", verdict, points="5", typed={"2.1.a": "40"}, reason="  ")


def test_there_is_no_fifth_verdict(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "appraisal.no_verdict"):
        decide(appraising, "2.1", "ignored", reason="x")


def test_nothing_claimed_cannot_be_accepted(appraising: Cast, refuses: Refuses) -> None:
    Answer.objects.filter(assessment=appraising.a, figure="1.3.points").delete()
    with refuses(Incomplete, "appraisal.nothing_claimed"):
        decide(appraising, "1.3")


@pytest.mark.parametrize(
    ("points", "code"),
    [
        ("10,5", "answer.points_outside"),
        ("-0,5", "answer.points_outside"),
        ("6,25", "answer.off_step"),
        ("6,501", "answer.too_many_decimals"),
        ("mười", "answer.not_a_number"),
    ],
)
def test_points_stay_within_bounds_and_steps(
    appraising: Cast, refuses: Refuses, points: str, code: str
) -> None:
    with refuses(Invalid, code):
        decide(appraising, "1.3", "awarded", points=points, reason="Chấm lại")


def test_awarding_needs_points(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "appraisal.points_missing"):
        decide(appraising, "1.3", "awarded", points=" ", reason="Chấm lại")


def test_correcting_needs_a_figure_that_differs(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "appraisal.nothing_corrected"):
        decide(appraising, "2.1", "corrected", typed={"2.1.a": "60", "I.1": "100"}, reason="Sửa")


def test_a_figure_that_is_cleared_is_refused_by_its_name(appraising: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        decide(appraising, "2.1", "corrected", typed={"2.1.a": "40", "I.1": " "}, reason="Sửa")
    (problem,) = refused.value.problems
    assert problem_sentence(problem) == (
        "Tiêu chí 2.1: Để trống “Tổng số thủ tục hành chính” mà đơn vị có kê khai: "
        "ghi 0 nếu không có, hoặc chấm điểm trực tiếp."
    )
    assert not Appraisal.objects.exists()


def test_a_figure_of_another_criterion_is_not_found(appraising: Cast, refuses: Refuses) -> None:
    with refuses(NotFound, "figure.not_found"):
        decide(appraising, "2.1", "corrected", typed={"2.3.n": "4"}, reason="Sửa")


def test_every_figure_that_cannot_be_read_is_named(appraising: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        decide(appraising, "2.1", "corrected", typed={"2.1.a": "nhiều", "I.1": "0"}, reason="Sửa")
    assert [each.code for each in refused.value.problems] == ["answer.not_a_number", "answer.below_minimum"]


def test_corrected_figures_keep_the_checks_of_the_criterion(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Invalid, "appraisal.check_broken"):
        decide(appraising, "2.1", "corrected", typed={"2.1.a": "101"}, reason="Sửa")


# --- two appraisers, shared figures, rounds -----------------------------------------------


def test_the_slower_of_two_appraisers_sees_both_decisions(appraising: Cast) -> None:
    quan = another_appraiser(appraising)
    give_duty(appraising, quan)
    decide(appraising, "1.2", "awarded", points="5", reason="Chưa cập nhật", actor=quan)
    with pytest.raises(Conflict) as refused:
        decide(appraising, "1.2", "awarded", points="7", reason="Có cập nhật")
    facts = refused.value.facts
    assert (facts["person"], facts["version"]) == ("Trịnh Minh Quân", "1")
    assert (facts["theirs"], facts["yours"]) == (
        "chấm điểm 5: Chưa cập nhật",
        "chấm điểm 7: Có cập nhật",
    )
    assert Appraisal.objects.get().appraised_by == quan


def test_a_decision_that_is_gone_is_a_conflict(appraising: Cast, refuses: Refuses) -> None:
    with refuses(Conflict, "appraisal.changed_meanwhile"):
        decide(appraising, "1.2", version=3)


def test_the_second_round_decides_only_what_was_justified(cast: Cast, refuses: Refuses) -> None:
    begin_second_round(cast)
    with refuses(WrongStage, "appraisal.not_in_round"):
        decide(cast, "1.2", version=0)
    row = decide(cast, "2.1")
    assert (row.round, row.version) == (2, 1)
    assert Appraisal.objects.filter(criterion_key="2.1").count() == 2


def test_accepting_a_justification_gives_the_claim_back(cast: Cast) -> None:
    begin_second_round(cast)
    assert _points(cast, "2.1") == [15, 10]
    decide(cast, "2.1")
    assert _points(cast, "2.1") == [15, 15]
    assert _points(cast, "1.2") == [10, 5]
    assessment = get_appraised(actor=cast.chi, assessment_id=cast.a.pk)
    assert appraised_layer(assessment, 1).answers["2.1.a"] == 40
    assert appraised_layer(assessment).answers["2.1.a"] == 60


def test_upholding_repeats_the_round_before_with_a_new_reason(cast: Cast) -> None:
    begin_second_round(cast)
    row = uphold_appraisal(
        actor=cast.chi,
        assessment_id=cast.a.pk,
        key="2.1",
        reason="Phụ lục chỉ có 40",
        version=0,
        now=APPRAISING,
    )
    assert (row.round, row.verdict, row.answers) == (2, "corrected", {"2.1.a": 40})
    assert _points(cast, "2.1") == [15, 10]


def test_upholding_needs_a_reason_and_a_round_before(cast: Cast, refuses: Refuses) -> None:
    begin_second_round(cast)
    asked: dict[str, Any] = {
        "actor": cast.chi,
        "assessment_id": cast.a.pk,
        "version": 0,
        "now": APPRAISING,
    }
    with refuses(Incomplete, "appraisal.reason_missing"):
        uphold_appraisal(key="2.1", reason=" ", **asked)
    with refuses(WrongStage, "appraisal.not_in_round"):
        uphold_appraisal(key="1.2", reason="Giữ nguyên", **asked)


def test_nothing_can_be_upheld_in_the_first_round(appraising: Cast, refuses: Refuses) -> None:
    with refuses(WrongStage, "appraisal.nothing_to_uphold"):
        uphold_appraisal(
            actor=appraising.chi,
            assessment_id=appraising.a.pk,
            key="2.1",
            reason="Giữ",
            version=0,
            now=APPRAISING,
        )


def test_more_cannot_be_asked_after_the_explanation(cast: Cast, refuses: Refuses) -> None:
    begin_second_round(cast)
    with refuses(WrongStage, "appraisal.more_not_possible"):
        decide(cast, "2.1", "more_wanted", reason="Thiếu phụ lục")


# --- figures that several criteria read ---------------------------------------------------


@pytest.fixture
def sharing(appraising: Cast) -> Cast:
    """An edition in which 2.3 reads the number of procedures as well."""
    text = EDITION.replace(
        "n: {label: Số cuộc họp, unit: cuộc}", "n: {label: Số cuộc họp, unit: cuộc}\n      b: {from: I.1}"
    ).replace("thu-nghiem-2026", "thu-nghiem-dung-chung")
    appraising.track.edition = make_edition(text)
    appraising.track.save()
    return appraising


def test_a_shared_figure_has_one_correct_value(sharing: Cast) -> None:
    decide(sharing, "2.1", "corrected", typed={"I.1": "120"}, reason="Có 120 thủ tục")
    with pytest.raises(Conflict) as refused:
        decide(sharing, "2.3", "corrected", typed={"I.1": "130"}, reason="Có 130 thủ tục")
    facts = refused.value.facts
    assert (refused.value.code, facts["criterion"], facts["value"]) == (
        "appraisal.figure_corrected_elsewhere",
        "2.1",
        "120",
    )
    decide(sharing, "2.3", "corrected", typed={"I.1": "120"}, reason="Có 120 thủ tục")


def test_a_shared_figure_corrected_once_changes_every_criterion_that_reads_it(sharing: Cast) -> None:
    decide(sharing, "2.3", "corrected", typed={"I.1": "120"}, reason="Có 120 thủ tục")
    assert _points(sharing, "2.1") == [15, Fraction(25, 2)]
