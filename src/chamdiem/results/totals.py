"""What a total is made of: the scored points, the bonuses added, the deductions taken off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import F, Func, JSONField, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chamdiem.core.award import Status
from chamdiem.core.group_caps import ADDED_ROLES, AddedRole, added_points
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.points import exact
from chamdiem.core.scoring import counted
from chamdiem.indicators.selectors import compiled
from chamdiem.results.models import Closing, Result
from chamdiem.web.language import Words
from chamdiem.web.numbers import POINT_DIGITS, fixed

ADDED_WORDS: Mapping[AddedRole, Words] = {
    "bonus": gettext_lazy("Điểm thưởng"),
    "deduction": gettext_lazy("Điểm trừ"),
}
Added = Mapping[AddedRole, Fraction]
_NOTHING = Fraction(0)


class _Chosen(Func):
    """Of a list in JSON the criteria with these keys."""

    template = "jsonb_path_query_array(%(expressions)s)"
    output_field = JSONField()


class _Path(Func):
    """A path into JSON; the database does not guess that a text is one."""

    template = "(%(expressions)s)::text::jsonpath"


@dataclass(frozen=True, slots=True)
class TotalLine:
    """The last line of a score sheet; None where a dossier that never came has no points."""

    maximum: Fraction
    claimed: Fraction | None
    appraised: Fraction | None
    points: Fraction | None
    # What the total is made of, where bonuses or deductions enter it.
    reason: str = ""


def total_line(result: Result) -> TotalLine:
    """The totals of a result as they were frozen, with what bonuses and deductions did to the last."""
    has_points = result.has_points
    return TotalLine(
        maximum=Fraction(result.maximum),
        claimed=None if result.never_handed_in else Fraction(result.claimed),
        appraised=Fraction(result.appraised) if has_points else None,
        points=Fraction(result.total) if has_points else None,
        reason=_made_of(result) if has_points else "",
    )


def list_roles(indicator_set: IndicatorSet) -> list[AddedRole]:
    """Which of bonuses and deductions a set has."""
    found = {row.role for row in indicator_set.criteria}
    return [role for role in ADDED_ROLES if role in found]


def list_added(closing: Closing, pks: Sequence[int]) -> dict[int, Added]:
    """Result → its bonuses and deductions within their groups; one query, none where the set has neither."""
    indicator_set = compiled(closing.track.edition).indicator_set
    if not list_roles(indicator_set):
        return {}
    keys = [row.key for row in indicator_set.criteria if row.role in ADDED_ROLES]
    path, named = _Path(Value("$[*] ? (@.key == $keys[*])")), Value({"keys": keys}, JSONField())
    found = Result.objects.filter(pk__in=pks).order_by()
    return {
        pk: added_of(indicator_set, criteria)
        for pk, criteria in found.values_list("pk", _Chosen(F("criteria"), path, named))
    }


def added_of(indicator_set: IndicatorSet, criteria: Sequence[Mapping[str, Any]]) -> Added:
    """The bonuses and deductions of one result, as its total counts them."""
    points = {each["key"]: exact(each["points"] or "0") for each in criteria}
    return {
        role: added_points(
            indicator_set,
            role,
            {row.key: points.get(row.key, _NOTHING) for row in indicator_set.criteria if row.role == role},
        )[0]
        for role in list_roles(indicator_set)
    }


def _made_of(result: Result) -> str:
    """``79,00 + 2,00 điểm thưởng − 1,00 điểm trừ``; empty where a set has neither."""
    indicator_set = compiled(result.closing.track.edition).indicator_set
    added = added_of(indicator_set, result.criteria)
    if not added:
        return ""
    scored = _scored(indicator_set, result.criteria)
    parts, made = [fixed(scored, POINT_DIGITS)], scored
    if "bonus" in added:
        made += added["bonus"]
        parts.append(_("+ {points} điểm thưởng").format(points=fixed(added["bonus"], POINT_DIGITS)))
    if "deduction" in added:
        made -= added["deduction"]
        parts.append(_("− {points} điểm trừ").format(points=fixed(added["deduction"], POINT_DIGITS)))
    said = " ".join(parts)
    if made == Fraction(result.total):
        return said
    kept = _("{said} = {made}; quyết định giữ tổng điểm không dưới 0 và không quá mức tối đa cho phép")
    return kept.format(said=said, made=fixed(made, POINT_DIGITS))


def _scored(indicator_set: IndicatorSet, criteria: Sequence[Mapping[str, Any]]) -> Fraction:
    rows = indicator_set.tree.by_key
    return sum(
        (
            counted(
                indicator_set, Status(each["status"]), exact(each["points"] or "0"), exact(each["maximum"])
            ).points
            for each in criteria
            if rows[each["key"]].role == "scored"
        ),
        _NOTHING,
    )
