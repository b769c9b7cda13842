"""Opening the campaigns of the example province, step by step as the wizard does."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.preparing import Days
from chamdiem.campaigns.services import (
    Choice,
    TrackDraft,
    choose_participants,
    create_campaign,
    create_participants,
    finish_opening,
    save_calendar,
    save_policies,
    save_tracks,
    start_opening,
)
from chamdiem.example.directory import Body, Province
from chamdiem.indicators.selectors import list_issued


@dataclass(frozen=True, slots=True)
class Khoi:
    """One track: its name, its edition and who is in it."""

    name: str
    edition: str
    bodies: Sequence[Body]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days counted from today: when entry begins, then the last days of the stages in order."""

    entry_from: int
    entry_until: int
    appraisal_until: int
    explanation_until: int
    ruling_until: int
    publication_on: int
    # The last month whose data count.
    last_month: int = 12


@dataclass(frozen=True, slots=True)
class Opened:
    """A campaign with the dossier of every body, by track."""

    campaign: Campaign
    dossiers: dict[tuple[str, int], Assessment]

    def dossier(self, khoi: Khoi, body: Body) -> Assessment:
        """The dossier of a body in a track."""
        return self.dossiers[khoi.name, body.organisation.pk]


def open_campaign(  # noqa: PLR0913  a campaign has this many parts
    province: Province,
    *,
    name: str,
    year: int,
    tracks: Sequence[Khoi],
    calendar: Calendar,
    today: date,
    policies: Policies,
    now: datetime,
) -> Opened:
    """Prepare and open a campaign at ``now``."""
    actor = province.standing
    campaign = create_campaign(
        actor=actor, owner_id=province.root.pk, name=name, year=year, now=now, is_example=True
    )
    _prepare(province, campaign, tracks, now)
    days = {key: today + timedelta(days=count) for key, count in _counts(calendar).items()}
    reference = Days(reference_from=date(year, 1, 1), reference_until=_last_day(year, calendar), **days)
    save_calendar(actor=actor, campaign_id=campaign.pk, days=reference, now=now)
    save_policies(actor=actor, campaign_id=campaign.pk, policies=policies, now=now)
    start_opening(actor=actor, campaign_id=campaign.pk, now=now)
    create_participants(campaign_id=campaign.pk, now=now)
    campaign = finish_opening(actor=actor, campaign_id=campaign.pk, now=now)
    return Opened(campaign, _dossiers(campaign))


def _prepare(province: Province, campaign: Campaign, tracks: Sequence[Khoi], now: datetime) -> None:
    actor, editions = province.standing, {each.key: each.pk for each in list_issued()}
    drafts = [TrackDraft(name=each.name, edition_id=editions[each.edition]) for each in tracks]
    save_tracks(
        actor=actor,
        campaign_id=campaign.pk,
        name=campaign.name,
        year=campaign.year,
        tracks=drafts,
        now=now,
    )
    for khoi, track in zip(tracks, campaign.tracks.order_by("order"), strict=True):
        chosen = frozenset(body.organisation.pk for body in khoi.bodies)
        choose_participants(
            actor=actor,
            campaign_id=campaign.pk,
            track_id=track.pk,
            choice=Choice(added=chosen),
            now=now,
        )


def _counts(calendar: Calendar) -> dict[str, int]:
    names = (name for name in Calendar.__dataclass_fields__ if name != "last_month")
    return {name: getattr(calendar, name) for name in names}


def _last_day(year: int, calendar: Calendar) -> date:
    return date(year, calendar.last_month, monthrange(year, calendar.last_month)[1])


def _dossiers(campaign: Campaign) -> dict[tuple[str, int], Assessment]:
    rows = Assessment.objects.filter(participant__campaign=campaign).select_related("participant__track")
    return {(row.participant.track.name, row.participant.organisation_id): row for row in rows}
