"""A result beside that of the same organisation in the campaign before: total, place and main groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.folding import fold
from chamdiem.core.points import exact
from chamdiem.results.models import Result
from chamdiem.results.movements import list_movements, newest_before
from chamdiem.results.selectors import main_groups


@dataclass(frozen=True, slots=True)
class Part:
    """Points of a whole result or of one main group, and the most there were."""

    points: Fraction
    maximum: Fraction

    @property
    def percent(self) -> Fraction:
        """Of the maximum; with bonuses it may be more than 100."""
        return 100 * self.points / self.maximum


@dataclass(frozen=True, slots=True)
class Change:
    """A main group, or with an empty name the total, before and now; None where there was none."""

    name: str
    before: Part | None
    now: Part | None

    @property
    def gained(self) -> Fraction | None:
        """Percentage points won (positive) or lost: maxima may differ between campaigns."""
        if self.before is None or self.now is None:
            return None
        return self.now.percent - self.before.percent


@dataclass(frozen=True, slots=True)
class Earlier:
    """How an organisation stood in the campaign before.

    ``movement`` is the places won (positive) or lost since, as the league table counts them;
    None where nothing compares. ``changes`` begin with the total.
    """

    result: Result
    movement: int | None
    changes: list[Change]


def find_earlier(*, result: Result) -> Earlier | None:
    """The published result of the same organisation in the campaign before, where it handed in."""
    release = newest_before(result.closing)
    if release is None:
        return None
    organisation = result.participant.organisation_id
    before = (
        Result.objects.filter(
            closing__releases=release, participant__organisation=organisation, never_handed_in=False
        )
        .select_related("closing__track__edition", "closing__track__campaign")
        .defer("criteria", "closing__answers", "closing__spreads")
        .first()
    )
    if before is None:
        return None
    return Earlier(before, list_movements(result.closing).get(organisation), list(_changes(before, result)))


def _changes(before: Result, now: Result) -> Iterable[Change]:
    yield Change("", _whole(before), _whole(now))
    earlier = _by_name(before)
    for name, row in _by_name(now).items():
        yield Change(row.correct_name, _part(before, earlier.get(name)), _part(now, row))


def _whole(result: Result) -> Part | None:
    if not result.has_points or not result.maximum_quanta:
        return None
    return Part(Fraction(result.total), Fraction(result.maximum))


def _part(result: Result, row: Row | None) -> Part | None:
    group = result.groups.get(row.key) if row is not None and result.has_points else None
    if group is None or not exact(group["maximum"]):
        return None
    return Part(exact(group["points"]), exact(group["maximum"]))


def _by_name(result: Result) -> dict[str, Row]:
    """Main groups by name, which outlives numbers from edition to edition; a name twice names none."""
    rows = main_groups(result.closing)
    times = Counter(fold(row.correct_name) for row in rows)
    return {name: row for row in rows if times[name := fold(row.correct_name)] == 1}
