"""Preparing a campaign, step by step; each step is saved on its own and can be left and come back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.campaigns.calendar import LOCAL
from chamdiem.campaigns.meanwhile import State, put_together, track_state
from chamdiem.campaigns.models import Campaign, Track
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.preparing import Days, usual_days
from chamdiem.campaigns.selectors.preparing import find_printed_period, list_candidates
from chamdiem.campaigns.services.locking import locked, record
from chamdiem.campaigns.services.settling import TrackDraft, settle_tracks
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound
from chamdiem.indicators.selectors import list_issued
from chamdiem.organisations.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A change to those chosen for a track: who comes, who goes, who is ranked or not."""

    added: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    unranked: frozenset[int] = frozenset()
    ranked: frozenset[int] = frozenset()


@transaction.atomic
def create_campaign(
    *, actor: User, owner_id: int, name: str, year: int, now: datetime, is_example: bool = False
) -> Campaign:
    """Begin to prepare a campaign, with a calendar to start from; an example says so in every file.

    Raises:
        NotFound: ``actor`` is no standing body of such an authority.
        NotAllowed: ``actor`` is no standing body anywhere.
        Conflict: The authority has a campaign of that name.
    """
    owner = Organisation.objects.filter(pk=owner_id).first()
    if owner is None or not holds(actor, [Role.STANDING_BODY], owner.path):
        raise NotAllowed("campaign.create_not_allowed")
    _demand_free_name(owner.pk, name, None)
    days = usual_days(year, now.astimezone(LOCAL).date())
    campaign = Campaign.objects.create(
        owner=owner,
        name=name.strip(),
        year=year,
        policies=Policies().to_data(),
        created_by=actor,
        created_at=now,
        is_example=is_example,
        **asdict(days),
    )
    record(campaign, actor=actor, action="campaign.create", now=now, year=year)
    return campaign


@transaction.atomic
def save_tracks(
    *,
    actor: User,
    campaign_id: int,
    name: str,
    year: int,
    tracks: Sequence[TrackDraft],
    seen: State | None = None,
    now: datetime,
) -> Campaign:
    """Save name, year and tracks; a track left out goes, with those chosen for it.

    With what the page showed (``seen``), what others changed meanwhile stays.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a draft.
        Invalid: Somebody else changed the same meanwhile; tells both values.
        Conflict: The name is taken, or two tracks have the same name.
        Incomplete: There is no track.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="prepare")
    if seen is not None:
        head = put_together(
            seen, {"name": name.strip(), "year": year}, {"name": campaign.name, "year": campaign.year}
        )
        name, year = head["name"], head["year"]
        tracks = settle_tracks(tracks, campaign.tracks.all(), seen)
    _demand_free_name(campaign.owner_id, name, campaign.pk)
    _check_tracks(tracks)
    kept = {track.pk: track for track in campaign.tracks.all()}
    campaign.tracks.exclude(pk__in=[draft.id for draft in tracks if draft.id]).delete()
    # Names may be exchanged: they make way before they are given.
    for number, track in enumerate(campaign.tracks.all()):
        Track.objects.filter(pk=track.pk).update(name=f"#{number}")
    for order, draft in enumerate(tracks):
        track = kept.get(draft.id or 0, Track(campaign=campaign))
        track.name, track.edition_id = draft.name.strip(), draft.edition_id
        track.grouped_by, track.order = draft.grouped_by, order
        track.save()
    campaign.name, campaign.year = name.strip(), year
    _save_step(campaign, "editions", "name", "year", *_propose_period(campaign))
    facts = [{"name": draft.name, "edition": draft.edition_id} for draft in tracks]
    record(campaign, actor=actor, action="campaign.save_tracks", now=now, tracks=facts)
    return campaign


@transaction.atomic
def choose_participants(
    *,
    actor: User,
    campaign_id: int,
    track_id: int,
    choice: Choice,
    seen: str | None = None,
    now: datetime,
) -> Track:
    """Add organisations to a track of a draft and leave others out; the rest stays as it is.

    ``seen`` says which choice the page showed, where all that a filter finds are left out at once.

    Raises:
        Conflict: Somebody else changed the choice since the page showed it.
        NotFound, NotAllowed, WrongStage: As every use case of a draft; also an organisation
            that is no part of the authority.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="prepare")
    track = campaign.tracks.filter(pk=track_id).first()
    if track is None:
        raise NotFound("track.not_found")
    if seen is not None and seen != track_state(track)["chosen"]:
        raise Conflict("campaign.choice_changed_meanwhile", count=str(len(track.chosen)))
    if list_candidates(campaign).filter(pk__in=choice.added).count() < len(choice.added):
        raise NotFound("organisation.not_found")
    chosen = (set(track.chosen) | choice.added) - choice.left_out
    unranked = (set(track.unranked) | choice.unranked) - choice.ranked
    track.chosen, track.unranked = sorted(chosen), sorted(unranked & chosen)
    track.save(update_fields=["chosen", "unranked"])
    _save_step(campaign, "participants")
    counts: dict[str, Any] = {
        "added": len(choice.added),
        "left_out": len(choice.left_out),
        "chosen": len(chosen),
    }
    record(campaign, actor=actor, action="campaign.choose_participants", now=now, subject=track, **counts)
    return track


