"""Steps back: what a change on the desk replaced is kept, and put back where people want it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.authoring.models import WorkingCopy, WorkingRow, WorkingStep
from chamdiem.authoring.plain import to_text
from chamdiem.authoring.selectors import Desk, get_desk
from chamdiem.authoring.services.taking_in import record
from chamdiem.errors import Conflict, NotFound, WrongStage

MOST_STEPS = 100
# Whether a row is accepted is no step: it is taken back on its own page.
_FIELDS = ("position", "document", "origin", "is_deleted")

States = Mapping[int, Mapping[str, Any]]


def states_of(rows: Sequence[WorkingRow]) -> States:
    """What a step can put back, by row."""
    return {row.pk: json.loads(json.dumps({name: getattr(row, name) for name in _FIELDS})) for row in rows}


def keep_step(desk: Desk, actor: User, action: str, now: datetime, key: str) -> None:
    """Keep what was changed since the desk was locked; nothing where nothing was.

    Args:
        desk: The working copy as it was locked.
        actor: Who changed it.
        action: The name of the change in the audit trail.
        now: The time.
        key: The key of the row it was about; empty for the head.
    """
    after = states_of(list(WorkingRow.objects.filter(copy=desk.copy)))
    rows = {
        pk: {name: value for name, value in state.items() if after[pk][name] != value}
        for pk, state in desk.before["rows"].items()
    }
    rows = {pk: fields for pk, fields in rows.items() if fields}
    made = [pk for pk in after if pk not in desk.before["rows"]]
    old, new = desk.before["head"], desk.copy.head
    head = {name: old.get(name) for name in {**old, **new} if old.get(name) != new.get(name)}
    if not (rows or made or head):
        return
    about = next((row for row in desk.every_row if row.data["key"] == key), None)
    WorkingStep.objects.create(
        copy=desk.copy, action=action, label=(about.data.get("number") or key if about else key)[:100],
        row_id=about.pk if about else None, before=to_text({"rows": rows, "made": made, "head": head}),
        actor=actor, at=now,
    )  # fmt: skip
    oldest = WorkingStep.objects.filter(copy=desk.copy).values_list("pk", flat=True)[MOST_STEPS:]
    WorkingStep.objects.filter(pk__in=list(oldest)).delete()


@transaction.atomic
def undo_steps(*, actor: User, copy_id: int, step_id: int, newest: int, now: datetime) -> WorkingStep:
    """Undo a step and every one made after it, the newest first; the step that was undone last.

    Args:
        actor: Who undoes.
        copy_id: The working copy.
        step_id: The earliest step that is undone.
        newest: The newest step ``actor`` saw.
        now: The time.

    Raises:
        NotFound: No such working copy of ``actor``, or no such step.
        WrongStage: Its file is being read.
        Conflict: Somebody changed something, or undid it, after the page was shown.
    """
    WorkingCopy.objects.select_for_update(of=("self",)).filter(pk=copy_id).first()
    copy = get_desk(actor=actor, copy_id=copy_id).copy
    if not copy.is_read:
        raise WrongStage("authoring.not_read")
    steps = list(WorkingStep.objects.filter(copy=copy, pk__gte=step_id))
    if not steps or steps[0].pk != newest:
        raise Conflict("authoring.changed_meanwhile")
    if steps[-1].pk != step_id:
        raise NotFound("authoring.step_not_found")
    for step in steps:
        _put_back(copy, json.loads(step.before))
        record(copy, actor, "authoring.undo", now, step=step.action, row=step.label)
    copy.changed_at, copy.version = now, copy.version + 1
    copy.save(update_fields=["changed_at", "header", "version"])
    WorkingStep.objects.filter(copy=copy, pk__gte=step_id).delete()
    return steps[-1]


def _put_back(copy: WorkingCopy, before: Mapping[str, Any]) -> None:
    WorkingRow.objects.filter(copy=copy, pk__in=before["made"]).delete()
    rows = list(WorkingRow.objects.filter(copy=copy, pk__in=[int(pk) for pk in before["rows"]]))
    for row in rows:
        for name, value in before["rows"][str(row.pk)].items():
            setattr(row, name, value)
        row.version += 1
    WorkingRow.objects.bulk_update(rows, [*_FIELDS, "version"])
    if before["head"]:
        head = {**copy.head, **before["head"]}
        copy.header = to_text({name: value for name, value in head.items() if value is not None})
