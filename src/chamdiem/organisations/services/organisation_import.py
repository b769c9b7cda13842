"""Carrying out a plan of organisations: all of it in one transaction."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.audit.services import record_event
from chamdiem.errors import Invalid
from chamdiem.organisations.attributes import attribute_columns
from chamdiem.organisations.columns import COLUMNS
from chamdiem.organisations.imports import Import
from chamdiem.organisations.models import ImportFile, Office, Organisation
from chamdiem.organisations.planning import Entry, OrganisationPlan, plan_organisations
from chamdiem.organisations.selectors import list_kinds
from chamdiem.organisations.tree import hang, ids_of, lock_tree, path_below, take_ids, words_of

_MOST_CODES = 5_000


def plan_file(file: ImportFile, actor: AbstractBaseUser, now: datetime) -> OrganisationPlan:
    """What a kept file would do."""
    data, today = bytes(file.content), timezone.localdate(now)
    return plan_organisations(data=data, file=file.name, actor=actor, today=today)


def apply_file(file: ImportFile, actor: AbstractBaseUser, now: datetime) -> OrganisationPlan:
    """Add and change what the file says; one event tells of all.

    Raises:
        Invalid: Something is wrong with the file.
    """
    lock_tree()
    plan = plan_file(file, actor, now)
    if plan.problems:
        raise Invalid(plan.problems)
    bodies = dict(plan.known)
    _add(plan, bodies)
    _change(plan, bodies, timezone.localdate(now))
    _add_offices(plan, bodies)
    _record(file, actor, now, plan, bodies)
    return plan


def _kind_names() -> list[str]:
    return [kind.name for kind in list_kinds()]


ORGANISATIONS = Import(
    pgettext_lazy("danh sách", "Đơn vị"),
    COLUMNS,
    _("Các loại đơn vị"),
    _kind_names,
    plan_file,
    apply_file,
    "don-vi",
    "kind",
    more_columns=lambda actor: attribute_columns(actor=actor),
)


def _add(plan: OrganisationPlan, bodies: dict[str, Organisation]) -> None:
    """New bodies, parents first; an existing parent may still move, which takes its children along."""
    entries = plan.in_order()
    for entry, organisation_id in zip(entries, take_ids(len(entries)), strict=True):
        parent = bodies[entry.parent]
        organisation = Organisation(pk=organisation_id, code=entry.code, parent=parent)
        organisation.path = path_below(parent, organisation_id)
        _fill(organisation, entry)
        bodies[entry.code] = organisation
    Organisation.objects.bulk_create([bodies[entry.code] for entry in entries], batch_size=1_000)


def _change(plan: OrganisationPlan, bodies: dict[str, Organisation], today: date) -> None:
    """Existing bodies: what is said about them first, then their places, outer moves first or last alike."""
    changed = [entry for entry in plan.entries.values() if entry.organisation and entry.changes]
    for entry in changed:
        _fill(bodies[entry.code], entry)
    fields = ["name", "short_name", "peer_group", "kind", "valid_from", "attributes", "search_text"]
    Organisation.objects.bulk_update([bodies[entry.code] for entry in changed], fields, batch_size=500)
    for entry in changed:
        body = bodies[entry.code]
        if entry.parent and (body.parent is None or body.parent.code != entry.parent):
            # An earlier move may have taken either of them along.
            parent = Organisation.objects.get(code=entry.parent)
            body.refresh_from_db(fields=["path"])
            hang(body, parent, today)


def _add_offices(plan: OrganisationPlan, bodies: dict[str, Organisation]) -> None:
    Office.objects.bulk_create(
        [
            Office(organisation=bodies[entry.code], name=name)
            for entry in plan.entries.values()
            for name in entry.new_offices
        ],
        batch_size=1_000,
    )


def _fill(organisation: Organisation, entry: Entry) -> None:
    for key, value in entry.values.items():
        setattr(organisation, key, value)
    if entry.kind is not None:
        organisation.kind = entry.kind
    organisation.attributes = {**organisation.attributes, **entry.attributes}
    organisation.valid_from = entry.valid_from or organisation.valid_from
    former = organisation.former_names.values_list("name", flat=True) if entry.organisation else ()
    organisation.search_text = words_of(organisation, " ".join(former))


def _record(
    file: ImportFile,
    actor: AbstractBaseUser,
    now: datetime,
    plan: OrganisationPlan,
    bodies: dict[str, Organisation],
) -> None:
    """One event, told where the outermost of the touched bodies stands."""
    touched = [row.code for row in plan.rows if row.action != "same"]
    paths = [bodies[code].path for code in touched]
    record_event(
        actor=actor,
        action="organisation.import",
        subject=file,
        at=now,
        organisation_path=_shared(paths),
        added=[row.code for row in plan.rows if row.action == "create"][:_MOST_CODES],
        changed={
            row.code: [list(each) for each in row.changes] for row in plan.rows if row.action == "change"
        },
    )


def _shared(paths: list[str]) -> str:
    """The path of what all paths have in common: ``/1/`` of ``/1/2/`` and ``/1/3/``."""
    steps = [ids_of(path) for path in paths]
    shared = []
    for level in zip(*steps, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    return "".join(["/", *(f"{step}/" for step in shared)]) if shared else ""
