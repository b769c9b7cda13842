"""Figures and percentages below those of the quarter before: said beside them, never refused."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from chamdiem.core.plan_values import counts_anew, is_percent
from chamdiem.web.numbers import plain

# Levels that are climbed to: what counts towards them only ever grows.
_CLIMBED = ("at_least", "more_than")


def figure_setback(*, label: str, unit: str, operator: str, value: str | None, before: str | None) -> str:
    """What to say of a figure that was larger a quarter ago; empty where it may be less, or is not.

    A share may fall, what is summed up may not. Only where a level is climbed to, and nothing says that
    it is counted anew in every period.
    """
    if not value or not before or operator not in _CLIMBED or counts_anew(label):
        return ""
    if Decimal(value) >= Decimal(before):
        return ""
    facts = {"before": plain(Decimal(before), 6), "unit": unit}
    if is_percent(unit):
        return _("Thấp hơn kỳ trước (%(before)s %(unit)s).") % facts
    return _("Thấp hơn kỳ trước (%(before)s %(unit)s). Số lũy kế thì không giảm: hãy kiểm tra lại.") % facts


def percent_setback(percent: int | None, before: int | None) -> str:
    """What to say of progress that was further a quarter ago; empty where it was not."""
    if percent is None or before is None or percent >= before:
        return ""
    return _("Tiến độ thấp hơn kỳ trước (%(before)s%%). Hãy kiểm tra lại.") % {"before": before}
