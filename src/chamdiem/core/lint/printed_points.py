"""The points a calculation text states for the values of its bands, and for all others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.lint.printed_bands import PrintedBand
from chamdiem.core.lint.printed_lines import lines_of, points_behind
from chamdiem.core.lint.printed_rewards import PrintedReward, read_reward, reward_words

_REST = re.compile(
    r"^(?:còn lại|ngược lại|(?:các )?(?:trường hợp|đơn vị) (?:khác|còn lại)|khác)\b(?P<then>.*)",
    re.IGNORECASE,
)
# "Không đạt thì 0 điểm" beside "đạt 100%"; "không đạt 100%" is a band.
_NOT_REACHED = re.compile(
    r"^(?:(?:không|chưa) (?:hoàn thành|đạt)(?! *\d)(?: (?:yêu cầu|mục tiêu|chỉ tiêu|kế hoạch|mức này))?"
    r"|(?:thấp|nhỏ|ít) hơn(?=\s*:))\b(?P<then>.*)",
    re.IGNORECASE,
)
# "Không có: 0 điểm", "không có cuộc nào: 0 điểm" beside numbers of meetings.
_NOTHING = re.compile(
    r"^(?:không|chưa) (?:có|tổ chức|thực hiện|phát sinh)(?P<noun>(?: [^\W\d_]+){0,3}?)(?: nào)?"
    r"\s*(?::|\b(?:được|thì)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"^(?:không|chưa)\b", re.IGNORECASE)
_GIVES = re.compile(r"\d.*\b(?:điểm|chấm)\b(?! tối đa (?:là )?\d)", re.IGNORECASE)
_FORMULA = re.compile(
    # "A/b × 5" stands for itself; "a/b × 100" is a percentage.
    r"(?:(?:^|\.\s+)['’]?điểm\s*[=:]|^(?=\(*[a-z]\s*/\s*[a-z]\s*\)*\s*[*x×]\s*(?!100\b)\d))(?P<then>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A line that states points, and the values it is about; no band: all that no band names."""

    line: str
    reward: PrintedReward
    band: PrintedBand | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """What a text states: its bands, the lines of them that can be read, and the line about the rest.

    ``has_words`` where a line names a case by words only (``chưa tổ chức: 0 điểm``): it may be about zero.
    ``nothing`` is the line that surely is.
    """

    bands: Sequence[PrintedBand]
    lines: Sequence[Stated]
    rest: Stated | None
    has_words: bool
    nothing: Stated | None = None

    @property
    def is_percent(self) -> bool:
        """Whether the bands are in percent."""
        return bool(self.bands) and self.bands[0].unit == "%"

    @property
    def edges(self) -> list[Fraction]:
        """The ends of the bands, in their unit."""
        return sorted({edge for band in self.bands for edge in (band.low, band.high) if edge is not None})

    def line_for(self, value: Fraction) -> Stated | None:
        """The line that speaks of a value; None where none does, or several that disagree."""
        if value == 0 and self.has_words:
            return self.nothing
        own = value * (100 if self.is_percent else 1)
        naming = _tightest([band for band in self.bands if band.includes(own)])
        if not naming:
            # After "4 lần", "3 lần", "2 lần" nobody means that five earn what is left over.
            is_beyond = all(band.high is not None and own > band.high for band in self.bands) and any(
                band.low == band.high == max(self.edges) for band in self.bands
            )
            return None if self.bands and is_beyond else self.rest
        lines = [each for each in self.lines if each.band in naming]
        return lines[0] if len(naming) == len(lines) == 1 else None


