"""One organisation's report of a quarter: filled line by line, approved by its leader, then judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.db.models import F

from chamdiem.accounts.models import User
from chamdiem.core.plan_values import exceeds_whole
from chamdiem.core.points import decimal_text
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import Conflict, Incomplete, Invalid, NotFound, NumberText, Place, Problem
from chamdiem.evidence.selectors import get_document_of
from chamdiem.office.plan_cells import number_kind, ungrouped
from chamdiem.plans.line_rules import find_fault, percent_of
from chamdiem.plans.measuring import demanded, find_unreached
from chamdiem.plans.models import ItemReport, Measure, ReportStep, RoundReport
from chamdiem.plans.opening import asked_measures, items_at_opening
from chamdiem.plans.seen import report_changes
from chamdiem.plans.selectors import get_line
from chamdiem.plans.services.levels import demand_reached
from chamdiem.plans.services.locking import demand_seen, locked_report, record
from chamdiem.plans.services.reminding import tell_returned
from chamdiem.plans.services.settling import settle_later_rounds
from chamdiem.plans.workflow import ACTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """What is typed into one line. ``figures``: key of the measure → as typed; empty is none."""

    state: str = ""
    percent: int | None = None
    figures: Mapping[str, str] = field(default_factory=dict)
    done: str = ""
    difficulty: str = ""
    proposal: str = ""


@transaction.atomic
def save_line(*, actor: User, line_id: int, draft: LineDraft, seen: int, now: datetime) -> ItemReport:
    """Save what an organisation reports on one item.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a report.
        Conflict: Somebody else changed the line.
        Incomplete: The parts do not fit each other: done without 100%, not started with more than 0%,
            behind without a difficulty, done below a threshold, or by who is in charge without its
            figure, without saying why.
        Invalid: A figure is no number, a share of more than 100%, or a part of what is counted as a whole;
            names every one.
    """
    line = _locked_line(actor, line_id, seen)
    opened = items_at_opening(line.report.round).get(line.item.key)
    measures = asked_measures(line.item, opened)
    figures = _figures(measures, draft.figures)
    percent = _percent(measures, draft, figures, leads=line.is_lead)
    line.state, line.percent, line.figures = draft.state, percent, figures
    line.done, line.difficulty, line.proposal = (
        draft.done.strip(),
        draft.difficulty.strip(),
        draft.proposal.strip(),
    )
    _touch(line, actor, now)
    record(
        line.report.round.plan,
        actor=actor,
        action="report.fill",
        now=now,
        subject=line.report,
        organisation_path=line.report.organisation.path,
        item=line.item.key,
        state=line.state,
    )
    return line


@transaction.atomic
def save_general(
    *, actor: User, report_id: int, difficulties: str, proposals: str, seen: int, now: datetime
) -> RoundReport:
    """Save what concerns no single item.

    Raises:
        NotFound, NotAllowed, WrongStage, Conflict: As for a line.
    """
    report = locked_report(actor=actor, report_id=report_id, action="fill")
    demand_seen(seen, report.version)
    report.difficulties, report.proposals = difficulties.strip(), proposals.strip()
    report.version += 1
    report.save(update_fields=["difficulties", "proposals", "version"])
    _record(report, actor, "report.fill", now)
    return report


@transaction.atomic
def show_document(
    *, actor: User, line_id: int, document_id: int, is_shown: bool, now: datetime
) -> ItemReport:
    """Attach a document of the own organisation to a line, or take it away again.

    Raises:
        NotFound: No such line or document, or not of this organisation.
        NotAllowed, WrongStage: As every use case of a report.
    """
    line = get_line(actor=actor, line_id=line_id)
    report = locked_report(actor=actor, report_id=line.report_id, action="fill")
    document = get_document_of(report.organisation, actor=actor, document_id=document_id)
    (line.documents.add if is_shown else line.documents.remove)(document)
    line.version = F("version") + 1
    line.changed_by, line.changed_at = actor, now
    line.save(update_fields=["version", "changed_by", "changed_at"])
    facts: dict[str, Any] = {"item": line.item.key, "document": document.title}
    _record(report, actor, "report.show" if is_shown else "report.take_away", now, **facts)
    return line


@transaction.atomic
def submit_report(*, actor: User, report_id: int, now: datetime, seen: str | None = None) -> RoundReport:
    """The leader approves the report; with that it is sent to the standing body.

    ``seen`` is what the leader read, as ``seen.seen_of`` gives it; None where it is sent as it stands.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a report.
        Conflict: It changed since it was read; names what.
        Incomplete: An item the organisation is in charge of and has not finished says nothing; names each.
            Or one is said to be done below its level, or without its figure, without saying why, as the
            round asks for it now.
    """
    report = locked_report(actor=actor, report_id=report_id, action="submit")
    if seen is not None and (changed := report_changes(report, seen)):
        raise Conflict("report.changed_since_read", count=str(len(changed)))
    blank = report.lines.filter(is_lead=True, is_settled=False, state="").select_related("item")
    if missing := [line.item.key for line in blank]:
        raise Incomplete("report.unfilled", items=", ".join(missing), count=str(len(missing)))
    demand_reached(report)
    report.submitted_by, report.submitted_at = actor, now
    return _move(report, actor, "submit", "", now)


@transaction.atomic
def judge_report(*, actor: User, report_id: int, action: str, reason: str = "", now: datetime) -> RoundReport:
    """The standing body accepts a report, or returns it with a reason.

    Raises:
        NotFound: No such report or action, or not visible to ``actor``.
        NotAllowed, WrongStage: As every use case of a report.
        Incomplete: Returned without a reason.
    """
    if action not in ("accept", "return"):
        raise NotFound("plan.no_such_action")
    report = locked_report(actor=actor, report_id=report_id, action=action, reason=reason)
    report.return_reason = reason.strip() if action == "return" else ""
    report.accepted_at = now if action == "accept" else None
    _move(report, actor, action, reason.strip(), now)
    if action == "return":
        tell_returned(report, now=now)
    return report


def _move(report: RoundReport, actor: User, action: str, reason: str, now: datetime) -> RoundReport:
    report.status = ACTIONS[action].leads_to
    report.version += 1
    report.save(
        update_fields=["status", "version", "submitted_by", "submitted_at", "return_reason", "accepted_at"]
    )
    settle_later_rounds(report)
    ReportStep.objects.create(report=report, action=action, reason=reason, taken_by=actor, taken_at=now)
    _record(report, actor, f"report.{action}", now, **({"reason": reason} if reason else {}))
    return report


def _locked_line(actor: User, line_id: int, seen: int) -> ItemReport:
    report_id = ItemReport.objects.filter(pk=line_id).values_list("report_id", flat=True).first()
    if report_id is None:
        raise NotFound("report.not_found")
    report = locked_report(actor=actor, report_id=report_id, action="fill")
    locked = ItemReport.objects.select_for_update(of=("self",)).select_related("item").get(pk=line_id)
    locked.report = report
    demand_seen(seen, locked.version)
    return locked


def _touch(line: ItemReport, actor: User, now: datetime) -> None:
    line.version += 1
    line.changed_by, line.changed_at = actor, now
    line.save()


def _percent(
    measures: Sequence[Measure], draft: LineDraft, figures: Mapping[str, str], *, leads: bool
) -> int | None:
    """The percentage, where it fits all else that is said."""
    numbers = {key: Decimal(value) for key, value in figures.items()}
    fault = find_fault(
        state=draft.state,
        percent=draft.percent,
        difficulty=draft.difficulty,
        unreached=find_unreached(demanded(measures, numbers, leads=leads), numbers),
    )
    if fault is not None:
        raise Incomplete(fault.code, **fault.facts)
    return percent_of(draft.state, draft.percent)


def _figures(measures: Sequence[Measure], typed: Mapping[str, str]) -> dict[str, str]:
    """Key of the measure → canonical number; what is left empty is no figure."""
    problems, figures = [], {}
    for measure in measures:
        text = typed.get(measure.key, "").strip().removesuffix("%").strip()
        if not text:
            continue
        kind = number_kind(measure.label, measure.unit)
        try:
            stored = kind.read(ungrouped(text, kind))
        except UnreadableValue as error:
            facts = {"label": measure.label, **error.problem.facts}
            problems.append(Problem(error.problem.code, facts, Place(path=measure.label)))
        else:
            value = Fraction(stored, kind.scale)
            if exceeds_whole(measure.label, measure.unit, value, measure.threshold):
                facts = {"label": measure.label, "value": NumberText(decimal_text(value))}
                problems.append(Problem("plan.share_above_whole", facts, Place(path=measure.label)))
            figures[measure.key] = str(Decimal(stored) / kind.scale)
    if problems:
        raise Invalid(problems)
    return figures


def _record(report: RoundReport, actor: User, action: str, now: datetime, **facts: Any) -> None:
    record(
        report.round.plan,
        actor=actor,
        action=action,
        now=now,
        subject=report,
        organisation_path=report.organisation.path,
        **facts,
    )
