"""What was finished and accepted in an earlier round is not owed again, unless its level was raised."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from chamdiem.campaigns.calendar import local_day
from chamdiem.plans.earlier import finished_words, list_reopened
from chamdiem.plans.models import ItemReport, PlanItem, Round, RoundReport
from chamdiem.plans.selectors.charges import list_charges, without_taken_over


def settle_round(round_: Round, organisation_id: int | None = None) -> None:
    """Mark what bodies have finished in an open round, and require a report only of those that owe more.

    Args:
        round_: An open round.
        organisation_id: The body it is about; None for all of them.
    """
    reports = RoundReport.objects.filter(round=round_)
    if organisation_id is not None:
        reports = reports.filter(organisation=organisation_id)
    finished = _finished_before(round_)
    leading = ItemReport.objects.filter(report__in=reports, is_lead=True)
    named = leading.values_list("pk", "item_id", "report__organisation_id")
    settled = [pk for pk, item_id, body in named if (item_id, body) in finished]
    leading.filter(pk__in=settled, is_settled=False).update(is_settled=True)
    leading.filter(is_settled=True).exclude(pk__in=settled).update(is_settled=False)
    owing = ItemReport.objects.filter(report=OuterRef("pk"), is_lead=True, is_settled=False)
    reports.filter(Exists(owing)).update(is_required=True)
    reports.filter(~Exists(owing)).update(is_required=False)


def settle_later_rounds(report: RoundReport) -> None:
    """What a report says now counts in the open rounds after its own."""
    own = report.round
    later = Q(year__gt=own.year) | Q(year=own.year, quarter__gt=own.quarter)
    for round_ in Round.objects.filter(later, plan=own.plan_id, closed_at__isnull=True):
        settle_round(round_, report.organisation_id)


def _finished_before(round_: Round) -> set[tuple[int, int]]:
    """Item and body in charge that finished it by the level of this round; a constant number of queries.

    Not where the body took over since what another had not finished.
    """
    words = finished_words(round_)
    reopened = list_reopened(round_, words)
    finished = {place: line for place, line in words.items() if place not in reopened}
    items = PlanItem.objects.filter(reports__report__round=round_).distinct()
    charges = list_charges(items, local_day(round_.opened_at), finished)
    return without_taken_over(charges, finished)
