"""The lines of a calculation text that name a case by words, and what it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.printed_lines import lines_of, points_behind
from chamdiem.core.lint.printed_rewards import PrintedReward, read_reward, reward_words
from chamdiem.core.lint.wording import corrected

# "Xuất sắc 10 điểm, Tốt được 8 điểm": levels one after the other.
_ENTRIES = re.compile(r"(?<=điểm)\s*[,.]\s+(?=[^\W\d_])|(?<=tối đa)\s*[,.]\s+(?=[^\W\d_])|\s*[;\n]\s*")
_CASE = re.compile(
    r"[\s+•-]*(?P<case>[^\d:%]{2,60}?(?:\s\d{1,2}(?=\s+(?:được|thì|đạt)\b))?)(?:\s*:\s*|\s+)"
    r"(?:(?:thì|được|đạt|tính|chấm)\s+)*"
    r"(?P<reward>(?:\(?\d|điểm tối đa|không (?:được |có )?điểm).*?)\s*\.?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedCase:
    """A line that names a case and what it gives."""

    text: str
    case: str
    reward: PrintedReward

    @property
    def points(self) -> tuple[Fraction, ...]:
        """The points that may be meant."""
        return self.reward.points


def list_cases(row: Row) -> list[PrintedCase]:
    """The lines of a row that name a case by words."""
    found = []
    for text in lines_of(corrected(row, "method")):
        told = points_behind(text)
        case, colon, _ = told.partition(":")
        reward = read_reward(reward_words(told), row.max_points or Fraction(1)) if colon else None
        if reward is not None and reward.points:
            found.append(PrintedCase(" ".join(text.split()), case, reward))
    return found


def list_levels(row: Row) -> list[PrintedCase]:
    """The lines of a row that name a level, with a colon, a verb or nothing before its points."""
    lines = list_cases(row)
    if lines or not row.max_points:
        return lines
    entries = _ENTRIES.split(corrected(row, "method").strip())
    read = [read_level(entry, row.max_points) for entry in entries]
    return [line for line in read if line is not None] if all(read) else []


def read_level(entry: str, maximum: Fraction) -> PrintedCase | None:
    """An entry that names a level and what it earns, with a verb or nothing between; None for any other."""
    match = _CASE.match(entry)
    reward = read_reward(match["reward"], maximum) if match else None
    if match is None or reward is None or not reward.points:
        return None
    return PrintedCase(" ".join(match.group().split()), match["case"], reward)
