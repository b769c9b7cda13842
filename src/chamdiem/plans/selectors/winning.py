"""From published results to the plan: points that can be won back, and what was won since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from chamdiem.campaigns.calendar import local_day
from chamdiem.core.points import exact
from chamdiem.errors import NotFound
from chamdiem.plans.content import printed
from chamdiem.plans.models import Expectation, Plan, PlanBody
from chamdiem.results.models import Result
from chamdiem.results.prospects import list_others
from chamdiem.results.score_sheets import SheetLine, list_losses, score_sheet
from chamdiem.web.folding import matching


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an item was to win at a criterion, and what came of it; None where no result says so yet."""

    expectation: Expectation
    before: Fraction | None
    after: Fraction | None

    @property
    def won(self) -> Fraction | None:
        """Points won since the plan is in force; negative where points were lost."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def list_published(plan: Plan) -> QuerySet[Result]:
    """The published results of bodies of the plan by its own criteria, the newest first; one query.

    Of a dossier never handed in there is nothing to win back or to compare with.
    """
    bodies = PlanBody.objects.filter(plan=plan, is_collective=False)
    return (
        Result.objects.filter(
            never_handed_in=False,
            closing__releases__isnull=False,
            closing__track__edition__key=plan.criteria_set,
            participant__organisation__in=bodies.values("organisations"),
        )
        .select_related("participant__organisation", "closing__track__campaign")
        .order_by("-closing__closed_at", "participant__name_order")
        .distinct()
    )


def get_published(plan: Plan, result_id: int) -> Result:
    """One of these results with its edition, or ``NotFound``."""
    result = list_published(plan).select_related("closing__track__edition").filter(pk=result_id).first()
    if result is None:
        raise NotFound("plan.result_not_found")
    return result


def list_feeding(plan: Plan, typed: str = "") -> QuerySet[Result]:
    """The published results of campaigns of a plan's owner and of bodies below it; newest first."""
    return (
        Result.objects.filter(
            matching(typed, "participant__organisation__search_text"),
            never_handed_in=False,
            closing__releases__isnull=False,
            closing__track__campaign__owner__path__startswith=plan.owner.path,
        )
        .select_related("participant__organisation", "closing__track__campaign", "closing__track__edition")
        .defer("criteria", "closing__answers")
        .order_by("-closing__closed_at", "participant__name_order")
        .distinct()
    )


def get_feeding(plan: Plan, result_id: int) -> Result:
    """One of these results, or ``NotFound``."""
    result = list_feeding(plan).filter(pk=result_id).first()
    if result is None:
        raise NotFound("plan.result_not_found")
    return result


def list_open_losses(plan: Plan, result: Result, language: str = "vi") -> list[SheetLine]:
    """The criteria where points were lost and no item of the plan expects any, the most first.

    ``language`` is that of the reasons.
    """
    return split_losses(plan, result, language)[0]


def split_losses(plan: Plan, result: Result, language: str = "vi") -> tuple[list[SheetLine], list[SheetLine]]:
    """The criteria where points were lost: those still open, and those an item of the plan is to win back."""
    known = _planned(plan, result.participant.organisation_id)
    losses = list_losses(score_sheet(result=result, language=language))
    # What was taken off is no criterion that figures win back.
    lines = [line for line in losses if not line.is_taken_off]
    return (
        [line for line in lines if line.row.key not in known],
        [line for line in lines if line.row.key in known],
    )


def _planned(plan: Plan, organisation_id: int) -> set[str]:
    """The criteria at which items led by an organisation are to win points, those not yet approved too."""
    content = printed(plan)
    names = set(plan.bodies.filter(organisations=organisation_id).values_list("name", flat=True))
    return {
        each.criterion
        for item in content.items
        if any(content.body_called(lead).name in names for lead in item.lead)
        for each in item.expected
        # What is lost beside points won elsewhere is not planned to be won back.
        if each.points > 0
    }


def list_outcomes(plan: Plan) -> list[Outcome]:
    """Expected against won, in printed order; three queries, however many items."""
    expectations = list(
        Expectation.objects.filter(item__plan=plan).select_related("item").order_by("item__order", "pk")
    )
    leads = _single_leads(plan)
    history: dict[int, list[Result]] = {}
    for result in list_published(plan).order_by("closing__closed_at", "closing__number"):
        history.setdefault(result.participant.organisation_id, []).append(result)
    return [_outcome(plan, each, history.get(leads.get(each.item_id, 0), ())) for each in expectations]


def _single_leads(plan: Plan) -> Mapping[int, int]:
    """Item → the organisation in charge, where it is exactly one."""
    pairs = plan.items.filter(charged__is_lead=True).values_list("pk", "charged__body__organisations")
    found: dict[int, set[int]] = {}
    for item, organisation in pairs:
        if organisation is not None:
            found.setdefault(item, set()).add(organisation)
    return {item: organisations.pop() for item, organisations in found.items() if len(organisations) == 1}


def _outcome(plan: Plan, expectation: Expectation, results: Sequence[Result]) -> Outcome:
    """The newest result closed before the plan was in force, and the newest closed after."""
    since = plan.in_force_since
    if since is None:
        return Outcome(expectation, None, None)
    before = [each for each in results if local_day(each.closing.closed_at) < since]
    after = [each for each in results if local_day(each.closing.closed_at) >= since]
    return Outcome(expectation, _points(expectation, before), _points(expectation, after))


def _points(expectation: Expectation, results: Sequence[Result]) -> Fraction | None:
    """The final points at a criterion in the newest of some results."""
    for each in results[-1].criteria if results else ():
        if each["key"] == expectation.criterion_key and each["points"] is not None:
            return exact(each["points"])
    return None


def count_places(result: Result) -> int:
    """How many places there are in the peer group of a result; one query."""
    return len(list_others(result)) + 1
