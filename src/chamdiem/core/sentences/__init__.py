"""Reasons, rules, conditions and problems in words, Vietnamese and English.

The only place of the core that holds sentences for people.
"""

from chamdiem.core.sentences.phrases import LANGUAGES, Language
from chamdiem.core.sentences.problems import problem_text, refusal_text
from chamdiem.core.sentences.reasons.telling import reason_text, reason_tree
from chamdiem.core.sentences.rules.sentence import around_sentence, rule_sentence

__all__ = [
    "LANGUAGES",
    "Language",
    "around_sentence",
    "problem_text",
    "reason_text",
    "reason_tree",
    "refusal_text",
    "rule_sentence",
]
