"""Who appraises what, who watches, who rules: one question each, answered from roles and duties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.appraisals.models import Message
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.workflow import verdict
from chamdiem.campaigns.calendar import is_over
from chamdiem.campaigns.models import AppraiserDuty, Participant
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.errors import NotAllowed, Verdict

# Who speaks for the organisation in its explanation.
EXPLAINERS = (Role.DATA_OFFICER, Role.LEADER)
# Who evaluates a row that the council awards points for by itself, without appraisal.
COUNCIL = "council"
_DUTIES = "_appraiser_duties"
# What the organisation does in its explanation ends with a day of the calendar.
_BEFORE_EXPLANATION_ENDS = ("justify", "send_justification")


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody appraises: a track, or a row of it with all below, or one participant of it."""

    track_id: int
    row_key: str = ""
    participant_id: int | None = None

    def covers_participant(self, participant: Participant) -> bool:
        """Whether any criterion of this participant is in the duty."""
        return self.track_id == participant.track_id and self.participant_id in (None, participant.pk)


def duties_of(user: User) -> tuple[Duty, ...]:
    """Every duty of a person; one query, remembered for as long as the object of the person lives."""
    known: tuple[Duty, ...] | None = getattr(user, _DUTIES, None)
    if known is None:
        rows = AppraiserDuty.objects.filter(user=user).order_by("pk")
        known = tuple(Duty(*row) for row in rows.values_list("track_id", "row_key", "participant_id"))
        setattr(user, _DUTIES, known)
    return known


def appraised_keys(indicator_set: IndicatorSet) -> frozenset[str]:
    """The criteria that appraisers decide on: all but those the council awards."""
    return frozenset(row.key for row in indicator_set.criteria if row.evaluator != COUNCIL)


def keys_in_duty(duties: Iterable[Duty], indicator_set: IndicatorSet) -> frozenset[str]:
    """The criteria the duties cover; a row covers everything below it."""
    tree, keys, appraised = indicator_set.tree, set(), appraised_keys(indicator_set)
    for duty in duties:
        if not duty.row_key:
            return appraised
        if duty.row_key in tree.by_key:
            keys |= {duty.row_key, *(row.key for row in tree.below(duty.row_key))}
    return appraised & keys


def duties_over(user: User, participant: Participant) -> list[Duty]:
    """The duties of a person that concern one participant."""
    return [duty for duty in duties_of(user) if duty.covers_participant(participant)]


def may_appraise_some(user: User, assessment: Assessment) -> bool:
    """Whether a person is an appraiser with a duty in this dossier."""
    participant = assessment.participant
    is_appraiser = holds(user, [Role.APPRAISER], participant.campaign.owner.path)
    return is_appraiser and bool(duties_over(user, participant))


def side_of(user: User, assessment: Assessment) -> str:
    """On which side of the thread a person speaks; on none, where the text is empty."""
    participant = assessment.participant
    if holds(user, EXPLAINERS, participant.organisation.path):
        return Message.Side.ORGANISATION
    is_standing = holds(user, [Role.STANDING_BODY], participant.campaign.owner.path)
    return Message.Side.AUTHORITY if is_standing or may_appraise_some(user, assessment) else ""


def message_verdict(*, actor: User, assessment: Assessment) -> Verdict:
    """Whether a person may write to the thread: while organisations explain, on either side."""
    if not side_of(actor, assessment):
        return Verdict("explanation.message_not_allowed", kind=NotAllowed)
    campaign = assessment.participant.campaign
    if campaign.status != campaign.Status.EXPLANATION:
        return Verdict("campaign.wrong_stage", {"stage": str(campaign.get_status_display())})
    return Verdict()


def appraisal_verdict(name: str, *, actor: User, assessment: Assessment, now: datetime) -> Verdict:
    """The verdict of the table, and for an explanation its last day, which is still in time."""
    found = verdict(name, actor=actor, assessment=assessment, now=now)
    last = assessment.participant.campaign.explanation_until
    if found.is_allowed and name in _BEFORE_EXPLANATION_ENDS and is_over(last, now):
        return Verdict("explanation.over", {"day": f"{last:%d/%m/%Y}"})
    return found
