"""Rows on the desk: corrected, accepted, a repair of damaged text undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.annex.notices import READ_AS
from chamdiem.annex.rules.giving import RULE_FIELDS
from chamdiem.authoring.casing import counts_anew, remake_cases, without_generated
from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.offers import left_by_offer
from chamdiem.authoring.plain import Data, problems_of_row, tidy, to_text
from chamdiem.authoring.selectors import Desk, get_desk
from chamdiem.authoring.services.restating import restate
from chamdiem.authoring.services.stepping import keep_step, states_of
from chamdiem.authoring.services.taking_in import record
from chamdiem.errors import Conflict, InvalidIndicatorSet, NotFound, WrongStage

# What is said of the text a rule is read from, whoever makes the rule of its lines.
_OF_THE_TEXT = ("rule.damaged_text", "rule.doubtful_text")
# Readings that were chosen: the note of the row is made of them.
_CHOSEN = ("rule.assumed", READ_AS)
# Where the set format keeps a text of the annex.
_KEPT_AS = {"note": "printed_note"}


def locked_desk(*, actor: User, copy_id: int, row_id: int, version: int) -> tuple[Desk, WorkingRow]:
    """A working copy nobody else changes meanwhile, and the row as the person saw it.

    Raises:
        NotFound: No such working copy of ``actor``, or no such row in it.
        WrongStage: Its file is being read.
        Conflict: Somebody changed the row after it was shown.
    """
    desk = held_desk(actor=actor, copy_id=copy_id)
    row = next((each for each in desk.every_row if each.pk == row_id), None)
    if row is None:
        raise NotFound("authoring.row_not_found")
    if row.version != version:
        raise Conflict("authoring.changed_meanwhile")
    return desk, row


def held_desk(*, actor: User, copy_id: int) -> Desk:
    """A working copy nobody else changes meanwhile; what it was is kept for a step back.

    Raises:
        NotFound: No such working copy of ``actor``.
        WrongStage: Its file is being read.
    """
    WorkingCopy.objects.select_for_update(of=("self",)).filter(pk=copy_id).first()
    desk = get_desk(actor=actor, copy_id=copy_id)
    if not desk.copy.is_read:
        raise WrongStage("authoring.not_read")
    return Desk(desk.copy, desk.every_row, {"rows": states_of(desk.every_row), "head": desk.copy.head})


@transaction.atomic
def correct_row(
    *, actor: User, copy_id: int, row_id: int, version: int, changes: Mapping[str, Any], now: datetime
) -> WorkingRow:
    """Put other values of the set format into a row; empty ones take what is there away.

    Where the change may change points, worked cases made of the rule are made anew; those that people
    confirmed stay as they are, whatever the rule makes of them now.

    Raises:
        NotFound, Conflict: As ``locked_desk``.
        InvalidIndicatorSet: The row would not load; carries every problem of it.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    data = tidy({**row.data, **changes})
    is_remade = counts_anew(row.data, data)
    refuse_faulty(desk, row, tidy(without_generated(data)) if is_remade else data)
    if is_remade:
        rows = [data if each.pk == row.pk else each.data for each in desk.rows]
        remade = remake_cases(desk.head, rows, {data["key"]})
        data = tidy(next(each for each in remade if each["key"] == data["key"]))
    if data.get("rule") != row.data.get("rule"):
        # How sure the reader was says nothing about a rule that people wrote.
        row.origin["confidence"] = None
        data = _without_readings(row, data, changes)
    changed = ", ".join(sorted(key for key in changes if data.get(key) != row.data.get(key)))
    _save(row, data)
    touch(desk, actor, "authoring.correct", now, row=data["key"], fields=changed)
    return row


def _without_readings(row: WorkingRow, data: Data, changes: Mapping[str, Any]) -> Data:
    """What the reader said of its own rule goes with that rule: warnings, and the note made of them."""
    said = [each for each in row.origin.get("warnings", []) if each["code"].startswith("rule.")]
    chosen = "; ".join(each["facts"]["text"] for each in said if each["code"] in _CHOSEN)
    others = [each for each in row.origin.get("warnings", []) if each not in said]
    row.origin["warnings"] = [*others, *_still_true(row, data, said)]
    if "note" in changes or not chosen or data.get("note") != chosen:
        return data
    return {key: value for key, value in data.items() if key != "note"}


