"""State × role × action: every use case does exactly what the table of actions says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import product
from typing import Any

import pytest
from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.appraisals.permissions import appraisal_verdict, message_verdict
from chamdiem.appraisals.selectors.doors import get_appraised, get_discussed, get_explained, get_ruled
from chamdiem.appraisals.services.appraising import Decision, appraise_criterion
from chamdiem.appraisals.services.explaining import (
    Position,
    justify_criterion,
    open_explanation,
    send_justification,
    write_message,
)
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import NotAllowed, NotFound, Refused, WrongStage

from ..people import Cast
from .staging import APPRAISING, begin_second_round

PEOPLE = ("an", "dung", "kien", "binh", "chi", "giang", "ha", "nga")


ALLOWED = {
    "appraise": {"chi"},
    "finish_appraisal": {"chi", "giang"},
    "open_explanation": {"giang"},
    "justify": {"an", "dung"},
    "send_justification": {"an", "dung"},
    "rule": {"ha"},
}


class Undo(Exception):
    """Takes back what a use case did."""


def _appraise(actor: User, pk: int, now: datetime) -> object:
    decision = Decision(verdict="accepted")
    return appraise_criterion(actor=actor, assessment_id=pk, key="2.1", decision=decision, version=0, now=now)


def _justify(actor: User, pk: int, now: datetime) -> object:
    position = Position(stance="agreed")
    return justify_criterion(actor=actor, assessment_id=pk, key="2.1", position=position, version=0, now=now)


def _rule(actor: User, pk: int, now: datetime) -> object:
    return rule_criterion(
        actor=actor, assessment_id=pk, key="2.1", points="12", reason="Xét", version=0, now=now
    )


def _simple(use_case: Callable[..., object]) -> Callable[[User, int, datetime], object]:
    return lambda actor, pk, now: use_case(actor=actor, assessment_id=pk, now=now)


ACTS: dict[str, tuple[Callable[..., Assessment], Callable[[User, int, datetime], object]]] = {
    "appraise": (get_appraised, _appraise),
    "finish_appraisal": (get_appraised, _simple(finish_appraisal)),
    "open_explanation": (get_appraised, _simple(open_explanation)),
    "justify": (get_explained, _justify),
    "send_justification": (get_explained, _simple(send_justification)),
    "rule": (get_ruled, _rule),
}


@pytest.mark.parametrize("action", sorted(ACTS))
def test_a_use_case_refuses_exactly_what_the_table_refuses(action: str, cast: Cast) -> None:
    begin_second_round(cast)
    door, act = ACTS[action]
    wrong, allowed = [], set()
    # Roles and duties are read once with a person: nothing here changes them.
    actors = {person: User.objects.get(pk=cast.people[person].pk) for person in PEOPLE}
    for stage, state in product(Campaign.Status, Assessment.Status):
        Campaign.objects.update(status=stage)
        Assessment.objects.filter(pk=cast.a.pk).update(status=state)
        for person, actor in actors.items():
            expected = _expected(action, door, actor, cast.a.pk)
            found = _happened(act, actor, cast.a.pk)
            if found != expected:
                wrong.append((stage, state, person, expected, found))
            if found == "let through":
                allowed.add(person)
    assert not wrong
    assert allowed == ALLOWED[action]


def _expected(action: str, door: Callable[..., Assessment], actor: User, pk: int) -> str:
    try:
        assessment = door(actor=actor, assessment_id=pk)
    except NotFound:
        return "hidden"
    verdict = appraisal_verdict(action, actor=actor, assessment=assessment, now=APPRAISING)
    return verdict.code or "let through"


def _happened(act: Callable[[User, int, datetime], object], actor: User, pk: int) -> str:
    try:
        with transaction.atomic():
            act(actor, pk, APPRAISING)
            raise Undo
    except Undo:
        return "let through"
    except NotFound:
        return "hidden"
    except Refused as refused:
        # What the use case itself asks beyond the table: the table has let it through.
        beyond = refused.code.startswith(("appraisal.", "explanation.", "ruling."))
        return "let through" if beyond else refused.code


@pytest.mark.parametrize("stage", [*Campaign.Status])
def test_the_thread_is_open_while_organisations_explain(stage: str, cast: Cast) -> None:
    begin_second_round(cast)
    Campaign.objects.update(status=stage)
    for person in PEOPLE:
        actor = User.objects.get(pk=cast.people[person].pk)
        written: Any = {"actor": actor, "assessment_id": cast.a.pk, "key": "2.1", "text": "Xin hỏi"}
        try:
            assessment = get_discussed(actor=actor, assessment_id=cast.a.pk)
        except NotFound:
            assert person not in ("an", "dung", "chi", "giang")
            with pytest.raises(NotFound):
                write_message(now=APPRAISING, **written)
            continue
        verdict = message_verdict(actor=actor, assessment=assessment)
        assert verdict.is_allowed == (stage == Campaign.Status.EXPLANATION)
        if verdict.is_allowed:
            write_message(now=APPRAISING, **written)
        else:
            with pytest.raises((NotAllowed, WrongStage)):
                write_message(now=APPRAISING, **written)
