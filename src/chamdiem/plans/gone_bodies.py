"""The bodies of a round that do not report as they have ended: who goes on, and what nobody does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from chamdiem.campaigns.calendar import local_day
from chamdiem.organisations.heirs import Ended, list_ended
from chamdiem.organisations.models import Organisation
from chamdiem.plans.body_lines import Content
from chamdiem.plans.earlier import SENT, finished_of
from chamdiem.plans.left_open import list_left_open, list_named
from chamdiem.plans.models import ItemReport, Plan, Round, RoundReport


def list_gone_bodies(
    round_: Round, reports: Sequence[RoundReport], items: Sequence[Content], newest: Iterable[ItemReport]
) -> dict[int, Content]:
    """Body that had ended when a round was opened → what is told of it, by name; a few queries.

    Those that were in charge of something in it, and have not sent a report in it all the same.

    Args:
        round_: The round.
        reports: Its reports.
        items: Its items, as ``combining.combine_items`` makes them.
        newest: The newest words before it.
    """
    keys = {item["key"] for item in items}
    words = [line for line in newest if line.item.key in keys]
    said = {line.report.organisation_id for line in words}
    known = said.union((each.organisation_id for each in reports), *list_left_open(round_).values())
    day = local_day(round_.opened_at)
    ended = list_ended(known - {each.organisation_id for each in reports if each.status in SENT}, day)
    if not ended:
        return {}
    done = finished_of(words)
    finished = {body for _item, body in done}
    open_ = [line for line in words if (line.item_id, line.report.organisation_id) not in done]
    unfinished = {line.report.organisation_id for line in open_}
    after = _named_after(round_.plan, day)
    told = {pk: _told(gone, after.get(pk, ()), items) for pk, gone in sorted(ended.items(), key=_by_name)}
    for pk in finished - unfinished:
        if pk in told:
            told[pk]["is_finished"] = not told[pk]["left"]
    return told


def _by_name(pair: tuple[int, Ended]) -> tuple[str, int]:
    return pair[1].body.name_order, pair[0]


def _told(gone: Ended, after: Collection[str], items: Sequence[Content]) -> Content:
    name = gone.body.name
    return {
        "organisation": name,
        "into": [each.name for each in gone.into],
        # Whom the owner has named in its place.
        "named": sorted(after),
        "change": gone.change,
        "left": sum(name in item["left"] for item in items),
        "is_finished": False,
    }


def _named_after(plan: Plan, day: date) -> Mapping[int, set[str]]:
    """Body that had ended → the names of whom the owner has named in its place by a day; two queries."""
    found = list_named(plan, day)
    named = Organisation.objects.filter(pk__in={each for who in found.values() for each in who})
    names = dict(named.values_list("pk", "name"))
    return {before: {names[each] for each in who} for before, who in found.items()}
