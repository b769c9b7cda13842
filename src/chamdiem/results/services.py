"""Closing and publication: what is frozen stays; a correction is a new closing and a new release."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.campaigns.models import Campaign, Track
from chamdiem.campaigns.services import advance_stage
from chamdiem.errors import Incomplete
from chamdiem.results.freezing import closing_facts, freeze, list_results
from chamdiem.results.layers import list_dossiers
from chamdiem.results.models import Closing, Release, Result


@transaction.atomic
def close_campaign(*, actor: User, campaign_id: int, now: datetime) -> list[Closing]:
    """Freeze the results of every track (chốt số liệu): answers, points, reasons, peers.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: It is not at the stage of ruling; closing twice comes here.
        Incomplete: There is no track.
    """
    # The campaign stays locked until the end: closing twice at the same moment makes one closing.
    campaign = advance_stage(actor=actor, campaign_id=campaign_id, action="close", now=now)
    closings = [_close(track, actor, now) for track in campaign.tracks.select_related("edition")]
    if not closings:
        raise Incomplete("results.no_tracks")
    hashes = {str(each.track): each.content_hash for each in closings}
    _record(actor, "results.close", campaign, now, closings=hashes)
    return closings


@transaction.atomic
def publish_results(*, actor: User, campaign_id: int, now: datetime, note: str = "") -> Release:
    """Publish the newest closing of every track as a numbered release (công bố).

    The first release needs no note; every later one says what it corrects.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: It is not closed, or its closings are published already.
        Incomplete: An erratum without a note.
    """
    campaign = advance_stage(actor=actor, campaign_id=campaign_id, action="publish", now=now)
    number = campaign.releases.count() + 1
    if number > 1 and not note.strip():
        raise Incomplete("results.erratum_without_note")
    release = Release.objects.create(
        campaign=campaign, number=number, note=note.strip(), published_by=actor, published_at=now
    )
    release.closings.set(_newest_closings(campaign))
    _record(actor, "results.publish", campaign, now, release=number, note=note.strip())
    return release


@transaction.atomic
def reopen_for_erratum(*, actor: User, campaign_id: int, reason: str, now: datetime) -> Campaign:
    """Open published results for a correction (đính chính): the council may rule again.

    What was published stays as it is.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: Nothing is closed yet.
        Incomplete: No reason.
    """
    return advance_stage(actor=actor, campaign_id=campaign_id, action="reopen", reason=reason, now=now)


def _close(track: Track, actor: User, now: datetime) -> Closing:
    frozen = freeze(track, list_dossiers(track))
    closing = Closing.objects.create(
        track=track,
        number=track.closings.count() + 1,
        closed_by=actor,
        closed_at=now,
        **closing_facts(track, frozen),
    )
    Result.objects.bulk_create(list_results(closing, frozen), batch_size=200)
    return closing


def _newest_closings(campaign: Campaign) -> list[Closing]:
    newest: dict[int, Closing] = {}
    for closing in Closing.objects.filter(track__campaign=campaign).order_by("number"):
        newest[closing.track_id] = closing
    return list(newest.values())


def _record(actor: User, action: str, campaign: Campaign, now: datetime, **facts: Any) -> None:
    record_event(
        actor=actor,
        action=action,
        subject=campaign,
        at=now,
        organisation_path=campaign.owner.path,
        campaign_id=campaign.pk,
        **facts,
    )
