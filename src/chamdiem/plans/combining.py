"""What the reports of a round say about each item, put together, beside the quarter before.

Only what stands in reports that were sent and not returned counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from chamdiem.core.points import Rounding
from chamdiem.plans.body_lines import Content, Known, list_last_said, list_said, plain_text, rests
from chamdiem.plans.earlier import SENT, finished_of, list_reopened
from chamdiem.plans.left_open import LeftBody, list_led_before, list_left_bodies
from chamdiem.plans.models import ItemReport, Measure, PlanItem, Round, RoundReport
from chamdiem.plans.opening import Opened, as_opened, asked_measures, items_at_opening
from chamdiem.plans.printed_levels import printed_measures, raised_levels
from chamdiem.plans.real_names import beside_today, names_of_today

_RETURNED = RoundReport.Status.RETURNED
_State = ItemReport.State
# Of an item only: some bodies in charge have begun, and some have not.
UNDER_WAY = "under_way"
_WHOLE = Rounding(0)
_WHOLE_PERCENT = 100


@dataclass(frozen=True, slots=True)
class _Sides:
    """The lines of this round, those of the one before by item and organisation, its items by key.

    ``settled``: item → the bodies in charge that were finished with it in an earlier round; ``finished``:
    item and body → what was accepted of it then; ``left``: item → the bodies nobody stands in for.
    """

    lines: Sequence[ItemReport]
    known: Known
    items_before: Mapping[str, Content]
    settled: Mapping[int, set[int]]
    finished: Known
    left: Mapping[int, Sequence[LeftBody]]


def combine_items(
    round_: Round,
    said: Iterable[ItemReport],
    previous: Round | None = None,
    before: Mapping[str, Content] | None = None,
) -> list[Content]:
    """The items of a round in printed order, those nobody has reported on too.

    Args:
        round_: The round.
        said: The newest words before it, as ``earlier.last_words_before`` lists them.
        previous: That of the quarter before, whose figures stand beside.
        before: Key → the item as ``previous`` says it: its state and percentage are taken as they are.
    """
    newest = {(line.item_id, line.report.organisation_id): line for line in said}
    words = finished_of(newest.values())
    reopened = list_reopened(round_, words)
    leading = ItemReport.objects.filter(report__round=round_, is_lead=True)
    owed, settled = _asked(leading)
    left = list_left_bodies(round_, newest, words.keys() - reopened.keys())
    # An item nobody was ever asked about is not counted, but named.
    for item_id in left.keys() & (owed.keys() | list_led_before(round_, left.keys() - owed.keys())):
        owed[item_id].update(each.body for each in left[item_id])
        settled[item_id].update(each.body for each in left[item_id] if each.is_finished)
    finished = {place: line for place, line in words.items() if place[1] in settled[place[0]]}
    known = {(line.item_id, line.report.organisation_id): line for line in _lines_of(previous)}
    # What those said last stands there in any case.
    for place in ((item, each.body) for item, bodies in left.items() for each in bodies):
        known.pop(place, None)
    sides = _Sides(_lines_of(round_), known, before or {}, settled, finished, left)
    back = set(leading.filter(report__status=_RETURNED).values_list("item_id", flat=True))
    opened, today = items_at_opening(round_), names_of_today(round_.plan)
    return [
        {
            **_item(item, asked_measures(item, opened.get(item.key)), sides, owed[item.pk]),
            **_charged(item, opened.get(item.key), today),
            "is_back": item.pk in back,
            "raised": raised_levels([each for (of, _body), each in reopened.items() if of == item.pk]),
        }
        for item in _items_of(round_, opened, owed)
    ]


def _asked(leading: QuerySet[ItemReport]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Item → the bodies in charge that are asked, and those of them that were finished before."""
    owed: dict[int, set[int]] = defaultdict(set)
    settled: dict[int, set[int]] = defaultdict(set)
    for item_id, body, is_settled in leading.values_list("item_id", "report__organisation_id", "is_settled"):
        owed[item_id].add(body)
        if is_settled:
            settled[item_id].add(body)
    return owed, settled


def mean_percent(percents: Iterable[int | None]) -> int | None:
    """The mean of those who gave a percentage, rounded half up to a whole one; None where nobody did.

    Example:
        >>> mean_percent([60, 100, 10, 33, None])
        51
    """
    given = [each for each in percents if each is not None]
    return _WHOLE.quanta(sum(given), len(given)) if given else None


def share_of_bodies(item: Mapping[str, Any]) -> str:
    """``1/20`` where an item's percentage is that of some of its bodies in charge; empty where of all."""
    owed = item.get("owed", 0)
    # Rounds closed before they were kept have no ``settled`` and ``held``.
    told = item.get("reported", 0) + item.get("settled", 0) + item.get("held", 0)
    return f"{told}/{owed}" if 0 < told < owed else ""


def is_kept_in_part(item: Mapping[str, Any]) -> bool:
    """Whether among some of the bodies in charge there are such as finished in an earlier quarter."""
    return bool(item.get("settled") and is_partial(item))


