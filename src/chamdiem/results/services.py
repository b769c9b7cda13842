"""Closing and publication: what is frozen stays; a correction is a new closing and a new release."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.campaigns.models import Campaign, Track
from chamdiem.errors import Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.results.freezing import closing_facts, freeze, list_results
from chamdiem.results.layers import list_dossiers
from chamdiem.results.models import Closing, Release, Result
from chamdiem.results.permissions import may_close, may_see_unpublished

_CLOSING_STAGES = (Campaign.Status.EXPLANATION, Campaign.Status.RULING)


@transaction.atomic
def close_campaign(*, actor: User, campaign_id: int, now: datetime) -> list[Closing]:
    """Freeze the results of every track (chốt số liệu): answers, points, reasons, peers.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: It is not at the stage of explanation or ruling.
        Incomplete: A track has no participant.
    """
    campaign = _locked(actor, campaign_id)
    if campaign.status not in _CLOSING_STAGES:
        raise WrongStage("results.not_closable", stage=str(campaign.get_status_display()))
    closings = [_close(track, actor, now) for track in campaign.tracks.select_related("edition")]
    if not closings:
        raise Incomplete("results.no_tracks")
    _move(campaign, Campaign.Status.CLOSED, closed_at=now)
    record_event(
        actor=actor,
        action="results.close",
        subject=campaign,
        at=now,
        organisation_path=campaign.owner.path,
        campaign_id=campaign.pk,
        closings={str(each.track): each.content_hash for each in closings},
    )
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
    campaign = _locked(actor, campaign_id)
    if campaign.status != Campaign.Status.CLOSED:
        raise WrongStage("results.not_publishable", stage=str(campaign.get_status_display()))
    number = campaign.releases.count() + 1
    if number > 1 and not note.strip():
        raise Incomplete("results.erratum_without_note")
    release = Release.objects.create(
        campaign=campaign, number=number, note=note.strip(), published_by=actor, published_at=now
    )
    release.closings.set(_newest_closings(campaign))
    _move(campaign, Campaign.Status.PUBLISHED)
    record_event(
        actor=actor,
        action="results.publish",
        subject=campaign,
        at=now,
        organisation_path=campaign.owner.path,
        campaign_id=campaign.pk,
        release=number,
        note=note.strip(),
    )
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
    campaign = _locked(actor, campaign_id)
    if campaign.status not in (Campaign.Status.CLOSED, Campaign.Status.PUBLISHED):
        raise WrongStage("results.nothing_to_correct", stage=str(campaign.get_status_display()))
    if not reason.strip():
        raise Incomplete("results.erratum_without_note")
    _move(campaign, Campaign.Status.RULING)
    record_event(
        actor=actor,
        action="results.reopen",
        subject=campaign,
        at=now,
        organisation_path=campaign.owner.path,
        campaign_id=campaign.pk,
        reason=reason.strip(),
    )
    return campaign


def _locked(actor: User, campaign_id: int) -> Campaign:
    # Lock the row: closing twice at the same moment must make one closing.
    campaign = (
        Campaign.objects.select_for_update(of=("self",))
        .select_related("owner")
        .filter(pk=campaign_id)
        .first()
    )
    if campaign is None or not may_see_unpublished(actor, campaign):
        raise NotFound("campaign.not_found")
    if not may_close(actor, campaign):
        raise NotAllowed("results.close_not_allowed")
    return campaign


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


def _move(campaign: Campaign, status: str, **fields: datetime) -> None:
    campaign.status = status
    for name, value in fields.items():
        setattr(campaign, name, value)
    campaign.save(update_fields=["status", *fields])
