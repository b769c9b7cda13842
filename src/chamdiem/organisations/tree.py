"""The path of a body: the chain of ids from the root, kept right when bodies are added and moved.

Whatever has the path of a body is found by the parts of the tree it lies in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Substr

from chamdiem.organisations.models import Move, Organisation, Succession
from chamdiem.web.folding import search_text

ROOT = "/"
# One writer of the shape of the tree at a time: two moves at once could make a circle.
_LOCK = 4_712_002


def take_ids(count: int) -> list[int]:
    """Ids for bodies about to be added, so that their paths are known before; one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [Organisation._meta.db_table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def path_below(parent: Organisation | None, organisation_id: int) -> str:
    """The path of a body below another, or of a root."""
    return f"{parent.path if parent else ROOT}{organisation_id}/"


def below(field: str, paths: Iterable[str]) -> Q:
    """A condition: this field holds a path in one of the parts of the tree; never, where there is none."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def ids_of(path: str) -> list[int]:
    """The ids on a path, from the root on.

    Example:
        >>> ids_of("/1/12/")
        [1, 12]
    """
    return [int(part) for part in path.split("/") if part]


def move_branch(organisation: Organisation, parent: Organisation | None) -> None:
    """Hang a body with all below it under another; two statements, whatever hangs below."""
    before, after = organisation.path, path_below(parent, organisation.pk)
    Organisation.objects.filter(pk=organisation.pk).update(parent=parent)
    Organisation.objects.filter(path__startswith=before).update(
        path=Concat(Value(after), Substr(F("path"), len(before) + 1))
    )
    organisation.parent, organisation.path = parent, after


def hang(
    organisation: Organisation,
    parent: Organisation,
    on: date,
    decision: str = "",
    succession: Succession | None = None,
) -> None:
    """Move a branch under another body, and keep on record when and by what that was."""
    Move.objects.create(
        organisation=organisation,
        before=organisation.parent,
        after=parent,
        took_place_on=on,
        decision=decision,
        succession=succession,
    )
    move_branch(organisation, parent)


def words_of(organisation: Organisation, former: str = "") -> str:
    """What a body is found by: names, code, former names; without accents, cut to its column."""
    names = (organisation.name, organisation.short_name, organisation.code, former)
    return search_text(*names)[:500]


def lock_tree() -> None:
    """Wait for others who change the shape of the tree; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
