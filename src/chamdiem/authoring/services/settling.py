"""One answer for all rows whose text does not say what a denominator of zero gives."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.annex.zeros import CHOSEN, POLICIES, settled
from chamdiem.authoring.casing import remake_cases
from chamdiem.authoring.models import WorkingRow
from chamdiem.authoring.plain import tidy, to_text
from chamdiem.authoring.selectors import SilentRow, list_silent
from chamdiem.authoring.services.correcting import held_desk, touch
from chamdiem.errors import Conflict, Incomplete


@transaction.atomic
def settle_zeros(*, actor: User, copy_id: int, version: int, policy: str, now: datetime) -> int:
    """Choose what a denominator of zero gives in every row whose text says nothing of it; how many there are.

    One step, undone as one. Worked cases made of the rules are made anew.

    Args:
        actor: Who chooses.
        copy_id: The working copy.
        version: The version of its head that ``actor`` saw.
        policy: One of ``annex.zeros.POLICIES``.
        now: The time.

    Raises:
        NotFound, WrongStage: As ``held_desk``.
        Incomplete: There is no such policy.
        Conflict: Somebody chose otherwise, or changed the head, after the page was shown.
    """
    desk = held_desk(actor=actor, copy_id=copy_id)
    if policy not in POLICIES:
        raise Incomplete("authoring.no_zero_policy")
    if desk.copy.version != version:
        raise Conflict("authoring.changed_meanwhile")
    silent = list_silent(desk)
    after = {each.row.pk: _settle(each, policy) for each in silent}
    rows = [after.get(row.pk, data) for row, data in zip(desk.rows, desk.documents, strict=True)]
    remade = remake_cases(desk.head, rows, {each.data["key"] for each in silent})
    for row, data in zip(desk.rows, remade, strict=True):
        if row.pk in after:
            row.document, row.version = to_text(tidy(data)), row.version + 1
    WorkingRow.objects.bulk_update([each.row for each in silent], ["document", "origin", "version"])
    desk.copy.version += 1
    desk.copy.save(update_fields=["version"])
    touch(desk, actor, "authoring.settle_zeros", now, policy=policy, rows=str(len(silent)))
    return len(silent)


def _settle(silent: SilentRow, policy: str) -> dict[str, object]:
    data, words = settled(silent.data, policy)
    told = {"code": CHOSEN, "facts": {"text": words}}
    kept = [each for each in silent.row.origin["warnings"] if not each["code"].startswith("rule.zero_")]
    silent.row.origin = {**silent.row.origin, "warnings": [*kept, told]}
    return data
