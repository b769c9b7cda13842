"""From published results to the plan: points that can be won back, and what was won since."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Exists, OuterRef, Q, QuerySet

from chamdiem.core.alphabet import alphabetical
from chamdiem.errors import NotFound
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled
from chamdiem.organisations.models import Organisation
from chamdiem.plans.content import printed
from chamdiem.plans.editions import Alike, find_alike
from chamdiem.plans.models import Expectation, Plan, PlanBody
from chamdiem.plans.outcomes import Outcome, outcomes_of
from chamdiem.plans.selectors.charges import list_charges
from chamdiem.results.models import Closing, Result
from chamdiem.results.prospects import list_others
from chamdiem.results.score_sheets import SheetLine, list_losses, score_sheet
from chamdiem.web.folding import matching


@dataclass(frozen=True, slots=True)
class Beyond:
    """More points expected at a criterion than a result leaves to be won there."""

    result: Result
    criterion: str
    expected: Fraction
    left: Fraction


def is_corrected() -> Exists:
    """Whether a correction of a result has been published since: what it replaced does not count."""
    return Exists(
        Closing.objects.filter(
            track=OuterRef("closing__track"), number__gt=OuterRef("closing__number"), releases__isnull=False
        )
    )


def list_published(plan: Plan) -> QuerySet[Result]:
    """The published results of bodies of the plan by its own criteria, the newest first; one query."""
    return _published(plan).filter(closing__track__edition__key=plan.criteria_set)


def list_other_sets(plan: Plan) -> list[str]:
    """The other sets by which these bodies have published results; one query."""
    found = _published(plan).exclude(closing__track__edition__key=plan.criteria_set)
    return sorted(set(found.order_by().values_list("closing__track__edition__key", flat=True)))


def list_unnamed(plan: Plan) -> list[str]:
    """The bodies with such results that a plan names only together with others; one query."""
    named = PlanBody.objects.filter(plan=plan, is_collective=False).values("organisations")
    found = (
        _published(plan, is_collective=True)
        .filter(closing__track__edition__key=plan.criteria_set)
        .exclude(participant__organisation__in=named.filter(organisations__isnull=False))
        .values_list("participant__organisation__name", flat=True)
    )
    return sorted(set(found), key=alphabetical)


def _published(plan: Plan, *, is_collective: bool = False, heirs: Collection[int] = ()) -> QuerySet[Result]:
    """The same by any criteria, of bodies named one by one or together, and of ``heirs`` in their place.

    Of a dossier never handed in there is nothing to win back or to compare with.
    """
    bodies = PlanBody.objects.filter(plan=plan, is_collective=is_collective)
    return (
        Result.objects.filter(
            Q(participant__organisation__in=bodies.values("organisations"))
            | Q(participant__organisation__in=heirs),
            ~is_corrected(),
            never_handed_in=False,
            closing__releases__isnull=False,
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
            ~is_corrected(),
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


def list_outcomes(plan: Plan, day: date | None = None) -> list[Outcome]:
    """Expected against won, in printed order; a constant number of queries, however many items.

    In the place of a body that has ended by a day stands the one that took over, if it is one and only
    one: its own results are compared, never those of one body with those of another.
    """
    expectations = list(
        Expectation.objects.filter(item__plan=plan).select_related("item").order_by("item__order", "pk")
    )
    leads = _single_leads(plan, day or date.min)
    results = _by_any_criteria(plan, {body for body, _name in leads.values()})
    editions = _other_editions(plan, results)
    names = {
        each.key: {row.key: row.correct_name for row in compiled(each).indicator_set.rows}
        for each in editions
    }
    return outcomes_of(plan, expectations, leads, results, _alike(plan, editions), names)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A campaign whose results say nothing of a plan: its edition has none of the criteria expected."""

    campaign: str
    edition: Edition


def list_strangers(plan: Plan) -> list[Stranger]:
    """The campaigns with data from after the plan was in force that it cannot be held against."""
    expected = set(Expectation.objects.filter(item__plan=plan).values_list("criterion_key", flat=True))
    since = plan.in_force_since
    if not expected or since is None:
        return []
    results = [each for each in _by_any_criteria(plan) if each.closing.track.campaign.reference_until > since]
    alike = _alike(plan, _other_editions(plan, results))
    found = {
        each.closing.track_id: Stranger(each.closing.track.campaign.name, each.closing.track.edition)
        for each in results
        if each.closing.track.edition.key != plan.criteria_set
        and not expected & alike.get(each.closing.track.edition.key, {}).keys()
    }
    return list(found.values())


def _by_any_criteria(plan: Plan, heirs: Collection[int] = ()) -> list[Result]:
    found = _published(plan, heirs=heirs).select_related(
        "participant__organisation", "closing__track__campaign"
    )
    return list(found.select_related("closing__track__edition").defer("closing__track__edition__document"))


def _other_editions(plan: Plan, results: Iterable[Result]) -> list[Edition]:
    """The editions of results other than the set of a plan; one query where there are any."""
    keys = {each.closing.track.edition.key for each in results} - {plan.criteria_set}
    return list(Edition.objects.filter(key__in=keys)) if keys else []


def _alike(plan: Plan, editions: Iterable[Edition]) -> dict[str, Alike]:
    """Key of another edition → the criteria it shares with the set of a plan; none where that is unknown."""
    return {each.key: (find_alike(plan.criteria_set, each) or {}) for each in editions}


def _single_leads(plan: Plan, day: date) -> dict[int, tuple[int, str]]:
    """Item → the organisation in charge on a day and its name, where it is exactly one."""
    charges = list_charges(plan.items.all(), day)
    found = {each.item_id: each.leads | each.left for each in charges}
    single = {item: next(iter(bodies)) for item, bodies in found.items() if len(bodies) == 1}
    names = dict(Organisation.objects.filter(pk__in=set(single.values())).values_list("pk", "name"))
    return {item: (body, names[body]) for item, body in single.items()}


def list_beyond(plan_id: int, key: str) -> list[Beyond]:
    """Where an item is to win more than the newest result of its one body in charge leaves; five queries."""
    plan = Plan.objects.get(pk=plan_id)
    content = printed(plan)
    item = next((each for each in content.items if each.key == key), None)
    if item is None or not item.expected:
        return []
    names = {content.body_called(lead).name for lead in item.lead}
    bodies = set(plan.bodies.filter(name__in=names).values_list("organisations", flat=True)) - {None}
    own = list_published(plan).filter(participant__organisation__in=bodies)
    result = own.select_related("closing__track__edition").first() if len(bodies) == 1 else None
    if result is None:
        return []
    lines = score_sheet(result=result)
    lost = {line.row.key: line.lost for line in lines if None not in (line.points, line.maximum)}
    return [
        Beyond(result, each.criterion, each.points, lost[each.criterion])
        for each in item.expected
        if each.criterion in lost and each.points > lost[each.criterion]
    ]


def count_places(result: Result) -> int:
    """How many places there are in the peer group of a result; one query."""
    return len(list_others(result)) + 1
