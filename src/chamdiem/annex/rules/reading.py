"""What was made of one calculation text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of the source that led to the rule: ``text[start:end]`` of a field, and what it says."""

    field: str
    start: int
    end: int
    says: str


@dataclass(slots=True)
class RuleReading:
    """A rule as plain data of the set format, with everything that led to it.

    ``confidence`` is a percentage: 90 and more where every word was understood
    as it stands, less where a reading was chosen. A manual rule has 0. ``zero_unsaid``: what a
    denominator of zero gives, where the text does not say. ``plain``: those of ``assumed`` that only say how
    the text was read. ``is_reasoned``: ``why_not`` is said in words
    of the reader, and does not quote what was not understood.
    """

    rule: dict[str, Any] | str
    inputs: dict[str, dict[str, str]] = field(default_factory=dict)
    checks: list[str] = field(default_factory=list)
    not_applicable_when: str = ""
    confidence: int = 0
    phrases: list[Phrase] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    why_not: str = ""
    is_reasoned: bool = False
    zero_unsaid: str = ""

    @property
    def is_manual(self) -> bool:
        """Whether people award the points."""
        return isinstance(self.rule, dict) and self.rule.get("kind") == "manual"


def by_hand(why_not: str = "", guide: str = "") -> RuleReading:
    """No rule: people award the points, with the text as their guide."""
    rule = {"kind": "manual", **({"guide": guide} if guide else {})}
    return RuleReading(rule, why_not=why_not)


def for_a_reason(why_not: str, guide: str = "") -> RuleReading:
    """No rule, though the text was understood: it leaves the points to people, or contradicts itself."""
    return replace(by_hand(why_not, guide), is_reasoned=True)
