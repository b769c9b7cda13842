"""Who is charged with what: bodies of the plan unfolded into organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from chamdiem.plans.calendar import Quarter
from chamdiem.plans.models import ItemBody, ItemReport, Plan, PlanBody, PlanItem, Round
from chamdiem.plans.opening import items_at_opening


@dataclass(frozen=True, slots=True)
class Charge:
    """The organisations in charge of an item, and those that help; who leads does not help as well."""

    item_id: int
    leads: frozenset[int]
    helpers: frozenset[int]


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


def list_reported_items(plan: Plan, quarter: Quarter) -> QuerySet[PlanItem]:
    """The items a quarter reports on: those whose years it lies in, and older ones nobody reported done."""
    done = ItemReport.objects.filter(
        item=OuterRef("pk"), is_lead=True, state=ItemReport.State.DONE, report__round__closed_at__isnull=False
    )
    begun = Q(from_year__isnull=True) | Q(from_year__lte=quarter.year)
    running = Q(to_year__isnull=True) | Q(to_year__gte=quarter.year)
    return plan.items.filter(begun).filter(running | ~Exists(done))


def list_unreported_items(round_: Round) -> list[tuple[PlanItem, list[str]]]:
    """The items of a round nobody was asked about when it was opened; four queries.

    Each comes with its lead bodies, which all lay outside the directory; without any where it named none.
    What was said since of who is in charge holds from the next round on.
    """
    asked = ItemReport.objects.filter(report__round=round_, item=OuterRef("pk"), is_lead=True)
    items = list_reported_items(round_.plan, Quarter(round_.year, round_.quarter))
    items = items.filter(~Exists(asked)).prefetch_related("charged")
    opened = items_at_opening(round_)
    if opened is None:
        return [(item, [each.printed for each in item.charged.all() if each.is_lead]) for item in items]
    return [
        (item, list(then.lead))
        for item in items
        if (then := opened.get(item.key)) and (then.years is None or then.years.start <= round_.year)
    ]


def list_led_outside(plan: Plan) -> QuerySet[PlanItem]:
    """The items whose bodies in charge all lie outside the system, so that nobody reports; one query."""
    leads = ItemBody.objects.filter(item=OuterRef("pk"), is_lead=True)
    inside = leads.exclude(body__resolution=PlanBody.Resolution.OUTSIDE)
    return plan.items.filter(Exists(leads), ~Exists(inside))


def list_unled_items(plan: Plan) -> QuerySet[PlanItem]:
    """The items that name no body in charge; one query."""
    return plan.items.filter(~Exists(ItemBody.objects.filter(item=OuterRef("pk"), is_lead=True)))
