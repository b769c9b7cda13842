"""What a method prints, for people who write its rule by hand: levels, prices and letters as lines of a form.

Nothing here is a rule: lines may lack their points, and what the text does not say stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.labels import number_called, short_label
from chamdiem.annex.rules.ladders import Step, build_ladder, reward_scalar
from chamdiem.annex.rules.naming import name_of_count, without_threshold
from chamdiem.annex.rules.printed_lines import Level, PrintedMethod, read_lines
from chamdiem.annex.rules.statements import Each


@dataclass(frozen=True, slots=True)
class Offer:
    """Figures and a rule of one kind as plain data of the set format, as far as the text says them."""

    rule: dict[str, Any]
    inputs: dict[str, dict[str, str]] = field(default_factory=dict)


def offer_rule(kind: str, texts: Mapping[str, str], name: str, maximum: Fraction) -> Offer | None:
    """What the form of one kind of rule may begin with; None where the text says nothing for it."""
    make = _KINDS.get(kind)
    return make(read_lines(texts, name, maximum)) if make is not None else None


def likeliest(texts: Mapping[str, str], name: str, maximum: Fraction) -> tuple[str, int]:
    """The kind the lines of the text clearly are, and how many lines; an empty kind where it is not clear."""
    text = read_lines(texts, name, maximum)
    levels, gains = text.levels, text.prices(taken_off=False)
    losses = text.prices(taken_off=True)
    if bool(levels) + bool(gains) + bool(losses) != 1 or text.has_formula:
        return "", 0
    if gains or losses:
        return ("count", len(gains)) if gains else ("deduct", len(losses))
    if len(levels) < 2 or any(each.is_open for each in levels):
        return "", 0
    points = [each.reward.of(maximum) for each in levels if each.reward is not None]
    is_whole = len(points) == len(levels) and maximum not in points and sum(points) == maximum
    if _steps(levels) is not None:
        # "Kỳ 1 đạt: 4 điểm; kỳ 2 đạt: 6 điểm": two levels of one number, or two parts of the whole.
        return ("", 0) if is_whole else ("tiers", len(levels))
    return ("checklist" if is_whole else "choice"), len(levels)


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
        is_rising = _is_rising(levels)
        rule["tiers"] = [_band_line(each, text.maximum, is_rising=is_rising) for each in levels]
        return Offer(rule, inputs)
    unread = [each for each in levels if each.band is None]
    rule["tiers"] = [*ladder.tiers, *(_band_line(each, text.maximum) for each in unread)]
    if not ladder.otherwise.is_nothing or any(reward.is_nothing for _, reward in steps):
        rule["otherwise"] = reward_scalar(ladder.otherwise, text.maximum)
    return Offer(rule, inputs)


def _counted(text: PrintedMethod, level: Level) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """What the levels count, with its figures; of a percentage only what the text explains."""
    letters, value = text.letters, text.value
    if value or (level.band is not None and level.band.is_percent):
        return ({"value": value} if value else {}), letters
    letter = _free("n", letters)
    return {"value": letter}, {**letters, letter: number_called(name_of_count(level.label, text.name))}


def _is_rising(levels: Sequence[Level]) -> bool:
    """Whether the levels are printed from the lowest number up, as in "0 lần; 1 lần; trên 1 lần"."""
    lows = [each.band.low for each in levels if each.band is not None and each.band.is_exact]
    return bool(lows) and lows == sorted(lows, key=lambda low: low or 0) and (len(lows) > 1 or lows[0] == 0)


def _band_line(level: Level, maximum: Fraction, *, is_rising: bool = False) -> dict[str, str]:
    """One band by the end that is printed; one that was not read keeps its words and points."""
    band, rest = level.band, level.data(maximum)
    if band is None:
        return {"label": level.label, **rest}
    label = without_threshold(level.label)
    if is_rising and band.is_exact and band.low is not None:
        # From the lowest up, the first line that holds counts.
        return {"at_most": amount_text(band.low), "label": label, **rest}
    if band.low is not None:
        return {"at_least" if band.is_low_in else "more_than": amount_text(band.low), "label": label, **rest}
    end = {} if band.high is None else {_upper(band): amount_text(band.high)}
    return {**end, "label": label, **rest}


def _upper(band: Band) -> str:
    return "at_most" if band.is_high_in else "less_than"


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
