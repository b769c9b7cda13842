"""Every rule kind with its keys: the one table that reads, writes and documents rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from chamdiem.core.codecs import Codec, Flag, Number, Text, Whole, Word
from chamdiem.core.plain_data import Cursor, Inline, Plain, Unreadable, mapping
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.checklist import ChecklistPart, ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule, Option
from chamdiem.core.rules.codecs import (
    AMOUNT,
    ConditionCodec,
    InlineReward,
    LetterCodec,
    RewardCodec,
    TermCodec,
)
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumPart, SumRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule, Special
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL, NONE, Reward, Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.rules.tiers import Side, Tier, TiersRule
from chamdiem.core.schema import Field, Many, Record, Table
from chamdiem.core.strangers import misspelt


@dataclass(frozen=True, slots=True)
class TierCodec(Codec[Tier]):
    """One band: exactly one of the four sides."""

    stand_in = Tier("at_least", Fraction(0), FULL)
    name: str = "band"

    def read(self, at: Cursor) -> Tier:
        """The side, its threshold and the rest."""
        entries = mapping(at)
        if sum(side in entries for side in _SIDES) != 1 and not _is_side_misspelt(entries):
            at.report("rule.one_side", allowed=", ".join(_SIDES))
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


def _is_side_misspelt(entries: Mapping[str, Cursor]) -> bool:
    return not set(misspelt(entries, BAND.by_key).values()).isdisjoint(_SIDES)


_SIDES: tuple[Side, ...] = ("at_least", "more_than", "less_than", "at_most")
_GIVE = Field("give", InlineReward(), FULL, "points given", "reward", ("points",))
_LABEL = Field("label", Text(), "", "words for people")


def _make_tier(reward: Reward, label: str, **thresholds: Fraction | None) -> Tier:
    for side in _SIDES:
        threshold = thresholds[side]
        if threshold is not None:
            return Tier(side, threshold, reward, label)
    return replace(TierCodec.stand_in, reward=reward, label=label)


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

    stand_in = FixedRule(gives_all=True)
    name: str = "rule"

    def read(self, at: Cursor) -> Rule:
        """The rule of the kind named."""
        if isinstance(at.node.value, str):  # ``else: none``
            return _bare_kind(at)
        rule: Rule = KINDS[_kind_at(at)].read(at)
        return rule

    def write(self, value: Rule) -> Any:
        """The kind, then the keys that differ from their defaults."""
        if isinstance(value, FixedRule):
            return Plain("full" if value.gives_all else "none")
        return Inline({"kind": Plain(value.kind), **KINDS[value.kind].write(value)})


def _kind_at(at: Cursor) -> str:
    """The kind of a rule; where it is misspelt the kind meant, so that the rest is read all the same."""
    entries = mapping(at)
    given = entries.get("kind")
    if given is None:
        meant = {key: name for name, key in misspelt(entries, _EVERY_KEY).items()}
        given = entries.get(meant.get("kind", ""))
    if given is None:
        at.report("schema.lacking_key", key="kind")
        raise Unreadable
    kinds = tuple(KINDS)
    try:
        return Word(kinds).read(given)
    except Unreadable:
        like = get_close_matches(given.node.value, kinds, n=1) if isinstance(given.node.value, str) else ()
        if not like:
            raise
        return like[0]


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
        Field("points_each", AMOUNT, meaning="points for each unit or step"),
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
        Field("assessors", Whole(least=1, most=9), 1, "how many give marks without seeing each other's"),
        Field("combine", Word(("mean", "median", "consensus")), "mean", "how marks become points"),
        Field("tolerance", AMOUNT, None, "marks further apart go to the council"),
    ),
}

_EVERY_KEY = tuple({key: None for record in KINDS.values() for key in record.by_key})
