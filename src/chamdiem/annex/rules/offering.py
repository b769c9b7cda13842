"""What a method prints, for people who write its rule by hand: levels, prices and letters as lines of a form.

Nothing here is a rule: lines may lack their points, and what the text does not say stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.labels import number_called, short_label
from chamdiem.annex.rules.ladders import Step, build_ladder, reward_scalar
from chamdiem.annex.rules.naming import name_of_count
from chamdiem.annex.rules.offered_tiers import band_lines, keeps_the_levels
from chamdiem.annex.rules.printed_lines import Level, PrintedMethod, read_lines
from chamdiem.annex.rules.statements import Each


@dataclass(frozen=True, slots=True)
class Offer:
    """Figures and a rule of one kind as plain data of the set format, as far as the text says them.

    ``left``: what the text says besides, which the rule does not hold.
    """

    rule: dict[str, Any]
    inputs: dict[str, dict[str, str]] = field(default_factory=dict)
    left: tuple[str, ...] = ()


def offer_rule(kind: str, texts: Mapping[str, str], name: str, maximum: Fraction) -> Offer | None:
    """What the form of one kind of rule may begin with; None where the text says nothing for it."""
    make, text = _KINDS.get(kind), read_lines(texts, name, maximum)
    offer = None if make is None or text.is_cut else make(text)
    return None if offer is None else replace(offer, left=text.list_left(kind))


def likeliest(texts: Mapping[str, str], name: str, maximum: Fraction) -> tuple[str, int]:
    """The kind the lines of the text clearly are, and how many lines; an empty kind where it is not clear."""
    text = read_lines(texts, name, maximum)
    levels, gains = text.levels, text.prices(taken_off=False)
    losses = text.prices(taken_off=True)
    if bool(levels) + bool(gains) + bool(losses) != 1 or text.has_formula or text.is_cut:
        return "", 0
    if gains or losses:
        return ("count", len(gains)) if gains else ("deduct", len(losses))
    points = [each.reward.of(maximum) for each in levels if each.reward is not None]
    if len(levels) < 2 or len(points) < len(levels):
        return "", 0
    kind = _kind_of_levels(text, points)
    return (kind, len(levels)) if kind else ("", 0)


def _kind_of_levels(text: PrintedMethod, points: Sequence[Fraction]) -> str:
    """What levels with known points are: a ladder, a check list, or options; empty where none holds."""
    is_whole = text.maximum not in points and sum(points) == text.maximum
    if _steps(text.levels) is not None:
        # "Kỳ 1 đạt: 4 điểm; kỳ 2 đạt: 6 điểm": two levels of one number, or two parts of the whole.
        if is_whole:
            return ""
        if _tiers(text) is not None:
            return "tiers"
    elif is_whole:
        return "checklist"
    return "choice" if text.maximum in points else ""


def _steps(levels: Sequence[Level]) -> list[Step] | None:
    """The levels as steps of one number; None where some are words, or count something else."""
    steps = [(each.band, each.reward) for each in levels if each.band is not None and each.reward is not None]
    units = {band.unit for band, _ in steps if not band.is_rest}
    return steps if len(steps) == len(levels) and len(units) == 1 else None


def _choice(text: PrintedMethod) -> Offer | None:
    options = {
        f"m{place}": {"label": each.label, **each.data(text.maximum)}
        for place, each in enumerate(text.levels, start=1)
    }
    letter = _free("x", text.letters)
    inputs = {letter: {"label": short_label(text.name), "type": "choice"}}
    return Offer({"kind": "choice", "of": letter, "options": options}, inputs) if options else None


def _checklist(text: PrintedMethod) -> Offer | None:
    levels = [each for each in text.levels if each.reward is None or not each.reward.is_nothing]
    letters = _numbered("x", len(levels))
    inputs = {
        letter: {"label": each.label, "type": "yes_no"} for letter, each in zip(letters, levels, strict=True)
    }
    parts = [
        {"when": letter, **each.data(text.maximum)} for letter, each in zip(letters, levels, strict=True)
    ]
    return Offer({"kind": "checklist", "parts": parts}, inputs) if parts else None


def _yes_no(text: PrintedMethod) -> Offer | None:
    full = [each for each in text.levels if each.reward and each.reward.of(text.maximum) == text.maximum]
    if len(full) != 1:
        return None
    return Offer({"kind": "yes_no", "when": "x"}, {"x": {"label": full[0].label, "type": "yes_no"}})


def _tiers(text: PrintedMethod) -> Offer | None:
    levels = text.levels
    banded = [each for each in levels if each.band is not None]
    steps = _steps(banded)
    if not banded or steps is None:
        return None
    value, inputs = _counted(text, banded[0])
    rule: dict[str, Any] = {"kind": "tiers", **value}
    ladder = build_ladder(steps, text.maximum)
    if ladder is None:
        rule["tiers"] = band_lines(levels, text.maximum)
        return Offer(rule, inputs) if keeps_the_levels(rule, levels, text.maximum) else None
    unread = [each for each in levels if each.band is None]
    rule["tiers"] = [*ladder.tiers, *band_lines(unread, text.maximum)]
    if not ladder.otherwise.is_nothing or any(reward.is_nothing for _, reward in steps):
        rule["otherwise"] = reward_scalar(ladder.otherwise, text.maximum)
    return Offer(rule, inputs) if keeps_the_levels(rule, levels, text.maximum) else None


def _counted(text: PrintedMethod, level: Level) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """What the levels count, with its figures; of a percentage only what the text explains."""
    letters, value = text.letters, text.value
    if value or (level.band is not None and level.band.is_percent):
        return ({"value": value} if value else {}), letters
    letter = _free("n", letters)
    return {"value": letter}, {**letters, letter: number_called(name_of_count(level.label, text.name))}


def _count(text: PrintedMethod) -> Offer | None:
    offer = _priced("count", text, text.prices(taken_off=False))
    if offer is None or (cap := text.cap()) is None:
        return offer
    return Offer({**offer.rule, "cap": reward_scalar(cap, text.maximum)}, offer.inputs)


def _deduct(text: PrintedMethod) -> Offer | None:
    return _priced("deduct", text, text.prices(taken_off=True))


def _priced(kind: str, text: PrintedMethod, prices: Sequence[Each]) -> Offer | None:
    letters = _numbered("n", len(prices))
    inputs = {
        letter: number_called(each.what or text.name) for letter, each in zip(letters, prices, strict=True)
    }
    parts = [_part(letter, each, text.maximum) for letter, each in zip(letters, prices, strict=True)]
    return Offer({"kind": kind, "parts": parts}, inputs) if parts else None


def _part(letter: str, each: Each, maximum: Fraction) -> dict[str, Any]:
    part: dict[str, Any] = {"of": letter, "points_each": amount_text(each.points.of(maximum))}
    if each.every != 1:
        part["every"] = amount_text(each.every)
    if each.cap is not None:
        part["cap"] = reward_scalar(each.cap, maximum)
    return part


def _ratio(text: PrintedMethod) -> Offer | None:
    if not text.letters:
        return None
    value = {"value": text.value} if text.value else {}
    full = [
        each.band.low
        for each in text.levels
        if each.band is not None
        and each.band.is_percent
        and each.band.low
        and each.reward is not None
        and each.reward.of(text.maximum) == text.maximum
    ]
    at = {"full_at": amount_text(full[0])} if len(full) == 1 else {}
    return Offer({"kind": "ratio", **value, **at}, text.letters)


def _numbered(letter: str, count: int) -> list[str]:
    return [letter] if count == 1 else [f"{letter}{place}" for place in range(1, count + 1)]


def _free(letter: str, taken: Mapping[str, Any]) -> str:
    return next(each for each in (letter, "k", "m", "y", "z") if each not in taken)


_KINDS: Mapping[str, Callable[[PrintedMethod], Offer | None]] = {
    "choice": _choice,
    "checklist": _checklist,
    "yes_no": _yes_no,
    "tiers": _tiers,
    "count": _count,
    "deduct": _deduct,
    "ratio": _ratio,
}
