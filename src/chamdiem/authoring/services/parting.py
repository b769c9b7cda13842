"""One row made into two, each with its part of the calculation and of the points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.db import transaction
from django.db.models import F

from chamdiem.accounts.models import User
from chamdiem.annex.amounts import amount_text, read_points
from chamdiem.authoring.models import WorkingRow
from chamdiem.authoring.plain import Data, tidy, to_text
from chamdiem.authoring.services.arranging import free_key
from chamdiem.authoring.services.correcting import locked_desk, touch
from chamdiem.authoring.services.restating import read_again
from chamdiem.errors import Incomplete


@dataclass(frozen=True, slots=True)
class Part:
    """What goes to the second row: its name, its number, the end of the calculation, its points as typed.

    The name is the end of the name printed, or, where the calculation is parted, any other.
    """

    tail: str
    number: str = ""
    method: str = ""
    max_points: str = ""


@transaction.atomic
def part_row(
    *, actor: User, copy_id: int, row_id: int, version: int, part: Part, now: datetime
) -> WorkingRow:
    """Make two rows of one; the calculations of both are read again, the points are parted between them.

    Raises:
        NotFound, Conflict: As ``locked_desk``.
        Incomplete: What goes to the second row is no end of what is printed, or the whole; no such points.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    data = row.data
    first, second = _parted(data, part)
    WorkingRow.objects.filter(copy=desk.copy, position__gt=row.position).update(position=F("position") + 1)
    second["key"] = free_key(desk, data["key"])
    row.document, row.version = to_text(first), row.version + 1
    row.save(update_fields=["document", "version"])
    texts = [["name", data["name"]], ["method", second.get("method", "")]]
    made = WorkingRow.objects.create(
        copy=desk.copy, position=row.position + 1, document=to_text(tidy(second)),
        origin={"texts": texts, "place": row.origin.get("place", "")},
    )  # fmt: skip
    read_again(desk.copy, {row.pk, made.pk})
    touch(desk, actor, "authoring.split", now, row=data["key"], made=second["key"])
    made.refresh_from_db()
    return made


def _parted(data: Data, part: Part) -> tuple[Data, Data]:
    """The row without what goes to the second, and the second."""
    name = _without_tail(data["name"], part.tail)
    method = _without_tail(data.get("method", ""), part.method)
    if not part.tail.strip() or not (name or part.method.strip()):
        raise Incomplete("authoring.no_tail", tail=part.tail)
    if part.method.strip() and not method:
        raise Incomplete("authoring.no_method_tail", tail=part.method)
    first = {**data, "name": name or data["name"], "method": method or data.get("method", "")}
    second: Data = {key: data[key] for key in ("level", "role", "evaluator", "source") if key in data}
    second |= {"number": part.number.strip(), "name": part.tail.strip(), "method": part.method.strip()}
    if part.max_points.strip():
        first["max_points"], second["max_points"] = _points_of(data, part.max_points)
    return tidy(first), second


def _without_tail(text: str, tail: str) -> str:
    """A text without its end; empty where that is not its end, or the whole of it."""
    first = text.rstrip().removesuffix(tail.strip()).rstrip()
    return "" if first == text.rstrip() else first


def _points_of(data: Data, typed: str) -> tuple[str, str]:
    """The points of the two rows."""
    points = read_points(typed)
    left = Fraction(0) if points is None else Fraction(data.get("max_points") or 0) - points
    if points is None or points <= 0 or left <= 0:
        raise Incomplete("authoring.no_points_to_part", points=typed)
    return amount_text(left), amount_text(points)
