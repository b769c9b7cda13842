"""Who appraises what: tracks, groups, criteria, organisations given to appraisers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.models import AppraiserDuty, Campaign, Participant, Track
from chamdiem.campaigns.permissions import own_bodies
from chamdiem.campaigns.selectors.duties import list_appraisers
from chamdiem.campaigns.services.locking import locked, participant_of, record
from chamdiem.errors import Conflict, Incomplete, NotFound
from chamdiem.indicators.selectors import compiled


@transaction.atomic
def give_duty(
    *,
    actor: User,
    campaign_id: int,
    user_id: int,
    track_id: int,
    row_key: str = "",
    participant_id: int | None = None,
    now: datetime,
) -> AppraiserDuty:
    """Give an appraiser a track, or a group or criterion of it, or one participant of it.

    Raises:
        NotFound: No such campaign, track, row, participant or appraiser, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: The campaign is not running.
        Conflict: The appraiser has this very duty, or works for this very participant.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="give_duty")
    track, (user,) = _track(campaign, track_id), _appraisers(campaign, [user_id])
    if row_key and row_key not in compiled(track.edition).indicator_set.tree.by_key:
        raise NotFound("row.not_found", key=row_key)
    participant = participant_of(campaign, participant_id) if participant_id is not None else None
    if participant is not None and participant.track_id != track.pk:
        raise NotFound("participant.not_found")
    if participant is not None and participant.organisation_id in own_bodies(user):
        raise Conflict("duty.own_body", name=str(user), organisation=participant.name)
    duty, is_new = AppraiserDuty.objects.get_or_create(
        campaign=campaign, user=user, track=track, row_key=row_key, participant=participant
    )
    if not is_new:
        raise Conflict("duty.there_already", name=str(user))
    record(
        campaign,
        actor=actor,
        action="duty.give",
        now=now,
        subject=user,
        track=track.name,
        row=row_key,
        participant=participant.name if participant else "",
    )
    return duty


@transaction.atomic
def remove_duty(*, actor: User, campaign_id: int, duty_id: int, now: datetime) -> None:
    """Take a duty from an appraiser; what was appraised stays.

    Raises:
        NotFound: No such campaign or duty, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: The campaign is not running.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="give_duty")
    duty = campaign.duties.select_related("user", "track").filter(pk=duty_id).first()
    if duty is None:
        raise NotFound("duty.not_found")
    facts: dict[str, Any] = {
        "track": duty.track.name,
        "row": duty.row_key,
        "participant": duty.participant_id,
    }
    record(campaign, actor=actor, action="duty.remove", now=now, subject=duty.user, **facts)
    duty.delete()


@dataclass(frozen=True, slots=True)
class Shares:
    """What a split gave: appraiser → how many participants, and those that nobody of them may appraise."""

    counts: dict[int, int]
    left: tuple[Participant, ...]


@transaction.atomic
def split_evenly(
    *, actor: User, campaign_id: int, track_id: int, user_ids: Sequence[int], now: datetime
) -> Shares:
    """Share the participants of a track among appraisers, as evenly as whole dossiers allow.

    It replaces the earlier shares by participant in this track; duties by criterion stay.
    Nobody gets a body she works for; one for which that leaves nobody is left.

    Raises:
        NotFound: No such campaign, track or appraiser, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: The campaign is not running.
        Incomplete: No appraiser is named.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="give_duty")
    track = _track(campaign, track_id)
    if not user_ids:
        raise Incomplete("duty.nobody_chosen")
    users = _appraisers(campaign, list(dict.fromkeys(user_ids)))
    AppraiserDuty.objects.filter(track=track, row_key="", participant__isnull=False).delete()
    participants = track.participants.select_related("organisation")
    given, left = _shared_out(list(participants.order_by("peer_group", "name_order", "pk")), users)
    AppraiserDuty.objects.bulk_create(
        AppraiserDuty(campaign=campaign, track=track, participant=each, user=user) for each, user in given
    )
    counts = {user.pk: sum(1 for _, one in given if one == user) for user in users}
    facts = {str(user): counts[user.pk] for user in users}
    names = [each.name for each in left]
    record(campaign, actor=actor, action="duty.split", now=now, subject=track, shares=facts, left=names)
    return Shares(counts, tuple(left))


def _shared_out(
    participants: Sequence[Participant], users: Sequence[User]
) -> tuple[list[tuple[Participant, User]], list[Participant]]:
    own, counts = {user.pk: own_bodies(user) for user in users}, {user.pk: 0 for user in users}
    given: list[tuple[Participant, User]] = []
    left: list[Participant] = []
    for each in participants:
        free = [user for user in users if each.organisation_id not in own[user.pk]]
        if not free:
            left.append(each)
            continue
        user = min(free, key=lambda one: counts[one.pk])
        counts[user.pk] += 1
        given.append((each, user))
    return given, left


def _track(campaign: Campaign, track_id: int) -> Track:
    track = campaign.tracks.select_related("edition").filter(pk=track_id).first()
    if track is None:
        raise NotFound("track.not_found")
    return track


def _appraisers(campaign: Campaign, user_ids: Collection[int]) -> list[User]:
    known = {user.pk: user for user in list_appraisers(campaign).filter(pk__in=user_ids)}
    if len(known) < len(set(user_ids)):
        raise NotFound("user.not_found")
    return [known[each] for each in user_ids]
