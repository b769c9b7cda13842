"""A rule as one sentence, as a regulation would print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Both, Condition, Letter, letters_in, yes_no_letters
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.sentences.conditions import condition_text, failing_text, name_of
from chamdiem.core.sentences.phrases import Language
from chamdiem.core.sentences.rules.composed import rule_clauses
from chamdiem.core.sentences.rules.context import Sentence
from chamdiem.core.sentences.rules.listed import is_asked_by_name
from chamdiem.core.sentences.rules.measured import is_named
from chamdiem.core.sentences.voice import voice


def rule_sentence(criterion: Criterion, language: Language = "vi", *, with_labels: bool = False) -> str:
    """How points follow from the figures, in one sentence.

    Args:
        criterion: The criterion.
        language: Which language.
        with_labels: Explain the letters by their labels at the end.
    """
    spoken = voice(language)
    has_points = criterion.row.max_points is not None
    sentence = Sentence(spoken, criterion.scope, criterion.maximum, has_points=has_points)
    clauses = [*rule_clauses(criterion.rule, criterion.maximum, sentence), *_around(criterion, sentence)]
    if with_labels:
        clauses += _letters(criterion, sentence)
    text = "; ".join(clauses)
    # A letter of a formula stays as it is printed.
    is_letter = text.split(" ", 1)[0].rstrip(":") in criterion.scope.inputs
    return text if is_letter else text[:1].upper() + text[1:]


def around_sentence(criterion: Criterion, language: Language = "vi") -> str:
    """When the criterion does not apply, and what must hold between its figures; empty where nothing is."""
    has_points = criterion.row.max_points is not None
    sentence = Sentence(voice(language), criterion.scope, criterion.maximum, has_points=has_points)
    return "; ".join(_around(criterion, sentence))


def _around(criterion: Criterion, sentence: Sentence) -> Iterator[str]:
    """When the criterion does not apply, and what must hold between its figures."""
    row, spoken = criterion.row, sentence.voice
    if row.not_applicable_when is not None:
        yield _applies_not(row.not_applicable_when, sentence)
    hard: list[Condition] = [check.that for check in row.checks if not check.soft]
    if hard:
        text = condition_text(reduce(Both, hard), criterion.scope, spoken)
        yield spoken.say("rule_check", condition=text)
    soft: list[Condition] = [check.that for check in row.checks if check.soft]
    if soft:
        text = failing_text(reduce(Both, soft), criterion.scope, spoken)
        yield spoken.say("rule_soft_check", condition=text)


def _applies_not(condition: Condition, sentence: Sentence) -> str:
    """When the criterion does not apply; a label that says so itself is not denied once more."""
    scope, spoken = sentence.scope, sentence.voice
    name = name_of(condition.name, scope) if isinstance(condition, Letter) else ""
    if name.casefold().startswith("không áp dụng"):
        return spoken.say("rule_asked_apart", name=name[:1].lower() + name[1:])
    return spoken.say("rule_applies_not", condition=condition_text(condition, scope, spoken))


def _letters(criterion: Criterion, sentence: Sentence) -> Iterator[str]:
    """``trong đó a: Tổng số hồ sơ, b: …``: the letters the sentence shows, with their labels."""
    inputs = criterion.scope.inputs
    shown = [letter for letter in _letters_shown(criterion) if inputs[letter].label]
    if shown:
        spoken = sentence.voice
        texts = [spoken.say("rule_letter", letter=each, label=inputs[each].label) for each in shown]
        yield spoken.say("rule_letters", letters="; ".join(texts))


def _letters_shown(criterion: Criterion) -> Iterable[str]:
    """Letters that stand in the sentence as letters: yes/no inputs stand there by name."""
    row = criterion.row
    conditions = [check.that for check in row.checks]
    if row.not_applicable_when is not None:
        conditions.append(row.not_applicable_when)
    letters: list[str] = []
    for rule in walk(criterion.rule):
        terms = (
            ()
            if isinstance(rule, RatioRule | TiersRule) and is_named(rule, criterion.scope)
            else rule.terms()
        )
        letters += [letter for term in terms for letter in letters_in(term)]
        if not (isinstance(rule, YesNoRule) and is_asked_by_name(rule.when, criterion.scope)):
            conditions += rule.conditions()
    for condition in conditions:
        named = yes_no_letters(condition)
        letters += [letter for letter in letters_in(condition) if letter not in named]
    choices = {letter for letter in letters if criterion.scope.inputs[letter].type == "choice"}
    return [letter for letter in criterion.scope.inputs if letter in set(letters) - choices]
