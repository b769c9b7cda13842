"""One organisation beside its peer group, counted in the database: a group may hold thousands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Aggregate, DecimalField, F, Func, Max, TextField, Value
from django.db.models.functions import Cast, NullIf

from chamdiem.core.indicator_set import Row
from chamdiem.core.points import exact
from chamdiem.results.models import Result
from chamdiem.results.selectors import main_groups

_NUMBER = DecimalField(max_digits=40, decimal_places=24)


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A main group of one organisation beside its peers: shares of the maximum, 0 to 1."""

    row: Row
    own: Fraction
    median: Fraction
    best: Fraction


class _Middle(Aggregate):
    """The value in the middle, or the one below it; with ``direction="DESC"`` the one above it."""

    function = "PERCENTILE_DISC"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s %(direction)s)"
    output_field = _NUMBER


def compare_groups(*, result: Result) -> list[GroupShare]:
    """The main groups of a result against the median and the best of its peer group; one query."""
    rows = [row for row in main_groups(result.closing) if _share(result, row) is not None]
    if not rows:
        return []
    peers = Result.objects.filter(closing=result.closing, peer_group=result.peer_group)
    asked: dict[str, Aggregate] = {}
    for number, row in enumerate(rows):
        share = _figure(row.key, "points") / NullIf(_figure(row.key, "maximum"), Value(Decimal(0)))
        asked |= {
            f"low_{number}": _Middle(share, direction="ASC"),
            f"high_{number}": _Middle(share, direction="DESC"),
            f"best_{number}": Max(share, output_field=_NUMBER),
        }
    found = peers.aggregate(**asked)
    return [
        GroupShare(
            row,
            _share(result, row) or Fraction(0),
            Fraction(found[f"low_{number}"] + found[f"high_{number}"]) / 2,
            Fraction(found[f"best_{number}"]),
        )
        for number, row in enumerate(rows)
    ]


def _figure(key: str, name: str) -> Cast:
    """A figure of a group as a number; a transform of the field would take the key "1" for a place."""
    text = Func(
        F("groups"), Value(key), Value(name), function="jsonb_extract_path_text", output_field=TextField()
    )
    return Cast(text, _NUMBER)


def _share(result: Result, row: Row) -> Fraction | None:
    group = result.groups.get(row.key)
    if group is None or not exact(group["maximum"]):
        return None
    return exact(group["points"]) / exact(group["maximum"])
