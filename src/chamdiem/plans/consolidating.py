"""What a round says, put together: plain values that a page, Word, PDF and the closing share.

Only what stands in reports that were sent and not returned counts; who has not sent is named instead,
and so is whose report was sent back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from chamdiem.campaigns.calendar import is_over, local_day
from chamdiem.plans.body_lines import Content, plain_text, printed_round
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.combining import combine_items, is_partial
from chamdiem.plans.earlier import SENT, last_words_before
from chamdiem.plans.gone_bodies import list_gone_bodies
from chamdiem.plans.left_open import list_dropped
from chamdiem.plans.models import ItemReport, Plan, PlanItem, ReportStep, Round, RoundReport
from chamdiem.plans.opening import list_amendments
from chamdiem.plans.selectors.charges import list_unreported_items
from chamdiem.plans.selectors.measures import GoalRow, MeasureRow, list_goals
from chamdiem.plans.selectors.stand_ins import list_ended_names

# How many of the items counted under a state only some bodies in charge have reported on.
PARTIAL = "partial"


def consolidate(round_: Round) -> Content:
    """Everything a round says; a constant number of queries."""
    plan = round_.plan
    leading = ItemReport.objects.filter(report=OuterRef("pk"), is_lead=True)
    reports = list(
        with_first_sent(round_.reports.select_related("organisation").annotate(leads=Exists(leading)))
    )
    previous = previous_round(round_)
    before = _said_in(previous) if previous else {"items": [], "totals": {}}
    said = list(last_words_before(round_))
    items = combine_items(round_, said, previous, {item["key"]: item for item in before["items"]})
    gone = list_gone_bodies(round_, reports, items, said)
    outside = _unreported(round_, {item["key"] for item in items if item["owed"]})
    return {
        "plan": _header(plan, round_),
        "round": {"year": round_.year, "quarter": round_.quarter, "due_on": round_.due_on.isoformat()},
        "before": printed_round(previous) if previous else "",
        "goals": [_goal(each) for each in list_goals(plan)],
        "items": items,
        "reports": [_report(report, round_, has_ended=report.organisation_id in gone) for report in reports],
        "ended": list(gone.values()),
        "general": [
            {
                "organisation": report.organisation.name,
                "difficulties": report.difficulties,
                "proposals": report.proposals,
            }
            for report in reports
            if report.status in SENT and (report.difficulties or report.proposals)
        ],
        "totals": totals_of(items),
        "totals_before": before["totals"],
        "no_longer": _no_longer([*items, *outside], before["items"]),
        "outside": outside,
        "dropped": list_dropped(round_, items),
    }


def _unreported(round_: Round, counted: Collection[str]) -> list[Content]:
    """What nobody was asked about, and whether for want of a body that has not ended.

    Not what is ``counted`` by the last word of bodies that have ended.
    """
    items = [each for each in list_unreported_items(round_) if each.key not in counted]
    ended = list_ended_names(round_.plan, local_day(round_.opened_at)) if items else set()
    return [{**asdict(each), "has_ended": not ended.isdisjoint(each.lead)} for each in items]


def _no_longer(items: Sequence[Content], before: Sequence[Content]) -> int:
    """How many items were counted as done in the quarter before, and are asked about no more."""
    now = {item["key"] for item in items}
    return sum(item["state"] == "done" and item["key"] not in now for item in before)


def previous_round(round_: Round) -> Round | None:
    """The round of the quarter before, where there was one."""
    quarter = Quarter(round_.year, round_.quarter).before
    return Round.objects.filter(plan_id=round_.plan_id, year=quarter.year, quarter=quarter.number).first()


def _said_in(previous: Round) -> Content:
    """Items and totals of the quarter before: as it was closed, else as it stands now."""
    if previous.closed_at is not None:
        content: Content = previous.content
        return content
    items = combine_items(previous, last_words_before(previous))
    return {"items": items, "totals": totals_of(items)}


def canonical(content: Content) -> str:
    """The content as the text that is hashed."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def with_first_sent(reports: QuerySet[RoundReport]) -> QuerySet[RoundReport]:
    """Reports with ``first_sent``: when the leader approved each for the first time."""
    sent = ReportStep.objects.filter(report=OuterRef("pk"), action="submit").order_by("taken_at", "pk")
    return reports.annotate(first_sent=Subquery(sent.values("taken_at")[:1]))


