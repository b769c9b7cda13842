"""Adding bodies to the directory, changing, moving and closing them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.office.grid import tidy
from chamdiem.organisations.codes import is_usable
from chamdiem.organisations.models import ComingName, Kind, Organisation
from chamdiem.organisations.permissions import may_change, may_change_for_everybody
from chamdiem.organisations.selectors import get_organisation, is_open, list_changeable, open_on
from chamdiem.organisations.siblings import demand_code_free, demand_name_free
from chamdiem.organisations.steps import (
    MOST_DAYS_AHEAD,
    check_day,
    check_last_day,
    has_ended,
    said,
)
from chamdiem.organisations.tree import lock_tree, path_below, take_ids, words_of

MOST_LETTERS = {"code": 40, "name": 300, "short_name": 120, "peer_group": 120}


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is said about a body, besides its place in the tree."""

    code: str
    name: str
    kind: str
    short_name: str = ""
    peer_group: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    valid_from: date | None = None


@transaction.atomic
def create_organisation(
    *, actor: AbstractBaseUser, parent_id: int, details: Details, now: datetime
) -> Organisation:
    """Add a body below another.

    Raises:
        NotFound: No such parent, or not in the actor's part of the tree.
        NotAllowed: The actor may not change the parent.
        WrongStage: The parent is closed.
        Incomplete: Code or name is missing.
        Conflict: The code is taken, the kind unknown, or of a higher level than the parent.
    """
    lock_tree()
    parent = changeable(actor, parent_id)
    organisation = Organisation(pk=take_ids(1)[0], parent=parent)
    organisation.path = path_below(parent, organisation.pk)
    _fill(organisation, details, timezone.localdate(now))
    check_parent(organisation.kind, parent, timezone.localdate(now))
    demand_name_free(organisation, organisation.name, timezone.localdate(now))
    save_with_code(organisation, is_new=True)
    record_event(
        actor=actor,
        action="organisation.create",
        subject=organisation,
        at=now,
        organisation_path=organisation.path,
        code=organisation.code,
        parent=parent.code,
    )
    return organisation


@transaction.atomic
def change_organisation(
    *, actor: AbstractBaseUser, organisation_id: int, details: Details, now: datetime
) -> Organisation:
    """Correct what is said about a body; a new name by decision is ``rename_organisation``.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor may not change it.
        Incomplete: Code or name is missing.
        Conflict: The code is taken, the kind unknown or does not fit, or the days are reversed.
    """
    organisation = changeable(actor, organisation_id)
    before = _said(organisation)
    _fill(organisation, details, timezone.localdate(now))
    if organisation.parent is not None:
        _check_level(organisation.kind, organisation.parent)
    _check_days(organisation)
    after = _said(organisation)
    if before == after:
        return organisation
    if before["name"] != after["name"]:
        demand_name_free(organisation, organisation.name, timezone.localdate(now))
    save_with_code(organisation)
    changed = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    record_event(
        actor=actor,
        action="organisation.change",
        subject=organisation,
        at=now,
        organisation_path=organisation.path,
        changed=changed,
    )
    return organisation


@transaction.atomic
def close_organisation(
    *, actor: AbstractBaseUser, organisation_id: int, last_day: date, reason: str, now: datetime
) -> Organisation:
    """End a body after a day; past campaigns keep it, new ones no longer offer it.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor may not change it.
        WrongStage: It is closed already, or bodies below it are still open.
        Conflict: The day cannot be: see ``steps.check_last_day``.
        Incomplete: The reason is missing.
    """
    lock_tree()
    organisation = changeable(actor, organisation_id)
    check_reason(reason)
    if organisation.valid_to is not None:
        raise has_ended(organisation, timezone.localdate(now))
    check_last_day(organisation, last_day, timezone.localdate(now))
    end(organisation, last_day)
    record_event(
        actor=actor,
        action="organisation.close",
        subject=organisation,
        at=now,
        organisation_path=organisation.path,
        last_day=last_day.isoformat(),
        reason=reason.strip(),
    )
    return organisation


