"""Findings of lint in words: what is wrong, with which value, and what to do about it.

The sentences stand in tables, so that the wording can be read and reviewed as
one text; a test keeps them complete and without leftovers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from chamdiem.core.lint.finding import Fact, Finding, Percent, Word
from chamdiem.core.sentences import finding_texts_rules, finding_texts_tables, finding_texts_wording
from chamdiem.core.sentences.finding_words import WORDS
from chamdiem.core.sentences.formal import formal_text
from chamdiem.core.sentences.numbers import STYLES, NumberStyle, operand
from chamdiem.core.sentences.phrases import Language

_LONGEST = 160
_MOST_ITEMS = 12
# Facts that nobody can judge by halves.
_WHOLE = frozenset({"note"})
# Facts that are written as set files write them; people read them otherwise.
_FORMAL = frozenset({"term", "condition", "checks", "band", "read", "rule", "terms", "given"})

# Points that were computed: 25/3 of them are about 8.333.
_POINTS = frozenset({"computed", "difference"})
# Words in square brackets are said only where the fact in them is known.
_WHERE_KNOWN = re.compile(r"\[([^\[\]{]*\{(\w+)\}[^\[\]{]*)\]")

# Code → (Vietnamese, English).
FINDINGS: Mapping[str, tuple[str, str]] = {
    **finding_texts_tables.TEXTS,
    **finding_texts_wording.TEXTS,
    **finding_texts_rules.TEXTS,
}


def finding_sentence(finding: Finding, language: Language = "vi") -> str:
    """One sentence about a finding: what is wrong and what to do."""
    template = FINDINGS[finding.code][0 if language == "vi" else 1]
    whole = {"row": WORDS["whole_set"][0 if language == "vi" else 1]}
    facts = {name: _named(name, fact, language) for name, fact in {**whole, **finding.facts}.items()}
    said = _WHERE_KNOWN.sub(lambda words: words.group(1) if facts.get(words.group(2)) else "", template)
    sentence = said.format_map(facts)
    return sentence[:1].upper() + sentence[1:]


def _named(name: str, fact: Fact, language: Language) -> str:
    if name in _WHOLE:
        return str(fact)
    is_formal = name in _FORMAL and isinstance(fact, str)
    text = _shown(formal_text(str(fact), language) if is_formal else fact, language)
    if name in _POINTS and isinstance(fact, Fraction) and "/" in text:
        return operand(STYLES[language].number(fact.numerator, fact.denominator))
    return text


def _shown(fact: Fact, language: Language) -> str:
    style = STYLES[language]
    match fact:
        case str():
            return _short(fact)
        case tuple():
            items = [_shown(each, language) for each in fact]
            return ", ".join(items[:_MOST_ITEMS]) + (" …" if len(items) > _MOST_ITEMS else "")
        case Word(key):
            vietnamese, english = WORDS.get(key, (key, key))
            return vietnamese if language == "vi" else english
        case _:
            return _number(fact, style)


def _number(fact: int | Fraction | Percent, style: NumberStyle) -> str:
    match fact:
        case Percent(share):
            return style.percent(share)
        case Fraction():
            return style.exact(fact)
        case _:
            return style.whole(fact)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
