"""How far items are, by the newest words of the bodies in charge and of those they took over from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chamdiem.campaigns.calendar import local_day
from chamdiem.organisations.heirs import list_ended
from chamdiem.plans.combining import UNDER_WAY, mean_percent, state_of
from chamdiem.plans.earlier import finished_of, list_outgrown, newest_words_of
from chamdiem.plans.models import ItemBody, ItemReport, Plan
from chamdiem.plans.selectors.charges import list_charges
from chamdiem.plans.selectors.stand_ins import NOBODY, followed

# Item and organisation.
_Place = tuple[int, int]
# The same → who stands in the place of the organisation, since when.
_After = Mapping[_Place, Mapping[int, date]]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an item is, by the newest report of each body in charge: ``said`` of those ``owed``."""

    state: str = ""
    percent: int | None = None
    said: int = 0
    owed: int = 0


def list_standings(plan: Plan) -> dict[int, Standing]:
    """Item → how far it is; what was finished below a level raised since is under way.

    Bodies are in charge as on the day the newest round was opened. A constant number of queries.
    """
    newest = list(newest_words_of(plan))
    if not newest:
        return {}
    finished = finished_of(newest)
    outgrown = list_outgrown(plan, finished)
    settled = {place: line for place, line in finished.items() if place not in outgrown}
    day = max(local_day(opened) for opened in plan.rounds.values_list("opened_at", flat=True))
    charges = {each.item_id: each for each in list_charges(plan.items.all(), day, settled)}
    former = _list_former(plan)
    said: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for line in _standing_words(newest, settled, _after(plan, day), day):
        place = line.item_id, line.report.organisation_id
        if place[1] in charges[place[0]].dropped or (place in former and place not in settled):
            continue
        # Of who ended with nobody in its place only an accepted “done” is one.
        is_left = place[1] in charges[place[0]].left and line.state == ItemReport.State.DONE
        said[line.item_id].append(
            (UNDER_WAY, None if place in outgrown else line.percent)
            if place in outgrown or is_left
            else (line.state, line.percent)
        )
    owed = {item_id: len(each.leads | each.left) for item_id, each in charges.items()}
    return {item_id: _standing(lines, owed[item_id]) for item_id, lines in said.items()}


def _standing_words(
    newest: Iterable[ItemReport], settled: Collection[_Place], after: _After, day: date
) -> Iterator[ItemReport]:
    """The words without those of bodies that ended unfinished, where who took over has spoken since.

    ``after``: who was named in their place.
    """
    lines = {(line.item_id, line.report.organisation_id): line for line in newest}
    ended = list_ended({body for _item, body in lines}, day)
    for (item_id, body), line in lines.items():
        later = dict(after.get((item_id, body), ()))
        if gone := ended.get(body):
            later |= dict.fromkeys((*(each.pk for each in gone.into), *gone.through), gone.since)
        is_taken_over = any(
            (said := lines.get((item_id, each))) is not None
            and local_day(said.report.round.opened_at) >= since
            for each, since in later.items()
        )
        if not is_taken_over or (item_id, body) in settled:
            yield line


def _after(plan: Plan, day: date) -> _After:
    """Item and body that had ended → who the owner has named in its place by a day, since when; one query."""
    found: dict[_Place, dict[int, date]] = defaultdict(dict)
    leading = ItemBody.objects.filter(item__plan=plan, is_lead=True).exclude(body__replaced={})
    for item_id, replaced in leading.values_list("item_id", "body__replaced"):
        for place in replaced.keys() - {NOBODY}:
            for before in followed(replaced, place):
                if before.since <= day:
                    found[item_id, before.organisation][int(place)] = before.since
    return found


def _list_former(plan: Plan) -> set[_Place]:
    """Item and body that had ended when another was named and nobody in its place; one query."""
    leading = ItemBody.objects.filter(item__plan=plan, is_lead=True, body__replaced__has_key=NOBODY)
    return {
        (item_id, before.organisation)
        for item_id, replaced in leading.values_list("item_id", "body__replaced")
        for before in followed(replaced, NOBODY)
    }


def _standing(lines: Sequence[tuple[str, int | None]], owed: int) -> Standing:
    average = mean_percent(percent for _, percent in lines)
    return Standing(state_of((state for state, _ in lines), owed), average, len(lines), owed)
