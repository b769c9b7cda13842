"""Who joins a campaign that is open, and who leaves it."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from chamdiem.accounts.models import User
from chamdiem.campaigns.models import Participant, Track
from chamdiem.campaigns.selectors.preparing import list_late_candidates
from chamdiem.campaigns.services.locking import locked, participant_of, record
from chamdiem.campaigns.services.opening import join
from chamdiem.campaigns.workflow import reason_verdict
from chamdiem.core.alphabet import alphabetical
from chamdiem.errors import Conflict, NotFound
from chamdiem.organisations.models import Organisation


@transaction.atomic
def add_late_participant(
    *,
    actor: User,
    campaign_id: int,
    track_id: int,
    organisation_id: int,
    is_ranked: bool = True,
    reason: str,
    now: datetime,
) -> Participant:
    """Let an organisation join a campaign that is open, marked as late.

    Raises:
        NotFound: No such campaign, track or organisation, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: Entry and appraisal are over.
        Incomplete: No reason is given.
        Conflict: It takes part already, or bodies of its kind are in other tracks.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="join")
    reason_verdict("join", campaign=campaign, reason=reason, now=now).demand()
    track = campaign.tracks.select_related("edition").filter(pk=track_id).first()
    if track is None:
        raise NotFound("track.not_found")
    organisation = list_late_candidates(campaign).filter(pk=organisation_id).first()
    if organisation is None:
        raise NotFound("organisation.not_found")
    if track.participants.filter(organisation=organisation).exists():
        raise Conflict("participant.there_already", name=organisation.name)
    _check_kind(track, organisation)
    if not is_ranked:
        track.unranked = sorted({*track.unranked, organisation.pk})
        track.save(update_fields=["unranked"])
    (participant,) = join(campaign, track, [organisation.pk], now, is_late=True)
    record(
        campaign,
        actor=actor,
        action="participant.join_late",
        now=now,
        subject=participant,
        organisation_path=organisation.path,
        track=track.name,
        reason=reason.strip(),
    )
    return participant


def _check_kind(track: Track, organisation: Organisation) -> None:
    """A body joins where its kind is; a kind that is nowhere yet may join any track."""
    alike = Participant.objects.filter(campaign=track.campaign_id, organisation__kind=organisation.kind_id)
    tracks = set(alike.values_list("track__name", flat=True))
    if tracks and track.name not in tracks:
        facts = {"name": organisation.name, "kind": organisation.kind.name, "track": track.name}
        raise Conflict(
            "participant.kind_elsewhere", tracks="; ".join(sorted(tracks, key=alphabetical)), **facts
        )


@transaction.atomic
def withdraw_participant(
    *, actor: User, campaign_id: int, participant_id: int, reason: str, now: datetime
) -> None:
    """Take an organisation out that has entered nothing.

    Raises:
        NotFound: No such campaign or participant, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: Entry and appraisal are over.
        Incomplete: No reason is given.
        Conflict: It has entered something; that is not thrown away.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="withdraw_participant")
    participant = participant_of(campaign, participant_id)
    reason_verdict("withdraw_participant", campaign=campaign, reason=reason, now=now).demand()
    record(
        campaign,
        actor=actor,
        action="participant.withdraw",
        now=now,
        subject=participant,
        organisation_path=participant.organisation.path,
        reason=reason.strip(),
    )
    remove(participant)


def remove(participant: Participant) -> None:
    """Remove a participant and its empty dossier; whatever protects itself is content.

    Raises:
        Conflict: It has entered something.
    """
    assessment = getattr(participant, "assessment", None)
    touched = assessment is not None and (assessment.revision > 0 or assessment.status != "draft")
    try:
        if not touched:
            with transaction.atomic():
                if assessment is not None:
                    assessment.delete()
                participant.delete()
            return
    except (ProtectedError, IntegrityError):
        pass
    raise Conflict("participant.has_content", name=participant.name)