def is_partial(item: Mapping[str, Any]) -> bool:
    """Whether some bodies in charge have reported on an item, or were finished before, and not all."""
    return bool(item["state"] and share_of_bodies(item))


def is_unasked(item: Mapping[str, Any]) -> bool:
    """Whether an item is counted by the last word of bodies that have ended, and nobody reports on it."""
    return bool(item.get("owed") and item.get("left")) and not item.get("asked")


def state_of(states: Iterable[str], owed: int) -> str:
    """The state of an item from what its bodies say: the one that worries most; empty where nobody said.

    It is done, or stopped, only when every one of the ``owed`` bodies in charge says so:
    done by some is under way, stopped by some is behind. It is not started only when all who speak say so.
    """
    said = [state for state in states if state]
    if not said:
        return ""
    if len(said) >= owed and set(said) in ({_State.DONE}, {_State.STOPPED}):
        return said[0]
    if _State.BEHIND in said or _State.STOPPED in said:
        return str(_State.BEHIND)
    if not {_State.NOT_STARTED.value, UNDER_WAY}.intersection(said):
        return str(_State.ON_TRACK)
    return str(_State.NOT_STARTED) if set(said) == {_State.NOT_STARTED} else UNDER_WAY


def _lines_of(round_: Round | None) -> list[ItemReport]:
    if round_ is None:
        return []
    return list(
        ItemReport.objects.filter(report__round=round_, report__status__in=SENT)
        .select_related("report__organisation")
        .order_by("-is_lead", "report__organisation__name_order")
    )


def _items_of(round_: Round, opened: Mapping[str, Opened], owed: Collection[int]) -> list[PlanItem]:
    """What somebody reports on, and what is owed though all in charge have ended."""
    items = PlanItem.objects.filter(Q(reports__report__round=round_) | Q(pk__in=owed)).distinct()
    rows = [as_opened(each, opened.get(each.key)) for each in items.prefetch_related("charged", "measures")]
    return sorted(rows, key=lambda item: item.order)


def _charged(item: PlanItem, opened: Opened | None, today: Mapping[str, str]) -> Content:
    """Who is in charge and who helps, as printed at the opening, also after an adjustment; with new names."""
    if opened is not None:
        lead, helping = list(opened.printed.lead), list(opened.printed.coordinating)
    else:
        charged = item.charged.all()
        lead = [each.printed for each in charged if each.is_lead]
        helping = [each.printed for each in charged if not each.is_lead]
    return {"lead": beside_today(lead, today), "coordinating": beside_today(helping, today)}


def _item(item: PlanItem, measures: Sequence[Measure], sides: _Sides, owed: set[int]) -> Content:
    lines = [line for line in sides.lines if line.item_id == item.pk]
    leads = [line for line in lines if line.is_lead and not rests(line)]
    before = sides.items_before.get(item.key, {})
    # What was finished and accepted stays so, without being reported again.
    silent = owed - {line.report.organisation_id for line in leads}
    kept = len(silent & sides.settled.get(item.pk, set()))
    said = [(line.state, line.percent) for line in leads] + [(_State.DONE.value, _WHOLE_PERCENT)] * kept
    left = [each for each in sides.left.get(item.pk, ()) if not each.is_finished]
    asked = owed - sides.settled.get(item.pk, set()) - {each.body for each in left}
    # What those said last counts on beside what others say, or where nobody else is asked; it never makes
    # the item done.
    held = [each for each in left if each.line is not None and (said or not asked)]
    said += [(UNDER_WAY if line.state == _State.DONE else line.state, line.percent) for line in _last(held)]
    return {
        "key": item.key,
        "order": item.order,
        "kind": item.kind,
        "number": item.number,
        "group": item.group,
        "text": item.text,
        "document_kind": item.document_kind,
        "years": [item.from_year, item.to_year] if item.from_year and item.to_year else [],
        # Millions of đồng.
        "budget": None if item.budget is None else plain_text(item.budget),
        "state": state_of((state for state, _ in said), len(owed)),
        "state_before": before.get("state", ""),
        # How many bodies in charge have reported, and were finished before, of how many; percents are
        # means over those.
        "reported": len(leads),
        "settled": kept,
        "owed": len(owed),
        # Of how many a report is awaited.
        "asked": len(asked),
        # Those that ended unfinished with nobody in their place; of how many the last word counts on.
        "left": [each.name for each in left],
        "held": len(held),
        "percent": mean_percent(percent for _, percent in said),
        "percent_before": before.get("percent"),
        "share_before": share_of_bodies(before),
        "measures": printed_measures(measures),
        "lines": [
            *list_said(item, measures, lines, sides.known, sides.finished),
            *list_last_said(measures, _last(left)),
        ],
    }


def _last(left: Iterable[LeftBody]) -> list[ItemReport]:
    return [each.line for each in left if each.line is not None]