def _still_true(row: WorkingRow, data: Data, said: Sequence[Data]) -> list[Data]:
    """What holds of lines taken from the text as well: damage of it, and words of it that they leave out."""
    left = left_by_offer(row.data, data.get("rule"))
    if left is None:
        return []
    return [*(each for each in said if each["code"] in _OF_THE_TEXT), *left]


@transaction.atomic
def accept_row(
    *, actor: User, copy_id: int, row_id: int, version: int, accepted: bool, now: datetime
) -> WorkingRow:
    """Say that a row is as it should be, or that it is not after all.

    Raises:
        NotFound, Conflict: As ``locked_desk``.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    row.is_accepted = accepted
    row.version += 1
    row.save(update_fields=["is_accepted", "version"])
    touch(desk, actor, "authoring.accept" if accepted else "authoring.reopen", now, row=row.data["key"])
    return row


@transaction.atomic
def undo_repair(
    *, actor: User, copy_id: int, row_id: int, version: int, repair: int, now: datetime
) -> WorkingRow:
    """Put the printed letters back where the reader had repaired them.

    Raises:
        NotFound, Conflict: As ``locked_desk``; there is no such repair; the text was changed since.
        InvalidIndicatorSet: The row would not load with the printed letters.
    """
    desk, row = locked_desk(actor=actor, copy_id=copy_id, row_id=row_id, version=version)
    repairs = row.origin.get("repairs", [])
    if not 0 <= repair < len(repairs):
        raise NotFound("authoring.repair_not_found")
    one = repairs[repair]
    data = row.data
    field = _KEPT_AS.get(one["field"], one["field"])
    before = data.get(field)
    # Points as they are printed are no number.
    is_points = field == "max_points" and before == one["repaired"].replace(",", ".")
    data[field] = "" if is_points else _put_back(before, one["repaired"], one["printed"])
    if one.get("undone") or data[field] == before:
        raise Conflict("authoring.repair_gone", text=one["repaired"])
    data = tidy(data)
    refuse_faulty(desk, row, data)
    one["undone"] = True
    _tell_of_the_rule(row, one)
    _save(row, data)
    touch(desk, actor, "authoring.undo_repair", now, row=data["key"], text=one["repaired"])
    return row


def _tell_of_the_rule(row: WorkingRow, undone: Data) -> None:
    """The rule the reader made stands on its repairs; those put back as printed are named."""
    warnings = row.origin.get("warnings", [])
    if not any(each["code"] in ("rule.damaged_text", "rule.repair_undone") for each in warnings):
        return
    if undone["field"] not in RULE_FIELDS:
        return
    left = any(each["field"] in RULE_FIELDS and not each.get("undone") for each in row.origin["repairs"])
    kept = [each for each in warnings if left or each["code"] != "rule.damaged_text"]
    facts = {"repaired": undone["repaired"], "printed": undone["printed"]}
    row.origin["warnings"] = [*kept, {"code": "rule.repair_undone", "facts": facts}]


def refuse_faulty(desk: Desk, row: WorkingRow, data: Data) -> None:
    """Refuse what would keep this row from loading."""
    rows = [data if each.pk == row.pk else each.data for each in desk.rows]
    if problems := problems_of_row(desk.head, rows, data["key"]):
        raise InvalidIndicatorSet([each.at(line=0) for each in problems])


def touch(desk: Desk, actor: User, action: str, now: datetime, **facts: str) -> None:
    """Note when a working copy was changed, and by whom; what a locked desk was is kept for a step back."""
    desk.copy.changed_at = now
    desk.copy.save(update_fields=["changed_at"])
    if desk.before:
        restate(desk)
        keep_step(desk, actor, action, now, facts.get("row", ""))
    record(desk.copy, actor, action, now, **facts)


def _save(row: WorkingRow, data: Data) -> None:
    row.document = to_text(data)
    row.version += 1
    row.save(update_fields=["document", "origin", "version"])


def _put_back(value: Any, repaired: str, printed: str) -> Any:
    """The first place that says ``repaired`` says ``printed`` again."""
    if isinstance(value, str):
        return value.replace(repaired, printed, 1)
    if isinstance(value, dict) and "printed" in value:
        return {**value, "printed": value["printed"].replace(repaired, printed, 1)}
    if isinstance(value, list):
        place = next((at for at, text in enumerate(value) if repaired in text), None)
        return [text.replace(repaired, printed, 1) if at == place else text for at, text in enumerate(value)]
    return value