@transaction.atomic
def reopen_organisation(*, actor: AbstractBaseUser, organisation_id: int, now: datetime) -> Organisation:
    """Take back a closing that was a mistake.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor may not change it.
        WrongStage: It is not closed, its parent is, or others succeeded it.
    """
    lock_tree()
    organisation = changeable(actor, organisation_id)
    if organisation.valid_to is None:
        raise WrongStage("organisation.open_already", name=organisation.name)
    if organisation.successions.exists():
        raise WrongStage("organisation.succeeded", name=organisation.name)
    if organisation.parent is not None and not is_open(organisation.parent, timezone.localdate(now)):
        raise WrongStage("organisation.parent_closed", parent=organisation.parent.name)
    organisation.valid_to = None
    organisation.save(update_fields=["valid_to"])
    record_event(
        actor=actor,
        action="organisation.reopen",
        subject=organisation,
        at=now,
        organisation_path=organisation.path,
    )
    return organisation


@transaction.atomic
def group_organisations(
    *, actor: AbstractBaseUser, organisation_ids: Sequence[int], peer_group: str, now: datetime
) -> int:
    """Put bodies into a peer group (nhóm xếp hạng), or out of any; campaigns that are open keep theirs.

    Returns:
        How many were in another group before.

    Raises:
        NotFound: One of them is not among those the actor may change.
    """
    wanted = set(organisation_ids)
    found = list(list_changeable(actor=actor).filter(pk__in=wanted).select_for_update(of=("self",)))
    if not found or len(found) != len(wanted):
        raise NotFound("organisation.not_found")
    group = tidy(peer_group)[:120]
    moved = [each for each in found if each.peer_group != group]
    Organisation.objects.filter(pk__in=[each.pk for each in moved]).update(peer_group=group)
    for each in moved:
        record_event(
            actor=actor,
            action="organisation.group",
            subject=each,
            at=now,
            organisation_path=each.path,
            peer_group=[each.peer_group, group],
        )
    return len(moved)


@transaction.atomic
def create_kind(*, actor: AbstractBaseUser, code: str, name: str, level: int, now: datetime) -> Kind:
    """Add a kind of body; kinds are shared by the whole installation, so none is changed or removed.

    Raises:
        NotAllowed: The actor is no administrator at the top.
        Incomplete: Code or name is missing.
        Conflict: There is a kind of this code or name.
    """
    if not may_change_for_everybody(actor):
        raise NotAllowed("kind.not_allowed")
    code, name = tidy(code).lower(), tidy(name)
    if not code or not name:
        raise Incomplete("kind.unnamed")
    if Kind.objects.filter(code=code).exists() or Kind.objects.filter(name__iexact=name).exists():
        raise Conflict("kind.there_already", name=name)
    kind = Kind.objects.create(code=code, name=name, level=level)
    record_event(actor=actor, action="kind.create", subject=kind, at=now, code=code, level=level)
    return kind


# --- what the other use cases of the directory need too -----------------------------------


def changeable(actor: AbstractBaseUser, organisation_id: int) -> Organisation:
    """A body the actor may change, locked until the transaction ends."""
    get_organisation(actor=actor, organisation_id=organisation_id)
    organisation = (
        Organisation.objects.select_for_update(of=("self",))
        .select_related("kind", "parent__kind")
        .get(pk=organisation_id)
    )
    if not may_change(actor, organisation.path):
        raise NotAllowed("organisation.change_not_allowed", name=organisation.name)
    return organisation


