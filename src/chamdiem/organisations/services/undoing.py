"""An administrator takes back the newest change of a body that was recorded by mistake."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, NotAllowed, WrongStage
from chamdiem.organisations.models import ComingName, Organisation
from chamdiem.organisations.permissions import may_correct
from chamdiem.organisations.selectors import is_open
from chamdiem.organisations.services.editing import changeable, check_reason, save_with_code
from chamdiem.organisations.steps import has_ended, newest_step, nothing_to_undo
from chamdiem.organisations.tree import lock_tree, move_branch


@transaction.atomic
def undo_newest_step(
    *, actor: AbstractBaseUser, organisation_id: int, step: str, reason: str, now: datetime
) -> Organisation:
    """Take back the newest change of a body: its merger or split, its new name, or one to come.

    ``step`` is the key of the change that was read of (``steps.Step``). Bodies that a merger
    moved go back, unless they were moved again since.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor does not administer it.
        Incomplete: The reason is missing.
        WrongStage: There is nothing to take back, or something later depends on it.
        Conflict: Another change is the newest by now, or the old code was given to another body.
    """
    lock_tree()
    organisation = changeable(actor, organisation_id)
    if not may_correct(actor, organisation.path):
        raise NotAllowed("organisation.undo_not_allowed", name=organisation.name)
    check_reason(reason)
    newest = newest_step(organisation)
    if newest is None:
        raise nothing_to_undo(organisation)
    if newest.key != step:
        raise Conflict("organisation.step_outdated", name=organisation.name)
    others = _UNDO[newest.kind](organisation, timezone.localdate(now))
    for body in (organisation, *others):
        record_event(
            actor=actor,
            action="organisation.undo",
            subject=body,
            at=now,
            organisation_path=body.path,
            undone=newest.kind,
            on=newest.on.isoformat(),
            decision=newest.decision,
            reason=reason.strip(),
        )
    return organisation


def _forget_coming(organisation: Organisation, today: date) -> list[Organisation]:
    del today  # the body itself was not changed yet
    ComingName.objects.filter(organisation=organisation).delete()
    return []


def _give_back_name(organisation: Organisation, today: date) -> list[Organisation]:
    if organisation.valid_to is not None:
        raise has_ended(organisation, today)
    former = organisation.former_names.all()[0]
    former.delete()
    organisation.name, organisation.code = former.name, former.code
    organisation.short_name = former.short_name
    save_with_code(organisation)
    return []


def _bring_back(organisation: Organisation, today: date) -> list[Organisation]:
    successions = list(organisation.successions.select_related("successor"))
    for each in successions:
        if each.successor.valid_to is not None:
            facts = {"name": organisation.name, "successor": each.successor.name}
            raise WrongStage("succession.successor_ended", **facts)
    parent = organisation.parent
    if parent is not None and not is_open(parent, today):
        raise WrongStage("succession.parent_ended", name=organisation.name, parent=parent.name)
    organisation.valid_to = None
    organisation.save(update_fields=["valid_to"])
    for each in successions:
        for child in Organisation.objects.filter(moves__succession=each, parent=each.successor):
            move_branch(child, organisation)
        each.delete()
    return [each.successor for each in successions]


_UNDO: dict[str, Callable[[Organisation, date], list[Organisation]]] = {
    "coming": _forget_coming,
    "renamed": _give_back_name,
    "merged": _bring_back,
    "split": _bring_back,
}
