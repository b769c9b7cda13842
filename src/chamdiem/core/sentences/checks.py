"""Checks between figures in words: what must hold, and what the figures say instead."""

from __future__ import annotations

from functools import lru_cache

from chamdiem.core.award import Status
from chamdiem.core.criterion import Criterion, Outcome
from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Check
from chamdiem.core.quotient import Values
from chamdiem.core.sentences.conditions import Find, condition_text, finder
from chamdiem.core.sentences.phrases import Language
from chamdiem.core.sentences.reasons.telling import reason_text
from chamdiem.core.sentences.score_words import status_text
from chamdiem.core.sentences.terms import value_writer
from chamdiem.core.sentences.voice import voice

# "Ý kiến", "Ở xã", "Y tế": other letters that stand alone are those of figures.
_WORDS_OF_ONE_LETTER = frozenset("YÝỞÔỔỦ")


def check_text(check: Check, criterion: Criterion, language: Language = "vi") -> str:
    """What must hold: ``b + c ≤ a``, or the words the set has for it."""
    if check.label:
        return in_sentence(check.label)
    return condition_text(check.that, criterion.scope, voice(language))


def in_sentence(label: str) -> str:
    """A label inside a sentence: ``Số máy`` as ``số máy``, not ``UBND xã``, ``B ít hơn C``."""
    is_word = label[1:2].islower() or (label[1:2] == " " and label[:1] in _WORDS_OF_ONE_LETTER)
    return label[:1].lower() + label[1:] if is_word else label


def checked_reason(criterion: Criterion, outcome: Outcome, values: Values, language: Language = "vi") -> str:
    """Why the points; where a hard check is broken there are none, and that is the reason."""
    broken = [
        broken_check_text(check, criterion, values, language) for check in outcome.broken if not check.soft
    ]
    if not broken:
        return reason_text(outcome, language)
    return f"{status_text(Status.INVALID, language)}: {'; '.join(broken)}"


def broken_check_text(check: Check, criterion: Criterion, values: Values, language: Language = "vi") -> str:
    """What must hold and does not: ``b + c ≤ a, nhưng 30 + 90 = 120 > 100``."""
    must, _find = _made_ready(check, criterion, language)
    found = in_sentence(found_text(check, criterion, values, language))
    return voice(language).say("check_broken", check=must, found=found)


def found_text(check: Check, criterion: Criterion, values: Values, language: Language = "vi") -> str:
    """What the figures say of a check: ``30 + 90 = 120 > 100``."""
    _must, find = _made_ready(check, criterion, language)
    holds, found = find(values)
    return _never(check, criterion, values, language) if holds is None else found


def _never(check: Check, criterion: Criterion, values: Values, language: Language) -> str:
    """What is there rules it out: ``với a = 1, b = 2 thì c bằng bao nhiêu cũng không thoả mãn``."""
    scope, speaker = criterion.scope, voice(language)
    letters = sorted(letters_in(check.that), key=scope.positions.__getitem__)
    known = [letter for letter in letters if values[scope.positions[letter]] is not None]
    written = [f"{letter} = {value_writer(letter, scope, speaker)(values)}" for letter in known]
    lacking = [letter for letter in letters if letter not in known]
    return speaker.say("check_never", known=", ".join(written), lacking=", ".join(lacking))


@lru_cache(maxsize=4_096)
def _made_ready(check: Check, criterion: Criterion, language: Language) -> tuple[str, Find]:
    """What must hold, and the function that says what the figures say: made once, asked at every edit."""
    find = finder(check.that, criterion.scope, voice(language))
    return check_text(check, criterion, language), find
