"""A campaign while it is prepared, as the tests need it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta

from chamdiem.campaigns import services
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.preparing import usual_days
from chamdiem.organisations.models import Organisation
from tests.people import NOW, Cast

DAYS = usual_days(2027, NOW.date())


def make_draft(cast: Cast, name: str = "Đánh giá năm 2027") -> Campaign:
    """A draft with nothing but a name."""
    return services.create_campaign(
        actor=cast.giang, owner_id=cast.province.pk, name=name, year=2027, now=NOW
    )


def save_track(cast: Cast, campaign: Campaign, name: str = "Sở, ban, ngành", **fields: str) -> Campaign:
    """The draft with one track."""
    draft = services.TrackDraft(name=name, edition_id=cast.edition.pk, **fields)  # type: ignore[arg-type]
    return services.save_tracks(
        actor=cast.giang, campaign_id=campaign.pk, name=campaign.name, year=2027, tracks=[draft], now=NOW
    )


def choose(
    cast: Cast, campaign: Campaign, *organisations: Organisation, unranked: tuple[int, ...] = ()
) -> None:
    """Organisations chosen for the first track."""
    track = campaign.tracks.get()
    choice = services.Choice(added=frozenset(each.pk for each in organisations), unranked=frozenset(unranked))
    services.choose_participants(
        actor=cast.giang, campaign_id=campaign.pk, track_id=track.pk, choice=choice, now=NOW
    )


def make_ready(cast: Cast, *organisations: Organisation) -> Campaign:
    """A draft with every step saved."""
    campaign = save_track(cast, make_draft(cast))
    choose(cast, campaign, *(organisations or (cast.body_a, cast.body_b)))
    services.save_calendar(actor=cast.giang, campaign_id=campaign.pk, days=DAYS, now=NOW)
    services.save_policies(actor=cast.giang, campaign_id=campaign.pk, policies=Policies(), now=NOW)
    campaign.refresh_from_db()
    return campaign


def later(days: int, *names: str) -> dict[str, object]:
    """Some days of the usual calendar, moved."""
    moved = {name: getattr(DAYS, name) + timedelta(days=days) for name in names}
    return asdict(replace(DAYS, **moved))
