"""Organisations that had ended when the owner named others in their place: what they finished stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from chamdiem.organisations.heirs import Ended, list_ended
from chamdiem.organisations.models import Organisation
from chamdiem.plans.earlier import finished_of, newest_words_of
from chamdiem.plans.models import ItemBody, Plan, PlanBody, PlanItem
from chamdiem.plans.selectors.stand_ins import NOBODY, followed, successors

_Places = dict[str, dict[str, str]]


def replaced_by(body: PlanBody, chosen: Collection[int], day: date) -> _Places:
    """In whose place organisations stand once they are chosen for a body; three queries or so.

    For a body that is one, the one chosen stands in the place of all before it; for a collective name, who
    took over from one that has ended does, if it is newly named. One that had not ended was a mistake.
    """
    named = set(body.organisations.values_list("pk", flat=True))
    removed = named - set(chosen)
    places: _Places = {after: dict(befores) for after, befores in body.replaced.items()}
    ended = list_ended(removed, day)
    waiting = set(ended)
    for organisation in removed - ended.keys():
        waiting |= {int(before) for before in places.pop(str(organisation), {})}
    became = list_ended(waiting, day)
    for before in sorted(waiting - set(chosen)):
        for after, since in _named_for(body, became.get(before), set(chosen) - named, chosen, day):
            places.setdefault(after, {})[str(before)] = since.isoformat()
    back = {str(each) for each in chosen}
    kept = {after: {k: v for k, v in befores.items() if k not in back} for after, befores in places.items()}
    return {after: befores for after, befores in kept.items() if befores}


def _named_for(
    body: PlanBody, gone: Ended | None, new: Collection[int], chosen: Collection[int], day: date
) -> Iterator[tuple[str, date]]:
    """Who stands in the place of an organisation, and since when: as it took over, else as it is named."""
    heirs: set[int] = set()
    if gone is not None:
        took = successors(gone, body.plan.owner.path, is_collective=body.is_collective)
        heirs = {each.pk for each in took}
    after = heirs & set(new) if body.is_collective else set(chosen)
    for each in sorted(after):
        yield str(each), gone.since if gone is not None and each in heirs else day
    if not after:
        yield NOBODY, day


@dataclass(frozen=True, slots=True)
class Kept:
    """What an organisation that had ended has finished of what a body is in charge of, with who stands there.

    ``after`` is None where nobody was named in its place.
    """

    before: Organisation
    after: Organisation | None
    items: tuple[PlanItem, ...]


def list_kept(plan: Plan) -> dict[int, list[Kept]]:
    """Body → what such organisations have finished of it; five queries at most."""
    bodies = [body for body in plan.bodies.prefetch_related("organisations") if body.replaced]
    if not bodies:
        return {}
    done: dict[int, list[PlanItem]] = defaultdict(list)
    for (_item, organisation), line in finished_of(newest_words_of(plan)).items():
        done[organisation].append(line.item)
    led = set(ItemBody.objects.filter(body__in=bodies, is_lead=True).values_list("body_id", "item_id"))
    pairs = [(body, each, after) for body in bodies for each, after in _pairs(body)]
    known = Organisation.objects.in_bulk({pk for _body, each, after in pairs for pk in (each, after) if pk})
    found: dict[int, list[Kept]] = defaultdict(list)
    for body, before, after in pairs:
        items = sorted(
            (each for each in done[before] if (body.pk, each.pk) in led), key=lambda one: one.order
        )
        if items:
            found[body.pk].append(Kept(known[before], known.get(after), tuple(items)))
    return found


def _pairs(body: PlanBody) -> Iterator[tuple[int, int]]:
    """Who had ended, however long ago, and who stands in its place now; 0 for nobody."""
    for place in (*(str(each.pk) for each in body.organisations.all()), NOBODY):
        for each in followed(body.replaced, place):
            yield each.organisation, int(place or 0)
