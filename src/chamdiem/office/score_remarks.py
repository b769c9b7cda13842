"""What makes the places of a file of scores doubtful: as ``score`` tells it, from what the file says."""

from __future__ import annotations

from typing import Any

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.remarks import Stand, named, remarks_on
from chamdiem.errors import Place, Problem
from chamdiem.office.grid import tidy

_STATUSES = {status.value: status for status in Status}


def score_remarks(value: Any, indicator_set: IndicatorSet, file: str = "") -> tuple[Problem, ...]:
    """What should be known beside the places worked out from scores in parsed JSON.

    Organisations for which the file does not say how every criterion stands are
    told: what is missing or disputed there cannot be known.
    """
    everybody = [_stand(entry, indicator_set) for entry in value["organisations"]]
    criteria = {row.key for row in indicator_set.criteria}
    unknown = [each.name for each in everybody if not criteria <= each.statuses.keys()]
    remarks = remarks_on(indicator_set, everybody, _compared(value, indicator_set))
    if unknown:
        facts = {"count": str(len(unknown)), "organisations": named(unknown)}
        return (*remarks, Problem("scores.statuses_unknown", facts, Place(file=file)))
    return remarks


def _stand(entry: dict[str, Any], indicator_set: IndicatorSet) -> Stand:
    """The statuses an organisation has in the file; what is none is left out."""
    name = next((tidy(text) for key in ("name", "code") if isinstance(text := entry.get(key), str)), "")
    statuses = {}
    for each in _list(entry.get("criteria")):
        key, status = (each.get(name) for name in ("key", "status")) if isinstance(each, dict) else ("", "")
        if isinstance(key, str) and key in indicator_set.tree.by_key and isinstance(status, str):
            statuses[key] = _STATUSES.get(status)
    group = entry.get("peer_group")
    return Stand(
        name,
        {key: status for key, status in statuses.items() if status is not None},
        None if entry.get("ranked") is False else tidy(group) if isinstance(group, str) else "",
    )


def _compared(value: dict[str, Any], indicator_set: IndicatorSet) -> dict[str, dict[str, int]]:
    """How many organisations each peer rule compared."""
    return {
        tidy(group): {
            key: 1 if isinstance(found, dict) and found.get("count") == "1" else 2
            for key, found in _dict(spreads).items()
            if key in indicator_set.tree.by_key
        }
        for group, spreads in _dict(value.get("spreads")).items()
    }


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
