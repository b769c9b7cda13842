"""Which organisations a body of a plan really is: found by name, chosen, or outside the system."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import local_day
from chamdiem.errors import Incomplete, NotFound
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.selectors import open_on
from chamdiem.plans.body_names import BodyNames, RealBody
from chamdiem.plans.models import Plan, PlanBody
from chamdiem.plans.selectors.replacing import replaced_by
from chamdiem.plans.services.locking import locked_plan, record

_Resolution = PlanBody.Resolution


def resolve_by_name(plan: Plan, today: date) -> None:
    """Look for every body still open; what is not found, or could be several, stays open for a person."""
    bodies = list(plan.bodies.filter(resolution=_Resolution.OPEN))
    if not bodies:
        return
    names = BodyNames(_real_bodies(plan, today))
    for body in bodies:
        found = names.unfold(body.name) if body.is_collective else _one(names, body)
        if found:
            body.organisations.set(found)
            body.resolution = _Resolution.FOUND
            body.save(update_fields=["resolution"])


@transaction.atomic
def resolve_body(
    *,
    actor: User,
    plan_id: int,
    body_id: int,
    organisation_ids: Collection[int],
    is_outside: bool,
    now: datetime,
) -> PlanBody:
    """Say which organisations a body is, or that it lies outside the system.

    What organisations that have ended had finished stays finished: who is named in their place is asked
    only for what they had not.

    Raises:
        NotFound: No such plan, body or organisation below the owner, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the plan.
        WrongStage: The plan has ended.
        Incomplete: No organisation is chosen, or several for a body that is one.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="resolve_bodies")
    body = plan.bodies.filter(pk=body_id).first()
    if body is None:
        raise NotFound("plan.body_not_found")
    chosen = list(_below_owner(plan).filter(pk__in=organisation_ids))
    if len(chosen) < len(set(organisation_ids)):
        raise NotFound("organisation.not_found")
    if not chosen and not is_outside:
        raise Incomplete("plan.body_not_chosen", body=body.name)
    if len(chosen) > 1 and not body.is_collective:
        raise Incomplete("plan.body_is_one", body=body.name)
    chosen = [] if is_outside else chosen
    body.replaced = replaced_by(body, {each.pk for each in chosen}, local_day(now)) if chosen else {}
    body.organisations.set(chosen)
    body.resolution = _Resolution.OUTSIDE if is_outside else _Resolution.CHOSEN
    body.save(update_fields=["resolution", "replaced"])
    names = [each.name for each in chosen]
    record(plan, actor=actor, action="plan.resolve_body", now=now, name=body.name, into=names)
    return body


def confirm_guessed_bodies(plan: Plan) -> list[str]:
    """Keep that somebody found the collective names unfolded rightly; returns them."""
    guessed = plan.bodies.filter(resolution=_Resolution.FOUND, is_collective=True)
    names = list(guessed.values_list("name", flat=True))
    guessed.update(resolution=_Resolution.CHOSEN)
    return names


def _one(names: BodyNames, body: PlanBody) -> list[int]:
    found = names.find([body.name, *body.spellings])
    return [found] if found is not None else []


def _below_owner(plan: Plan) -> QuerySet[Organisation]:
    return Organisation.objects.filter(path__startswith=plan.owner.path)


def _real_bodies(plan: Plan, today: date) -> list[RealBody]:
    rows = (
        _below_owner(plan)
        .filter(open_on(today), Q(kind__level__lte=_COMMUNE))
        .select_related("kind")
        .prefetch_related("former_names")
    )
    top = plan.owner.path.count("/")
    return [
        RealBody(
            id=row.pk,
            names=(row.name, row.short_name, *(former.name for former in row.former_names.all())),
            level=row.kind.level,
            depth=row.path.count("/") - top,
        )
        for row in rows
    ]


_COMMUNE = 3
