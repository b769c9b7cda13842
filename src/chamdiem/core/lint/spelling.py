"""Misprinted words: accents lost or changed, and words that can be no syllable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, pairwise

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.damage import is_damaged
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.dropped_letters import (
    fragments,
    is_without_vowel,
    pairs_without_a_letter,
    words_without_a_letter,
)
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.known_slips import slips_in
from chamdiem.core.lint.lexicon import (
    ACRONYMS,
    COMMON,
    Pair,
    compounds,
    is_compound,
    known_syllables,
    pairs_in_use,
)
from chamdiem.core.lint.likeness import differs_by_one_letter
from chamdiem.core.lint.place_words import is_place_pair, is_place_word
from chamdiem.core.lint.small_texts import SMALL_FIELDS
from chamdiem.core.lint.syllables import is_syllable
from chamdiem.core.lint.wording import Passage

# Small words that stand before or after anything.
_EVERYWHERE_TEXT = """
có của các và là do cho từ đã để tại về theo với trong trên không một hai ba năm số mỗi đến được bị ở
này đó khi so như ra vào lên bởi qua mà thì hay hoặc nhằm tới đủ đang sẽ cần phải tự cả
"""
_EVERYWHERE = frozenset(_EVERYWHERE_TEXT.split())
# Words that stand alone after a compound: "định danh | mức 2" is no danh mục, "chỉ tiêu | chỉ" no tiêu chí.
_AFTER_COMPOUNDS = frozenset(("mức", "cấp", "bậc", "hạng", "chỉ"))
_CONSONANTS = frozenset("bcdđghjklmnpqrstvwxz")
# What the letters of Windows-1258 become where Windows-1252 is taken for granted.
_MISREAD = str.maketrans("ýÝõÕãÃðÐ", "ưƯơƠăĂđĐ")
_BY_PLAIN = {without_accents(acronym): acronym for acronym in ACRONYMS if not acronym.isascii()}


def confused_words(document: Document) -> Iterator[Hit]:
    """Wrong accents or a missing letter in a well-known word (Công thông tin, chuyên đổi số, phát hin)."""
    for passage in document.texts:
        slips = _slips(document.wording.segments(passage.text), is_small=passage.field in SMALL_FIELDS)
        for printed, meant in dict.fromkeys((*slips_in(passage.text), *slips)):
            yield _hit(passage, printed, meant)


def impossible_words(document: Document) -> Iterator[Hit]:
    """A word that can be no Vietnamese syllable: misprinted, glued, or left without a letter."""
    for passage in document.texts:
        words = () if is_damaged(passage) else document.wording.segments(passage.text)
        for word in dict.fromkeys(chain.from_iterable(words)):
            meant = _repair(word)
            if meant is not None and not _is_in_a_slip(word, passage, document):
                yield _hit(passage, word, meant)


def _is_in_a_slip(word: str, passage: Passage, document: Document) -> bool:
    """Whether the word is reported already, with the word beside it."""
    slips = _slips(document.wording.segments(passage.text), is_small=passage.field in SMALL_FIELDS)
    return any(word in printed.split() for printed, _ in slips)


def _slips(segments: Sequence[Sequence[str]], *, is_small: bool) -> Iterator[tuple[str, str]]:
    """Well-known words that lack a letter or have other accents: compounds, then acronyms.

    ``is_small`` in labels and names of offices, which string nouns together.
    """
    for words in segments:
        spoken = " ".join(words).casefold().split()
        yield from _letter_slips(words, spoken)
        yield from _compound_slips(words, spoken, is_small=is_small)
    for word in chain.from_iterable(segments):
        if word in _BY_PLAIN:
            yield word, _BY_PLAIN[word]


def _letter_slips(words: Sequence[str], spoken: list[str]) -> Iterator[tuple[str, str]]:
    """Compounds of which one syllable lacks a letter: phát hin."""
    if fragments().isdisjoint(spoken):
        return
    pairs, dropped = list(pairwise(spoken)), pairs_without_a_letter()
    is_right = [is_compound(" ".join(pair)) for pair in pairs]
    for place, pair in enumerate(pairs):
        # Kho | học liệu: one of the two is part of another word.
        printed = words[place : place + 2]
        if pair not in dropped or is_place_pair(" ".join(printed)):
            continue
        # "TT huyện" is an abbreviation; "dch" belongs to no other word.
        bare = [word for word in printed if is_without_vowel(word.casefold())]
        if any(word.isupper() for word in bare):
            continue
        if bare or not any(_belongs_beside(place, side, is_right) for side in (0, 1)):
            yield " ".join(printed), " ".join(map(_cased, dropped[pair], printed))


def _compound_slips(words: Sequence[str], spoken: list[str], *, is_small: bool) -> Iterator[tuple[str, str]]:
    pairs, right = list(pairwise(spoken)), pairs_in_use()
    meant_by = list(map(_meant_by, pairs))
    if not any(meant_by):
        return
    is_right = [pair in right for pair in pairs]
    told = -1
    for place, (pair, accepted) in enumerate(zip(pairs, meant_by, strict=True)):
        if accepted:
            meant = min(accepted, key=partial(_distance, pair))
            wrong = _slip(pair, meant)
            # A word between two others is told once.
            if wrong is None or place + wrong == told or _belongs_beside(place, wrong, is_right):
                continue
            if is_small and _is_between(place, wrong, is_right):
                continue
            stands_alone = wrong == 1 and pair[1] in _AFTER_COMPOUNDS
            if not (stands_alone and _belongs_beside(place, 0, is_right)):
                told = place + wrong
                printed = words[place : place + 2]
                if not is_place_pair(" ".join(printed)):
                    yield " ".join(printed), " ".join(map(_cased, meant, printed))


@lru_cache(maxsize=8192)
def _meant_by(pair: Pair) -> tuple[Pair, ...]:
    """The compounds that two words are but for their accents; a document says few pairs, again and again."""
    if pair in pairs_in_use():
        return ()
    return compounds().get((without_accents(pair[0]), without_accents(pair[1])), ())


def _belongs_beside(place: int, wrong: int, is_right: list[bool]) -> bool:
    """Whether the syllable is one of the compound beside it: văn bản | hành chính, chỉ | so sánh."""
    beside = place - 1 if wrong == 0 else place + 1
    return 0 <= beside < len(is_right) and is_right[beside]


def _is_between(place: int, wrong: int, is_right: list[bool]) -> bool:
    """Whether both syllables have neighbours of their own: viễn thông | đứng chân, số khác | phục vụ."""
    return 0 <= (place - 1 if wrong == 0 else place + 1) < len(is_right) and _belongs_beside(
        place, 1 - wrong, is_right
    )


def _distance(pair: Pair, other: Pair) -> int:
    return sum(a != b for a, b in zip(" ".join(pair), " ".join(other), strict=False))


def _cased(word: str, like: str) -> str:
    """A word in the case of another: ``cổng`` like ``Công`` is ``Cổng``."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


