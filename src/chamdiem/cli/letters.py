"""Figures on the command line: ``a=950``, or several at once: ``n=60; x=có``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.sentences import Language
from chamdiem.core.sentences.figures import read_in
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import Place, Problem, Refused

# A new figure begins where a letter and an equals sign follow a separator.
_BETWEEN = re.compile(r"\s*[;,]?\s+(?=\w+\s*=)|\s*[;,](?=\w+\s*=)")


def read_letters(
    texts: Sequence[str], criterion: Criterion, problems: list[Problem], language: Language, within: str = ""
) -> Answers:
    """Figures of one organisation, written as the language does.

    A value that cannot be read goes to ``problems`` and is left out.

    Raises:
        Refused: Not of the form ``letter=value``, an unknown letter, or one given twice.
    """
    given = _given(texts, criterion)
    answers = {}
    letters = criterion.letters
    for figure, (letter, declared) in zip(letters.figures, letters.inputs.items(), strict=True):
        if given.get(letter):
            try:
                answers[figure] = read_in(declared, given[letter], language)
            except UnreadableValue as error:
                facts = {**error.problem.facts, "label": declared.label or letter, "value": given[letter]}
                problems.append(Problem(error.problem.code, facts, Place(path=f"{within}{letter}")))
    return answers


def _given(texts: Sequence[str], criterion: Criterion) -> dict[str, str]:
    """Letter → what was typed for it."""
    given: dict[str, str] = {}
    for text in texts:
        for part in _BETWEEN.split(text.strip()):
            letter, value = _pair(part, criterion)
            if letter in given:
                raise Refused("letter.twice", letter=letter)
            given[letter] = value
    return given


def _pair(part: str, criterion: Criterion) -> tuple[str, str]:
    letter, equals, value = (text.strip() for text in part.partition("="))
    if not equals or not letter:
        raise Refused("letter.malformed", value=part)
    known = list(criterion.letters.inputs)
    if letter not in known:
        raise Refused("letter.unknown", letter=letter, row=criterion.label, known=", ".join(known) or "–")
    return letter, value
