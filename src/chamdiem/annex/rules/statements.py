"""What one clause of a calculation text states."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Formula
from chamdiem.annex.rules.rewards import Reward


@dataclass(frozen=True, slots=True)
class Statement:
    """Base: the clause it was read from."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class Definition(Statement):
    """As in "a = Số lượng …", "Tổng số … (gọi là a)"; ``constant`` when the figure is printed."""

    letter: str
    label: str
    constant: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Assignment(Statement):
    """As in "Tỷ lệ = a/b", "Y = a/b"; ``figures`` are letters with what they stand for in words."""

    name: str
    formula: Formula
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WordsRatio(Statement):
    """As in "Tỷ lệ = tổng chi cho A / tổng chi cho B": two figures named by words; ``name`` is what it is called.

    ``letters``: those printed behind the two, as in "số hồ sơ đúng hạn (a) / tổng số hồ sơ (b)".
    ``is_points``: the clause multiplies it by the maximum.
    """

    above: str
    below: str
    name: str = "tỷ lệ"
    letters: tuple[str, str] | None = None
    is_points: bool = False


@dataclass(frozen=True, slots=True)
class Points(Statement):
    """As in "Điểm = Tỷ lệ * Điểm tối đa"; ``figures`` are letters with what they stand for in words."""

    formula: Formula
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """So many points times a ratio: one that ``words`` name, or a ``formula``."""

    points: Fraction
    words: str
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Shares(Statement):
    """As in "tỷ lệ hoàn thành x 6 điểm" in a row of ten: parts of the points."""

    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Award(Statement):
    """A condition and what it gives; ``band`` is set where the condition is numeric.

    ``is_joined``: several conditions are listed in front of the one reward.
    ``figures``: letters of a formula it gives, with what they stand for in words.
    """

    condition: str
    reward: Reward
    band: Band | None = None
    is_alternative: bool = False
    is_joined: bool = False
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Each(Statement):
    """So many points for every thing, or for every ``every`` of them; ``takes_off`` what it costs instead.

    ``is_share``: for every so many percent of a ratio. ``is_presumed``: the text only says what one of them costs.
    ``is_other_price``: for another kind of the things in front of it. ``is_signed``: only a minus says that it costs.
    """

    what: str
    points: Reward
    every: Fraction = Fraction(1)
    cap: Reward | None = None
    takes_off: bool = False
    is_alternative: bool = False
    most: Fraction | None = None
    is_share: bool = False
    is_presumed: bool = False
    is_other_price: bool = False
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Shortfall(Statement):
    """So many points off for every ``step`` percent a ratio stays behind, or goes beyond (``is_excess``).

    ``below``: where it begins, if printed. ``is_presumed``: the text only says what one step costs.
    """

    step: Fraction
    points: Reward
    is_excess: bool = False
    below: Fraction | None = None
    is_presumed: bool = False


@dataclass(frozen=True, slots=True)
class Cap(Statement):
    """The most all of it gives, or takes off."""

    most: Reward
    takes_off: bool = False


@dataclass(frozen=True, slots=True)
class AtMostOne(Statement):
    """As in "b>a thì lấy tỷ lệ = 1": what every ratio does anyway."""


@dataclass(frozen=True, slots=True)
class NotApplicable(Statement):
    """Who is not assessed."""


@dataclass(frozen=True, slots=True)
class Peers(Statement):
    """Compared with the others: ``share_of_max`` or ``min_max``.

    ``figure`` is what is compared, where it is named; ``own`` where a formula says it.
    """

    method: str
    figure: str = ""
    better: str = "high"
    own: Formula | None = None


@dataclass(frozen=True, slots=True)
class Goal(Statement):
    """A goal without points: "100% người dân có …", "Tối thiểu 05 cuộc họp", "Tỷ lệ càng cao điểm càng cao".

    ``is_growing``: nothing is said but that points grow with the value.
    """

    band: Band | None
    is_growing: bool = False


@dataclass(frozen=True, slots=True)
class Heading(Statement):
    """Words that only introduce what follows; they may name a condition."""


@dataclass(frozen=True, slots=True)
class Prose(Statement):
    """Nothing about points that we can tell; ``is_left``: a condition whose reward was not found."""

    has_numbers: bool = False
    is_left: bool = False