def end(organisation: Organisation, last_day: date, *, hands_on: bool = False) -> None:
    """Close a body after a day that is not before its first; nothing below it stays open.

    Who ``hands_on`` gives what is below to another body, on the day itself where that is to come.
    """
    below = Q(parent=organisation) | Q(
        parent__successions__successor=organisation, parent__successions__waits=True
    )
    still = Organisation.objects.filter(below, open_on(last_day)).exclude(valid_to=last_day).distinct()
    if not hands_on and (names := list(still.values_list("name", flat=True)[:3])):
        raise WrongStage("organisation.has_open_children", name=organisation.name, children=", ".join(names))
    coming = ComingName.objects.filter(organisation=organisation).first()
    if coming is not None:
        raise WrongStage(
            "organisation.name_is_coming", name=organisation.name, day=said(coming.takes_effect_on)
        )
    organisation.valid_to = last_day
    _check_days(organisation)
    organisation.save(update_fields=["valid_to"])


def save_with_code(organisation: Organisation, *, is_new: bool = False) -> None:
    """Save a body; a code somebody else has is refused, also where both were saved at one moment."""
    organisation.search_text = words_of(organisation, _former(organisation, is_new=is_new))
    demand_code_free(organisation, organisation.code)
    try:
        with transaction.atomic():
            organisation.save(force_insert=is_new)
    except IntegrityError as error:
        if "code" not in str(error):
            raise
        raise Conflict("organisation.code_taken", value=organisation.code) from None


def check_reason(reason: str) -> None:
    """A dangerous act has a written reason."""
    if len(reason.strip()) < 10:
        raise Incomplete("organisation.reason_missing")


def check_decision(decision: str) -> None:
    """A change by decision names it."""
    if not tidy(decision):
        raise Incomplete("succession.decision_missing")


def check_code(code: str) -> None:
    """A new code is one that can be typed and listed."""
    if not is_usable(code):
        raise Conflict("organisation.code_unusable", value=code)


def check_parent(kind: Kind, parent: Organisation, today: date) -> None:
    """A body of a kind may stand below another that is open."""
    _check_level(kind, parent)
    if not is_open(parent, today):
        raise WrongStage("organisation.parent_closed", parent=parent.name)


def _former(organisation: Organisation, *, is_new: bool) -> str:
    return "" if is_new else " ".join(organisation.former_names.values_list("name", flat=True))


def _fill(organisation: Organisation, details: Details, today: date) -> None:
    code = organisation.code
    for name in MOST_LETTERS:
        setattr(organisation, name, tidy(getattr(details, name))[: MOST_LETTERS[name]])
    if not organisation.code:
        raise Incomplete("organisation.code_missing")
    if organisation.code != code:
        check_code(organisation.code)
    if not organisation.name:
        raise Incomplete("organisation.name_missing")
    kind = Kind.objects.filter(code=details.kind).first()
    if kind is None:
        raise Conflict("organisation.unknown_kind", kind=details.kind)
    organisation.kind = kind
    organisation.attributes = dict(details.attributes)
    if details.valid_from is not None and details.valid_from != organisation.valid_from:
        check_day(details.valid_from, last=today + timedelta(days=MOST_DAYS_AHEAD))
    organisation.valid_from = details.valid_from


def _check_level(kind: Kind, parent: Organisation) -> None:
    if kind.level < parent.kind.level:
        facts = {"kind": kind.name, "parent": parent.name, "parent_kind": parent.kind.name}
        raise Conflict("organisation.parent_too_low", **facts)


def _check_days(organisation: Organisation) -> None:
    begins, ends = organisation.valid_from, organisation.valid_to
    if begins is not None and ends is not None and ends < begins:
        facts = {"begins": f"{begins:%d/%m/%Y}", "ends": f"{ends:%d/%m/%Y}"}
        raise Conflict("organisation.days_reversed", **facts)


def _said(organisation: Organisation) -> dict[str, object]:
    begins = organisation.valid_from
    return {
        **{name: getattr(organisation, name) for name in MOST_LETTERS},
        "kind": organisation.kind.code,
        "attributes": dict(organisation.attributes),
        "valid_from": begins.isoformat() if begins else None,
    }
