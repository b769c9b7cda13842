"""The bodies a plan names: one, all, those nobody has resolved yet, and the organisations they could be."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from chamdiem.errors import NotFound
from chamdiem.organisations.models import Organisation
from chamdiem.plans.models import Plan, PlanBody
from chamdiem.web.folding import matching

MOST_CANDIDATES = 400


def get_body(plan: Plan, body_id: int) -> PlanBody:
    """One body of a plan, or ``NotFound``."""
    body = plan.bodies.filter(pk=body_id).first()
    if body is None:
        raise NotFound("plan.body_not_found")
    return body


def list_candidates(plan: Plan, body: PlanBody, typed: str) -> list[tuple[Organisation, bool]]:
    """The organisations below the owner, each with whether it is chosen, those chosen first; two queries.

    Without words those directly below, else what fits the words.
    """
    chosen = set(body.organisations.values_list("pk", flat=True))
    found = Organisation.objects.filter(path__startswith=plan.owner.path).exclude(pk=plan.owner.pk)
    looked = matching(typed) if typed else Q(parent=plan.owner)
    rows = (
        found.filter(looked | Q(pk__in=chosen)).select_related("kind").order_by("kind__level", "name_order")
    )
    return sorted(((row, row.pk in chosen) for row in rows[:MOST_CANDIDATES]), key=lambda pair: not pair[1])


def list_open_bodies(plan: Plan) -> QuerySet[PlanBody]:
    """The bodies nobody has resolved yet."""
    return plan.bodies.filter(resolution=PlanBody.Resolution.OPEN)


def list_guessed_bodies(plan: Plan) -> list[tuple[str, int]]:
    """The collective names unfolded by their words alone, each with how many organisations; one query."""
    guessed = plan.bodies.filter(resolution=PlanBody.Resolution.FOUND, is_collective=True)
    return list(guessed.annotate(into=Count("organisations")).values_list("name", "into"))


def list_bodies(plan: Plan) -> list[PlanBody]:
    """The bodies with their organisations, those still open first; two queries."""
    order = {"open": 0}
    bodies = plan.bodies.prefetch_related("organisations").annotate(charge_count=Count("charges"))
    return sorted(bodies, key=lambda body: (order.get(body.resolution, 1), body.order))
