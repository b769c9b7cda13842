"""What the page of a plan shows: goals with their figures, items with who is charged and how far they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.errors import NotFound
from chamdiem.plans.amending import printed_in_force
from chamdiem.plans.combining import UNDER_WAY, mean_percent, state_of
from chamdiem.plans.content import printed
from chamdiem.plans.earlier import SENT, finished_of, list_outgrown
from chamdiem.plans.models import ItemReport, Plan, PlanItem, PlanVersion, Task
from chamdiem.plans.selectors.bodies import list_open_bodies
from chamdiem.plans.selectors.measures import list_goals


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an item is, by the newest report of each body in charge: ``said`` of those ``owed``."""

    state: str = ""
    percent: int | None = None
    said: int = 0
    owed: int = 0


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


def list_standings(plan: Plan) -> dict[int, Standing]:
    """Item → how far it is; what was finished below a level raised since is under way; four queries."""
    newest = list(
        ItemReport.objects.filter(item__plan=plan, is_lead=True, report__status__in=SENT)
        .exclude(state="")
        .order_by("item_id", "report__organisation_id", "-report__round__year", "-report__round__quarter")
        .distinct("item_id", "report__organisation_id")
        .select_related("item", "report__round")
        .defer("report__round__content")
    )
    outgrown = list_outgrown(plan, finished_of(newest))
    said: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for line in newest:
        is_open = (line.item_id, line.report.organisation_id) in outgrown
        said[line.item_id].append((UNDER_WAY, None) if is_open else (line.state, line.percent))
    charged = plan.items.filter(charged__is_lead=True).order_by()
    bodies = charged.values_list("pk", "charged__body__organisations").distinct()
    owed = Counter(item_id for item_id, organisation in bodies if organisation is not None)
    return {item_id: _standing(lines, owed[item_id]) for item_id, lines in said.items()}


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
    tasks = item.tasks.select_related("item__plan", "organisation", "user", "office")
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


def _standing(lines: Sequence[tuple[str, int | None]], owed: int) -> Standing:
    average = mean_percent(percent for _, percent in lines)
    return Standing(state_of((state for state, _ in lines), owed), average, len(lines), owed)
