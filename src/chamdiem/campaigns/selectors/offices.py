"""Offices of the edition that no real office was found for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from chamdiem.campaigns.models import Campaign, OfficeMatch, Participant
from chamdiem.campaigns.office_names import OfficeNames
from chamdiem.campaigns.selectors.campaigns import list_tracks
from chamdiem.core.alphabet import alphabetical
from chamdiem.indicators.selectors import compiled

OPEN = Q(office__isnull=True, is_confirmed=False)


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name of an edition that is open in some participants of a track."""

    track_id: int
    track_name: str
    printed: str
    count: int


def list_open_names(campaign: Campaign) -> list[OpenName]:
    """The names still open, every spelling of one together, those of most participants first; two queries.

    One of several spellings costs a query more, to count those in whom any of them is open.
    """
    found: dict[tuple[int, str], list[tuple[str, int]]] = defaultdict(list)
    tracks = {track.pk: track for track in list_tracks(campaign)}
    names = {pk: OfficeNames(compiled(track.edition).indicator_set) for pk, track in tracks.items()}
    rows = OfficeMatch.objects.filter(OPEN, track__campaign=campaign).values_list("track_id", "printed")
    for track_id, printed, count in rows.annotate(count=Count("pk")).order_by("-count", "printed"):
        first = next(iter(names[track_id].alike(printed)), printed)
        found[track_id, first].append((printed, count))
    lines = [
        OpenName(track_id, tracks[track_id].name, spellings[0][0], _count(track_id, spellings))
        for (track_id, _), spellings in found.items()
    ]
    return sorted(lines, key=lambda line: (-line.count, alphabetical(line.printed)))


def _count(track_id: int, spellings: list[tuple[str, int]]) -> int:
    if len(spellings) == 1:
        return spellings[0][1]
    printed = [name for name, _ in spellings]
    matches = OfficeMatch.objects.filter(OPEN, track_id=track_id, printed__in=printed)
    return matches.values("participant").distinct().count()


def count_open(campaign: Campaign) -> int:
    """How many matches are open in the whole campaign."""
    return OfficeMatch.objects.filter(OPEN, track__campaign=campaign).count()


def list_all_open(campaign: Campaign) -> QuerySet[OfficeMatch]:
    """Every open match of a campaign, by track and name, with its participant; one query."""
    return (
        OfficeMatch.objects.filter(OPEN, track__campaign=campaign)
        .select_related("track", "participant")
        .order_by("track__order", "printed", "participant__name_order", "pk")
    )


def list_open_matches(campaign: Campaign, *, track_id: int, printed: str) -> QuerySet[OfficeMatch]:
    """The participants in which a name is open in any spelling, each once with its offices; three queries."""
    track = list_tracks(campaign).get(pk=track_id)
    spellings = OfficeNames(compiled(track.edition).indicator_set).alike(printed)
    return (
        OfficeMatch.objects.filter(OPEN, track=track, printed__in=spellings)
        .select_related("participant__organisation")
        .prefetch_related("participant__organisation__offices")
        .order_by("participant__name_order", "participant_id", "pk")
        .distinct("participant__name_order", "participant_id")
    )


def list_matches(participant: Participant) -> QuerySet[OfficeMatch]:
    """Every name of the edition with what it is in one organisation; one query."""
    return participant.office_matches.select_related("office").order_by("is_confirmed", "printed")
