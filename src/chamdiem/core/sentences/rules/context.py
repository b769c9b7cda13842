"""What all clauses of one rule sentence share: a voice, the letters, the maximum."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.expression import Condition, Letter, Term
from chamdiem.core.rules.rule import FULL, NONE, IfZero, Reward, Scope
from chamdiem.core.sentences.conditions import condition_text
from chamdiem.core.sentences.formulas import phrase
from chamdiem.core.sentences.terms import day_term, is_day, term_text
from chamdiem.core.sentences.voice import Voice


@dataclass(frozen=True, slots=True)
class Sentence:
    """What all clauses of one sentence share."""

    voice: Voice
    scope: Scope
    # The maximum of the criterion: "the maximum" in words means this one only.
    maximum: Fraction
    has_points: bool = True

    def say(self, phrase: str, **facts: str) -> str:
        """A phrase with its facts."""
        return self.voice.say(phrase, **facts)

    def points(self, points: Fraction) -> str:
        """``20 điểm``."""
        return self.voice.points(self.voice.numbers.exact(points))

    def reward(self, reward: Reward, maximum: Fraction) -> str:
        """``điểm tối đa``, ``1/2 điểm tối đa``, or so many points."""
        if not self.has_points and reward in (FULL, NONE):
            return self.say("rule_met" if reward == FULL else "rule_not_met")
        if reward.points is not None or not reward.share or maximum != self.maximum:
            return self.points(reward.of(maximum))
        if reward.share == 1:
            return self.say("rule_full")
        return self.say("rule_share", share=self.voice.share(reward.share))

    def term(self, term: Term) -> str:
        """A term with its letters; a date as the days it counts."""
        return term_text(self.leaf(term), self.voice.numbers)

    def leaf(self, term: Term) -> Term:
        """A term as part of a formula; a date as the days it counts."""
        if isinstance(term, Letter) and is_day(term, self.scope):
            return phrase(day_term(term, self.scope, self.voice))
        return term

    def condition(self, condition: Condition) -> str:
        """A condition with its letters, yes/no inputs by name."""
        return condition_text(condition, self.scope, self.voice)

    def zero(self, policy: IfZero | None, maximum: Fraction) -> list[str]:
        """What a zero denominator means, where the rule says so."""
        if policy is None:
            return []
        if policy == "not_applicable":
            return [self.say("rule_zero", reward=self.say("not_applicable"))]
        return [self.say("rule_zero", reward=self.reward(FULL if policy == "full" else NONE, maximum))]
