"""Every publication of a campaign: which holds now, and what each corrected of the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from django.db.models import F

from chamdiem.campaigns.models import Campaign
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.points import exact
from chamdiem.indicators.selectors import compiled
from chamdiem.results.models import Release, Result
from chamdiem.results.score_sheets import is_without_points, shown_criterion

MOST_CORRECTIONS = 10
_MOST_CRITERIA = 10
# Participant → its result in one release, without criteria.
_Results = Mapping[int, Result]
_Pair = tuple[Result | None, Result | None]


@dataclass(frozen=True, slots=True)
class CorrectedCriterion:
    """The points of one criterion before and after; None where there were none."""

    row: Row
    # What the row is called apart from the rows above it.
    label: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class Correction:
    """The total of one organisation before and after, and the criteria that differ.

    A total is None where the organisation was not, or is no longer, among them, or has no points.
    ``more`` counts the criteria that are not listed.
    """

    name: str
    before: Decimal | None
    after: Decimal | None
    criteria: tuple[CorrectedCriterion, ...] = ()
    more: int = 0


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
    """The releases of a campaign, newest first; one query where there is but one, else at most four."""
    releases = list(campaign.releases.order_by("-number"))
    results = _results(campaign) if len(releases) > 1 else {}
    changed = [
        _changed(results[before.number], results[release.number]) for release, before in pairwise(releases)
    ]
    listed = [pair for pairs in changed for pair in pairs[:MOST_CORRECTIONS]]
    corrected = _Criteria.of(campaign, listed)
    return [
        ListedRelease(
            release,
            place == 0,
            tuple(corrected.correction(*pair) for pair in pairs[:MOST_CORRECTIONS]),
            max(0, len(pairs) - MOST_CORRECTIONS),
        )
        for place, (release, pairs) in enumerate(zip(releases, [*changed, []], strict=False))
    ]


def _results(campaign: Campaign) -> dict[int, dict[int, Result]]:
    """Release number → its results by participant."""
    found: dict[int, dict[int, Result]] = defaultdict(dict)
    rows = Result.objects.filter(closing__releases__campaign=campaign).select_related("participant")
    for result in rows.defer("criteria").annotate(release=F("closing__releases__number")):
        found[result.release][result.participant_id] = result
    return found


def _changed(before: _Results, after: _Results) -> list[_Pair]:
    """The results whose points differ in total or in a group, by name of the organisation."""
    pairs = [(before.get(each), after.get(each)) for each in {**before, **after}]
    differing = [(old, new) for old, new in pairs if _points(old) != _points(new)]
    return sorted(differing, key=lambda pair: _known(*pair).participant.name_order)


def _known(before: Result | None, after: Result | None) -> Result:
    """The newer of two results; one of them is there."""
    found = after if after is not None else before
    if found is None:
        raise ValueError
    return found


def _points(result: Result | None) -> Any:
    return result and (_total(result), result.maximum, result.groups)


def _total(result: Result | None) -> Decimal | None:
    return result.total if result is not None and result.has_points else None


@dataclass(frozen=True, slots=True)
class _Criteria:
    """The criteria of some results, read at once, and the sets they belong to."""

    of_results: Mapping[int, Sequence[dict[str, Any]]]
    sets: Mapping[int, IndicatorSet]

    @classmethod
    def of(cls, campaign: Campaign, pairs: Sequence[_Pair]) -> _Criteria:
        """Those of these results; two queries, none where there are none."""
        if not pairs:
            return cls({}, {})
        keys = [each.pk for pair in pairs for each in pair if each is not None]
        found = dict(Result.objects.filter(pk__in=keys).values_list("pk", "criteria"))
        tracks = campaign.tracks.select_related("edition").defer("edition__document")
        return cls(found, {each.pk: compiled(each.edition).indicator_set for each in tracks})

    def correction(self, before: Result | None, after: Result | None) -> Correction:
        """What differs between two results of one organisation."""
        result = _known(before, after)
        old, new = self._points_of(before), self._points_of(after)
        indicator_set = self.sets[result.participant.track_id]
        labels = indicator_set.tree.labels
        both = before is not None and after is not None
        differing = [
            CorrectedCriterion(row, labels[row.key], old.get(row.key), new.get(row.key))
            for row in indicator_set.criteria
            if both and not is_without_points(row) and old.get(row.key) != new.get(row.key)
        ]
        return Correction(
            result.participant.name,
            _total(before),
            _total(after),
            tuple(differing[:_MOST_CRITERIA]),
            max(0, len(differing) - _MOST_CRITERIA),
        )

    def _points_of(self, result: Result | None) -> dict[str, Fraction | None]:
        if result is None:
            return {}
        shown = [shown_criterion(each, result) for each in self.of_results[result.pk]]
        return {each["key"]: None if each["points"] is None else exact(each["points"]) for each in shown}
