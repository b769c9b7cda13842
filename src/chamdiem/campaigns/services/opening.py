"""Opening a campaign in the background: participants, their offices, their assignments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.hooks import tell_joined
from chamdiem.campaigns.models import Campaign, Participant, Track
from chamdiem.campaigns.preparing import OPENING
from chamdiem.campaigns.selectors.preparing import list_gaps
from chamdiem.campaigns.services.locking import locked, record
from chamdiem.campaigns.services.matching import match_offices
from chamdiem.campaigns.workflow import ACTIONS
from chamdiem.errors import Conflict, Incomplete
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import start_job
from chamdiem.organisations.models import Organisation

BATCH = 200
Progress = Callable[[int, int], None]


def _no_progress(_done: int, _total: int) -> None:
    pass


@transaction.atomic
def start_opening(*, actor: User, campaign_id: int, now: datetime) -> Job:
    """Open a campaign in the background; safe to ask for again when it failed.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run it.
        WrongStage: It is open already.
        Conflict: It is being opened at this moment.
        Incomplete: Something of the preparation is missing; the page names each.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="open")
    running = (Job.Status.WAITING, Job.Status.RUNNING)
    if Job.objects.filter(kind=OPENING, arguments__campaign_id=campaign.pk, status__in=running).exists():
        raise Conflict("campaign.opening_already")
    if gaps := list_gaps(campaign):
        raise Incomplete("campaign.not_prepared", count=str(len(gaps)))
    campaign.status = ACTIONS["open"].leads_to
    campaign.previous = _find_previous(campaign)
    campaign.save(update_fields=["status", "previous"])
    total = sum(len(track.chosen) for track in campaign.tracks.all())
    record(campaign, actor=actor, action="campaign.start_opening", now=now, participants=total)
    return start_job(
        kind=OPENING,
        title=f"Mở kỳ đánh giá “{campaign.name}”",
        actor=actor,
        now=now,
        total=total,
        campaign_id=campaign.pk,
    )


def _find_previous(campaign: Campaign) -> Campaign | None:
    """The newest published campaign of the authority, of an earlier year, by one of these editions."""
    editions = campaign.tracks.values("edition")
    return (
        Campaign.objects.filter(
            owner=campaign.owner_id,
            status=Campaign.Status.PUBLISHED,
            year__lt=campaign.year,
            tracks__edition__in=editions,
        )
        .order_by("-year", "-pk")
        .first()
    )


def create_participants(
    *, campaign_id: int, now: datetime, progress: Progress = _no_progress
) -> list[Participant]:
    """Make participants of those chosen, with offices matched and criteria assigned.

    Batch by batch, each in a transaction of its own; run again from the start it
    makes nothing twice.
    """
    campaign = Campaign.objects.select_related("owner").get(pk=campaign_id)
    tracks = list(campaign.tracks.select_related("edition"))
    total, made = sum(len(track.chosen) for track in tracks), []
    for track in tracks:
        for start in range(0, len(track.chosen), BATCH):
            with transaction.atomic():
                made += join(campaign, track, track.chosen[start : start + BATCH], now)
            progress(len(made), total)
    return made


@transaction.atomic
def finish_opening(*, actor: User | None, campaign_id: int, now: datetime) -> Campaign:
    """Say that the campaign is open: everybody in it has a place."""
    campaign = Campaign.objects.select_for_update(of=("self",)).select_related("owner").get(pk=campaign_id)
    if campaign.status != Campaign.Status.OPENING:
        return campaign
    campaign.status, campaign.opened_at = Campaign.Status.ENTRY, now
    campaign.save(update_fields=["status", "opened_at"])
    count = campaign.participants.count()
    record(campaign, actor=actor, action="campaign.open", now=now, participants=count)
    return campaign


def join(
    campaign: Campaign, track: Track, organisation_ids: Sequence[int], now: datetime, *, is_late: bool = False
) -> list[Participant]:
    """Make participants of organisations, or find those made before; tell the apps above."""
    organisations = Organisation.objects.filter(pk__in=organisation_ids).select_related("kind")
    unranked = set(track.unranked)
    Participant.objects.bulk_create(
        [
            Participant(
                campaign=campaign,
                track=track,
                organisation=each,
                code=each.code,
                name=each.name,
                peer_group=track.group_of(each),
                is_ranked=each.pk not in unranked,
                joined_at=now,
                is_late=is_late,
            )
            for each in organisations
        ],
        ignore_conflicts=True,
    )
    participants = list(
        Participant.objects.filter(track=track, organisation_id__in=organisation_ids).select_related(
            "organisation", "track__edition", "campaign__owner"
        )
    )
    match_offices(track, participants, now)
    tell_joined(participants, now)
    return participants
