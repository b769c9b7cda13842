"""What the standing body may do to a campaign, and when: one table for pages, use cases and tests.

An action names the stages in which it exists and where it leads. ``verdict`` is
the one function that applies the table; it says why not, in words the page can show.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import is_over
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.campaigns.permissions import may_run
from chamdiem.campaigns.preparing import OPENING
from chamdiem.errors import Conflict, Incomplete, NotAllowed, Verdict
from chamdiem.jobs.selectors import find_job

Stage = Campaign.Status


Guard = Callable[[Campaign], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done to a campaign.

    ``until`` is the day before whose end it is early: then it needs a reason.
    """

    name: str
    stages: tuple[str, ...]
    leads_to: str = ""
    needs_reason: bool = False
    until: Callable[[Campaign], date] | None = None
    guard: Guard | None = None

    def wants_reason(self, campaign: Campaign, now: datetime) -> bool:
        """Whether the reason must be written down: always, or because it is early."""
        return self.needs_reason or (self.until is not None and not is_over(self.until(campaign), now))


def _nothing_in_appraisal(campaign: Campaign) -> Verdict:
    """Every dossier handed in has been appraised to its end."""
    waiting = Participant.objects.filter(
        campaign=campaign, assessment__status__in=["submitted", "appraisal"]
    ).count()
    if not waiting:
        return Verdict()
    return Verdict("campaign.appraisal_unfinished", {"count": str(waiting)}, Incomplete)


def _not_being_opened(campaign: Campaign) -> Verdict:
    """The work that opens it has failed, or was lost."""
    job = find_job(kind=OPENING, campaign_id=campaign.pk)
    if job is not None and job.is_under_way:
        return Verdict("campaign.opening_already", {}, Conflict)
    return Verdict()


# Letters of a reason: fewer say nothing.
LEAST_REASON = 10
_RUNNING = (Stage.ENTRY, Stage.APPRAISAL, Stage.EXPLANATION, Stage.RULING)
_ENTRY = (Stage.ENTRY, Stage.APPRAISAL)

ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        Action(name="prepare", stages=(Stage.DRAFT,)),
        Action(name="delete", stages=(Stage.DRAFT,)),
        Action(name="open", stages=(Stage.DRAFT, Stage.OPENING), leads_to=Stage.OPENING),
        # Where opening failed: what was prepared can be mended.
        Action(
            name="back_to_draft",
            stages=(Stage.OPENING,),
            leads_to=Stage.DRAFT,
            guard=_not_being_opened,
        ),
        Action(
            name="begin_appraisal",
            stages=(Stage.ENTRY,),
            leads_to=Stage.APPRAISAL,
            until=lambda campaign: campaign.entry_until,
        ),
        Action(
            name="begin_explanation",
            stages=(Stage.APPRAISAL,),
            leads_to=Stage.EXPLANATION,
            until=lambda campaign: campaign.appraisal_until,
            guard=_nothing_in_appraisal,
        ),
        Action(
            name="begin_ruling",
            stages=(Stage.EXPLANATION,),
            leads_to=Stage.RULING,
            until=lambda campaign: campaign.explanation_until,
        ),
        # What to look at before closing; what is closed has nothing left to look through.
        Action(name="review", stages=(*_RUNNING, Stage.CLOSING)),
        # As for opening: again from there, when the work in the background failed.
        Action(name="close", stages=(Stage.RULING, Stage.CLOSING), leads_to=Stage.CLOSING),
        Action(name="publish", stages=(Stage.CLOSED,), leads_to=Stage.PUBLISHED),
        # To correct what was closed or published, or to stop the closing: the council may rule again.
        Action(
            name="reopen",
            stages=(Stage.CLOSING, Stage.CLOSED, Stage.PUBLISHED),
            leads_to=Stage.RULING,
            needs_reason=True,
        ),
        Action(name="back_to_entry", stages=(Stage.APPRAISAL,), leads_to=Stage.ENTRY, needs_reason=True),
        Action(
            name="back_to_appraisal",
            stages=(Stage.EXPLANATION,),
            leads_to=Stage.APPRAISAL,
            needs_reason=True,
        ),
        Action(
            name="back_to_explanation",
            stages=(Stage.RULING,),
            leads_to=Stage.EXPLANATION,
            needs_reason=True,
        ),
        Action(name="change_calendar", stages=_RUNNING, needs_reason=True),
        Action(name="extend", stages=_ENTRY, needs_reason=True),
        Action(name="join", stages=_ENTRY, needs_reason=True),
        Action(name="withdraw_participant", stages=_ENTRY, needs_reason=True),
        Action(name="match_offices", stages=_ENTRY),
        Action(name="give_duty", stages=_RUNNING),
    )
}
# What the campaign page offers as the next stage, and as the way back; results close and publish.
FORWARD = ("begin_appraisal", "begin_explanation", "begin_ruling")
BACKWARD = ("back_to_entry", "back_to_appraisal", "back_to_explanation")


def verdict(name: str, *, actor: User, campaign: Campaign) -> Verdict:
    """Whether this person may do this now; at most one query, for the guard of the action."""
    action = ACTIONS[name]
    if not may_run(actor, campaign):
        return Verdict("campaign.run_not_allowed", {}, NotAllowed)
    if campaign.status not in action.stages:
        return Verdict("campaign.wrong_stage", {"stage": str(campaign.get_status_display())})
    return action.guard(campaign) if action.guard else Verdict()


def reason_verdict(name: str, *, campaign: Campaign, reason: str, now: datetime) -> Verdict:
    """Whether the reason that the action needs is there, and says something."""
    if ACTIONS[name].wants_reason(campaign, now) and len(reason.strip()) < LEAST_REASON:
        return Verdict("campaign.reason_too_short", {"least": str(LEAST_REASON)}, Incomplete)
    return Verdict()
