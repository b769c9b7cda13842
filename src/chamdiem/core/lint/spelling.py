"""Misprinted words: accents lost or changed, and words that can be no syllable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.damage import is_damaged
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.lexicon import ACRONYMS, COMMON, DEPARTMENTS, compounds, known_syllables
from chamdiem.core.lint.likeness import differs_by_one_letter
from chamdiem.core.lint.syllables import is_syllable
from chamdiem.core.lint.wording import Passage

_WORD = re.compile(r"[^\W\d_]+")
# Small words that stand before or after anything.
_EVERYWHERE_TEXT = """
có của các và là do cho từ đã để tại về theo với trong trên không một hai ba năm số mỗi đến được bị ở
này đó khi so như ra vào lên bởi qua mà thì hay hoặc nhằm tới đủ đang sẽ cần phải tự cả
"""
_EVERYWHERE = frozenset(_EVERYWHERE_TEXT.split())
_PATTERNS = (
    (re.compile(r"\bCông(?=\s*/\s*[Tt]rang\b)"), "Cổng"),
    (
        re.compile(r"(?<=[Tt]rang/ )[Cc]ông(?= (?:thông|TTĐT))|(?<=[Tt]rang/)[Cc]ông(?= (?:thông|TTĐT))"),
        "Cổng",
    ),
    (re.compile(rf"\bS[ốơổ](?= (?:{'|'.join(map(re.escape, DEPARTMENTS))})\b)"), "Sở"),
    (re.compile(r"\bít nh[âấ]n(?= một\b)"), "ít nhất"),
)
_BY_PLAIN = {without_accents(acronym): acronym for acronym in ACRONYMS if not acronym.isascii()}


def confused_words(document: Document) -> Iterator[Hit]:
    """Accents make another word of a well-known one (Công thông tin, chuyên đổi số)."""
    for passage in document.wording.passages():
        slips = _accent_slips(document.wording.segments(passage.text))
        for printed, meant in dict.fromkeys((*_pattern_slips(passage.text), *slips)):
            yield _hit(passage, printed, meant)


def impossible_words(document: Document) -> Iterator[Hit]:
    """A word with Vietnamese letters that can be no Vietnamese syllable: misprinted or glued."""
    verdicts: dict[str, str | None] = {}
    for passage in document.wording.passages():
        words = () if is_damaged(passage) else dict.fromkeys(_WORD.findall(passage.text))
        for word in words:
            if word not in verdicts:
                verdicts[word] = _repair(word)
            meant = verdicts[word]
            if meant is not None:
                yield _hit(passage, word, meant)


def _pattern_slips(text: str) -> Iterator[tuple[str, str]]:
    for pattern, meant in _PATTERNS:
        for match in pattern.finditer(text):
            after = " ".join(text[match.end() :].split()[:2])
            yield (
                f"{match.group()}{_joint(text, match.end())}{after}",
                f"{meant}{_joint(text, match.end())}{after}",
            )


def _joint(text: str, place: int) -> str:
    return " " if text[place : place + 1] == " " else ""


def _accent_slips(segments: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Neighbouring words whose plain letters are a known compound, but whose accents are not."""
    known = compounds()
    for words in segments:
        pairs = list(pairwise(words))
        plain = without_accents(" ".join(words).casefold()).split()
        accepted = [known.get(f"{one} {two}", ()) for one, two in pairwise(plain)]
        if not any(accepted):
            continue
        phrases = [f"{one} {two}".casefold() for one, two in pairs]
        is_right = [phrase in ways for phrase, ways in zip(phrases, accepted, strict=True)]
        for place, (first, second) in enumerate(pairs):
            if not accepted[place] or is_right[place]:
                continue
            meant = _nearest(phrases[place], accepted[place]).split()
            wrong = _slip(phrases[place].split(), meant)
            # The syllable may belong to the word beside it: văn bản | hành chính, chỉ | so sánh.
            beside = place - 1 if wrong == 0 else place + 1
            if wrong is not None and not (0 <= beside < len(pairs) and is_right[beside]):
                yield f"{first} {second}", f"{_cased(meant[0], first)} {_cased(meant[1], second)}"
    for word in (word for words in segments for word in words if word in _BY_PLAIN):
        yield word, _BY_PLAIN[word]


def _cased(word: str, like: str) -> str:
    """A word in the case of another: ``cổng`` like ``Công`` is ``Cổng``."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


def _slip(printed: list[str], meant: list[str]) -> int | None:
    """Which of two syllables lost or changed its accents; None where it is no slip.

    Small words that stand everywhere are left alone, and so are two differences.
    """
    wrong = [place for place, (word, right) in enumerate(zip(printed, meant, strict=True)) if word != right]
    return wrong[0] if len(wrong) == 1 and printed[wrong[0]] not in _EVERYWHERE else None


def _nearest(phrase: str, accepted: tuple[str, ...]) -> str:
    def distance(other: str) -> int:
        return sum(a != b for a, b in zip(phrase, other, strict=False))

    return min(accepted, key=distance)


def _repair(word: str) -> str | None:
    """What a word should be, empty when unknown; None when nothing is wrong with it."""
    if word.isascii() or _is_acronym(word):
        return None
    halves = _parted_at_capital(word)
    if len(halves) > 1:
        return " ".join(halves) if all(is_syllable(half.casefold()) for half in halves) else None
    lower = word.casefold()
    if is_syllable(lower) or len(word) == 1 or _is_place_name(word):
        return None
    if word.isupper():
        plain = without_accents(word)
        return next((known for known in ACRONYMS if differs_by_one_letter(plain, without_accents(known))), "")
    return _with_accents(lower) or _parted(lower) or next((each for each in COMMON if each[1:] == lower), "")


def _with_accents(word: str) -> str:
    """The one known word with the same plain letters: ``đưọc`` is ``được``."""
    known = known_syllables().get(without_accents(word), ())
    return known[0] if len(known) == 1 else ""


def _is_acronym(word: str) -> bool:
    """Capitals without tone: HĐND, QLVBĐH; also UBNDxã is none."""
    return word.isupper() and all(letter.isascii() or letter in "ĐƯƠ" for letter in word)


def _is_place_name(word: str) -> bool:
    """Names from other languages of the country: Prông, Krông, Đắk, Lắk."""
    return word.istitle() and any(
        is_syllable(word[place:].casefold()) for place in (1, 2) if len(word) > place + 1
    )


def _parted_at_capital(word: str) -> list[str]:
    """``liệuĐiểm`` as ``liệu``, ``Điểm``."""
    for place, (before, after) in enumerate(pairwise(word), start=1):
        if before.islower() and after.isupper():
            return [word[:place], word[place:]]
    return [word]


def _parted(word: str) -> str:
    """Two glued syllables parted; a known compound first."""
    parts = [
        f"{word[:place]} {word[place:]}"
        for place in range(2, len(word) - 1)
        if is_syllable(word[:place]) and is_syllable(word[place:])
    ]
    known = compounds()
    best = [phrase for phrase in parts if phrase in known.get(without_accents(phrase), ())]
    return (best or parts or [""])[0]


def _hit(passage: Passage, printed: str, meant: str) -> Hit:
    facts: Facts = {"field": Word(passage.field), "printed": printed, "meant": meant or Word("unknown")}
    return Hit(
        row=passage.row, detail=f"{passage.field}:{printed}", printed=printed, computed=meant, facts=facts
    )


CHECKS = (
    Check("text.confused", "warning", "text", confused_words),
    Check("text.impossible", "warning", "text", impossible_words),
)
