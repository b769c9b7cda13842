"""Every rule kind with its keys: the one table that reads, writes and documents rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from chamdiem.core.expression import (
    Condition,
    ExpressionError,
    Letter,
    Term,
    parse_condition,
    parse_term,
)
from chamdiem.core.plain_data import Cursor, Inline, Plain, Unreadable, mapping, scalar
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.rules.checklist import ChecklistPart, ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule, Option
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumPart, SumRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule, Special
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL, NONE, Reward, Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.rules.tiers import Side, Tier, TiersRule
from chamdiem.core.schema import Codec, Field, Flag, Many, Number, Record, Table, Text, Whole, Word
from chamdiem.core.unparse import unparse


@dataclass(frozen=True, slots=True)
class TermCodec(Codec[Term]):
    """An arithmetic expression."""

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

    name: str = "reward"

    def read(self, at: Cursor) -> Reward:
        """A share of the maximum, or absolute points."""
        if isinstance(at.node.value, str):
            return _share(at)
        (key, cursor), *more = mapping(at).items() or [("", at)]
        if more or key not in ("give", "points", "share"):
            at.report("rule.not_a_reward", value=key)
            raise Unreadable
        return Reward(points=_AMOUNT.read(cursor)) if key == "points" else _share(cursor)

    def write(self, value: Reward) -> Any:
        """The shortest way to say it."""
        if value.points is not None:
            return Inline(points=Plain(decimal_text(value.points)))
        return _share_text(value)


@dataclass(frozen=True, slots=True)
class InlineReward(Codec[Reward]):
    """A reward among other keys: ``give: 1/2`` or ``points: 1.5``."""

    key: str = "give"
    name: str = "reward"

    def read(self, at: Cursor) -> Reward:
        """Read the one key present."""
        return RewardCodec().read(at)

    def write(self, value: Reward) -> Any:
        """The key and its value, to be merged into the mapping."""
        if value.points is not None:
            return {"points": Plain(decimal_text(value.points))}
        return {self.key: _share_text(value)}


_AMOUNT = Number(least=Fraction(0))


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


@dataclass(frozen=True, slots=True)
class TierCodec(Codec[Tier]):
    """One band: exactly one of the four sides."""

    name: str = "band"

    def read(self, at: Cursor) -> Tier:
        """The side, its threshold and the rest."""
        entries = mapping(at)
        if sum(side in entries for side in _SIDES) != 1:
            at.report("rule.one_side", allowed=", ".join(_SIDES))
            raise Unreadable
        tier: Tier = BAND.read(at)
        return tier

    def write(self, value: Tier) -> Any:
        """The side first."""
        text = decimal_text(value.threshold)
        plain = Inline({value.side: Plain(text)})
        plain.update(InlineReward().write(value.reward))
        if value.label:
            plain["label"] = value.label
        return plain


_SIDES: tuple[Side, ...] = ("at_least", "more_than", "less_than", "at_most")
_GIVE = Field("give", InlineReward(), FULL, "points given", "reward", ("points",))
_LABEL = Field("label", Text(), "", "words for people")


def _make_tier(reward: Reward, label: str, **thresholds: Fraction | None) -> Tier:
    sides = ((side, thresholds[side]) for side in _SIDES)
    side, threshold = next((side, value) for side, value in sides if value is not None)
    return Tier(side, threshold, reward, label)


BAND = Record(
    _make_tier,
    (
        Field("at_least", Number(), None, "the value is this or more"),
        Field("more_than", Number(), None, "the value is more than this"),
        Field("less_than", Number(), None, "the value is less than this"),
        Field("at_most", Number(), None, "the value is this or less"),
        _GIVE,
        _LABEL,
    ),
    "band",
    is_inline=True,
)


@dataclass(frozen=True, slots=True)
class RuleCodec(Codec[Rule]):
    """A rule: its kind decides which other keys it has."""

    name: str = "rule"

    def read(self, at: Cursor) -> Rule:
        """The rule of the kind named."""
        if isinstance(at.node.value, str):  # ``else: none``
            return _bare_kind(at)
        entries = mapping(at)
        if "kind" not in entries:
            at.report("schema.lacking_key", key="kind")
            raise Unreadable
        kind = Word(tuple(KINDS)).read(entries["kind"])
        rule: Rule = KINDS[kind].read(at)
        return rule

    def write(self, value: Rule) -> Any:
        """The kind, then the keys that differ from their defaults."""
        if isinstance(value, FixedRule):
            return Plain("full" if value.gives_all else "none")
        return Inline({"kind": Plain(value.kind), **KINDS[value.kind].write(value)})


def _bare_kind(at: Cursor) -> Rule:
    return FixedRule(gives_all=Word(("full", "none")).read(at) == "full")


def _kind(make: Callable[..., Rule], *fields: Field) -> Record:
    def build(kind: str, **values: Any) -> Rule:  # noqa: ARG001  the kind chose this record
        return make(**values)

    return Record(build, (Field("kind", Text(), None, "the kind of rule", "kind"), *fields), is_inline=True)


_RULE = RuleCodec()
_TERM = TermCodec()
_CONDITION = ConditionCodec()
_PERCENT = Number(percent=True, least=Fraction(0))
_STEP = Number(is_positive=True)
_ZERO = Field(
    "if_zero", Word(("zero", "full", "not_applicable")), None, "points when the denominator is zero"
)

_CHECKLIST_PART = Record(
    ChecklistPart,
    (Field("when", _CONDITION, meaning="the condition"), _GIVE, _LABEL),
    "checklist part",
    is_inline=True,
)
_OPTION = Record(Option, (_LABEL, _GIVE), "option", is_inline=True)
_COUNT_PART = Record(
    CountPart,
    (
        Field("of", _TERM, meaning="what is counted"),
        Field("points_each", _AMOUNT, meaning="points for each unit or step"),
        Field("every", _STEP, None, "size of a step; only full steps count"),
        Field("cap", RewardCodec(), None, "most this part gives"),
        _LABEL,
    ),
    "counted part",
    is_inline=True,
)
_WORTH = Field("share", InlineReward("share"), FULL, "the part's own maximum", "worth", ("points",))
_SUM_PART = Record(
    SumPart,
    (_WORTH, _LABEL, Field("rule", _RULE, meaning="how the part is awarded")),
    "sum part",
    is_inline=True,
)
_SPECIAL = Record(
    Special,
    (
        Field("when", _CONDITION, meaning="when this case is decided so"),
        _GIVE,
        Field("exclude", Flag(), default=False, meaning="leave this organisation out of the comparison"),
        _LABEL,
    ),
    "special case",
    is_inline=True,
)

KINDS: dict[str, Record] = {
    "full": _kind(lambda: FixedRule(gives_all=True)),
    "none": _kind(lambda: FixedRule(gives_all=False)),
    "yes_no": _kind(YesNoRule, Field("when", _CONDITION, meaning="full marks when it holds")),
    "choice": _kind(
        ChoiceRule,
        Field("of", LetterCodec(), meaning="the choice input"),
        Field("options", Table(_OPTION, is_inline=True, is_required=True), meaning="code → label and reward"),
    ),
    "checklist": _kind(
        ChecklistRule,
        Field("parts", Many(_CHECKLIST_PART, is_required=True), meaning="the conditions", attribute="parts_"),
        Field("need", Word(("any", "all")), "any", "any: rewards add up; all: full marks only if all hold"),
    ),
    "ratio": _kind(
        RatioRule,
        Field("value", _TERM, meaning="the ratio"),
        Field("full_at", _PERCENT, None, "full marks from here (100 %; 0 % for better: low)"),
        Field(
            "below",
            Word(("scale", "ratio", "zero")),
            "scale",
            "under full_at: ratio/full_at × max, ratio × max, or nothing",
        ),
        Field("better", Word(("high", "low")), "high", "low: the smaller the ratio the better"),
        _ZERO,
        Field("cap", _PERCENT, Fraction(1), "most it gives, as a share of the maximum"),
    ),
    "tiers": _kind(
        TiersRule,
        Field("value", _TERM, meaning="the value banded"),
        Field("tiers", Many(TierCodec(), is_required=True), meaning="bands, first match wins"),
        Field("otherwise", RewardCodec(), NONE, "outside all bands"),
        _ZERO,
    ),
    "count": _kind(
        CountRule,
        Field("parts", Many(_COUNT_PART, is_required=True), meaning="what is counted", attribute="parts_"),
        Field("cap", RewardCodec(), FULL, "most it gives"),
    ),
    "deduct": _kind(
        DeductRule,
        Field(
            "parts",
            Many(_COUNT_PART, is_required=True),
            meaning="what is taken off the maximum",
            attribute="parts_",
        ),
    ),
    "sum": _kind(
        SumRule,
        Field(
            "parts",
            Many(_SUM_PART, is_required=True),
            meaning="rules with maxima of their own",
            attribute="parts_",
        ),
        Field("cap", RewardCodec(), FULL, "most it gives"),
    ),
    "best_of": _kind(BestOfRule, Field("rules", Many(_RULE, is_required=True), meaning="the alternatives")),
    "gate": _kind(
        GateRule,
        Field("when", _CONDITION, meaning="the precondition"),
        Field("then", _RULE, meaning="the rule when it holds"),
        Field("else", _RULE, FixedRule(gives_all=False), "the rule when it does not", "otherwise"),
    ),
    "peer": _kind(
        PeerRule,
        Field("value", _TERM, meaning="the figure compared"),
        Field("method", Word(("min_max", "share_of_max", "leader_excess")), meaning="how it is compared"),
        Field("among", Word(("all", "peer_group")), "all", "with whom"),
        Field("better", Word(("high", "low")), "high", "low: the smallest figure leads"),
        Field("special", Many(_SPECIAL), (), "cases decided without the others"),
        Field("if_all_equal", RewardCodec(), FULL, "when all figures are equal"),
        Field("if_all_zero", RewardCodec(), NONE, "when the highest figure is zero"),
        _ZERO,
        Field("target", _TERM, None, "leader_excess: the target of the organisation"),
    ),
    "manual": _kind(
        ManualRule,
        Field("step", _STEP, None, "points are given in steps of this size"),
        Field("guide", Text(), "", "what the assessor looks at"),
        Field("assessors", Whole(most=9), 1, "how many give marks without seeing each other's"),
        Field("combine", Word(("mean", "median", "consensus")), "mean", "how marks become points"),
        Field("tolerance", _AMOUNT, None, "marks further apart go to the council"),
    ),
}