def _slip(printed: Pair, meant: Pair) -> int | None:
    """Which of two syllables lost or changed its accents; None where it is no slip.

    Small words that stand everywhere are left alone, and so are two differences.
    """
    wrong = [place for place, (word, right) in enumerate(zip(printed, meant, strict=True)) if word != right]
    return wrong[0] if len(wrong) == 1 and printed[wrong[0]] not in _EVERYWHERE else None


@lru_cache(maxsize=8192)
def _repair(word: str) -> str | None:
    """What a word should be, empty when unknown; None when nothing is wrong with it."""
    if word.isascii():
        return words_without_a_letter().get(word.casefold())
    if _is_acronym(word):
        return None
    halves = _parted_at_capital(word)
    if len(halves) > 1:
        return " ".join(halves) if all(is_syllable(half.casefold()) for half in halves) else None
    lower = word.casefold()
    if is_syllable(lower) or len(word) == 1 or is_place_word(word) or _is_foreign(word):
        return None
    if word.isupper():
        plain = without_accents(word)
        return next((known for known in ACRONYMS if differs_by_one_letter(plain, without_accents(known))), "")
    return (
        _with_accents(lower)
        or _decoded(word)
        or _parted(lower)
        or next((each for each in COMMON if each[1:] == lower), "")
    )


def _decoded(word: str) -> str:
    """``thýơng`` is ``thương``: one Windows code page taken for another; else empty."""
    decoded = word.translate(_MISREAD)
    return decoded if decoded != word and is_syllable(decoded.casefold()) else ""


def _with_accents(word: str) -> str:
    """The known word with the same plain letters that is nearest: ``đưọc`` is ``được``, not ``dược``."""
    known = known_syllables().get(without_accents(word), ())
    differences = {each: sum(a != b for a, b in zip(each, word, strict=True)) for each in known}
    nearest = [each for each in known if differences[each] == min(differences.values())]
    return nearest[0] if len(nearest) == 1 else ""


def _is_acronym(word: str) -> bool:
    """Capitals without tone: HĐND, QLVBĐH; also UBNDxã is none."""
    return word.isupper() and all(letter.isascii() or letter in "ĐƯƠ" for letter in word)


def _is_foreign(word: str) -> bool:
    """Names from other languages of the country: Prông, Krông; not Tổchức or Banhành."""
    lower = word.casefold()
    return word.istitle() and any(
        is_syllable(lower[place:])
        for place in (1, 2)
        if len(word) > place + 1 and _CONSONANTS.issuperset(lower[:place])
    )


def _parted_at_capital(word: str) -> list[str]:
    """``liệuĐiểm`` as ``liệu``, ``Điểm``."""
    for place, (before, after) in enumerate(pairwise(word), start=1):
        if before.islower() and after.isupper():
            return [word[:place], word[place:]]
    return [word]


def _parted(word: str) -> str:
    """Two glued syllables parted, as a known compound where that is possible; empty where it is not."""
    halves = ((word[:place], word[place:]) for place in range(2, len(word) - 1))
    parts = [" ".join(pair) for pair in halves if all(map(is_syllable, pair))]
    return next(filter(is_compound, parts), parts[0] if parts else "")


def _hit(passage: Passage, printed: str, meant: str) -> Hit:
    facts: Facts = {"field": Word(passage.field), "printed": printed, "meant": meant}
    return Hit(
        row=passage.row, detail=f"{passage.field}:{printed}", printed=printed, computed=meant, facts=facts
    )


CHECKS = (
    Check("text.confused", "warning", "text", confused_words),
    Check("text.impossible", "warning", "text", impossible_words),
)
