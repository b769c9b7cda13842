"""The doors: which campaigns and participants a person may see."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign, Extension, Participant, Track
from chamdiem.campaigns.permissions import OWN, WATCHERS, may_run, may_see_participant, may_watch
from chamdiem.errors import NotFound
from chamdiem.organisations.tree import below

_UNSEEN = (Campaign.Status.DRAFT, Campaign.Status.OPENING)


def list_campaigns(*, actor: User) -> QuerySet[Campaign]:
    """The campaigns a person runs, watches or takes part in; one query besides that of the roles.

    While it is prepared, only those who run it know of a campaign.
    """
    runs = below("owner__path", paths_held(actor, [Role.STANDING_BODY]))
    watches = below("owner__path", paths_held(actor, WATCHERS))
    own = Participant.objects.filter(
        below("organisation__path", paths_held(actor, OWN)), campaign=OuterRef("pk")
    )
    opened = ~Q(status__in=_UNSEEN) & (watches | Q(Exists(own)))
    return Campaign.objects.filter(runs | opened).select_related("owner")


def get_campaign(*, actor: User, campaign_id: int) -> Campaign:
    """One campaign this person may see, or ``NotFound``."""
    campaign = list_campaigns(actor=actor).filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound("campaign.not_found")
    return campaign


def get_watched_campaign(*, actor: User, campaign_id: int) -> Campaign:
    """One campaign of which this person may see every participant, or ``NotFound``."""
    campaign = get_campaign(actor=actor, campaign_id=campaign_id)
    if not may_watch(actor, campaign):
        raise NotFound("campaign.not_found")
    return campaign


def get_run_campaign(*, actor: User, campaign_id: int) -> Campaign:
    """One campaign this person runs, or ``NotFound``: for pages nobody else needs to know of."""
    campaign = get_campaign(actor=actor, campaign_id=campaign_id)
    if not may_run(actor, campaign):
        raise NotFound("campaign.not_found")
    return campaign


def get_participant(*, actor: User, participant_id: int) -> Participant:
    """One participant this person may see, with campaign, track and edition at hand; or ``NotFound``."""
    participant = (
        Participant.objects.select_related("campaign__owner", "track__edition", "organisation", "assessment")
        .filter(pk=participant_id)
        .first()
    )
    if participant is None or not may_see_participant(actor, participant):
        raise NotFound("participant.not_found")
    return participant


def list_own_participants(*, actor: User, campaign: Campaign) -> QuerySet[Participant]:
    """What this person's organisations are in a campaign; one query."""
    own = below("organisation__path", paths_held(actor, OWN))
    return (
        Participant.objects.filter(own, campaign=campaign)
        .select_related("track__edition", "organisation", "campaign__owner", "assessment")
        .prefetch_related("extensions")
    )


def list_tracks(campaign: Campaign) -> QuerySet[Track]:
    """The tracks of a campaign with their editions (without the documents); one query."""
    return Track.objects.filter(campaign=campaign).select_related("edition").defer("edition__document")


def list_tracks_counted(campaign: Campaign) -> QuerySet[Track]:
    """The tracks of a campaign, each with ``participant_count``; one query."""
    return list_tracks(campaign).annotate(participant_count=Count("participants"))


def list_participant_names(campaign: Campaign) -> list[tuple[int, str]]:
    """Everybody in a campaign, by track and name, for a choice; one query."""
    rows = Participant.objects.filter(campaign=campaign).order_by("track__order", "name_order", "pk")
    return [(pk, f"{name} · {track}") for pk, name, track in rows.values_list("pk", "name", "track__name")]


def list_all_extensions(campaign: Campaign) -> QuerySet[Extension]:
    """Every extension of a campaign, newest first; one query."""
    return (
        Extension.objects.filter(participant__campaign=campaign)
        .select_related("participant__track__edition", "given_by")
        .defer("participant__track__edition__document")
    )


def list_extensions(participant: Participant) -> list[Extension]:
    """The extensions of one participant, newest first, with who gave them."""
    found = participant.extensions.select_related("participant__track__edition", "given_by")
    return list(found.defer("participant__track__edition__document"))


def find_late_joining(participant: Participant) -> Event | None:
    """The event of a late joining: who let it join, when, and why (``facts["reason"]``); one query."""
    found = Event.objects.filter(subject_type=participant._meta.label_lower, subject_id=str(participant.pk))
    return found.filter(action="participant.join_late").first()
