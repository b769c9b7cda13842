"""Offices of the edition that no real office was found for."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from chamdiem.campaigns.models import Campaign, OfficeMatch, Participant

OPEN = Q(office__isnull=True, is_confirmed=False)


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name of an edition that is open in some participants of a track."""

    track_id: int
    track_name: str
    printed: str
    count: int


def list_open_names(campaign: Campaign) -> list[OpenName]:
    """The names still open, those of most participants first; one query."""
    rows = (
        OfficeMatch.objects.filter(OPEN, track__campaign=campaign)
        .values_list("track_id", "track__name", "printed")
        .annotate(count=Count("pk"))
        .order_by("-count", "printed")
    )
    return [OpenName(*row) for row in rows]


def count_open(campaign: Campaign) -> int:
    """How many matches are open in the whole campaign."""
    return OfficeMatch.objects.filter(OPEN, track__campaign=campaign).count()


def list_open_matches(campaign: Campaign, *, track_id: int, printed: str) -> QuerySet[OfficeMatch]:
    """The participants in which a name is open, each with the offices it has; two queries."""
    return (
        OfficeMatch.objects.filter(OPEN, track__campaign=campaign, track_id=track_id, printed=printed)
        .select_related("participant__organisation")
        .prefetch_related("participant__organisation__offices")
        .order_by("participant__name_order", "pk")
    )


def list_matches(participant: Participant) -> QuerySet[OfficeMatch]:
    """Every name of the edition with what it is in one organisation; one query."""
    return participant.office_matches.select_related("office").order_by("is_confirmed", "printed")
