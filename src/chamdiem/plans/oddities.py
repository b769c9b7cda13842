"""What is odd in an entry just typed, but may be meant: said beside what was saved, not refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from chamdiem.core.improvement_plan import Years
from chamdiem.core.plan_values import lies_outside
from chamdiem.plans.editing import MeasureDraft
from chamdiem.plans.models import PlanItem

_WHOLE = 100


def list_oddities(
    *, years: Years | None, period: Years | None, measures: Iterable[MeasureDraft]
) -> Iterator[str]:
    """Years outside the period of the plan, and more than all of something; one sentence each.

    Args:
        years: Of the entry, if it has any.
        period: Of the plan, if it has one.
        measures: As typed.
    """
    if years and period and lies_outside(years, period):
        facts = {"from": years.start, "to": years.end, "first": period.start, "last": period.end}
        yield (
            _("Các năm %(from)s–%(to)s nằm ngoài thời gian của kế hoạch (%(first)s–%(last)s). Hãy xem lại.")
            % facts
        )
    for each in measures:
        if each.unit.strip() == "%" and each.threshold > _WHOLE:
            beyond = {"label": each.label, "value": f"{float(each.threshold):g}".replace(".", ",")}
            yield _("“%(label)s” có mức phải đạt %(value)s%%, quá 100%%. Hãy kiểm tra lại.") % beyond


def task_oddity(item: PlanItem, starts_on: date, due_on: date) -> str:
    """What is odd in the days of a task: outside the years of its item, or else of the plan; else empty."""
    first, last = item.from_year or item.plan.period_from, item.to_year or item.plan.period_to
    if not first or not last or first <= starts_on.year <= due_on.year <= last:
        return ""
    facts = {"first": first, "last": last}
    if item.from_year:
        return _("Ngoài thời gian của nội dung (%(first)s–%(last)s)") % facts
    return _("Ngoài thời gian của kế hoạch (%(first)s–%(last)s)") % facts
