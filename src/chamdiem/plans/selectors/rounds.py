"""The rounds of a plan: who has reported, who is late, what is in one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.campaigns.calendar import local_day
from chamdiem.organisations.heirs import lives
from chamdiem.organisations.tree import below
from chamdiem.plans.body_lines import Content
from chamdiem.plans.consolidating import consolidate, is_late, with_first_sent
from chamdiem.plans.consolidating import first_sent as first_sent_of
from chamdiem.plans.models import Plan, ReportStep, Round, RoundReport
from chamdiem.plans.permissions import OWN
from chamdiem.plans.selectors.charges import Unreported, list_unreported_items

_Status = RoundReport.Status
# The lines of a report that still have to be filled in.
_OWED = Q(lines__is_lead=True, lines__is_settled=False)
BLANK_LINES = _OWED & Q(lines__state="")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report on the board: how much of what is owed is filled in, what is settled, whether it is late.

    ``has_ended`` where the body had by the day the round was opened.
    """

    report: RoundReport
    filled: int
    total: int
    settled: int
    is_late: bool
    has_ended: bool = False

    @property
    def is_partial(self) -> bool:
        """Whether some of what is owed is filled in, and not all of it."""
        return 0 < self.filled < self.total

    @property
    def is_missing(self) -> bool:
        """Whether something is owed and was never sent; what was sent back is not missing."""
        return self.report.is_required and self.report.status == _Status.DRAFT

    @property
    def first_sent(self) -> datetime | None:
        """When it was sent for the first time, where it was sent again since."""
        first = first_sent_of(self.report)
        return first if first != self.report.submitted_at else None

    @property
    def is_owed(self) -> bool:
        """Whether the body has to act: to send, or to send again."""
        return self.report.is_required and self.report.is_writable


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A round in numbers: ``expected`` bodies must report; those sent back are among the ``sent``.

    ``waiting`` are all that were sent and not judged, also of those who need not report.
    """

    expected: int
    sent: int
    accepted: int
    returned: int
    missing: int
    late: int
    waiting: int = 0

    @property
    def owed(self) -> int:
        """Reports still to be sent, or to be sent again."""
        return self.missing + self.returned


def list_rounds(plan: Plan) -> list[Round]:
    """The rounds, newest first, without what they consolidated; one query."""
    return list(plan.rounds.select_related("closed_by").defer("content"))


def list_open_rounds(plan: Plan) -> list[Round]:
    """Those that are still open, newest first; one query."""
    return [each for each in list_rounds(plan) if each.is_open]


def list_report_rows(round_: Round, now: datetime) -> list[ReportRow]:
    """Every report of a round, those that are owed and late first; one query."""
    reports = (
        with_first_sent(round_.reports.select_related("organisation", "submitted_by"))
        .annotate(
            total=Count("lines", filter=_OWED),
            filled=Count("lines", filter=_OWED & ~Q(lines__state="")),
            settled=Count("lines", filter=Q(lines__is_settled=True)),
        )
        .order_by("-is_required", "organisation__name_order")
    )
    rows = []
    for report in reports:
        filled, total, settled = (getattr(report, each, 0) for each in ("filled", "total", "settled"))
        has_ended = not lives(report.organisation, local_day(round_.opened_at))
        rows.append(ReportRow(report, filled, total, settled, is_late(report, round_, now), has_ended))
    return sorted(rows, key=lambda row: (not row.is_owed, not row.is_missing, not row.is_late))


def summarise_round(rows: Sequence[ReportRow]) -> RoundSummary:
    """A round in numbers, from the rows of its board."""
    owed = [row for row in rows if row.report.is_required]
    status = [row.report.status for row in owed]
    return RoundSummary(
        expected=len(owed),
        sent=len(owed) - status.count(_Status.DRAFT),
        accepted=status.count(_Status.ACCEPTED),
        returned=status.count(_Status.RETURNED),
        missing=sum(row.is_missing for row in owed),
        late=sum(row.is_late for row in owed),
        waiting=sum(row.report.status == _Status.SUBMITTED for row in rows),
    )


def list_unled(round_: Round) -> list[Unreported]:
    """The items of a round that name no body in charge, so that nobody reports on them; five queries."""
    return [item for item in list_unreported_items(round_) if not item.lead and not item.is_removed]


def list_own_reports(*, actor: User, plan: Plan) -> QuerySet[RoundReport]:
    """The reports of this person's bodies in the open rounds of a plan; one query."""
    return (
        RoundReport.objects.filter(below("organisation__path", paths_held(actor, OWN)), round__plan=plan)
        .filter(round__closed_at__isnull=True)
        .select_related("round__plan__owner", "organisation")
        .defer("round__content", "round__plan__document")
    )


def list_waiting_reports(*, actor: User) -> QuerySet[RoundReport]:
    """The reports of this person's bodies that are still to be sent, with ``blank`` lines; one query."""
    blank = Count("lines", filter=BLANK_LINES)
    return (
        RoundReport.objects.filter(below("organisation__path", paths_held(actor, OWN)))
        .filter(round__closed_at__isnull=True, status__in=(_Status.DRAFT, _Status.RETURNED))
        .select_related("round__plan", "organisation")
        .defer("round__content", "round__plan__document")
        .annotate(blank=blank)
    )


def list_run_rounds(*, actor: User) -> QuerySet[Round]:
    """The open rounds this person runs, with reports ``waiting`` to be judged and ``owed``; one query."""
    owed = Q(reports__is_required=True, reports__status=_Status.DRAFT)
    return (
        Round.objects.filter(below("plan__owner__path", paths_held(actor, [Role.STANDING_BODY])))
        .filter(closed_at__isnull=True)
        .select_related("plan")
        .defer("content", "plan__document")
        .annotate(
            waiting=Count("reports", filter=Q(reports__status=_Status.SUBMITTED)),
            owed=Count("reports", filter=owed),
        )
    )


def get_content(round_: Round) -> Content:
    """What a round says: as it was closed, else as it stands now."""
    if round_.closed_at is not None:
        content: Content = round_.content
        return content
    return consolidate(round_)


def list_steps(report: RoundReport) -> list[ReportStep]:
    """What happened to a report, newest first; one query."""
    return list(report.steps.select_related("taken_by").order_by("-taken_at", "-pk"))
