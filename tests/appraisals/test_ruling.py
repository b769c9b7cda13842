"""The council's ruling, and what counts in the end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.scoring import final_layer, three_sheets
from chamdiem.appraisals.selectors.doors import get_ruled
from chamdiem.appraisals.services.ruling import rule_criterion, rule_figures
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


def _rule_figures(
    cast: Cast, typed: dict[str, str] | None = None, version: int = 0, reason: str = "Công nhận 50"
) -> Ruling:
    return rule_figures(
        actor=cast.ha,
        assessment_id=cast.a.pk,
        key="2.1",
        typed={"2.1.a": "50", "I.1": "100"} | (typed or {}),
        reason=reason,
        version=version,
        now=APPRAISING,
    )


def _final(cast: Cast) -> tuple[Fraction, int | None]:
    assessment = get_ruled(actor=cast.ha, assessment_id=cast.a.pk)
    layer = final_layer(assessment)
    assert "2.1" not in layer.overrides
    return three_sheets(assessment).columns["2.1"].final.points, layer.answers["2.1.a"]


def test_ruled_figures_are_scored_by_the_rule(ruling: Cast) -> None:
    row = _rule_figures(ruling)
    assert (row.points, row.answers) == (None, {"2.1.a": 50, "I.1": 100})
    assert _final(ruling) == (Fraction(25, 2), 50)
    # The claim holds after all, or what was appraised does.
    _rule_figures(ruling, {"2.1.a": "60"}, version=1)
    assert _final(ruling) == (Fraction(15), 60)
    _rule_figures(ruling, {"2.1.a": "40"}, version=2)
    assert _final(ruling) == (Fraction(10), 40)


def test_figures_take_the_place_of_points_and_points_of_figures(ruling: Cast) -> None:
    _rule(ruling, points="13")
    _rule_figures(ruling, version=1)
    assert _final(ruling) == (Fraction(25, 2), 50)
    row = _rule(ruling, points="13", version=2)
    assert (row.points, row.answers) == (Decimal(13), {})
    event = Event.objects.first()
    assert event is not None
    assert event.facts["before"] == {"answers": {"2.1.a": 50, "I.1": 100}, "reason": "Công nhận 50"}


def test_ruled_figures_must_fit_and_suffice(ruling: Cast, refuses: Refuses) -> None:
    with refuses(Incomplete, "ruling.reason_missing"):
        _rule_figures(ruling, reason=" ")
    with refuses(Invalid, "appraisal.figure_cleared"):
        _rule_figures(ruling, {"2.1.a": ""})
    with refuses(Invalid, "appraisal.check_broken"):
        _rule_figures(ruling, {"2.1.a": "101"})
    with refuses(NotFound, "figure.not_found"):
        _rule_figures(ruling, {"2.3.n": "4"})


def test_who_rules_on_figures_sees_what_another_ruled(ruling: Cast) -> None:
    _rule_figures(ruling)
    with pytest.raises(Conflict) as refused:
        _rule(ruling, points="14", reason="Công nhận 56")
    assert "= 50" in refused.value.facts["theirs"]
    with pytest.raises(Conflict) as refused:
        _rule_figures(ruling, {"2.1.a": "56"})
    assert "= 56" in refused.value.facts["yours"]


def test_a_shared_figure_is_ruled_on_once(ruling: Cast) -> None:
    Ruling.objects.create(
        assessment=ruling.a,
        criterion_key="1.3",
        answers={"I.1": 90},
        reason="Rà soát lại danh mục",
        ruled_by=ruling.ha,
        ruled_at=APPRAISING,
    )
    with pytest.raises(Conflict) as refused:
        _rule_figures(ruling)
    assert refused.value.code == "ruling.figure_ruled_elsewhere"
    assert _rule_figures(ruling, {"I.1": "90"}).answers["I.1"] == 90


def test_a_ruling_is_points_or_figures_never_both_or_neither(ruling: Cast) -> None:
    row = _rule_figures(ruling)
    neither_nor: list[dict[str, Any]] = [{"points": 5}, {"answers": {}}]
    for wrong in neither_nor:
        with pytest.raises(IntegrityError), transaction.atomic():
            Ruling.objects.filter(pk=row.pk).update(**wrong)


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
