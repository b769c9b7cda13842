"""Columns that people choose: the file is read again by what they say of its tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.annex.printed import ROLES, Choice
from chamdiem.authoring.models import WorkingCopy
from chamdiem.authoring.selectors import get_copy
from chamdiem.authoring.services.taking_in import READ, record
from chamdiem.errors import Conflict, Incomplete, NotFound, WrongStage
from chamdiem.jobs.services import start_job


@transaction.atomic
def choose_columns(
    *, actor: User, copy_id: int, version: int, choices: Mapping[int, Choice], now: datetime
) -> WorkingCopy:
    """Have the file read again, each table named in ``choices`` by the columns given there.

    The rows there are stay until the reading has come to an end, then they are replaced.

    Raises:
        NotFound: No such working copy of ``actor``, or no such table in its file.
        WrongStage: It was not made of a file, or the file is being read right now.
        Conflict: Somebody chose columns meanwhile.
        Incomplete: A table that is read has no column of names.
    """
    WorkingCopy.objects.select_for_update(of=("self",)).filter(pk=copy_id).first()
    copy = get_copy(actor=actor, copy_id=copy_id)
    _refuse(copy, version, choices)
    copy.choices = {str(place): asdict(each) for place, each in choices.items()}
    copy.is_read, copy.problems, copy.version = False, [], copy.version + 1
    title = f"Đọc lại phụ lục: {copy.file_name}"[:300]
    copy.job = start_job(kind=READ, title=title, actor=actor, now=now, copy_id=copy.pk)
    copy.changed_at = now
    copy.save(update_fields=["choices", "is_read", "problems", "version", "job", "changed_at"])
    record(copy, actor, "authoring.choose_columns", now, tables=", ".join(copy.choices))
    return copy


def choices_of(copy: WorkingCopy) -> dict[int, Choice]:
    """What people chose so far, by table."""
    return {int(place): Choice(tuple(each["roles"]), each["header"]) for place, each in copy.choices.items()}


def _refuse(copy: WorkingCopy, version: int, choices: Mapping[int, Choice]) -> None:
    if not copy.file_name or "printed" not in copy.found:
        raise WrongStage("authoring.no_tables")
    if not copy.is_read and not copy.problems:
        raise WrongStage("authoring.not_read")
    if copy.version != version:
        raise Conflict("authoring.changed_meanwhile")
    places = {table["place"]: number for number, table in enumerate(copy.found["printed"], start=1)}
    for place, choice in choices.items():
        if place not in places or not set(choice.roles) <= set(ROLES) or not 0 <= choice.header <= 7:
            raise NotFound("authoring.table_not_found")
        is_read = set(choice.roles) != {"ignored"}
        if is_read and "name" not in choice.roles:
            raise Incomplete("authoring.no_name_column", table=str(places[place]))
