"""What is below the quarter before, or below a level raised since: said beside it, never refused."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from chamdiem.core.improvement_plan import Measure
from chamdiem.core.plan_values import counts_anew, is_percent
from chamdiem.plans.content import as_decimal
from chamdiem.plans.earlier import LevelChange, Reopened
from chamdiem.plans.measuring import OPERATOR_SIGNS
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


def reopened_text(reopened: Reopened) -> str:
    """Why an item that was finished is owed again: the levels as they were and are, and what was accepted."""
    figures = reopened.line.figures
    facts = {
        "round": reopened.line.report.round,
        "changes": " ".join(_changed(each, figures.get(each.now.key)) for each in reopened.changes),
    }
    return _("Đã hoàn thành (%(round)s), nay phải báo cáo lại. %(changes)s") % facts


def _changed(change: LevelChange, accepted: str | None) -> str:
    facts = {"label": change.now.label, "now": _level(change.now)}
    if change.before is None:
        said = _("%(label)s: kế hoạch đã thêm mức phải đạt %(now)s.") % facts
    else:
        facts["before"] = _level(change.before)
        said = _("%(label)s: mức phải đạt đã đổi từ %(before)s thành %(now)s.") % facts
    if accepted is None:
        return said
    value = {"value": plain(Decimal(accepted), 6), "unit": change.now.unit}
    return f"{said} {_('Số liệu đã được chấp nhận là %(value)s %(unit)s.') % value}"


def _level(measure: Measure) -> str:
    return f"{OPERATOR_SIGNS[measure.operator]} {plain(as_decimal(measure.threshold), 6)} {measure.unit}"
