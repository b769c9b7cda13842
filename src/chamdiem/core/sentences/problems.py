"""Problems and refusals in words: what is wrong, with which value, and what to do about it.

The sentences stand in tables, so that the wording can be read and reviewed as
one text; a test keeps them complete and without leftovers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from chamdiem.core.points import exact
from chamdiem.core.sentences import (
    problem_texts_answers,
    problem_texts_files,
    problem_texts_plans,
    problem_texts_scores,
    problem_texts_sets,
    refusal_texts,
)
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.phrases import LANGUAGES, Language
from chamdiem.core.sentences.problem_words import WORDS
from chamdiem.errors import NumberText, Problem

# Code → (Vietnamese, English).
PROBLEMS: Mapping[str, tuple[str, str]] = {
    **problem_texts_files.TEXTS,
    **problem_texts_sets.TEXTS,
    **problem_texts_plans.TEXTS,
    **problem_texts_answers.TEXTS,
    **problem_texts_scores.TEXTS,
}
REFUSALS: Mapping[str, tuple[str, str]] = refusal_texts.TEXTS

# Facts that are numbers of ours; what people typed is shown as they typed it.
_NUMBERS = frozenset({"least", "most", "count", "lines", "step", "points", "digits", "at", "read", "meant"})
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,12})?")
_LONGEST = 200


def problem_text(problem: Problem, language: Language = "vi") -> str:
    """One sentence about a problem; where it stands is for the caller to say."""
    return _said(PROBLEMS[problem.code], problem.facts, language)


def refusal_text(code: str, facts: Mapping[str, str], language: Language = "vi") -> str:
    """One sentence about a refusal."""
    return _said(REFUSALS[code], facts, language)


def _said(both: tuple[str, str], facts: Mapping[str, str], language: Language) -> str:
    shown = {name: _shown(name, fact, language) for name, fact in facts.items()}
    if "label" in facts:
        shown["label"] = shown["label"] or _word("this_value", language)
    if "like" in facts:
        hint = _word("alike", language).format(like=shown["like"])
        shown["alike"] = hint if facts["like"] else ""
    if "organisation" in facts:
        hint = _word("of_organisation", language).format(organisation=shown["organisation"])
        shown["of_organisation"] = hint if facts["organisation"] else ""
    return both[LANGUAGES.index(language)].format_map(shown)


def _shown(name: str, fact: str, language: Language) -> str:
    """A fact as the language writes it, on one line and not endless."""
    if (name in _NUMBERS or isinstance(fact, NumberText)) and _DECIMAL.fullmatch(fact):
        return STYLES[language].exact(exact(fact))
    if name in ("why", "expected", "listed"):
        return _word(fact, language)
    plain = " ".join(fact.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"


def _word(key: str, language: Language) -> str:
    return WORDS.get(key, (key, key))[LANGUAGES.index(language)]