def first_sent(report: RoundReport) -> datetime | None:
    """When a report of ``with_first_sent`` was sent for the first time; what came later was a correction."""
    return getattr(report, "first_sent", None) or report.submitted_at


def is_late(report: RoundReport, round_: Round, now: datetime) -> bool:
    """Whether a required report is not there though its day has passed, or came after it at first."""
    return report.is_required and is_over(round_.due_on, first_sent(report) or now)


def totals_of(items: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """Kind of item → state → how many; ``all`` counts those that somebody has to report on.

    ``partial`` are those among them that some bodies in charge have reported on, and not all.
    """
    totals: dict[str, dict[str, int]] = {}
    for kind in PlanItem.Kind.values:
        owed = [item for item in items if item["kind"] == kind and item["owed"]]
        if owed:
            totals[kind] = {"all": len(owed), **Counter(map(counted_as, owed))}
            if partial := sum(map(is_partial, owed)):
                totals[kind][PARTIAL] = partial
    return totals


def with_outside(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The items in printed order, those too that nobody in the system is charged with."""
    known = {item["key"] for item in content["items"]}
    nothing = {"state": "", "percent": None, "percent_before": None, "lines": (), "is_outside": True}
    outside = [
        {**nothing, **each}
        for each in content.get("outside", ())
        # Rounds closed before the order was kept did not print them.
        if "order" in each and each["key"] not in known
    ]
    return sorted([*content["items"], *outside], key=lambda item: item.get("order", 0))


def counted_as(item: Mapping[str, Any]) -> str:
    """The state an item is counted under: where nobody has said one, ``returned`` or ``missing``."""
    return item["state"] or ("returned" if item.get("is_back") else "missing")


def _report(report: RoundReport, round_: Round, *, has_ended: bool) -> Content:
    first = first_sent(report)
    is_free = not report.is_required and getattr(report, "leads", False)
    return {
        "organisation": report.organisation.name,
        "is_required": report.is_required,
        # In charge of something, and of nothing that is not finished; not where it ended with that open.
        "is_finished": bool(is_free and not has_ended),
        "status": report.status,
        "sent_on": local_day(report.submitted_at).isoformat() if report.submitted_at else None,
        "first_sent_on": local_day(first).isoformat() if first else None,
        "is_late": bool(report.is_required and first and is_over(round_.due_on, first)),
        "is_missing": report.is_required and report.status == RoundReport.Status.DRAFT,
    }


def _goal(row: GoalRow) -> Content:
    goal = row.goal
    return {
        "letter": goal.letter,
        "year": goal.year,
        "section": goal.section,
        "text": goal.text,
        "measures": [_measure(each) for each in row.measures],
    }


def _measure(row: MeasureRow) -> Content:
    measure, value, correction = row.measure, row.value, row.correction
    said = {
        "label": measure.label,
        "operator": measure.operator,
        "threshold": plain_text(measure.threshold),
        "unit": measure.unit,
        "value": plain_text(value.value) if value else None,
        "measured_on": value.measured_on.isoformat() if value else None,
        "source": value.source if value else "",
        "is_reached": row.is_reached,
        "is_base": row.is_base,
    }
    if correction is None:
        return said
    now = plain_text(correction.value) if correction.value is not None else None
    return {**said, "correction": {"value": now, "release": correction.release}}


def _header(plan: Plan, round_: Round) -> Content:
    return {
        "title": plan.title,
        "number": plan.number,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
        "amendments": [
            {"decision": each.decision, "decided_on": each.decided_on.isoformat()}
            for each in list_amendments(plan, round_.opened_at)
        ],
        "issuer": plan.issuer,
        "owner": plan.owner.name,
        "reports_to": plan.reports_to,
        "reporter": _reporter(plan),
    }


def _reporter(plan: Plan) -> str:
    """The organisation that puts the reports together, under its name of today; empty where unknown."""
    rows = plan.bodies.values_list("name", "spellings", "organisations__name")
    names = [real for name, spellings, real in rows if plan.reports_to in (name, *spellings)]
    return names[0] or "" if len(names) == 1 else ""
