"""The intermediate form: what every rule becomes before it is computed.

Twelve kinds of node say all that the rule kinds can say. The interpreters live
elsewhere: exact scalar (``exact``), arrays (``matrix``), intervals (``bounds``).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.quotient import Bound


@dataclass(frozen=True, slots=True)
class Constant:
    """So many points, whatever the inputs."""

    points: Fraction


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The criterion does not apply."""


@dataclass(frozen=True, slots=True)
class NoPolicy:
    """A denominator is zero and the rule does not say what follows: nothing can be awarded."""


@dataclass(frozen=True, slots=True)
class NeedsPeers:
    """The figures of the other organisations are not there yet; the own one is ``value``.

    Once they are there it gives from nothing to ``most``.
    """

    value: Bound
    most: Fraction


@dataclass(frozen=True, slots=True)
class Linear:
    """``factor`` points for each unit of ``value``, kept within ``low … high``.

    Read only where the denominator of ``value`` is known not to be zero.
    """

    factor: Fraction
    value: Bound
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class Steps:
    """``each`` points for every full step of ``value``, kept within ``low … high``."""

    each: Fraction
    every: Fraction
    value: Bound
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class If:
    """One node or the other."""

    when: Test
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of all parts; one part that does not apply, and nothing does, whatever the others lack."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """The largest part, read from the left until one reaches ``enough``."""

    parts: tuple[Node, ...]
    enough: Fraction


@dataclass(frozen=True, slots=True)
class Clamp:
    """A node kept within ``low … high``."""

    node: Node
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Case:
    """A table over the options of a choice, by position of the option."""

    position: int
    points: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """Points given by people: agreed at ``agreed``, else combined from ``marks``."""

    agreed: int
    marks: tuple[int, ...]
    combine: str
    tolerance: Fraction
    scale: int


Node = (
    Constant
    | NotApplicable
    | NoPolicy
    | NeedsPeers
    | Linear
    | Steps
    | If
    | Sum
    | Best
    | Clamp
    | Case
    | Assessed
)


@dataclass(frozen=True, slots=True)
class Holds:
    """A yes/no input is yes."""

    position: int


@dataclass(frozen=True, slots=True)
class IsZero:
    """The denominator of a term is zero, or stays so whatever an empty figure becomes."""

    value: Bound


@dataclass(frozen=True, slots=True)
class AtLeast:
    """``value >= 0`` (or ``> 0``); false where the value divides by zero."""

    value: Bound
    strictly: bool


@dataclass(frozen=True, slots=True)
class Equals:
    """``value = 0``; false where the value divides by zero."""

    value: Bound


@dataclass(frozen=True, slots=True)
class Opposite:
    """The test fails."""

    test: Test


@dataclass(frozen=True, slots=True)
class All:
    """Left and right: one that fails settles it, even while the other lacks a figure."""

    left: Test
    right: Test


@dataclass(frozen=True, slots=True)
class Any:
    """Left or right: one that holds settles it, even while the other lacks a figure."""

    left: Test
    right: Test


Test = Holds | IsZero | AtLeast | Equals | Opposite | All | Any


@dataclass(frozen=True, slots=True)
class Spread:
    """What a peer rule needs of all organisations compared: how many, least, most."""

    count: int
    least: Fraction
    most: Fraction
