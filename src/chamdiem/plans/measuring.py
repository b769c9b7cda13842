"""Whether a measured value reaches its threshold."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from decimal import Decimal

from chamdiem.plans.models import Measure, MeasureValue, Plan

# How a level is written in front of its number.
OPERATOR_SIGNS: Mapping[str, str] = {
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
    "exactly": "=",
}
_REACHED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "at_least": lambda value, threshold: value >= threshold,
    "more_than": lambda value, threshold: value > threshold,
    "at_most": lambda value, threshold: value <= threshold,
    "less_than": lambda value, threshold: value < threshold,
    "exactly": lambda value, threshold: value == threshold,
}


def is_reached(operator: str, value: Decimal, threshold: Decimal) -> bool:
    """Whether ``value operator threshold`` holds.

    Example:
        >>> is_reached("at_least", Decimal("80"), Decimal("80.0"))
        True
    """
    return _REACHED[operator](value, threshold)


def has_reached(measure: Measure, value: MeasureValue | None, plan: Plan) -> bool | None:
    """Whether the newest value reaches its threshold; None without one of the years of the plan."""
    if value is None or plan.is_before(value.measured_on):
        return None
    return is_reached(measure.operator, value.value, measure.threshold)


def demanded(measures: Iterable[Measure], given: Container[str], *, leads: bool) -> list[Measure]:
    """The measures somebody has to reach: of who only helps, those she gave a figure of."""
    return [each for each in measures if leads or each.key in given]


def find_unreached(measures: Iterable[Measure], figures: Mapping[str, Decimal]) -> dict[str, str] | None:
    """The first figure that misses its threshold, as the facts of a sentence; ``None`` where none does.

    A measure without a figure misses it, too, where no other does: its ``value`` is empty.
    """
    unknown = None
    for measure in measures:
        value = figures.get(measure.key)
        if value is None:
            unknown = unknown or _missed(measure, "")
        elif not is_reached(measure.operator, value, measure.threshold):
            return _missed(measure, _printed(value))
    return unknown


def _missed(measure: Measure, value: str) -> dict[str, str]:
    return {
        "key": measure.key,
        "label": measure.label,
        "value": value,
        "operator": OPERATOR_SIGNS[measure.operator],
        "threshold": _printed(measure.threshold),
        "unit": measure.unit,
    }


def _printed(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
