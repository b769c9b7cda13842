"""The council's ruling, and what counts in the end."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.scoring import final_layer, three_sheets
from chamdiem.appraisals.selectors.doors import get_ruled
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import Conflict, Incomplete, Invalid, NotAllowed, NotFound, WrongStage

from ..people import Cast
from .conftest import Refuses
from .staging import APPRAISING, begin_ruling, move_campaign


@pytest.fixture
def ruling(cast: Cast) -> Cast:
    """2.1 of Sở Xây dựng is in dispute before the council."""
    begin_ruling(cast)
    return cast


def _rule(
    cast: Cast,
    who: str = "ha",
    key: str = "2.1",
    points: str = "12,5",
    reason: str = "Công nhận 50",
    version: int = 0,
) -> Ruling:
    return rule_criterion(
        actor=cast.people[who],
        assessment_id=cast.a.pk,
        key=key,
        points=points,
        reason=reason,
        version=version,
        now=APPRAISING,
    )


def test_the_ruling_stands_over_both_sides(ruling: Cast) -> None:
    _rule(ruling)
    columns = three_sheets(get_ruled(actor=ruling.ha, assessment_id=ruling.a.pk)).columns["2.1"]
    assert [each.points for each in (columns.claimed, columns.appraised, columns.final)] == [
        15,
        10,
        Fraction(25, 2),
    ]
    assert final_layer(get_ruled(actor=ruling.ha, assessment_id=ruling.a.pk)).answers["2.1.a"] == 40


def test_a_ruling_can_be_changed_and_the_audit_keeps_both(ruling: Cast) -> None:
    _rule(ruling)
    assert _rule(ruling, points="13", version=1).version == 2
    event = Event.objects.first()
    assert event is not None
    assert event.action == "ruling.rule"
    assert event.facts["before"] == {"points": "12.5", "reason": "Công nhận 50"}
    assert event.facts["after"] == {"points": "13", "reason": "Công nhận 50"}


def test_two_members_see_both_rulings(ruling: Cast) -> None:
    _rule(ruling)
    with pytest.raises(Conflict) as refused:
        _rule(ruling, points="14", reason="Công nhận 56")
    facts = refused.value.facts
    assert (facts["theirs"], facts["yours"]) == ("12,5: Công nhận 50", "14: Công nhận 56")
    assert Ruling.objects.get().version == 1


def test_only_what_is_in_dispute_is_ruled_on(ruling: Cast, refuses: Refuses) -> None:
    with refuses(WrongStage, "ruling.not_disputed"):
        _rule(ruling, key="1.1")
    # Agreed in the explanation.
    with refuses(WrongStage, "ruling.not_disputed"):
        _rule(ruling, key="1.2")
    with refuses(NotFound, "criterion.not_found"):
        _rule(ruling, key="7")


def test_a_ruling_needs_points_within_bounds_and_a_reason(ruling: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "ruling.reason_missing"):
        _rule(ruling, reason=" ")
    with refuses(Incomplete, "appraisal.points_missing"):
        _rule(ruling, points="")
    with refuses(Invalid, "answer.points_outside"):
        _rule(ruling, points="20,5")


def test_rulings_have_their_stage(ruling: Cast, refuses: Refuses) -> None:
    move_campaign(ruling, Campaign.Status.EXPLANATION)
    with refuses(WrongStage, "campaign.wrong_stage"):
        _rule(ruling)
    move_campaign(ruling, Campaign.Status.APPRAISAL)
    with refuses(NotFound, "assessment.not_found"):
        _rule(ruling)


def test_the_standing_body_sees_and_does_not_rule(ruling: Cast, refuses: Refuses) -> None:
    with refuses(NotAllowed, "assessment.rule_not_allowed"):
        _rule(ruling, "giang")


@pytest.mark.parametrize("person", ["an", "binh", "chi", "lan", "nga"])
def test_outsiders_learn_nothing(ruling: Cast, refuses: Refuses, person: str) -> None:
    with refuses(NotFound, "assessment.not_found"):
        _rule(ruling, person)
