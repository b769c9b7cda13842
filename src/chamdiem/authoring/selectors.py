"""Reading working copies: only by who may work on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.accounts.permissions import paths_held
from chamdiem.annex.notices import READ_AS
from chamdiem.annex.zeros import CHOSEN, UNSAID
from chamdiem.authoring.models import WorkingCopy, WorkingRow, WorkingStep
from chamdiem.authoring.plain import Data
from chamdiem.errors import NotFound
from chamdiem.indicators.permissions import KEEPERS
from chamdiem.organisations.tree import below

# Warnings that ask one question of the whole set.
OF_ZEROS = (UNSAID, CHOSEN)
# What needs no look of its own: the note of the row says it.
NO_LOOK = (*OF_ZEROS, READ_AS)


def list_copies(*, actor: User) -> QuerySet[WorkingCopy]:
    """The working copies a person may open, the newest first, with how many rows wait. One query."""
    mine = below("owner__path", paths_held(actor, KEEPERS))
    there = Q(rows__is_deleted=False)
    return (
        WorkingCopy.objects.filter(mine)
        .defer("content", "found")
        .select_related("owner", "job", "started_by")
        .annotate(
            row_count=Count("rows", filter=there),
            accepted_count=Count("rows", filter=there & Q(rows__is_accepted=True)),
        )
    )


def get_copy(*, actor: User, copy_id: int) -> WorkingCopy:
    """One working copy, or ``NotFound``."""
    copy = list_copies(actor=actor).defer(None).defer("content").filter(pk=copy_id).first()
    if copy is None:
        raise NotFound("authoring.copy_not_found")
    return copy


@dataclass(frozen=True)
class Desk:
    """A working copy with its rows in printed order; ``rows`` leaves out the deleted ones.

    ``before`` is what ``rows`` (their states by id) and ``head`` were when the desk was locked for a change.
    """

    copy: WorkingCopy
    every_row: tuple[WorkingRow, ...]
    before: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def head(self) -> Data:
        """The head of the set."""
        return self.copy.head

    @cached_property
    def rows(self) -> list[WorkingRow]:
        """The rows that are there."""
        return [row for row in self.every_row if not row.is_deleted]

    @cached_property
    def documents(self) -> list[Data]:
        """The rows as plain data."""
        return [row.data for row in self.rows]

    @cached_property
    def depths(self) -> list[int]:
        """How deep each row stands, by its level."""
        levels = list(self.head.get("levels", {}))
        return [levels.index(each["level"]) if each.get("level") in levels else 0 for each in self.documents]

    def place_of(self, row_id: int) -> int:
        """Where a row stands among those that are there, or ``NotFound``."""
        for place, row in enumerate(self.rows):
            if row.pk == row_id:
                return place
        raise NotFound("authoring.row_not_found")

    def block(self, place: int) -> list[int]:
        """The places of a row and everything below it."""
        end = place + 1
        while end < len(self.rows) and self.depths[end] > self.depths[place]:
            end += 1
        return list(range(place, end))

    def below(self, place: int) -> list[int]:
        """The places of the rows directly below a row."""
        block = self.block(place)[1:]
        return [each for each in block if self.depths[each] == min(self.depths[one] for one in block)]

    def neighbour(self, place: int, step: int) -> list[int]:
        """What a row moves past: the block of its level beside it, else the head of a group, or nothing."""
        depth = self.depths[place]
        other = self.block(place)[-1] + 1 if step > 0 else place - 1
        if step < 0:
            while other > 0 and self.depths[other] > depth:
                other -= 1
        if not 0 <= other < len(self.rows):
            return []
        return self.block(other) if self.depths[other] == depth else [other]

    def relevelled(self, place: int, step: int) -> list[int]:
        """What goes to another level with a row: its block, the row alone if only it can go in, or none."""
        block, levels = self.block(place), range(len(self.head.get("levels", {})))
        if all(self.depths[each] + step in levels for each in block):
            return block
        has_group = place > 0 and self.depths[place - 1] >= self.depths[place]
        return [place] if step > 0 and has_group and self.depths[place] + step in levels else []

    def possible(self, place: int) -> dict[str, bool]:
        """Which changes of its place a row can make, by the name of the change in its address."""
        return {
            "len": bool(self.neighbour(place, -1)),
            "xuong": bool(self.neighbour(place, 1)),
            "ra": bool(self.relevelled(place, -1)),
            "vao": bool(self.relevelled(place, 1)),
            "gop": place > 0,
            "xoa": len(self.rows) > 1,
        }

    def next_warned(self, place: int) -> WorkingRow | None:
        """The next row that waits with a warning; from the top again after the last."""
        order = [*self.rows[place + 1 :], *self.rows[: place + 1]]
        return next((row for row in order if needs_a_look(row)), None)


def get_desk(*, actor: User, copy_id: int) -> Desk:
    """A working copy with its rows, or ``NotFound``; two queries."""
    copy = get_copy(actor=actor, copy_id=copy_id)
    return Desk(copy, tuple(WorkingRow.objects.filter(copy_id=copy.pk)))


def list_steps(copy: WorkingCopy) -> list[WorkingStep]:
    """What can be undone in a working copy somebody may open, the newest first; one query."""
    return list(WorkingStep.objects.filter(copy=copy).select_related("actor").defer("before"))


def find_row(*, actor: User, copy_id: int, key: str) -> WorkingRow | None:
    """The row with a key, if it is there; two queries."""
    desk = get_desk(actor=actor, copy_id=copy_id)
    pairs = zip(desk.rows, desk.documents, strict=True)
    return next((row for row, data in pairs if data["key"] == key), None)


def needs_a_look(row: WorkingRow) -> bool:
    """Whether a row has a warning of its own and nobody has accepted it; of zeros the set is asked once."""
    warnings = row.origin.get("warnings", [])
    return any(each["code"] not in NO_LOOK for each in warnings) and not row.is_accepted


@dataclass(frozen=True)
class SilentRow:
    """A row whose text does not say what a denominator of zero gives: what was chosen, whether by people."""

    row: WorkingRow
    data: Data
    chosen: str
    by_people: bool


def list_silent(desk: Desk) -> list[SilentRow]:
    """The rows that share the question of zeros, in printed order."""
    return [
        SilentRow(row, data, each["facts"]["text"], each["code"] == CHOSEN)
        for row, data in zip(desk.rows, desk.documents, strict=True)
        for each in row.origin.get("warnings", [])
        if each["code"] in OF_ZEROS
    ]


def count_found(desk: Desk) -> dict[str, int]:
    """Rows, criteria, rules understood, rules left to people, rows with warnings, repairs, rows accepted."""
    counts: Counter[str] = Counter()
    for row, data in zip(desk.rows, desk.documents, strict=True):
        rule: Any = data.get("rule")
        by_hand = isinstance(rule, dict) and rule.get("kind") == "manual"
        counts["rows"] += 1
        counts["criteria"] += rule is not None
        counts["understood"] += rule is not None and not by_hand
        counts["by_hand"] += by_hand
        counts["warned"] += needs_a_look(row)
        counts["repairs"] += sum(not each.get("undone") for each in row.origin.get("repairs", []))
        counts["accepted"] += row.is_accepted
    return {name: counts[name] for name in _COUNTED}


_COUNTED = ("rows", "criteria", "understood", "by_hand", "warned", "repairs", "accepted")
