"""What belongs to a whole set: policies, levels and grades, corrected on the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.authoring.casing import is_generated, remake_cases
from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.plain import Data, read_parts, tidy, to_text
from chamdiem.authoring.selectors import Desk
from chamdiem.authoring.services.correcting import held_desk, touch
from chamdiem.errors import Conflict, InvalidIndicatorSet, Problem


@transaction.atomic
def correct_head(
    *, actor: User, copy_id: int, version: int, changes: Mapping[str, Any], now: datetime
) -> WorkingCopy:
    """Put other values of the set format into the head; empty ones take what is there away.

    Raises:
        NotFound, WrongStage: As ``held_desk``.
        Conflict: Somebody changed the head after it was shown.
        InvalidIndicatorSet: The set would have problems it did not have before; carries them.
    """
    desk = held_desk(actor=actor, copy_id=copy_id)
    copy, before = desk.copy, desk.head
    if copy.version != version:
        raise Conflict("authoring.changed_meanwhile")
    head = {key: value for key, value in {**before, **changes}.items() if value not in ("", [], {}, None)}
    known = {(each.code, each.place.path) for each in _problems(before, desk.documents)}
    new = [each for each in _problems(head, desk.documents) if (each.code, each.place.path) not in known]
    if new:
        raise InvalidIndicatorSet([each.at(line=0) for each in new])
    changed = ", ".join(sorted(key for key in changes if head.get(key) != before.get(key)))
    if head.get("rounding") != before.get("rounding"):
        _remake(desk, head)
    copy.header, copy.version = to_text(head), copy.version + 1
    copy.save(update_fields=["header", "version"])
    touch(desk, actor, "authoring.correct_head", now, fields=changed)
    return copy


def _remake(desk: Desk, head: Data) -> None:
    """Other rounding gives other points: the cases made of the rules are made anew."""
    keys = {row["key"] for row in desk.documents if any(map(is_generated, row.get("cases", [])))}
    remade = remake_cases(head, desk.documents, keys)
    for row, data in zip(desk.rows, remade, strict=True):
        row.document = to_text(tidy(data)) if data["key"] in keys else row.document
    WorkingRow.objects.bulk_update(desk.rows, ["document"])


def _problems(head: Data, rows: Sequence[Data]) -> list[Problem]:
    try:
        read_parts(head, rows)
    except InvalidIndicatorSet as refused:
        return list(refused.problems)
    return []
