"""Criteria a plan names, in an edition of another key: same code and text, and what has changed there."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from chamdiem.core.comparison import ComparedCriterion, compare_sets
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.labels import plain
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled
from chamdiem.indicators.wording import difference_sentence
from chamdiem.plans.reading import set_of

Alike = Mapping[str, ComparedCriterion]
_COMPARED: dict[tuple[int, str], tuple[IndicatorSet, Alike]] = {}
_MOST_REMEMBERED = 32


def find_alike(set_key: str, edition: Edition) -> Alike | None:
    """Criterion of the set a plan names → what became of it in an edition that has its code and text.

    None where nobody knows the set; one query where the edition was compared with it before.
    """
    old = set_of(set_key)
    if old is None:
        return None
    place = id(old), edition.content_hash
    known = _COMPARED.get(place)
    # An id may come again once what had it is gone.
    if known is None or known[0] is not old:
        while len(_COMPARED) >= _MOST_REMEMBERED:
            _COMPARED.pop(next(iter(_COMPARED)), None)
        known = _COMPARED[place] = old, _alike(old, compiled(edition).indicator_set)
    return known[1]


def _alike(old: IndicatorSet, new: IndicatorSet) -> Alike:
    before = {row.key: row.correct_name for row in old.rows}
    return {
        each.key: each
        for each in compare_sets(old, new)
        if each.old_key == each.key
        and each.verdict not in ("added", "removed")
        and plain(before[each.key]) == plain(each.name)
    }


def changes_in(compared: ComparedCriterion) -> str:
    """What has changed at a criterion, in words; empty where nothing has."""
    return "; ".join(map(difference_sentence, compared.differences))


def succession_text(set_key: str, compared: ComparedCriterion) -> str:
    """That a plan names a criterion by another edition, with everything that has changed there."""
    facts = {"set": set_key, "changes": changes_in(compared)}
    if not facts["changes"]:
        return _("Kế hoạch ghi tiêu chí theo bộ {set}: cùng mã, cùng tên, không có gì khác.").format(**facts)
    return _("Kế hoạch ghi tiêu chí theo bộ {set}: cùng mã, cùng tên. Đã đổi: {changes}.").format(**facts)


def stranger_text(plan: object, set_key: str, criterion: str) -> str:
    """Why nothing of a plan that names a criterion by another set is offered for it."""
    known = set_of(set_key)
    row = next((each for each in known.rows if each.key == criterion), None) if known else None
    facts = {"plan": plan, "set": set_key, "criterion": criterion, "name": row.correct_name if row else ""}
    if row is None:
        return _(
            "Kế hoạch “{plan}” có nội dung đã hoàn thành cho tiêu chí {criterion} của bộ {set}; bộ đó không "
            "có trong hệ thống nên không biết có cùng tiêu chí này không. Vì vậy không gợi ý."
        ).format(**facts)
    return _(
        "Kế hoạch “{plan}” có nội dung đã hoàn thành cho tiêu chí {criterion} của bộ {set}, ở đó là "
        "“{name}”, khác tiêu chí này. Vì vậy không gợi ý."
    ).format(**facts)
