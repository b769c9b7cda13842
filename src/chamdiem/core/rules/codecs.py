"""Codecs of what rules are made of: expressions, conditions, letters, rewards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from chamdiem.core.codecs import Codec, Number
from chamdiem.core.expression import (
    Compare,
    Condition,
    ExpressionError,
    Letter,
    Term,
    parse_condition,
    parse_term,
)
from chamdiem.core.expression import Number as Constant
from chamdiem.core.plain_data import Cursor, Inline, Plain, Unreadable, mapping, scalar
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.rules.rule import FULL, NONE, Reward
from chamdiem.core.unparse import unparse


@dataclass(frozen=True, slots=True)
class TermCodec(Codec[Term]):
    """An arithmetic expression."""

    stand_in = Constant(Fraction(1), "1")
    name: str = "expression"

    def read(self, at: Cursor) -> Term:
        """The parsed term."""
        term: Term = _parsed(at, parse_term)
        return term

    def write(self, value: Term) -> Plain:
        """The term in canonical form."""
        return Plain(unparse(value))


@dataclass(frozen=True, slots=True)
class ConditionCodec(Codec[Condition]):
    """A condition."""

    stand_in = Compare("=", Constant(Fraction(1), "1"), Constant(Fraction(1), "1"))
    name: str = "condition"

    def read(self, at: Cursor) -> Condition:
        """The parsed condition."""
        condition: Condition = _parsed(at, parse_condition)
        return condition

    def write(self, value: Condition) -> Plain:
        """The condition in canonical form."""
        return Plain(unparse(value))


@dataclass(frozen=True, slots=True)
class LetterCodec(Codec[Letter]):
    """One letter."""

    stand_in = Letter("")
    name: str = "letter"

    def read(self, at: Cursor) -> Letter:
        """The letter."""
        term = _parsed(at, parse_term)
        if not isinstance(term, Letter):
            at.report("rule.not_a_letter", value=scalar(at))
            raise Unreadable
        return term

    def write(self, value: Letter) -> Plain:
        """The letter."""
        return Plain(value.name)


def _parsed(at: Cursor, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(scalar(at))
    except ExpressionError as error:
        at.report(error.code, **error.facts)
        raise Unreadable from None


@dataclass(frozen=True, slots=True)
class RewardCodec(Codec[Reward]):
    """``full``, ``none``, ``1/2``, ``70%``, or ``{points: 1.5}``."""

    stand_in = FULL
    name: str = "reward"

    def read(self, at: Cursor) -> Reward:
        """A share of the maximum, or absolute points."""
        if isinstance(at.node.value, str):
            return _share(at)
        entries = mapping(at)
        if list(entries) != ["points"]:
            at.report("rule.not_a_reward", value=", ".join(entries))
            raise Unreadable
        return Reward(points=AMOUNT.read(entries["points"]))

    def write(self, value: Reward) -> Any:
        """The shortest way to say it."""
        if value.points is not None:
            return Inline(points=Plain(decimal_text(value.points)))
        return _share_text(value)


@dataclass(frozen=True, slots=True)
class InlineReward(Codec[Reward]):
    """A reward among other keys: ``give: 1/2`` or ``points: 1.5``."""

    stand_in = FULL
    key: str = "give"
    name: str = "reward"

    def read(self, at: Cursor) -> Reward:
        """A share of the maximum."""
        return _share(at)

    def read_as(self, key: str, at: Cursor) -> Reward:
        """A share of the maximum, or absolute points under the key of that name."""
        return Reward(points=AMOUNT.read(at)) if key == "points" else _share(at)

    def write(self, value: Reward) -> Any:
        """The key and its value, to be merged into the mapping."""
        if value.points is not None:
            return {"points": Plain(decimal_text(value.points))}
        return {self.key: _share_text(value)}


AMOUNT = Number(least=Fraction(0))


def _share(at: Cursor) -> Reward:
    text = scalar(at)
    if text in ("full", "none"):
        return FULL if text == "full" else NONE
    try:
        share = exact(text)
    except ValueError:
        at.report("rule.not_a_reward", value=text)
        raise Unreadable from None
    if not 0 <= share <= 1:
        at.report("rule.share_out_of_range", value=text)
        raise Unreadable
    return Reward(share=share)


def _share_text(reward: Reward) -> Plain:
    share = reward.share or Fraction(0)
    if share in (0, 1):
        return Plain("full" if share else "none")
    if share.denominator in (2, 3, 4, 5, 8):
        return Plain(f"{share.numerator}/{share.denominator}")
    return Plain(f"{decimal_text(share * 100)}%" if 100 % share.denominator == 0 else str(share))
