"""Stages, from the one table: every action × person × stage; and early or backwards only with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chamdiem.audit.models import Event
from chamdiem.campaigns import services
from chamdiem.campaigns.calendar import begins, ends
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.workflow import ACTIONS, BACKWARD, FORWARD, verdict
from chamdiem.errors import Incomplete, NotAllowed, NotFound, WrongStage
from tests.addresses.address import EVERYBODY
from tests.people import NOW, Cast

MOVES = sorted(
    name for name, action in ACTIONS.items() if action.leads_to and name not in ("open", "back_to_draft")
)


def _stage(cast: Cast, stage: str) -> None:
    cast.campaign.status = stage
    cast.campaign.save()


@pytest.mark.parametrize("stage", list(Campaign.Status))
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_the_table_decides_for_every_stage_and_person(cast: Cast, action: str, stage: str) -> None:
    _stage(cast, stage)
    cast.campaign.refresh_from_db()
    for name in sorted(EVERYBODY):
        said = verdict(action, actor=cast.people[name], campaign=cast.campaign)
        if name != "giang":
            assert said.kind is NotAllowed
        elif stage not in ACTIONS[action].stages:
            assert (said.code, said.kind) == ("campaign.wrong_stage", WrongStage)
        else:
            assert said.is_allowed


@pytest.mark.parametrize("stage", list(Campaign.Status))
@pytest.mark.parametrize("action", MOVES)
def test_a_stage_follows_only_from_its_own(cast: Cast, action: str, stage: str) -> None:
    _stage(cast, stage)
    move = ACTIONS[action]
    if stage in move.stages:
        campaign = _advance(cast, action, reason="vì đã đủ hồ sơ")
        assert campaign.status == move.leads_to
        event = Event.objects.get(action=f"campaign.{action}")
        assert event.facts == {"from": stage, "to": move.leads_to, "reason": "vì đã đủ hồ sơ"}
        return
    with pytest.raises((WrongStage, NotFound)):
        _advance(cast, action, reason="vì đã đủ hồ sơ")
    cast.campaign.refresh_from_db()
    assert cast.campaign.status == stage
    assert not Event.objects.exists()


def _advance(cast: Cast, action: str, *, reason: str = "", name: str = "giang") -> Campaign:
    return services.advance_stage(
        actor=cast.people[name], campaign_id=cast.campaign.pk, action=action, reason=reason, now=NOW
    )


@pytest.mark.parametrize("name", sorted(EVERYBODY - {"giang"}))
def test_nobody_else_moves_a_campaign(cast: Cast, name: str) -> None:
    refusal = NotFound if name in ("nga", "lan") else NotAllowed
    with pytest.raises(refusal):
        _advance(cast, "begin_appraisal", reason="vì đã đủ hồ sơ", name=name)
    cast.campaign.refresh_from_db()
    assert cast.campaign.status == "entry"


@pytest.mark.parametrize("action", FORWARD)
def test_before_the_last_day_is_over_it_needs_a_reason(cast: Cast, action: str) -> None:
    move = ACTIONS[action]
    assert move.until is not None
    day = move.until(cast.campaign)
    _stage(cast, move.stages[0])
    in_time = ends(day) - timedelta(seconds=1)
    with pytest.raises(Incomplete):
        services.advance_stage(
            actor=cast.giang, campaign_id=cast.campaign.pk, action=action, reason="  ", now=in_time
        )
    services.advance_stage(
        actor=cast.giang, campaign_id=cast.campaign.pk, action=action, now=begins(day + timedelta(days=1))
    )


@pytest.mark.parametrize("action", BACKWARD)
def test_backwards_always_needs_a_reason(cast: Cast, action: str) -> None:
    _stage(cast, ACTIONS[action].stages[0])
    with pytest.raises(Incomplete):
        _advance(cast, action)


@pytest.mark.parametrize("status", ["submitted", "appraisal"])
def test_explanation_waits_until_every_dossier_handed_in_is_appraised(cast: Cast, status: str) -> None:
    _stage(cast, "appraisal")
    cast.a.status, cast.a.submitted_at = status, NOW
    cast.a.save()
    with pytest.raises(Incomplete) as refused:
        _advance(cast, "begin_explanation", reason="vì đã đủ hồ sơ")
    assert refused.value.facts == {"count": "1"}
    cast.a.status = "settled"
    cast.a.save()
    assert _advance(cast, "begin_explanation", reason="vì đã đủ hồ sơ").status == "explanation"


@pytest.mark.parametrize("action", ["prepare", "extend", "fly", ""])
def test_what_is_no_move_is_not_found(cast: Cast, action: str) -> None:
    with pytest.raises(NotFound):
        _advance(cast, action, reason="vì đã đủ hồ sơ")
