"""Who may do what to a dossier, and when: one table for pages, use cases and tests.

An action names the roles, the stages of the campaign and the states of the
dossier in which it exists, and where it leads. ``verdict`` is the one function
that applies the table; it says why not, in words the page can show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.calendar import has_begun, is_over, last_entry_day
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.permissions import own_bodies
from chamdiem.core.indicator_set import Row
from chamdiem.errors import NotAllowed, Verdict

Stage = Campaign.Status
State = Assessment.Status

_OWN = (Role.DATA_OFFICER, Role.LEADER)
_AUTHORITY = (Role.APPRAISER, Role.STANDING_BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done to a dossier."""

    name: str
    # What is said to whoever holds none of the roles.
    not_allowed: Verdict
    roles: tuple[str, ...]
    stages: tuple[str, ...]
    states: tuple[str, ...]
    leads_to: str = ""
    # Whether the body's own people do it (their role covers the organisation) or the authority's.
    is_own: bool = True
    needs_open_entry: bool = False
    # What is said once appraisal has begun, where that ends it.
    begun: Verdict | None = None
    # What is said to whoever works for the body herself, where that is a conflict of interest.
    own_body: Verdict | None = None


_WRITING = (State.DRAFT, State.RETURNED)
_ENTRY = (Stage.ENTRY, Stage.APPRAISAL)

ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        Action(
            name="edit",
            not_allowed=Verdict("assessment.edit_not_allowed", kind=NotAllowed),
            roles=(*_OWN, Role.CONTRIBUTOR),
            stages=_ENTRY,
            states=_WRITING,
            needs_open_entry=True,
        ),
        Action(
            name="discuss",
            not_allowed=Verdict("assessment.discuss_not_allowed", kind=NotAllowed),
            roles=(*_OWN, Role.CONTRIBUTOR),
            stages=(Stage.ENTRY, Stage.APPRAISAL, Stage.EXPLANATION),
            states=tuple(state for state in State if state != State.FINAL),
        ),
        Action(
            name="approve",
            not_allowed=Verdict("assessment.approve_not_allowed", kind=NotAllowed),
            roles=(Role.LEADER,),
            stages=_ENTRY,
            states=_WRITING,
            needs_open_entry=True,
        ),
        Action(
            name="submit",
            not_allowed=Verdict("assessment.submit_not_allowed", kind=NotAllowed),
            roles=_OWN,
            stages=_ENTRY,
            states=_WRITING,
            leads_to=State.SUBMITTED,
            needs_open_entry=True,
        ),
        Action(
            name="withdraw",
            not_allowed=Verdict("assessment.withdraw_not_allowed", kind=NotAllowed),
            roles=_OWN,
            stages=_ENTRY,
            states=(State.SUBMITTED,),
            leads_to=State.DRAFT,
            needs_open_entry=True,
            begun=Verdict("assessment.appraisal_begun"),
        ),
        Action(
            name="return",
            not_allowed=Verdict("assessment.return_not_allowed", kind=NotAllowed),
            roles=_AUTHORITY,
            stages=_ENTRY,
            states=(State.SUBMITTED, State.APPRAISAL),
            leads_to=State.RETURNED,
            is_own=False,
        ),
        Action(
            name="appraise",
            not_allowed=Verdict("assessment.appraise_not_allowed", kind=NotAllowed),
            roles=(Role.APPRAISER,),
            stages=(Stage.APPRAISAL, Stage.EXPLANATION, Stage.RULING),
            states=(State.SUBMITTED, State.APPRAISAL),
            leads_to=State.APPRAISAL,
            is_own=False,
            own_body=Verdict("appraisal.own_body", kind=NotAllowed),
        ),
        Action(
            name="finish_appraisal",
            not_allowed=Verdict("assessment.finish_appraisal_not_allowed", kind=NotAllowed),
            roles=_AUTHORITY,
            stages=(Stage.APPRAISAL, Stage.EXPLANATION, Stage.RULING),
            states=(State.SUBMITTED, State.APPRAISAL),
            leads_to=State.SETTLED,
            is_own=False,
        ),
        Action(
            name="open_explanation",
            not_allowed=Verdict("assessment.open_explanation_not_allowed", kind=NotAllowed),
            roles=(Role.STANDING_BODY,),
            stages=(Stage.EXPLANATION,),
            states=(State.SETTLED,),
            leads_to=State.EXPLANATION,
            is_own=False,
        ),
        Action(
            name="justify",
            not_allowed=Verdict("assessment.justify_not_allowed", kind=NotAllowed),
            roles=_OWN,
            stages=(Stage.EXPLANATION,),
            states=(State.EXPLANATION,),
        ),
        Action(
            name="send_justification",
            not_allowed=Verdict("assessment.send_justification_not_allowed", kind=NotAllowed),
            roles=_OWN,
            stages=(Stage.EXPLANATION,),
            states=(State.EXPLANATION,),
            leads_to=State.APPRAISAL,
        ),
        Action(
            name="rule",
            not_allowed=Verdict("assessment.rule_not_allowed", kind=NotAllowed),
            roles=(Role.COUNCIL,),
            stages=(Stage.RULING,),
            states=(State.SETTLED, State.APPRAISAL, State.EXPLANATION),
            is_own=False,
            own_body=Verdict("ruling.own_body", kind=NotAllowed),
        ),
    )
}

