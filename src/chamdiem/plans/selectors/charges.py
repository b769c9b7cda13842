"""Who is charged with what: bodies of the plan unfolded into organisations."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import Exists, OuterRef, Q

from chamdiem.campaigns.calendar import local_day
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanDocument
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.plans.body_lines import plain_text
from chamdiem.plans.content import as_decimal, group_of, kind_of, paths_of
from chamdiem.plans.earlier import Finished, finished_words, list_reopened
from chamdiem.plans.models import ItemBody, ItemReport, Plan, PlanBody, PlanItem, Round
from chamdiem.plans.opening import plan_at_opening
from chamdiem.plans.selectors.in_charge import Charge, Gathered
from chamdiem.plans.selectors.stand_ins import Words, list_stand_ins


@dataclass(frozen=True, slots=True)
class Unreported:
    """An item of a round nobody was asked about; ``lead`` is empty where it names no body in charge.

    ``is_removed`` where an adjustment has taken it out since.
    """

    key: str
    kind: str
    number: str
    group: str
    text: str
    lead: list[str]
    coordinating: list[str]
    years: list[int]
    # Millions of đồng.
    budget: str | None
    document_kind: str
    order: int
    is_removed: bool = False

    def __str__(self) -> str:
        return PlanItem.titled(self.number, self.text)


def list_charges(items: Iterable[PlanItem], day: date, settled: Words = MappingProxyType({})) -> list[Charge]:
    """Who is asked about items on a day; three queries and those of ``list_stand_ins``, however many items.

    In the place of an organisation that has ended stands who took over, if anybody. It stays in charge
    itself of what it has finished: item and organisation in ``settled``.
    """
    ids = [item.pk for item in items]
    members = list_stand_ins(PlanBody.objects.filter(charges__item__in=ids), day)
    charges = {pk: Gathered(pk) for pk in ids}
    for charge in ItemBody.objects.filter(item__in=ids):
        gathered = charges[charge.item_id]
        for organisation, stand_in in members.get(charge.body_id, {}).items():
            if charge.is_lead:
                gathered.add_lead(organisation, stand_in, settled)
            else:
                gathered.helpers |= stand_in.asked
    return [each.charge() for each in charges.values()]


def list_asked(round_: Round) -> list[Charge]:
    """Who is asked what in a round that opens, on the day it does; a constant number of queries.

    Asked are the items whose years it lies in, and older ones that a body in charge has not finished;
    such an item is asked whole, and what bodies have finished is settled in it.
    """
    settled = list_settled(round_)
    items = round_.plan.items.filter(_begun(round_.year))
    charges = list_charges(items, local_day(round_.opened_at), settled)
    finished = without_taken_over(charges, settled)
    running = set(round_.plan.items.filter(_running(round_.year)).values_list("pk", flat=True))
    return [each for each in charges if each.item_id in running or not _is_finished(each, finished)]


def list_settled(round_: Round) -> Finished:
    """Item and body in charge → its accepted “done” of a closed round; four queries at most.

    Not where it misses a level that was raised since.
    """
    closed = {
        place: line
        for place, line in finished_words(round_).items()
        if line.report.round.closed_at is not None
    }
    reopened = list_reopened(round_, closed)
    return {place: line for place, line in closed.items() if place not in reopened}


def without_taken_over(charges: Iterable[Charge], finished: Finished) -> set[tuple[int, int]]:
    """Item and body that had finished, but for bodies that took over since what another had not finished."""
    since = {(each.item_id, body): day for each in charges for body, day in each.took_over.items()}
    return {
        place
        for place, line in finished.items()
        if place not in since or local_day(line.report.round.opened_at) >= since[place]
    }


def _is_finished(charge: Charge, finished: Collection[tuple[int, int]]) -> bool:
    """Whether everybody in charge has finished an item; not where nobody is, or somebody left it open."""
    all_have = all((charge.item_id, body) in finished for body in charge.leads)
    return bool(charge.leads) and all_have and not charge.left


def _begun(year: int) -> Q:
    return Q(from_year__isnull=True) | Q(from_year__lte=year)


def _running(year: int) -> Q:
    return Q(to_year__isnull=True) | Q(to_year__gte=year)


def list_unreported_items(round_: Round) -> list[Unreported]:
    """The items of a round nobody was asked about when it was opened; nine queries at most.

    Each comes with its lead bodies, which all lay outside the directory; without any where it named none.
    What was said since, of who is in charge or of what belongs to the plan, holds from the next round on.
    """
    asked = ItemReport.objects.filter(report__round=round_, is_lead=True)
    opened = plan_at_opening(round_)
    if opened is not None:
        return _unreported_then(round_, opened, set(asked.values_list("item__key", flat=True)))
    done = {item for item, _body in list_settled(round_)}
    items = round_.plan.items.filter(_begun(round_.year)).filter(_running(round_.year) | ~Q(pk__in=done))
    items = items.filter(~Exists(asked.filter(item=OuterRef("pk")))).prefetch_related("charged")
    return [_unreported_now(item) for item in items]


def _unreported_now(item: PlanItem) -> Unreported:
    charged = item.charged.all()
    return Unreported(
        key=item.key,
        kind=item.kind,
        number=item.number,
        group=item.group,
        text=item.text,
        lead=[each.printed for each in charged if each.is_lead],
        coordinating=[each.printed for each in charged if not each.is_lead],
        years=[item.from_year, item.to_year] if item.from_year and item.to_year else [],
        budget=None if item.budget is None else plain_text(item.budget),
        document_kind=item.document_kind,
        order=item.order,
    )


def _unreported_then(round_: Round, opened: PrintedPlan, asked: set[str]) -> list[Unreported]:
    settled = {item for item, _body in list_settled(round_)}
    keys = dict(round_.plan.items.values_list("key", "pk"))
    done = {key for key, pk in keys.items() if pk in settled}
    groups = paths_of(opened.project_groups)
    return [
        Unreported(
            key=item.key,
            kind=str(kind_of(item)),
            number=item.number,
            group=group_of(item, groups),
            text=item.correct("text"),
            lead=list(item.lead),
            coordinating=list(item.coordinating),
            years=[item.years.start, item.years.end] if item.years else [],
            budget=None if item.budget is None else plain_text(as_decimal(item.budget)),
            document_kind=item.kind if isinstance(item, PlanDocument) else "",
            order=order,
            is_removed=item.key not in keys,
        )
        for order, item in enumerate(opened.items)
        if item.key not in asked and _is_reported(item, round_.year, done)
    ]


def _is_reported(item: PrintedItem, year: int, done: set[str]) -> bool:
    """As ``_begun`` and ``_running`` ask it of rows."""
    if item.years is None:
        return True
    return item.years.start <= year and (item.years.end >= year or item.key not in done)


def list_led_outside(plan: Plan, content: PrintedPlan) -> list[str]:
    """The items whose bodies in charge all lie outside the system, so that nobody reports; one query."""
    outside = set(plan.bodies.filter(resolution=PlanBody.Resolution.OUTSIDE).values_list("name", flat=True))
    return [
        titled(item)
        for item in content.items
        if item.lead and all(content.body_called(name).name in outside for name in item.lead)
    ]


def list_unled_items(content: PrintedPlan) -> list[PrintedItem]:
    """The items that name no body in charge."""
    return [item for item in content.items if not item.lead]


def titled(item: PrintedItem) -> str:
    """A printed item as pages call it."""
    return PlanItem.titled(item.number, item.correct("text"))
