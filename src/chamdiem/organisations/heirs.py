"""What became of bodies that ended: who stands in their place on a day, one merger after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from chamdiem.organisations.models import Organisation, Succession

# Body that ended → the steps from it to others.
_Steps = Mapping[int, Sequence[Succession]]


@dataclass(frozen=True, slots=True)
class Ended:
    """A body that has ended by a day: the living bodies in its place, and by what change.

    ``change`` is that of its own end; empty where it named no successor. ``heir`` is the one body that
    took its place, where there is one and only one. ``through`` are the bodies in between,
    which took over and have ended as well.
    """

    body: Organisation
    into: tuple[Organisation, ...]
    change: str
    heir: Organisation | None
    through: frozenset[int] = frozenset()

    @property
    def since(self) -> date:
        """The first day without it."""
        return (self.body.valid_to or date.max - timedelta(days=1)) + timedelta(days=1)


def list_ended(body_ids: Iterable[int], day: date) -> dict[int, Ended]:
    """Those of some bodies that have ended by a day → what became of them.

    One query where none has, else one more for each merger or split after another, however many bodies.
    """
    ended = _ended_by(day).filter(pk__in=set(body_ids))
    found = {body.pk: body for body in ended}
    steps = _steps_from(set(found), day)
    return {pk: _what_became(body, steps, day) for pk, body in found.items()}


def _ended_by(day: date) -> QuerySet[Organisation]:
    return Organisation.objects.filter(valid_to__lt=day)


def _steps_from(body_ids: set[int], day: date) -> _Steps:
    steps: dict[int, list[Succession]] = defaultdict(list)
    seen: set[int] = set()
    while ahead := body_ids - seen:
        seen |= ahead
        taken = Succession.objects.filter(predecessor__in=ahead, took_place_on__lte=day)
        for step in taken.select_related("successor").order_by("pk"):
            steps[step.predecessor_id].append(step)
            if not lives(step.successor, day):
                body_ids = body_ids | {step.successor_id}
    return steps


def _what_became(body: Organisation, steps: _Steps, day: date) -> Ended:
    last, seen = _bodies_after(body, steps)
    into = tuple(sorted((each for each in last if lives(each, day)), key=lambda each: each.pk))
    taken = steps.get(body.pk, ())
    # Where a part of it ended without a successor, nobody can tell who does that part.
    heir = into[0] if len(into) == len(last) == 1 else None
    through = frozenset(seen - {body.pk, *(each.pk for each in into)})
    return Ended(body, into, taken[0].change if taken else "", heir, through)


def _bodies_after(body: Organisation, steps: _Steps) -> tuple[list[Organisation], set[int]]:
    """The bodies at the end of all steps from a body, living or not; and all on the way, itself too."""
    last, ahead = [], [body]
    seen: set[int] = set()
    while ahead:
        each = ahead.pop()
        if each.pk in seen:
            continue
        seen.add(each.pk)
        following = [step.successor for step in steps.get(each.pk, ())]
        ahead += following
        if not following:
            last.append(each)
    return last, seen


def lives(body: Organisation, day: date) -> bool:
    """Whether a body has not ended by a day."""
    return body.valid_to is None or body.valid_to >= day
