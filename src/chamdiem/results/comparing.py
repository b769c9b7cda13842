"""One organisation beside its peer group, counted in the database: a group may hold thousands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Aggregate, DecimalField, F, Func, Max, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, NullIf
from django.utils.translation import gettext as _

from chamdiem.core.points import exact
from chamdiem.results.models import Result
from chamdiem.results.selectors import main_groups

_NUMBER = DecimalField(max_digits=40, decimal_places=24)


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A main group of one organisation beside its peers: shares of the maximum, 0 to 1."""

    name: str
    own: Fraction
    median: Fraction
    best: Fraction


class _Middle(Aggregate):
    """The value in the middle, or the one below it; with ``direction="DESC"`` the one above it."""

    function = "PERCENTILE_DISC"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s %(direction)s)"
    output_field = _NUMBER


def compare_groups(*, result: Result) -> list[GroupShare]:
    """The main groups of a result against the median and the best of its peer group; one query.

    An edition without groups is compared as a whole.
    """
    shares = list(_shares(result))
    if not shares:
        return []
    peers = Result.objects.filter(closing=result.closing, peer_group=result.peer_group)
    asked: dict[str, Aggregate] = {}
    for number, (_name, _own, share) in enumerate(shares):
        asked |= {
            f"low_{number}": _Middle(share, direction="ASC"),
            f"high_{number}": _Middle(share, direction="DESC"),
            f"best_{number}": Max(share, output_field=_NUMBER),
        }
    found = peers.aggregate(**asked)
    return [
        GroupShare(
            name,
            own,
            Fraction(found[f"low_{number}"] + found[f"high_{number}"]) / 2,
            Fraction(found[f"best_{number}"]),
        )
        for number, (name, own, _share) in enumerate(shares)
    ]


def _shares(result: Result) -> Iterator[tuple[str, Fraction, Combinable]]:
    """Each share of a result that applies: its name, what it is here, and how the database computes it."""
    rows = main_groups(result.closing)
    for row in rows:
        group = result.groups.get(row.key)
        if group is not None and exact(group["maximum"]):
            own = exact(group["points"]) / exact(group["maximum"])
            yield row.correct_name, own, _divided(_figure(row.key, "points"), _figure(row.key, "maximum"))
    if not rows and result.maximum_quanta:
        own = Fraction(result.total_quanta, result.maximum_quanta)
        total, maximum = (Cast(F(name), _NUMBER) for name in ("total_quanta", "maximum_quanta"))
        yield _("Toàn bộ chỉ số"), own, _divided(total, maximum)


def _divided(points: Cast, maximum: Cast) -> Combinable:
    return points / NullIf(maximum, Value(Decimal(0)))


def _figure(key: str, name: str) -> Cast:
    """A figure of a group as a number; a transform of the field would take the key "1" for a place."""
    text = Func(
        F("groups"), Value(key), Value(name), function="jsonb_extract_path_text", output_field=TextField()
    )
    return Cast(text, _NUMBER)