@transaction.atomic
def save_calendar(
    *, actor: User, campaign_id: int, days: Days, seen: State | None = None, now: datetime
) -> Campaign:
    """Save the days of a draft; with what the page showed (``seen``), what others changed stays.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a draft.
        Invalid: Days do not follow each other, or somebody else changed the same meanwhile; names every one.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="prepare")
    if seen is not None:
        days = Days(
            **put_together(seen, asdict(days), {name: getattr(campaign, name) for name in asdict(days)})
        )
    days.check()
    for name, day in asdict(days).items():
        setattr(campaign, name, day)
    _save_step(campaign, "calendar", *asdict(days))
    facts = {name: day.isoformat() for name, day in asdict(days).items()}
    record(campaign, actor=actor, action="campaign.save_calendar", now=now, **facts)
    return campaign


@transaction.atomic
def save_policies(
    *, actor: User, campaign_id: int, policies: Policies, seen: State | None = None, now: datetime
) -> Campaign:
    """Save how the campaign will be run; with what the page showed (``seen``), what others changed stays.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a draft.
        Invalid: Somebody else changed the same meanwhile; tells both values.
        Conflict: Two columns of the score sheet have one name.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="prepare")
    if seen is not None:
        stands = Policies.from_data(campaign.policies).to_data()
        policies = Policies(**put_together(seen, policies.to_data(), stands))
    if column := policies.column_taken:
        raise Conflict("campaign.column_name_taken", name=getattr(policies, column).strip())
    campaign.policies = policies.to_data()
    _save_step(campaign, "policies", "policies")
    record(campaign, actor=actor, action="campaign.save_policies", now=now, **policies.to_data())
    return campaign


@transaction.atomic
def delete_draft(*, actor: User, campaign_id: int, now: datetime) -> None:
    """Throw a draft away.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a draft.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="delete")
    record(campaign, actor=actor, action="campaign.delete", now=now)
    campaign.delete()


def _save_step(campaign: Campaign, step: str, *changed: str) -> None:
    campaign.prepared = [*(each for each in campaign.prepared if each != step), step]
    campaign.version += 1
    campaign.save(update_fields=["prepared", "version", *changed])


def _propose_period(campaign: Campaign) -> tuple[str, ...]:
    """Until somebody saves the calendar, the period the editions print stands in it."""
    period = None if "calendar" in campaign.prepared else find_printed_period(campaign)
    if period is None:
        return ()
    campaign.reference_from, campaign.reference_until = period.start, period.end
    return ("reference_from", "reference_until")


def _demand_free_name(owner_id: int, name: str, own_id: int | None) -> None:
    if not name.strip():
        raise Incomplete("campaign.name_missing")
    others = Campaign.objects.filter(owner_id=owner_id, name=name.strip())
    if any(other != own_id for other in others.values_list("pk", flat=True)):
        raise Conflict("campaign.name_taken", name=name.strip())


def _check_tracks(tracks: Sequence[TrackDraft]) -> None:
    names = [draft.name.strip() for draft in tracks]
    if not tracks or "" in names:
        raise Incomplete("campaign.track_missing")
    if len(set(names)) < len(names):
        raise Conflict("campaign.track_name_taken", name=max(names, key=names.count))
    wanted = {draft.edition_id for draft in tracks}
    if list_issued().filter(pk__in=wanted).count() < len(wanted):
        raise NotFound("edition.not_found")
