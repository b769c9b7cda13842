"""Places won or lost since the campaign before, counted only among the bodies that had a place in both."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Mapping

from chamdiem.results.models import Closing, Release, Result

Place = tuple[Hashable, int]
_FEWEST = 2


def list_movements(closing: Closing) -> dict[int, int]:
    """Organisation → places won (positive) or lost; three queries, whatever the number of bodies."""
    release = newest_before(closing)
    if release is None:
        return {}
    placed = Result.objects.filter(place__isnull=False)
    fields = ("participant__organisation_id", "closing_id", "peer_group", "place")
    before, now = (
        {organisation: ((of, group), place) for organisation, of, group, place in rows.values_list(*fields)}
        for rows in (placed.filter(closing__releases=release), placed.filter(closing=closing))
    )
    return moved(before, now)


def newest_before(closing: Closing) -> Release | None:
    """The newest release of the campaign before; one query."""
    previous = closing.track.campaign.previous_id
    return Release.objects.filter(campaign_id=previous or 0).order_by("-number").first()


def moved(before: Mapping[int, Place], now: Mapping[int, Place]) -> dict[int, int]:
    """Body → its movement among those that shared its field both times; none where it is alone.

    Args:
        before: Body → its field and place in the campaign before.
        now: The same of this campaign. A field is a ranked group; fields may grow, shrink and mix.
    """
    shared: defaultdict[tuple[Hashable, Hashable], list[int]] = defaultdict(list)
    for body in before.keys() & now.keys():
        shared[before[body][0], now[body][0]].append(body)
    found: dict[int, int] = {}
    for bodies in shared.values():
        if len(bodies) >= _FEWEST:
            old, new = sorted(before[each][1] for each in bodies), sorted(now[each][1] for each in bodies)
            found |= {
                each: bisect_left(old, before[each][1]) - bisect_left(new, now[each][1]) for each in bodies
            }
    return found
