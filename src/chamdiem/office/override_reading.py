"""JSON → people's words over rules: ``{"1.1": {"points": "8.5", "reason": "…"}}``.

``"by_council": true`` beside points says that a council ruled so, and not an appraiser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from chamdiem.core.override import Override
from chamdiem.core.points import exact
from chamdiem.office.grid import tidy

# Says what is wrong, at a path.
Report = Callable[..., None]
_NAMES = ("points", "not_applicable", "reason", "by_council")


def read_overrides(
    entries: Any, maxima: Mapping[str, Fraction], path: str, report: Report
) -> dict[str, Override]:
    """The overrides of one organisation by criterion; what cannot be read is reported and left out.

    Args:
        entries: The parsed JSON, or None.
        maxima: Criterion key → its maximum.
        path: Where the entries stand, for problems.
        report: Called with a code, the path and facts.
    """
    if entries is None:
        return {}
    if not isinstance(entries, dict):
        report("json.no_overrides", path)
        return {}
    found = {}
    for key, entry in entries.items():
        place = f"{path}.{tidy(key)}"
        if key not in maxima:
            report("json.unknown_criterion", place, value=tidy(key))
            continue
        override = _override(entry, maxima[key], place, report)
        if override is not None:
            found[key] = override
    return found


def _override(entry: Any, maximum: Fraction, path: str, report: Report) -> Override | None:
    if not isinstance(entry, dict) or not set(entry) <= set(_NAMES):
        report("json.not_an_override", path, allowed=", ".join(_NAMES))
        return None
    reason = entry.get("reason")
    if not isinstance(reason, str) or not reason.strip():
        report("json.override_without_reason", path)
        return None
    by_council = entry.get("by_council", False)
    is_council_fit = isinstance(by_council, bool) and (not by_council or "points" in entry)
    if ("points" in entry) == ("not_applicable" in entry) or not is_council_fit:
        report("json.not_an_override", path, allowed=", ".join(_NAMES))
        return None
    if entry.get("not_applicable") is True:
        return Override(reason=reason)
    points = _points(entry.get("points"))
    if points is None or not 0 <= points <= maximum:
        report("json.override_points", path, value=tidy(str(entry.get("points"))), most=str(maximum))
        return None
    return Override(points=points, reason=reason, is_ruling=by_council)


def _points(text: Any) -> Fraction | None:
    try:
        return exact(text) if isinstance(text, str) else None
    except ValueError:
        return None
