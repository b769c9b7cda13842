"""Who is asked for a body of a plan on a day, where organisations it stands for have ended since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from chamdiem.campaigns.calendar import local_day
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.organisations.heirs import Ended, list_ended
from chamdiem.organisations.models import Organisation
from chamdiem.plans.earlier import finished_of, newest_words_of
from chamdiem.plans.models import ItemReport, Plan, PlanBody

# Organisation the owner named → those that had ended it stands for, each with the day since when, as text;
# below NOBODY those in whose place no organisation was named.
Replaced = Mapping[str, Mapping[str, str]]
NOBODY = ""
# Item, or its key, and organisation → the line it finished it with.
Words = Mapping[tuple[Any, int], ItemReport]


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An organisation that had ended when the owner named another in its place, which stands there ``since``.

    ``before`` are those in whose place it had been named itself.
    """

    organisation: int
    since: date
    before: tuple[Predecessor, ...] = ()


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who is asked for an organisation: itself while it lives, else who took over ``since`` a day.

    ``before`` are those in whose place the owner named it. One that ``is_former`` is named no more, and
    what it finished stays; one that ``is_dropped`` has ended and others of its collective name go on.
    ``through`` are those that took over on the way and have ended as well.
    """

    asked: frozenset[int]
    since: date | None = None
    before: tuple[Predecessor, ...] = ()
    is_former: bool = False
    is_dropped: bool = False
    through: frozenset[int] = frozenset()

    def finished_since(self, item: Hashable, settled: Words) -> frozenset[int]:
        """Those on the way that have finished an item since they took over."""
        return frozenset(
            each
            for each in self.through
            if (line := settled.get((item, each))) is not None
            and self.since is not None
            and local_day(line.report.round.opened_at) >= self.since
        )


# Organisation a body stands for → who is asked for it.
StandIns = dict[int, StandIn]


@dataclass(frozen=True, slots=True)
class Finished:
    """Who has finished the part of an organisation, or of those it was named in the place of.

    ``open_since`` is the day since when it stands for one of those that had not finished.
    """

    bodies: frozenset[int]
    is_whole: bool
    open_since: date | None = None


def who_finished(
    item: Hashable, organisation: int, before: Iterable[Predecessor], settled: Words
) -> Finished:
    """Who has finished the part of an organisation in an item: it, or all it was named in the place of.

    What it said itself is whole where none of those had left anything open, or it has said so since.
    """
    parts = [(each, who_finished(item, each.organisation, each.before, settled)) for each in before]
    bodies = frozenset[int]().union(*(done.bodies for _each, done in parts))
    line = settled.get((item, organisation))
    said_on = local_day(line.report.round.opened_at) if line is not None else date.min
    still_open = [each.since for each, done in parts if not done.is_whole and said_on < each.since]
    own = bodies | {organisation} if line is not None else bodies
    is_whole = (line is not None or bool(parts)) and not still_open
    return Finished(own, is_whole, max(still_open, default=None))


@dataclass(frozen=True, slots=True)
class Gone:
    """An organisation of a body that has ended, and who is asked in its place from the next round on.

    Nobody is, nor is it waited for, where it ``is_dropped``: others of its collective name go on.
    """

    ended: Ended
    asked: tuple[Organisation, ...]
    is_dropped: bool = False


def list_stand_ins(bodies: QuerySet[PlanBody], day: date) -> dict[int, StandIns]:
    """Body → its organisations, each with who is asked for it; one query and those of ``list_ended``."""
    rows = _members(bodies)
    ended = list_ended({row.organisation for row in rows}, day)
    found: dict[int, StandIns] = defaultdict(dict)
    for row in rows:
        before = predecessors(row.replaced, str(row.organisation))
        stand_in = StandIn(frozenset([row.organisation]), before=before)
        if gone := ended.get(row.organisation):
            asked = frozenset(each.pk for each in _asked(gone, row))
            stand_in = StandIn(asked, gone.since, before, through=gone.through)
        found[row.body][row.organisation] = stand_in
    for row in rows:
        members = found[row.body]
        if row.is_collective and any(each.asked for each in members.values()):
            own = members[row.organisation]
            members[row.organisation] = replace(own, is_dropped=not own.asked)
        for each in predecessors(row.replaced, NOBODY):
            members.setdefault(each.organisation, StandIn(frozenset(), before=each.before, is_former=True))
    return found


def list_gone(plan: Plan, day: date) -> dict[int, list[Gone]]:
    """Body → what of it has ended by a day, in the order of their names; as ``list_stand_ins``."""
    rows = _members(plan.bodies.all())
    ended = list_ended({row.organisation for row in rows}, day)
    going_on = {
        row.body for row in rows if row.organisation not in ended or _asked(ended[row.organisation], row)
    }
    found: dict[int, list[Gone]] = defaultdict(list)
    for row in rows:
        if gone := ended.get(row.organisation):
            asked = _asked(gone, row)
            is_dropped = row.is_collective and not asked and row.body in going_on
            found[row.body].append(Gone(gone, asked, is_dropped))
    return {body: sorted(each, key=lambda one: one.ended.body.name) for body, each in found.items()}


@dataclass(frozen=True, slots=True)
class LeftItem:
    """An item that bodies in charge left unfinished, with nobody in their place; ``is_alone`` if all did."""

    item: PrintedItem
    bodies: tuple[str, ...]
    is_alone: bool


def list_left_items(plan: Plan, content: PrintedPlan, day: date) -> list[LeftItem]:
    """These items, with the printed names of the bodies; as ``list_stand_ins``, and two.

    Left out are those that lay outside the system from the beginning, which ``list_led_outside`` has, and
    those that the bodies had finished.
    """
    rows = list(plan.bodies.all())
    members = list_stand_ins(plan.bodies.all(), day)
    words = finished_of(newest_words_of(plan))
    finished = {(line.item.key, body): line for (_item, body), line in words.items()}
    bodies = {body.name: members.get(body.pk, {}) for body in rows}
    found = []
    for item in content.items:
        leads = {name: bodies.get(content.body_called(name).name, {}) for name in item.lead}
        left = tuple(
            name
            for name, who in leads.items()
            if any(_is_left(item.key, body, each, finished) for body, each in who.items())
        )
        if left:
            is_alone = not any(each.asked for who in leads.values() for each in who.values())
            found.append(LeftItem(item, left, is_alone))
    return found


def _is_left(key: str, organisation: int, stand_in: StandIn, finished: Words) -> bool:
    """Whether nobody is asked for the unfinished part of an organisation, though it is waited for."""
    is_done = stand_in.finished_since(key, finished)
    if stand_in.asked or stand_in.is_former or stand_in.is_dropped or is_done:
        return False
    return not who_finished(key, organisation, stand_in.before, finished).is_whole


def list_ended_names(plan: Plan, day: date) -> set[str]:
    """Names and spellings of the bodies nobody is asked for, as all they stand for has ended; as above."""
    members = list_stand_ins(plan.bodies.all(), day)
    return {
        name
        for body in plan.bodies.filter(pk__in=members)
        if not any(each.asked for each in members[body.pk].values())
        for name in (body.name, *body.spellings)
    }


def predecessors(replaced: Replaced, organisation: str) -> tuple[Predecessor, ...]:
    """Those in whose place the owner named an organisation, each with its own."""
    return tuple(
        Predecessor(int(before), date.fromisoformat(since), predecessors(replaced, before))
        for before, since in replaced.get(organisation, {}).items()
    )


def followed(replaced: Replaced, organisation: str) -> Iterator[Predecessor]:
    """All of these, however long ago."""
    ahead = list(predecessors(replaced, organisation))
    while ahead:
        each = ahead.pop(0)
        yield each
        ahead += each.before


class _Member(NamedTuple):
    """One organisation of a body; whether that is several, who was named in whose place, the owner's path."""

    body: int
    organisation: int
    is_collective: bool
    replaced: Replaced
    owner_path: str


def _members(bodies: QuerySet[PlanBody]) -> list[_Member]:
    """The organisations of bodies; one query."""
    found = bodies.filter(organisations__isnull=False).order_by().distinct()
    rows = found.values_list("pk", "organisations", "is_collective", "replaced", "plan__owner__path")
    return [_Member(*row) for row in rows]


def _asked(gone: Ended, member: _Member) -> tuple[Organisation, ...]:
    """The one body that took over, for a collective name all that did; only below the owner of the plan."""
    return successors(gone, member.owner_path, is_collective=member.is_collective)


def successors(gone: Ended, owner_path: str, *, is_collective: bool) -> tuple[Organisation, ...]:
    """The same, of a body that is ``is_collective``."""
    took = gone.into if is_collective else (gone.heir,) if gone.heir is not None else ()
    return tuple(each for each in took if each.path.startswith(owner_path))
