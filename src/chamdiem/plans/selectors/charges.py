"""Who is charged with what: bodies of the plan unfolded into organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanDocument
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.plans.body_lines import plain_text
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.content import as_decimal, group_of, kind_of, paths_of
from chamdiem.plans.models import ItemBody, ItemReport, Plan, PlanBody, PlanItem, Round
from chamdiem.plans.opening import plan_at_opening

# What bodies in charge reported done, in rounds that can no longer change.
_DONE = ItemReport.objects.filter(
    is_lead=True, state=ItemReport.State.DONE, report__round__closed_at__isnull=False
)


@dataclass(frozen=True, slots=True)
class Charge:
    """The organisations in charge of an item, and those that help; who leads does not help as well."""

    item_id: int
    leads: frozenset[int]
    helpers: frozenset[int]


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


def list_charges(items: Iterable[PlanItem]) -> list[Charge]:
    """The organisations of items; two queries, however many items."""
    ids = [item.pk for item in items]
    real: dict[int, set[int]] = defaultdict(set)
    rows = PlanBody.organisations.through.objects.filter(planbody__charges__item__in=ids)
    for body_id, organisation_id in rows.values_list("planbody_id", "organisation_id").distinct():
        real[body_id].add(organisation_id)
    charged: dict[tuple[int, bool], set[int]] = defaultdict(set)
    for charge in ItemBody.objects.filter(item__in=ids):
        charged[charge.item_id, charge.is_lead] |= real[charge.body_id]
    return [
        Charge(pk, frozenset(charged[pk, True]), frozenset(charged[pk, False] - charged[pk, True]))
        for pk in ids
    ]


def list_reported_items(plan: Plan, quarter: Quarter, again: Iterable[int] = ()) -> QuerySet[PlanItem]:
    """The items a quarter reports on: those whose years it lies in, and older ones nobody reported done.

    ``again`` are those that were reported done below a level raised since.
    """
    begun = Q(from_year__isnull=True) | Q(from_year__lte=quarter.year)
    running = Q(to_year__isnull=True) | Q(to_year__gte=quarter.year)
    return plan.items.filter(begun).filter(
        running | ~Exists(_DONE.filter(item=OuterRef("pk"))) | Q(pk__in=again)
    )


def list_unreported_items(round_: Round) -> list[Unreported]:
    """The items of a round nobody was asked about when it was opened; five queries.

    Each comes with its lead bodies, which all lay outside the directory; without any where it named none.
    What was said since, of who is in charge or of what belongs to the plan, holds from the next round on.
    """
    asked = ItemReport.objects.filter(report__round=round_, is_lead=True)
    opened = plan_at_opening(round_)
    if opened is not None:
        return _unreported_then(round_, opened, set(asked.values_list("item__key", flat=True)))
    items = list_reported_items(round_.plan, Quarter(round_.year, round_.quarter))
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
    done = set(_DONE.filter(item__plan=round_.plan).values_list("item__key", flat=True))
    kept = set(round_.plan.items.values_list("key", flat=True))
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
            is_removed=item.key not in kept,
        )
        for order, item in enumerate(opened.items)
        if item.key not in asked and _is_reported(item, round_.year, done)
    ]


def _is_reported(item: PrintedItem, year: int, done: set[str]) -> bool:
    """As ``list_reported_items`` asks it of rows."""
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