def read_points(text: str, bands: Sequence[PrintedBand], maximum: Fraction) -> Printed:
    """What a text with these bands states where a row may give ``maximum``."""
    rewards = ((band, read_reward(reward_words(band.then), maximum)) for band in bands)
    stated = [Stated(band.line, reward, band) for band, reward in rewards if reward is not None]
    rest = _rest(text, maximum) or (_not_reached(text, maximum) if bands else None)
    told = {rest.line} if rest else set()
    others = dict(_other_cases(text, bands, maximum)) if bands else {}
    has_words = any(":" in line for line in others.keys() - told)
    is_other = any(_is_earned(line, reward) for line, reward in others.items() if line not in told)
    known = {*others, *(each.line for each in stated)}
    if rest and (is_other or _follows_unread(text, rest.line, known)):
        rest = None
    return Printed(bands, stated, rest, has_words, _nothing(bands, others))


def _nothing(bands: Sequence[PrintedBand], others: Mapping[str, PrintedReward]) -> Stated | None:
    """The only line in words, where it says that there is none of what the bands count."""
    nouns = {band.noun for band in bands}
    if len(others) != 1 or "%" in nouns:
        return None
    ((line, reward),) = others.items()
    match = _NOTHING.match(line)
    own = match["noun"].casefold().split() if match else [""]
    return Stated(line, reward) if not own or own[0] in nouns else None


def has_other_case(text: str, bands: Sequence[PrintedBand], maximum: Fraction) -> bool:
    """Whether a line beside the bands gives points, for values that it does not say in numbers."""
    return any(_is_earned(line, reward) for line, reward in _other_cases(text, bands, maximum))


def _other_cases(
    text: str, bands: Sequence[PrintedBand], maximum: Fraction
) -> Iterator[tuple[str, PrintedReward]]:
    """The lines that are no bands and give something: ``họp hàng quý: 4 điểm``."""
    told = {band.line for band in bands}
    for line in lines_of(text):
        reward = None if line in told else read_reward(reward_words(line), maximum)
        if reward is not None:
            yield line, reward


def _is_earned(line: str, reward: PrintedReward) -> bool:
    """Whether a line may be about any value: nothing done, and what earns nothing, is about zero."""
    return not _DENIED.match(line) and any(reward.points or (reward.slope,))


def _rest(text: str, maximum: Fraction) -> Stated | None:
    """The line about all other values: what is left over, else the only formula without a condition."""
    lines = lines_of(text)
    for line in lines:
        match = _REST.match(points_behind(line))
        if match:
            reward = read_reward(match["then"], maximum)
            return None if reward is None else Stated(line, reward)
    formulas = [(line, match["then"]) for line in lines if (match := _FORMULA.search(line)) and match["then"]]
    reward = read_reward(formulas[0][1], maximum) if len(formulas) == 1 else None
    return Stated(formulas[0][0], reward) if reward is not None and reward.slope is not None else None


def _follows_unread(text: str, rest: str, known: Collection[str]) -> bool:
    """Whether a line ahead of that about the rest gives points for a number, in words that are not known."""
    lines = lines_of(text)
    ahead = lines[: lines.index(rest)] if rest in lines else ()
    return any(_GIVES.search(line) and line not in known and "=" not in line for line in ahead)


def _not_reached(text: str, maximum: Fraction) -> Stated | None:
    """The line about who did not reach what the bands name."""
    for line in lines_of(text):
        match = _NOT_REACHED.match(line)
        reward = read_reward(match["then"], maximum) if match else None
        if reward is not None and (reward.points or reward.slope is not None):
            return Stated(line, reward)
    return None


def _tightest(bands: list[PrintedBand]) -> list[PrintedBand]:
    """Of half-lines in one direction (``≥ 10``, ``≥ 7``) only the one that holds least, or the one value."""
    exactly = [band for band in bands if band.low == band.high]
    if len(bands) > len(exactly) == 1:
        # "100%: 10 điểm, 90% trở lên: 8 điểm".
        others = [band for band in bands if band not in exactly]
        return exactly if all(band.high is None for band in others) else bands
    if len(bands) > 1 and all(band.high is None for band in bands):
        return [max(bands, key=lambda band: band.low or 0)]
    if len(bands) > 1 and all(band.low is None for band in bands):
        return [min(bands, key=lambda band: band.high or 0)]
    return bands
