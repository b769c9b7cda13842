"""Who may do what to a dossier, and when: one table for pages, use cases and tests.

An action names the roles, the stages of the campaign and the states of the
dossier in which it exists, and where it leads. ``verdict`` is the one function
that applies the table; it says why not, in words the page can show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.calendar import has_begun, is_over, last_entry_day
from chamdiem.campaigns.models import Campaign

Stage = Campaign.Status
State = Assessment.Status

_OWN = (Role.DATA_OFFICER, Role.LEADER)
_AUTHORITY = (Role.APPRAISER, Role.STANDING_BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done to a dossier."""

    name: str
    roles: tuple[str, ...]
    stages: tuple[str, ...]
    states: tuple[str, ...]
    leads_to: str = ""
    # Whether the body's own people do it (their role covers the organisation) or the authority's.
    is_own: bool = True
    needs_open_entry: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an action may be done now; if not, the refusal that would be raised."""

    code: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def is_allowed(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.code


_WRITING = (State.DRAFT, State.RETURNED)
_ENTRY = (Stage.ENTRY, Stage.APPRAISAL)

ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        Action(
            name="edit",
            roles=(*_OWN, Role.CONTRIBUTOR),
            stages=_ENTRY,
            states=_WRITING,
            needs_open_entry=True,
        ),
        Action(
            name="discuss",
            roles=(*_OWN, Role.CONTRIBUTOR),
            stages=(Stage.ENTRY, Stage.APPRAISAL, Stage.EXPLANATION),
            states=tuple(state for state in State if state != State.FINAL),
        ),
        Action(name="approve", roles=(Role.LEADER,), stages=_ENTRY, states=_WRITING, needs_open_entry=True),
        Action(
            name="submit",
            roles=_OWN,
            stages=_ENTRY,
            states=_WRITING,
            leads_to=State.SUBMITTED,
            needs_open_entry=True,
        ),
        Action(
            name="withdraw",
            roles=_OWN,
            stages=_ENTRY,
            states=(State.SUBMITTED,),
            leads_to=State.DRAFT,
            needs_open_entry=True,
        ),
        Action(
            name="return",
            roles=_AUTHORITY,
            stages=_ENTRY,
            states=(State.SUBMITTED, State.APPRAISAL),
            leads_to=State.RETURNED,
            is_own=False,
        ),
        Action(
            name="appraise",
            roles=(Role.APPRAISER,),
            stages=(Stage.APPRAISAL, Stage.EXPLANATION, Stage.RULING),
            states=(State.SUBMITTED, State.APPRAISAL),
            leads_to=State.APPRAISAL,
            is_own=False,
        ),
        Action(
            name="finish_appraisal",
            roles=_AUTHORITY,
            stages=(Stage.APPRAISAL, Stage.EXPLANATION, Stage.RULING),
            states=(State.SUBMITTED, State.APPRAISAL),
            leads_to=State.SETTLED,
            is_own=False,
        ),
        Action(
            name="open_explanation",
            roles=(Role.STANDING_BODY,),
            stages=(Stage.EXPLANATION,),
            states=(State.SETTLED,),
            leads_to=State.EXPLANATION,
            is_own=False,
        ),
        Action(name="justify", roles=_OWN, stages=(Stage.EXPLANATION,), states=(State.EXPLANATION,)),
        Action(
            name="send_justification",
            roles=_OWN,
            stages=(Stage.EXPLANATION,),
            states=(State.EXPLANATION,),
            leads_to=State.APPRAISAL,
        ),
        Action(
            name="rule",
            roles=(Role.COUNCIL,),
            stages=(Stage.RULING,),
            states=(State.SETTLED, State.APPRAISAL, State.EXPLANATION),
            is_own=False,
        ),
    )
}


def verdict(name: str, *, actor: User, assessment: Assessment, now: datetime) -> Verdict:
    """Whether this person may do this now; reads only what ``assessment`` has at hand.

    ``assessment`` comes with participant, campaign (and its owner), organisation
    and extensions loaded; then no query is needed beside that of the roles.
    """
    action, participant = ACTIONS[name], assessment.participant
    campaign = participant.campaign
    path = participant.organisation.path if action.is_own else campaign.owner.path
    if not holds(actor, action.roles, path):
        return Verdict(f"assessment.{name}_not_allowed")
    if campaign.status not in action.stages:
        return Verdict("campaign.wrong_stage", {"stage": str(campaign.get_status_display())})
    if assessment.status not in action.states:
        return Verdict("assessment.wrong_state", {"state": str(assessment.get_status_display())})
    if action.needs_open_entry:
        return _entry_verdict(assessment, now)
    return Verdict()


def verdicts(*, actor: User, assessment: Assessment, now: datetime) -> dict[str, Verdict]:
    """The verdict on every action, for a page."""
    return {name: verdict(name, actor=actor, assessment=assessment, now=now) for name in ACTIONS}


def _entry_verdict(assessment: Assessment, now: datetime) -> Verdict:
    campaign = assessment.participant.campaign
    if not has_begun(campaign.entry_from, now):
        return Verdict("campaign.entry_not_begun", {"day": f"{campaign.entry_from:%d/%m/%Y}"})
    last = last_entry_day(campaign, list(assessment.participant.extensions.all()))
    if is_over(last, now):
        return Verdict("campaign.entry_over", {"day": f"{last:%d/%m/%Y}"})
    return Verdict()
