"""State × stage × role × action, generated from the one table: the use cases do what it says."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.db import transaction

from chamdiem.accounts.models import Role
from chamdiem.assessments import services
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.selectors import get_assessment
from chamdiem.assessments.workflow import ACTIONS, verdict, verdicts
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import NotAllowed, Refused, WrongStage
from chamdiem.web.refusals import SENTENCES, refusal_sentence
from tests.people import NOW, Cast

from .filling import fill, hand_in, write

ROLES = {
    "an": Role.DATA_OFFICER,
    "dung": Role.LEADER,
    "kien": Role.CONTRIBUTOR,
    "chi": Role.APPRAISER,
    "giang": Role.STANDING_BODY,
    "ha": Role.COUNCIL,
    "lan": Role.ADMINISTRATOR,
}
STRANGERS = ("binh", "minh", "nga")


def stand(cast: Cast, stage: str, state: str) -> Assessment:
    """The dossier of Sở A brought to a stage and a state, whatever was before."""
    Campaign.objects.filter(pk=cast.campaign.pk).update(status=stage)
    Assessment.objects.filter(pk=cast.a.pk).update(status=state, submitted_at=NOW)
    return Assessment.objects.select_related(
        "participant__campaign__owner", "participant__organisation", "participant__track__edition"
    ).get(pk=cast.a.pk)


def test_the_verdict_is_what_the_table_says(cast: Cast) -> None:
    for stage, state in product(Campaign.Status, Assessment.Status):
        assessment = stand(cast, stage, state)
        for name, action in ACTIONS.items():
            for person in (*ROLES, *STRANGERS):
                found = verdict(name, actor=cast.people[person], assessment=assessment, now=NOW)
                expected = (
                    ROLES.get(person) in action.roles and stage in action.stages and state in action.states
                )
                assert found.is_allowed is expected, (stage, state, name, person)
                assert expected or refusal_sentence(found.kind(found.code, **found.facts)) != found.code


def _act(cast: Cast) -> dict[str, Callable[[Any], Any]]:
    a = cast.a.pk
    return {
        "edit": lambda who: write(cast, "2.1.a", "80", actor=who),
        "discuss": lambda who: services.add_remark(actor=who, assessment_id=a, key="2.1", text="…", now=NOW),
        "approve": lambda who: services.approve(
            actor=who, assessment_id=a, seen_revision=Assessment.objects.get(pk=a).revision, now=NOW
        ),
        "submit": lambda who: services.submit(actor=who, assessment_id=a, now=NOW),
        "withdraw": lambda who: services.withdraw(actor=who, assessment_id=a, now=NOW),
        "return": lambda who: services.return_for_completion(
            actor=who, assessment_id=a, reason="Thiếu quyết định thành lập.", now=NOW
        ),
    }


@pytest.mark.parametrize("name", ["edit", "discuss", "approve", "submit", "withdraw", "return"])
def test_the_use_case_does_what_the_verdict_says(cast: Cast, name: str) -> None:
    hand_in(cast)
    act = _act(cast)[name]
    for person, state in product((*ROLES, *STRANGERS), Assessment.Status):
        assessment = stand(cast, Campaign.Status.ENTRY, state)
        said = verdict(name, actor=cast.people[person], assessment=assessment, now=NOW)
        with transaction.atomic():
            done, led_to = _tried(cast, act, person)
            transaction.set_rollback(True)
        # Who may not even know of the dossier is told that there is none.
        expected = {"done"} if said.is_allowed else {said.code, "assessment.not_found"}
        assert done in expected, (person, state)
        assert led_to == (ACTIONS[name].leads_to or state if said.is_allowed else state)


def _tried(cast: Cast, act: Callable[[Any], Any], person: str) -> tuple[str, str]:
    try:
        act(cast.people[person])
        done = "done"
    except Refused as refused:
        done = refused.code
    return done, Assessment.objects.get(pk=cast.a.pk).status


def test_every_action_that_leads_somewhere_leads_to_a_state() -> None:
    assert {action.leads_to for action in ACTIONS.values()} <= {"", *Assessment.Status}


def test_every_action_says_no_in_words() -> None:
    assert {action.not_allowed.code for action in ACTIONS.values()} <= set(SENTENCES)


def test_a_page_asks_for_all_verdicts_at_once(cast: Cast, django_assert_num_queries: Any) -> None:
    fill(cast)
    assessment = get_assessment(actor=cast.an, assessment_id=cast.a.pk)
    with django_assert_num_queries(0):
        found = verdicts(actor=cast.an, assessment=assessment, now=NOW)
    assert {name for name, each in found.items() if each.is_allowed} == {"edit", "discuss", "submit"}


def test_a_verdict_raises_what_it_says(cast: Cast) -> None:
    assessment = stand(cast, Campaign.Status.RULING, Assessment.Status.DRAFT)
    with pytest.raises(WrongStage, match="wrong_stage"):
        verdict("edit", actor=cast.an, assessment=assessment, now=NOW).demand()
    with pytest.raises(NotAllowed, match="edit_not_allowed"):
        verdict("edit", actor=cast.giang, assessment=assessment, now=NOW).demand()
