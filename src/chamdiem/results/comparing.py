"""Peer groups, and one organisation beside its own, counted in the database: a group may hold thousands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Aggregate, Count, DecimalField, F, Func, Max, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, NullIf
from django.utils.translation import gettext as _

from chamdiem.core.indicator_set import Row
from chamdiem.core.points import exact
from chamdiem.results.models import Closing, Result
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
    """The two values in the middle, the same one twice where it is a single one; in one sorting.

    The second place is so little above one half that only an even number of values has it elsewhere.
    """

    function = "PERCENTILE_DISC"
    template = "%(function)s(ARRAY[0.5, 0.50000001]) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = ArrayField(_NUMBER)


def compare_groups(*, result: Result) -> list[GroupShare]:
    """The main groups of a result against the median and the best of its peer group; one query.

    An edition without groups is compared as a whole. Who never handed in is compared with nobody.
    """
    shares = [] if result.never_handed_in else list(_shares(result))
    if not shares:
        return []
    peers = Result.objects.filter(closing=result.closing, peer_group=result.peer_group, never_handed_in=False)
    asked: dict[str, Aggregate] = {}
    for number, (_name, _own, share) in enumerate(shares):
        asked |= {
            f"middle_{number}": _Middle(share),
            f"best_{number}": Max(share, output_field=_NUMBER),
        }
    found = peers.aggregate(**asked)
    return [
        GroupShare(name, own, _median(found[f"middle_{number}"]), Fraction(found[f"best_{number}"]))
        for number, (name, own, _share) in enumerate(shares)
    ]


@dataclass(frozen=True, slots=True)
class Middle:
    """A peer group as a whole: how many bodies handed in, and their medians.

    A main group that nobody has is None; of a group where nobody handed in there is nothing.
    """

    count: int = 0
    total: Fraction = Fraction(0)
    index_value: Fraction = Fraction(0)
    groups: Sequence[Fraction | None] = ()


def find_middles(
    *, closing: Closing, groups: Sequence[Row], peer_groups: Collection[str]
) -> dict[str, Middle]:
    """Peer group → its medians, of all who handed in, with the points of the main groups; one query."""
    figures = [Cast(F(name), _NUMBER) for name in ("total", "index_value")]
    figures += [_figure(row.key, "points") for row in groups]
    asked = {f"middle_{number}": _Middle(figure) for number, figure in enumerate(figures)}
    rows = (
        Result.objects.filter(closing=closing, peer_group__in=peer_groups, never_handed_in=False)
        .order_by()
        .values("peer_group")
        .annotate(count=Count("pk"), **asked)
    )
    return {each["peer_group"]: _middle(each, len(figures)) for each in rows}


def _middle(found: Mapping[str, Any], count: int) -> Middle:
    middles = [found[f"middle_{number}"] for number in range(count)]
    total, index_value, *groups = [None if each is None else _median(each) for each in middles]
    return Middle(found["count"], total or Fraction(0), index_value or Fraction(0), groups)


def _median(middle: Sequence[Decimal]) -> Fraction:
    return sum(map(Fraction, middle), Fraction(0)) / 2


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
