"""What the page of a plan shows: goals with their figures, items with who is charged and how far they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.errors import NotFound
from chamdiem.plans.amending import printed_in_force
from chamdiem.plans.content import printed
from chamdiem.plans.earlier import SENT
from chamdiem.plans.models import ItemReport, Plan, PlanItem, PlanVersion, Task
from chamdiem.plans.selectors.bodies import list_open_bodies
from chamdiem.plans.selectors.giving import with_lost
from chamdiem.plans.selectors.measures import list_goals
from chamdiem.plans.selectors.standings import Standing, list_standings


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item, who is charged with it, and how far it is."""

    item: PlanItem
    leads: Sequence[str]
    helpers: Sequence[str]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Summary:
    """A plan in numbers: how many of each kind, and how many of them are done or behind."""

    goals: int
    reached: int
    items: Mapping[str, int]
    states: Mapping[str, int]
    open_bodies: int


def list_items(plan: Plan, *, kind: str = "", organisation_id: int | None = None) -> list[ItemRow]:
    """The items in printed order, or those of one kind or organisation; three queries."""
    items = plan.items.prefetch_related("charged", "expectations")
    if kind:
        items = items.filter(kind=kind)
    if organisation_id is not None:
        items = items.filter(charged__body__organisations=organisation_id).distinct()
    standings = list_standings(plan)
    return [
        ItemRow(
            item,
            [each.printed for each in item.charged.all() if each.is_lead],
            [each.printed for each in item.charged.all() if not each.is_lead],
            standings.get(item.pk, Standing()),
        )
        for item in items
    ]


def summarise_plan(plan: Plan) -> Summary:
    """A plan in numbers; five queries."""
    rows = list_goals(plan, corrections=False)
    kinds = dict(plan.items.order_by().values_list("kind").annotate(Count("pk")))
    states: dict[str, int] = defaultdict(int)
    for standing in list_standings(plan).values():
        states[standing.state] += 1
    return Summary(
        goals=len(rows),
        reached=sum(1 for row in rows if row.measures and all(each.is_reached for each in row.measures)),
        items=kinds,
        states=dict(states),
        open_bodies=list_open_bodies(plan).count(),
    )


def get_printed(plan: Plan) -> PrintedPlan:
    """The content as the core knows it, with what is being amended; the document is read where left out."""
    return printed(plan)


def get_printed_item(item: PlanItem) -> PrintedItem:
    """An item as its plan prints it, what is still being amended left out."""
    return next(each for each in printed_in_force(item.plan).items if each.key == item.key)


def get_item_row(item: PlanItem) -> ItemRow:
    """One item with who is charged and how far it is; two queries."""
    charged = list(item.charged.all())
    return ItemRow(
        item,
        [each.printed for each in charged if each.is_lead],
        [each.printed for each in charged if not each.is_lead],
        list_standings(item.plan).get(item.pk, Standing()),
    )


def find_version(plan: Plan, number: int) -> PlanVersion | None:
    """One approved version with its document."""
    return plan.versions.filter(number=number).first()


def get_version(plan: Plan, number: int) -> PlanVersion:
    """One approved version with its document.

    Raises:
        NotFound: The plan has no such version.
    """
    found = find_version(plan, number)
    if found is None:
        raise NotFound("plan.not_found")
    return found


def list_versions(plan: Plan) -> list[PlanVersion]:
    """The approved versions, newest first, without their documents; one query."""
    return list(plan.versions.select_related("approved_by").defer("document"))


def list_item_tasks(item: PlanItem, organisations: Collection[int] | None = None) -> list[Task]:
    """The tasks of an item by due day, of all or of some bodies; one query."""
    tasks = with_lost(item.tasks.select_related("item__plan", "organisation", "user", "office"))
    if organisations is not None:
        tasks = tasks.filter(organisation__in=organisations)
    return list(tasks.order_by("due_on", "starts_on", "organisation__name_order", "pk"))


def list_item_reports(item: PlanItem, organisations: Collection[int] | None = None) -> list[ItemReport]:
    """What was sent about an item, newest round first, by all or by some bodies; one query."""
    lines = item.reports.filter(report__status__in=SENT).exclude(state="", done="", difficulty="")
    if organisations is not None:
        lines = lines.filter(report__organisation__in=organisations)
    return list(
        lines.select_related("report__round", "report__organisation")
        .defer("report__round__content")
        .order_by(
            "-report__round__year", "-report__round__quarter", "-is_lead", "report__organisation__name_order"
        )
    )
