"""Items of a round of which a body in charge has ended unfinished, with nobody in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from chamdiem.campaigns.calendar import local_day
from chamdiem.organisations.heirs import list_ended
from chamdiem.organisations.models import Organisation
from chamdiem.plans.body_lines import Content, Known
from chamdiem.plans.earlier import before_round
from chamdiem.plans.models import ItemReport, Plan, PlanItem, Round
from chamdiem.plans.selectors.charges import list_charges, list_settled
from chamdiem.plans.selectors.in_charge import Charge
from chamdiem.plans.selectors.stand_ins import NOBODY, followed


@dataclass(frozen=True, slots=True)
class LeftBody:
    """A body in charge that had ended: its name, the last it said, whether it has finished after all.

    Where one took over from it and has ended as well, it is that one, once it has said something.
    """

    body: int
    name: str
    line: ItemReport | None
    is_finished: bool

    @property
    def state(self) -> str:
        """The state it said last; empty where it never said one."""
        return self.line.state if self.line else ""


def left_of(charges: Iterable[Charge]) -> dict[str, list[int]]:
    """Item → its bodies in charge that nobody stands in for, as a round keeps it."""
    return {str(each.item_id): sorted(each.left) for each in charges if each.left}


def dropped_of(charges: Iterable[Charge]) -> dict[str, list[int]]:
    """Item → its bodies in charge that had not finished and are waited for no more, as a round keeps it."""
    return {str(each.item_id): sorted(each.dropped) for each in charges if each.dropped}


def list_left_open(round_: Round) -> dict[int, set[int]]:
    """Item → these bodies on the day a round was opened, whatever was said of them since.

    No query; of rounds opened before it was kept some more.
    """
    kept = round_.left_open
    if kept is None:
        items = PlanItem.objects.filter(reports__report__round=round_).distinct()
        kept = left_of(list_charges(items, local_day(round_.opened_at), list_settled(round_)))
    return {int(item): set(bodies) for item, bodies in kept.items()}


def list_left_bodies(
    round_: Round, newest: Known, finished: Collection[tuple[int, int]]
) -> dict[int, list[LeftBody]]:
    """Item → these bodies by name, as they stand now; a few queries where there are any.

    Args:
        round_: The round.
        newest: Item and body → its newest word before the round.
        finished: Item and body whose “done” has been accepted, and holds.
    """
    left = list_left_open(round_)
    known = {body for bodies in left.values() for body in bodies}
    rows = Organisation.objects.filter(pk__in=known).order_by("name_order") if known else ()
    found: dict[int, list[LeftBody]] = {item: [] for item in left}
    day = local_day(round_.opened_at)
    became, named = list_ended(known, day), list_named(round_.plan, day) if known else {}
    for row in rows:
        gone = became.get(row.pk)
        later = dict.fromkeys(gone.through, gone.since) if gone is not None else {}
        before = {each: after for each, after in named.items() if row.pk in after}
        for item in (each for each, bodies in left.items() if row.pk in bodies):
            line = _last_word(item, row.pk, later, newest)
            is_finished = line is not None and (item, line.report.organisation_id) in finished
            # What it said before it was named says nothing of what the others had left open.
            open_before = [
                said
                for each, after in before.items()
                if (item, each) not in finished
                and (said := newest.get((item, each))) is not None
                and (line is None or _opened(line) < after[row.pk])
                and not _has_spoken(item, after, newest)
            ]
            told = [_left(said.report.organisation, said) for said in open_before]
            if not told or (line is not None and not is_finished):
                told.append(_left(line.report.organisation if line else row, line, is_finished=is_finished))
            # Two that have ended into one which has ended too are one.
            known_there = {each.body for each in found[item]}
            found[item] += [each for each in told if each.body not in known_there]
    return found


def _left(body: Organisation, line: ItemReport | None, *, is_finished: bool = False) -> LeftBody:
    return LeftBody(body.pk, body.name, line, is_finished)


def _has_spoken(item: int, after: Mapping[int, date], newest: Known) -> bool:
    """Whether one of those named in the place of another has said something since it was."""
    return any(
        (said := newest.get((item, each))) is not None and _opened(said) >= since
        for each, since in after.items()
    )


def list_named(plan: Plan, day: date) -> dict[int, dict[int, date]]:
    """Body that had ended → whom the owner has named in its place by a day, since when; one query."""
    found: dict[int, dict[int, date]] = defaultdict(dict)
    for replaced in plan.bodies.exclude(replaced={}).values_list("replaced", flat=True):
        for place in replaced.keys() - {NOBODY}:
            for before in followed(replaced, place):
                if before.since <= day:
                    found[before.organisation][int(place)] = before.since
    return found


def _last_word(item: int, body: int, later: Mapping[int, date], newest: Known) -> ItemReport | None:
    """The newest word of a body, or of one of those that took over ``later``, since they did."""
    lines = [newest.get((item, body))]
    for each, since in later.items():
        line = newest.get((item, each))
        lines += [line] if line is not None and _opened(line) >= since else []
    said = [line for line in lines if line is not None]
    return max(said, key=_opened, default=None)


def _opened(line: ItemReport) -> date:
    return local_day(line.report.round.opened_at)


def list_led_before(round_: Round, item_ids: Collection[int]) -> set[int]:
    """Those of some items a body in charge was asked about in an earlier round; one query if any."""
    if not item_ids:
        return set()
    lines = ItemReport.objects.filter(before_round(round_), item__in=item_ids, is_lead=True)
    return set(lines.values_list("item_id", flat=True))


def list_dropped(round_: Round, items: Iterable[Content]) -> list[Content]:
    """The bodies a round waits for no more, by name, each with those of its ``items``; two queries."""
    kept: dict[str, list[int]] = round_.dropped
    known = {body for bodies in kept.values() for body in bodies}
    if not known:
        return []
    pks = dict(PlanItem.objects.filter(pk__in=kept).values_list("key", "pk"))
    bodies_of = {key: kept[str(pk)] for key, pk in pks.items()}
    found = []
    for row in Organisation.objects.filter(pk__in=known).order_by("name_order"):
        own = [each for each in items if row.pk in bodies_of.get(each["key"], ())]
        if own:
            told = [{name: each[name] for name in ("key", "kind", "number", "group", "text")} for each in own]
            found.append({"organisation": row.name, "items": told})
    return found
