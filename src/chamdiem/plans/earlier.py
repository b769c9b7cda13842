"""What bodies said in earlier rounds, and where an adjustment has changed its level since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from django.db.models import Q, QuerySet

from chamdiem.core.improvement_plan import Measure as PrintedMeasure
from chamdiem.core.lint.folding import fold
from chamdiem.core.plan_values import is_same_unit
from chamdiem.plans.content import as_decimal, printed_text
from chamdiem.plans.measuring import is_reached
from chamdiem.plans.models import ItemReport, Plan, Round, RoundReport

# The states of a report whose lines count.
SENT = (RoundReport.Status.SUBMITTED, RoundReport.Status.ACCEPTED)
# Key of an item → the figures it is measured by.
Levels = Mapping[str, tuple[PrintedMeasure, ...]]
# Item and body → the line it finished it with.
Finished = Mapping[tuple[int, int], ItemReport]
_UPWARDS, _DOWNWARDS = ("at_least", "more_than"), ("at_most", "less_than")


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A level as it is now, and as it was when a body finished; ``before`` is None where there was none."""

    before: PrintedMeasure | None
    now: PrintedMeasure


@dataclass(frozen=True, slots=True)
class Reopened:
    """An item a body had finished and owes again: what was accepted, and the levels it does not reach."""

    line: ItemReport
    changes: list[LevelChange]


def before_round(round_: Round) -> Q:
    """A condition on lines: of an earlier round of the same plan."""
    earlier = Q(report__round__year__lt=round_.year)
    earlier |= Q(report__round__year=round_.year, report__round__quarter__lt=round_.quarter)
    return earlier & Q(report__round__plan=round_.plan_id)


def newest_words(round_: Round) -> QuerySet[ItemReport]:
    """The newest line of each body in charge on each item, of the reports sent before a round."""
    return (
        ItemReport.objects.filter(before_round(round_), report__status__in=SENT)
        .filter(is_lead=True)
        .exclude(state="")
        .order_by("item_id", "report__organisation_id", "-report__round__year", "-report__round__quarter")
        .distinct("item_id", "report__organisation_id")
    )


def newest_words_of(plan: Plan) -> QuerySet[ItemReport]:
    """The newest line of each body in charge on each item, of all reports sent; one query."""
    return (
        ItemReport.objects.filter(item__plan=plan, is_lead=True, report__status__in=SENT)
        .exclude(state="")
        .order_by("item_id", "report__organisation_id", "-report__round__year", "-report__round__quarter")
        .distinct("item_id", "report__organisation_id")
        .select_related("item", "report__round")
        .defer("report__round__content")
    )


def last_words_before(round_: Round) -> QuerySet[ItemReport]:
    """The same, with item, body and round; one query."""
    newest = newest_words(round_).select_related("item", "report__organisation", "report__round")
    return newest.defer("report__round__content")


def finished_words(round_: Round) -> dict[tuple[int, int], ItemReport]:
    """Item and body in charge → its newest word before a round, if an accepted “done”; one query."""
    return finished_of(last_words_before(round_))


def finished_of(lines: Iterable[ItemReport]) -> dict[tuple[int, int], ItemReport]:
    """Item and body → its line, where it is an accepted “done”."""
    return {
        (line.item_id, line.report.organisation_id): line
        for line in lines
        if line.state == ItemReport.State.DONE and line.report.status == RoundReport.Status.ACCEPTED
    }


def list_reopened(round_: Round, finished: Finished) -> dict[tuple[int, int], Reopened]:
    """What was finished before a round and misses the level it asks for; two queries at most.

    Only a level that was changed since: what was accepted below one that still stands stays finished.
    """
    return _reopened(round_.plan, finished, round_.opened_at)


def list_outgrown(plan: Plan, finished: Finished) -> dict[tuple[int, int], Reopened]:
    """What was finished and misses the level of today; two queries at most."""
    return _reopened(plan, finished, datetime.max.replace(tzinfo=UTC))


def _reopened(plan: Plan, finished: Finished, day: datetime) -> dict[tuple[int, int], Reopened]:
    days = {day, *(line.report.round.opened_at for line in finished.values())}
    levels = _levels_on(plan, days)
    now = levels.get(day)
    found = {}
    for place, line in finished.items():
        then = levels.get(line.report.round.opened_at)
        if now is None or then is None or then is now:
            continue
        changes = list(_missed(then.get(line.item.key, ()), now.get(line.item.key, ()), line.figures))
        if changes:
            found[place] = Reopened(line, changes)
    return found


def _levels_on(plan: Plan, days: Iterable[datetime]) -> dict[datetime, Levels]:
    """Day → the levels in force then; days of one version share them. Nothing where there is one version."""
    versions = list(plan.versions.defer("document"))
    by_day = {day: next((each.pk for each in versions if each.approved_at <= day), None) for day in days}
    wanted = {pk for pk in by_day.values() if pk is not None}
    if len(wanted) < 2:
        return {}
    documents = plan.versions.filter(pk__in=wanted).values_list("pk", "document")
    levels: dict[int | None, Levels] = {
        pk: {item.key: item.measures for item in printed_text(document, plan.key).items}
        for pk, document in documents
    }
    return {day: levels[pk] for day, pk in by_day.items() if pk is not None}


def _missed(
    then: Iterable[PrintedMeasure], now: Iterable[PrintedMeasure], figures: Mapping[str, str]
) -> Iterable[LevelChange]:
    known = {each.key: each for each in then}
    for measure in now:
        before = known.get(measure.key)
        if before is not None and not _is_same_figure(before, measure):
            before = None
        value = figures.get(measure.key)
        is_met = value is not None and _reaches(measure, Decimal(value))
        if not is_met and (before is None or not _is_implied(before, measure)):
            yield LevelChange(before, measure)


def _is_same_figure(one: PrintedMeasure, other: PrintedMeasure) -> bool:
    return fold(one.label) == fold(other.label) and is_same_unit(one.unit, other.unit)


def _is_implied(before: PrintedMeasure, now: PrintedMeasure) -> bool:
    """Whether whatever reaches the level before reaches that of now: it is the same, or easier."""
    if (before.operator, before.threshold) == (now.operator, now.threshold):
        return True
    sides = (_UPWARDS, _DOWNWARDS)
    is_one_way = any(before.operator in side and now.operator in side for side in sides)
    if before.operator == "more_than" and now.operator in _UPWARDS:
        return before.threshold >= now.threshold
    if before.operator == "less_than" and now.operator in _DOWNWARDS:
        return before.threshold <= now.threshold
    return (is_one_way or before.operator == "exactly") and _reaches(now, as_decimal(before.threshold))


def _reaches(measure: PrintedMeasure, value: Decimal) -> bool:
    return is_reached(measure.operator, value, as_decimal(measure.threshold))
