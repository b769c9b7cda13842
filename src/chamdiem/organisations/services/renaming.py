"""New names by decision: at once, or on the day that is still to come.

A campaign keeps the name its participants had, so nothing here touches it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import structlog
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from chamdiem.errors import Conflict, Incomplete, Refused, WrongStage
from chamdiem.office.grid import tidy
from chamdiem.organisations.models import ComingName, FormerName, Organisation
from chamdiem.organisations.services.editing import check_code, check_decision, save_with_code
from chamdiem.organisations.services.lineage import living, record_step
from chamdiem.organisations.siblings import demand_code_free, demand_name_free
from chamdiem.organisations.steps import check_step, said

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """What a body is called from now on; without a code it keeps the one it has."""

    name: str
    short_name: str = ""
    code: str = ""


@transaction.atomic
def rename_organisation(
    *,
    actor: AbstractBaseUser,
    organisation_id: int,
    new: NewName,
    on: date,
    decision: str,
    now: datetime,
) -> Organisation:
    """Give a body a new name by decision (đổi tên); it stays itself, the old name is kept and found.

    A name of a day to come is kept until then (``take_coming_names``).

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor may not change it.
        Incomplete: The name or the decision is missing.
        WrongStage: The body is closed, or another new name of it is still to come.
        Conflict: The name is the one it has or that of a body beside it, the code is taken,
            or the day cannot be.
    """
    check_decision(decision)
    organisation = living(actor, organisation_id, now)
    coming = _read(organisation, new, on, decision)
    coming.recorded_by_id = actor.pk
    _check_none_coming(organisation)
    today = timezone.localdate(now)
    check_step(organisation, on, today)
    if coming.name != organisation.name:
        demand_name_free(organisation, coming.name, today)
    if on <= today:
        return _take(coming, actor, now)
    _promise(coming)
    before, into = [organisation.code, organisation.name], [coming.code, coming.name]
    record_step(actor, "organisation.rename_later", organisation, now, on, decision, before, into=into)
    return organisation


def take_coming_names(*, now: datetime) -> int:
    """Give every body the name whose day has come; how many took theirs.

    One that cannot be given stays, and the page of its body says that it is overdue.
    """
    due = ComingName.objects.filter(takes_effect_on__lte=timezone.localdate(now))
    return sum(_take_due(pk, now) for pk in list(due.values_list("pk", flat=True)))


def _take_due(coming_id: int, now: datetime) -> bool:
    try:
        with transaction.atomic():
            coming = (
                ComingName.objects.select_for_update(of=("self", "organisation"))
                .select_related("organisation", "recorded_by")
                .filter(pk=coming_id)
                .first()
            )
            if coming is None:
                return False
            coming.delete()
            _take(coming, coming.recorded_by, now)
    except Refused as refusal:
        _log.warning("name_not_taken", coming=coming_id, code=refusal.code)
        return False
    return True


def _read(organisation: Organisation, new: NewName, on: date, decision: str) -> ComingName:
    name, code = tidy(new.name)[:300], tidy(new.code)[:40] or organisation.code
    if not name:
        raise Incomplete("organisation.name_missing")
    if code != organisation.code:
        check_code(code)
    if (name, code) == (organisation.name, organisation.code):
        raise Conflict("organisation.same_name", name=name)
    return ComingName(
        organisation=organisation,
        code=code,
        name=name,
        short_name=tidy(new.short_name)[:120],
        takes_effect_on=on,
        decision=tidy(decision)[:300],
    )


def _check_none_coming(organisation: Organisation) -> None:
    coming = ComingName.objects.filter(organisation=organisation).first()
    if coming is not None:
        day = said(coming.takes_effect_on)
        raise WrongStage("organisation.name_is_coming", name=organisation.name, day=day)


def _promise(coming: ComingName) -> None:
    demand_code_free(coming.organisation, coming.code)
    coming.save()


def _take(coming: ComingName, actor: AbstractBaseUser, now: datetime) -> Organisation:
    """The old name goes on record, the new one into its place."""
    organisation, on = coming.organisation, coming.takes_effect_on
    before, into = [organisation.code, organisation.name], [coming.code, coming.name]
    FormerName.objects.create(
        organisation=organisation,
        code=organisation.code,
        name=organisation.name,
        short_name=organisation.short_name,
        changed_on=on,
        decision=coming.decision,
    )
    organisation.name, organisation.code = coming.name, coming.code
    organisation.short_name = coming.short_name
    save_with_code(organisation)
    record_step(actor, "organisation.rename", organisation, now, on, coming.decision, before, into=into)
    return organisation
