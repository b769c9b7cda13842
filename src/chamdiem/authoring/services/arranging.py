"""Where rows stand: moved, put on another level, split, joined, deleted, brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from chamdiem.accounts.models import User
from chamdiem.authoring.models import WorkingRow
from chamdiem.authoring.plain import Data, tidy, to_text
from chamdiem.authoring.selectors import Desk
from chamdiem.authoring.services.correcting import locked_desk, touch
from chamdiem.errors import Conflict, Incomplete

_JOINED = ("instructions", "method", "printed_note")
# Of these a joined row has one only.
_EITHER = ("max_points", "deadline", "evidence", "lead", "coordinating")
# What each row has for itself, so that it is lost also where both say the same: 3 points and 3 points are 6.
_COUNTED = ("max_points",)


@dataclass(frozen=True, slots=True)
class Joined:
    """A row another was joined to, and a warning (code and facts) for each thing this time left out."""

    row: WorkingRow
    left_out: tuple[Data, ...]


@transaction.atomic
def move_row(*, actor: User, copy_id: int, row_id: int, version: int, step: int, now: datetime) -> None:
    """Move a row with everything below it past its neighbour before (-1) or behind (1).

    The neighbour is the row of the same level with everything below it; the first or last below a
    group moves past the head of a group, into the one before or behind.

    Raises:
        NotFound, Conflict: As ``locked_desk``; there is no row to move past.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    place = desk.place_of(row.pk)
    block, other = desk.block(place), desk.neighbour(place, step)
    if not other:
        raise Conflict("authoring.no_further")
    moved = [*other, *block] if step < 0 else [*block, *other]
    order = [*block, *other] if step < 0 else [*other, *block]
    positions = [desk.rows[place].position for place in moved]
    for position, place in zip(positions, order, strict=True):
        desk.rows[place].position = position
    _write([desk.rows[place] for place in order], "position")
    _bump(row)
    touch(desk, actor, "authoring.move", now, row=row.data["key"])


@transaction.atomic
def relevel_row(*, actor: User, copy_id: int, row_id: int, version: int, step: int, now: datetime) -> None:
    """Put a row and everything below it one level higher (-1) or deeper (1).

    Where what is below it cannot go deeper the row goes alone, back among those it was taken out of.

    Raises:
        NotFound, Conflict: As ``locked_desk``; the set has no such level.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    levels = list(desk.head["levels"])
    block = desk.relevelled(desk.place_of(row.pk), step)
    if not block:
        raise Conflict("authoring.no_such_level")
    depths = [desk.depths[place] + step for place in block]
    for place, depth in zip(block, depths, strict=True):
        one = desk.rows[place]
        one.document = to_text({**one.data, "level": levels[depth]})
        one.version += 1
    _write([desk.rows[place] for place in block], "document", "version")
    touch(desk, actor, "authoring.relevel", now, row=row.data["key"])


@transaction.atomic
def split_row(
    *, actor: User, copy_id: int, row_id: int, version: int, tail: str, number: str, now: datetime
) -> WorkingRow:
    """Make two rows of one: what the name says from ``tail`` on becomes the name of the second.

    Raises:
        NotFound, Conflict: As ``locked_desk``.
        Incomplete: ``tail`` is no end of the name, or is the whole of it.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    data = row.data
    first = data["name"].removesuffix(tail.strip()).rstrip()
    if not tail.strip() or first in ("", data["name"]):
        raise Incomplete("authoring.no_tail", tail=tail)
    WorkingRow.objects.filter(copy=desk.copy, position__gt=row.position).update(position=F("position") + 1)
    key = free_key(desk, data["key"])
    second: Data = {"key": key, "number": number.strip(), "level": data["level"], "name": tail.strip()}
    second["source"] = data.get("source", {})
    row.document = to_text({**data, "name": first})
    _bump(row)
    row.save(update_fields=["document"])
    made = WorkingRow.objects.create(
        copy=desk.copy, position=row.position + 1, document=to_text(tidy(second)),
        origin={"texts": [["name", data["name"]]], "place": row.origin.get("place", "")},
    )  # fmt: skip
    touch(desk, actor, "authoring.split", now, row=data["key"], made=key)
    return made


