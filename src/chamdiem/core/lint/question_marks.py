"""Question marks that stand for letters, as a wrong encoding leaves them: ``một c?a``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from chamdiem.core.lint.lexicon import COMMON, known_syllables, pairs, unique_spelling

_WORD = re.compile(r"(?<![^\s(“])[^\W\d_]*(?:\?[^\W\d_]*)+(?=[.,;:)”]*(?:\s|$))")
_INSIDE = re.compile(r"\?[^\W\d_A-Z]")
# A question never ends in consonants alone.
_NO_WORD = re.compile(r"[bcdđghklmnpqrstvx]{1,3}\?+", re.IGNORECASE)


def asked_words(text: str) -> tuple[str, ...]:
    """Words of a text in which question marks stand for letters.

    Example:
        >>> asked_words("Hệ thống m?t c?a đi?n t? có hay không?")
        ('m?t', 'c?a', 'đi?n', 't?')
    """
    if "?" not in text:
        return ()
    return tuple(dict.fromkeys(word for word in _WORD.findall(text) if _is_asked(word)))


def repair_question_marks(text: str, asked: tuple[str, ...]) -> tuple[str, list[str]]:
    """The text with letters in place of question marks where one known word fits, and what was changed."""
    if not asked:
        return text, []
    words = text.split(" ")
    bare = [word.strip("(“.,;:)”") for word in words]
    changes = []
    for place, word in enumerate(bare):
        if word in asked:
            meant = _meant(bare, place)
            if meant:
                changes.append(f"{word} → {meant}")
                words[place] = words[place].replace(word, meant)
                bare[place] = meant
    return " ".join(words), changes


def _is_asked(word: str) -> bool:
    plain = word.rstrip("?")
    return bool(_INSIDE.search(word) or _NO_WORD.fullmatch(word)) and not (plain.isupper() and len(plain) > 1)


def _meant(words: list[str], place: int) -> str:
    """The word that fits here beside its neighbours, or alone; empty where none or several do."""
    word = words[place]
    fitting = tuple(dict.fromkeys(_beside(words, place)))
    if not fitting:
        # Alone, a word everybody uses is likelier than a half of a compound.
        known = tuple(chain.from_iterable(known_syllables().values()))
        form = _form(word)
        fitting = tuple(filter(form.fullmatch, COMMON)) or tuple(filter(form.fullmatch, known))
    meant = unique_spelling(fitting)
    return meant.capitalize() if word[:1].isupper() else meant


def _beside(words: list[str], place: int) -> Iterator[str]:
    """The words that make a compound with the word before or after."""
    form = _form(words[place])
    before = _form(words[place - 1]) if place else None
    after = _form(words[place + 1]) if place + 1 < len(words) else None
    for first, second in pairs():
        if after is not None and form.fullmatch(first) and after.fullmatch(second):
            yield first
        if before is not None and before.fullmatch(first) and form.fullmatch(second):
            yield second


def _form(word: str) -> re.Pattern[str]:
    """What a word may have been: each question mark is one letter that plain Latin lacks."""
    return re.compile(re.escape(word.casefold()).replace(r"\?", r"[^\W\d_a-z]"))
