"""Whether what a report calls done is measured, and reaches the levels its round asks for."""

from __future__ import annotations

from decimal import Decimal

from chamdiem.errors import Incomplete
from chamdiem.plans.line_rules import says_why
from chamdiem.plans.measuring import find_unreached
from chamdiem.plans.models import ItemReport, RoundReport
from chamdiem.plans.opening import asked_measures, items_at_opening


def demand_reached(report: RoundReport) -> None:
    """Refuse what is done below its level, or unmeasured, without a reason; as it is sent, too."""
    opened = items_at_opening(report.round)
    done = report.lines.filter(is_lead=True, state=ItemReport.State.DONE)
    for line in done.select_related("item").prefetch_related("item__measures"):
        numbers = {key: Decimal(value) for key, value in line.figures.items()}
        missed = find_unreached(asked_measures(line.item, opened.get(line.item.key)), numbers)
        if missed and not says_why(line.difficulty):
            code = "report.done_below" if missed["value"] else "report.done_unmeasured"
            raise Incomplete(code, item=str(line.item), **missed)
