"""Every publication of a campaign: which holds now, and what each corrected of the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from chamdiem.campaigns.models import Campaign
from chamdiem.results.models import Release, Result

MOST_CORRECTIONS = 10
# Participant → its name and its total.
_Totals = Mapping[int, tuple[str, Decimal]]


@dataclass(frozen=True, slots=True)
class Correction:
    """The total of one organisation before and after; None where it was not, or is no longer, among them."""

    name: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class ListedRelease:
    """A release with what it corrected; at most ``MOST_CORRECTIONS``, and how many more."""

    release: Release
    is_newest: bool
    corrections: tuple[Correction, ...]
    more: int


def find_newest(campaign: Campaign) -> Release | None:
    """The release that holds now, or None where nothing is published."""
    return campaign.releases.order_by("-number").first()


def list_releases(campaign: Campaign) -> list[ListedRelease]:
    """The releases of a campaign, newest first; two queries, one where there is but one release."""
    releases = list(campaign.releases.order_by("-number"))
    totals = _totals(campaign) if len(releases) > 1 else {}
    listed = []
    for place, release in enumerate(releases):
        before = releases[place + 1] if place + 1 < len(releases) else None
        found = _corrections(totals[before.number], totals[release.number]) if before else []
        listed.append(
            ListedRelease(
                release, place == 0, tuple(found[:MOST_CORRECTIONS]), max(0, len(found) - MOST_CORRECTIONS)
            )
        )
    return listed


def _totals(campaign: Campaign) -> dict[int, dict[int, tuple[str, Decimal]]]:
    found: dict[int, dict[int, tuple[str, Decimal]]] = defaultdict(dict)
    rows = Result.objects.filter(closing__releases__campaign=campaign).order_by("participant__name")
    for number, participant, name, total in rows.values_list(
        "closing__releases__number", "participant_id", "participant__name", "total"
    ):
        found[number][participant] = (name, total)
    return found


def _corrections(before: _Totals, after: _Totals) -> list[Correction]:
    """Those whose total differs, by name."""
    pairs = [(before.get(each), after.get(each)) for each in {**before, **after}]
    changed = [
        Correction((new or old or ("",))[0], old[1] if old else None, new[1] if new else None)
        for old, new in pairs
        if (old and old[1]) != (new and new[1])
    ]
    return sorted(changed, key=lambda each: each.name)
