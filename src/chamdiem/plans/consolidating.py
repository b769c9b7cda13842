"""What a round says, put together: plain values that a page, Word, PDF and the closing share.

Only what stands in reports that were sent and not returned counts; who has not sent is named instead,
and so is whose report was sent back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import override

from chamdiem.campaigns.calendar import is_over, local_day
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.measuring import is_reached
from chamdiem.plans.models import ItemReport, Measure, Plan, PlanItem, ReportStep, Round, RoundReport
from chamdiem.plans.selectors.charges import list_unreported_items

Content = dict[str, Any]
_State = ItemReport.State
_SENT = (RoundReport.Status.SUBMITTED, RoundReport.Status.ACCEPTED)
_RETURNED = RoundReport.Status.RETURNED


def consolidate(round_: Round) -> Content:
    """Everything a round says; a constant number of queries."""
    plan = round_.plan
    reports = list(with_first_sent(round_.reports.select_related("organisation")))
    lines = _lines_of(round_)
    before = _lines_of(previous) if (previous := previous_round(round_)) else []
    known = {(line.item_id, line.report.organisation_id): line for line in before}
    leading = ItemReport.objects.filter(report__round=round_, is_lead=True)
    owed = Counter(leading.values_list("item_id", flat=True))
    back = set(leading.filter(report__status=_RETURNED).values_list("item_id", flat=True))
    items = [
        {
            **_item(item, [line for line in lines if line.item_id == item.pk], known, owed[item.pk]),
            "is_back": item.pk in back,
        }
        for item in _items_of(round_)
    ]
    quarter = Quarter(round_.year, round_.quarter)
    return {
        "plan": _header(plan),
        "round": {"year": round_.year, "quarter": round_.quarter, "due_on": round_.due_on.isoformat()},
        "before": _printed(previous) if previous else "",
        "goals": [_goal(goal) for goal in plan.goals.prefetch_related("measures__values")],
        "items": items,
        "reports": [_report(report, round_) for report in reports],
        "general": [
            {
                "organisation": report.organisation.name,
                "difficulties": report.difficulties,
                "proposals": report.proposals,
            }
            for report in reports
            if report.status in _SENT and (report.difficulties or report.proposals)
        ],
        "totals": totals_of(items),
        "outside": [_outside(*each) for each in list_unreported_items(plan, quarter)],
    }


def previous_round(round_: Round) -> Round | None:
    """The round of the quarter before, where there was one."""
    quarter = Quarter(round_.year, round_.quarter).before
    return Round.objects.filter(plan_id=round_.plan_id, year=quarter.year, quarter=quarter.number).first()


def _printed(round_: Round) -> str:
    """The name of a round as the report prints it, whoever consolidates it in whichever language."""
    with override(settings.LANGUAGE_CODE):
        return str(round_)


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
    """Kind of item → state → how many; ``all`` counts every item of the kind."""
    totals: dict[str, dict[str, int]] = {}
    for kind in PlanItem.Kind.values:
        states = Counter(counted_as(item) for item in items if item["kind"] == kind)
        if states:
            totals[kind] = {"all": sum(states.values()), **states}
    return totals


def counted_as(item: Mapping[str, Any]) -> str:
    """The state an item is counted under: where nobody has said one, ``returned`` or ``missing``."""
    return item["state"] or ("returned" if item.get("is_back") else "missing")


def state_of(states: Iterable[str], owed: int) -> str:
    """The state of an item from what its bodies say: the one that worries most; empty where nobody said.

    It is done, or stopped, only when every one of the ``owed`` bodies in charge says so:
    done by some is under way, stopped by some is behind.
    """
    said = [state for state in states if state]
    if not said:
        return ""
    if len(said) >= owed and set(said) in ({_State.DONE}, {_State.STOPPED}):
        return said[0]
    if _State.BEHIND in said or _State.STOPPED in said:
        return str(_State.BEHIND)
    return str(_State.NOT_STARTED if _State.NOT_STARTED in said else _State.ON_TRACK)


def _lines_of(round_: Round) -> list[ItemReport]:
    return list(
        ItemReport.objects.filter(report__round=round_, report__status__in=_SENT)
        .select_related("report__organisation")
        .order_by("-is_lead", "report__organisation__name_order")
    )


def _items_of(round_: Round) -> list[PlanItem]:
    """The items of the round in printed order; those nobody has reported on come too."""
    items = PlanItem.objects.filter(reports__report__round=round_).distinct()
    return list(items.prefetch_related("charged", "measures"))


def _item(
    item: PlanItem, lines: Sequence[ItemReport], before: Mapping[tuple[int, int], ItemReport], owed: int
) -> Content:
    leads = [line for line in lines if line.is_lead]
    percents = [line.percent for line in leads if line.percent is not None]
    old = [
        before[item.pk, line.report.organisation_id].percent
        for line in leads
        if (item.pk, line.report.organisation_id) in before
    ]
    known = [each for each in old if each is not None]
    measures = list(item.measures.all())
    return {
        "key": item.key,
        "kind": item.kind,
        "number": item.number,
        "group": item.group,
        "text": item.text,
        "document_kind": item.document_kind,
        "lead": [each.printed for each in item.charged.all() if each.is_lead],
        "coordinating": [each.printed for each in item.charged.all() if not each.is_lead],
        "state": state_of((line.state for line in leads), owed),
        # How many bodies in charge have reported, of how many; percents are means over those.
        "reported": len(leads),
        "owed": owed,
        "percent": sum(percents) // len(percents) if percents else None,
        "percent_before": sum(known) // len(known) if known else None,
        "lines": [
            _line(line, measures, before.get((item.pk, line.report.organisation_id)))
            for line in lines
            if line.is_lead or line.state or line.done or line.difficulty or line.proposal
        ],
    }


def _line(line: ItemReport, measures: Sequence[Measure], before: ItemReport | None) -> Content:
    return {
        "organisation": line.report.organisation.name,
        "is_lead": line.is_lead,
        "state": line.state,
        "percent": line.percent,
        "state_before": before.state if before else "",
        "percent_before": before.percent if before else None,
        "figures": [
            {
                "label": measure.label,
                "unit": measure.unit,
                "value": line.figures.get(measure.key),
                "before": before.figures.get(measure.key) if before else None,
                "operator": measure.operator,
                "threshold": plain_text(measure.threshold),
            }
            for measure in measures
        ],
        "done": line.done,
        "difficulty": line.difficulty,
        "proposal": line.proposal,
    }


def _report(report: RoundReport, round_: Round) -> Content:
    first = first_sent(report)
    return {
        "organisation": report.organisation.name,
        "is_required": report.is_required,
        "status": report.status,
        "sent_on": local_day(report.submitted_at).isoformat() if report.submitted_at else None,
        "first_sent_on": local_day(first).isoformat() if first else None,
        "is_late": bool(report.is_required and first and is_over(round_.due_on, first)),
        "is_missing": report.is_required and report.status == RoundReport.Status.DRAFT,
    }


def _goal(goal: Any) -> Content:
    measures = []
    for measure in goal.measures.all():
        value = next(iter(measure.values.all()), None)
        measures.append(
            {
                "label": measure.label,
                "operator": measure.operator,
                "threshold": plain_text(measure.threshold),
                "unit": measure.unit,
                "value": plain_text(value.value) if value else None,
                "measured_on": value.measured_on.isoformat() if value else None,
                "source": value.source if value else "",
                "is_reached": is_reached(measure.operator, value.value, measure.threshold) if value else None,
            }
        )
    return {
        "letter": goal.letter,
        "year": goal.year,
        "section": goal.section,
        "text": goal.text,
        "measures": measures,
    }


def _header(plan: Plan) -> Content:
    return {
        "title": plan.title,
        "number": plan.number,
        "issued_on": plan.issued_on.isoformat() if plan.issued_on else None,
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


def _outside(item: PlanItem, lead: list[str]) -> Content:
    """An item nobody here can report on; ``lead`` is empty where it names no body in charge."""
    return {
        "key": item.key,
        "kind": item.kind,
        "number": item.number,
        "group": item.group,
        "text": item.text,
        "lead": lead,
    }


def plain_text(value: Decimal) -> str:
    """A number as canonical text, without zeros at its end."""
    return f"{value.normalize():f}"