# Closing makes final what was handed in; what never was stays what it is, unseen by the authority.
CLOSED_FROM = tuple(state for state in State if state not in (State.DRAFT, State.FINAL))
CLOSED_STAGES = (Stage.CLOSED, Stage.PUBLISHED)


def is_closed(campaign: Campaign) -> bool:
    """Whether the points of every dossier are frozen, so that there is nothing to do in one any more."""
    return campaign.status in CLOSED_STAGES


def verdict(
    name: str, *, actor: User, assessment: Assessment, now: datetime, row: Row | None = None
) -> Verdict:
    """Whether this person may do this now; reads only what ``assessment`` has at hand.

    With a row: whether she may do it there, where a last day or an extension of its own may hold.

    ``assessment`` comes with participant, campaign (and its owner), organisation
    and extensions loaded; then no query is needed beside that of the roles, and
    two for taking back a dossier that was sent and never returned.
    """
    action, participant = ACTIONS[name], assessment.participant
    campaign = participant.campaign
    path = participant.organisation.path if action.is_own else campaign.owner.path
    if not holds(actor, action.roles, path):
        return action.not_allowed
    if action.own_body is not None and participant.organisation_id in own_bodies(actor):
        return action.own_body
    if campaign.status not in action.stages:
        return Verdict("campaign.wrong_stage", {"stage": str(campaign.get_status_display())})
    if assessment.status not in action.states:
        return Verdict("assessment.wrong_state", {"state": str(assessment.get_status_display())})
    if action.needs_open_entry and not (found := _entry_verdict(assessment, row, now)).is_allowed:
        return found
    if action.begun is not None and has_begun_appraisal(assessment):
        return action.begun
    return Verdict()


def has_begun_appraisal(assessment: Assessment) -> bool:
    """Whether anybody ever judged anything of the dossier, in whatever round, or returned it."""
    return (
        assessment.returned_at is not None
        or assessment.appraisals.exists()
        or assessment.evidence_uses.filter(verdict_at__isnull=False).exists()
    )


def verdicts(*, actor: User, assessment: Assessment, now: datetime) -> dict[str, Verdict]:
    """The verdict on every action, for a page."""
    return {name: verdict(name, actor=actor, assessment=assessment, now=now) for name in ACTIONS}


def day_of_whole(assessment: Assessment) -> date:
    """The last day for the dossier as a whole; more time for one criterion does not move it."""
    return last_entry_day(assessment.participant.campaign, list(assessment.participant.extensions.all()))


def last_day(assessment: Assessment, row: Row | None = None) -> date:
    """The last day for a row; without one, the last day of any part: until then the dossier can be sent."""
    campaign, extensions = assessment.participant.campaign, list(assessment.participant.extensions.all())
    if row is not None:
        return last_entry_day(campaign, extensions, row)
    return max([campaign.entry_until, *(each.until for each in extensions)])


def _entry_verdict(assessment: Assessment, row: Row | None, now: datetime) -> Verdict:
    campaign = assessment.participant.campaign
    if not has_begun(campaign.entry_from, now):
        return Verdict("campaign.entry_not_begun", {"day": f"{campaign.entry_from:%d/%m/%Y}"})
    last = last_day(assessment, row)
    if not is_over(last, now):
        return Verdict()
    if row is not None and row.deadline is not None:
        return Verdict("assessment.criterion_over", {"row": row.label, "day": f"{last:%d/%m/%Y}"})
    return Verdict("campaign.entry_over", {"day": f"{last:%d/%m/%Y}"})