@transaction.atomic
def merge_row(*, actor: User, copy_id: int, row_id: int, version: int, now: datetime) -> Joined:
    """Join a row with the row above: texts are put together, the row itself is deleted.

    What both have, as maximum and rule, stays as it is above, and the row warns of what is left out; the
    rest is taken over.

    Raises:
        NotFound, Conflict: As ``locked_desk``; there is no row above.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    place = desk.place_of(row.pk)
    if place == 0:
        raise Conflict("authoring.no_further")
    above = desk.rows[place - 1]
    one, other = above.data, row.data
    joined = {**other, **one, "name": f"{one['name']} {other['name']}"}
    for field in _JOINED:
        joined[field] = "\n".join(text for text in (one.get(field), other.get(field)) if text)
    above.document = to_text(tidy(joined))
    warnings = above.origin.get("warnings", [])
    left_out = _left_out(one, other)
    new = [each for each in left_out if each not in warnings]
    above.origin = {**above.origin, "warnings": [*warnings, *new]}
    above.is_accepted = above.is_accepted and not left_out
    _bump(above)
    above.save(update_fields=["document", "origin", "is_accepted"])
    _delete(row)
    touch(desk, actor, "authoring.merge", now, row=other["key"], into=one["key"])
    return Joined(above, tuple(left_out))


def _left_out(kept: Data, dropped: Data) -> list[Data]:
    """A warning for all that stays of one of two joined rows: what they say differently, points and rules."""
    facts = [
        {"field": field, "kept": _words(kept[field]), "dropped": _words(dropped[field])}
        for field in _EITHER
        if kept.get(field) and dropped.get(field) and (kept[field] != dropped[field] or field in _COUNTED)
    ]
    row = dropped.get("number") or dropped["name"]
    found = [{"code": "row.merged", "facts": {"row": row, **each}} for each in facts]
    if kept.get("rule") and dropped.get("rule"):
        found.append({"code": "row.merged_rule", "facts": {"row": row}})
    return found


def _words(value: Any) -> str:
    """A value of a row as it is printed."""
    if isinstance(value, dict):
        return str(value.get("printed", ""))
    return "; ".join(value) if isinstance(value, list) else str(value).replace(".", ",")


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The rows below one that was taken out: how many, and the row they stand below now, if any."""

    count: int
    group: str


@transaction.atomic
def delete_row(*, actor: User, copy_id: int, row_id: int, version: int, now: datetime) -> LeftBehind:
    """Take a row out; it can be brought back. What is below it stays, and goes to the group above.

    Raises:
        NotFound, Conflict: As ``locked_desk``; it is the only row.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    if len(desk.rows) == 1:
        raise Conflict("authoring.last_row")
    left = _left_behind(desk, desk.place_of(row.pk))
    _delete(row)
    touch(desk, actor, "authoring.delete", now, row=row.data["key"])
    return left


def _left_behind(desk: Desk, place: int) -> LeftBehind:
    below = desk.block(place)[1:]
    depth = min((desk.depths[each] for each in below), default=0)
    above = next((each for each in reversed(range(place)) if desk.depths[each] < depth), None)
    return LeftBehind(len(below), "" if above is None else _called(desk.documents[above]))


def _called(data: Data) -> str:
    return " ".join(filter(None, (data.get("number", ""), data["name"])))


@transaction.atomic
def restore_row(*, actor: User, copy_id: int, row_id: int, version: int, now: datetime) -> None:
    """Bring a deleted row back to where it stood.

    Raises:
        NotFound, Conflict: As ``locked_desk``.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    row.is_deleted = False
    _bump(row)
    row.save(update_fields=["is_deleted"])
    touch(desk, actor, "authoring.restore", now, row=row.data["key"])


def _delete(row: WorkingRow) -> None:
    row.is_deleted = True
    _bump(row)
    row.save(update_fields=["is_deleted"])


def _bump(row: WorkingRow) -> None:
    row.version += 1
    row.save(update_fields=["version"])


def _write(rows: list[WorkingRow], *fields: str) -> None:
    WorkingRow.objects.bulk_update(rows, fields)


def free_key(desk: Desk, key: str) -> str:
    """A key like this one that no row has, deleted ones included."""
    taken = {row.data["key"] for row in desk.every_row}
    return next(
        free for free in (f"{key[:34]}-{count}" for count in range(2, len(taken) + 3)) if free not in taken
    )
