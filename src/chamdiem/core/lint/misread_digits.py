"""Digits read for letters and letters for digits, as scans give them: ``c0 quan``, ``L4N``, ``8O%``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.lexicon import ACRONYMS, Pair, compounds, known_syllables
from chamdiem.core.lint.syllables import is_syllable

# "c0", "L4N", "4G": what a mixed word has in it, and most texts lack.
_BESIDE_LETTER = re.compile(r"\d(?:(?<=[^\W\d_].)|(?=[^\W\d_]))")
_MIXED = re.compile(r"(?<![\w.,/-])(?=\w*\d)(?=\w*[^\W\d_])[^\W_]{2,12}(?![\w/-])")
_FIGURE = r"[\dOolI][\dOolIS]{0,3}(?:[,.][\dOolIS]{1,3})?"
# "8O%", "l0 điểm", "5O-6O%", and "từ 5O hồ sơ" behind a word that bounds what follows.
_NUMBERS = (
    re.compile(
        rf"(?<![\w.,/])(?<!\w-)(?<!mục )(?<!phần )(?<!nhóm ){_FIGURE}(?:\s*[-–]\s*{_FIGURE})?"
        r"(?=\s*(?:%|điểm\b|đ\b))"
    ),
    re.compile(
        r"(?:(?<=từ )|(?<=đến )|(?<=Từ )|(?<=dưới )|(?<=Dưới )|(?<=trên )|(?<=Trên )|(?<=nhất )|(?<=thiểu )"
        r"|(?<=[≥≤<>])|(?<=[≥≤<>] ))(?:(?=\d[\dO]*O)[\dO]{2,5}|[lI][0O])(?=\s+[^\W\d_])"
    ),
)
# What the figures above have in them, and most texts lack.
_LETTER_FOR_DIGIT = re.compile(r"[OolIS](?<![^\W\d_OolIS].)(?=[\dOolIS,.\s–%đ-])")
_O_FOR_DIGIT = re.compile(r"[\dlI](?:(?<=\d)O|(?<=[lI])[0O])")
# "10" and "0" of which no digit is left.
_NO_DIGIT_LEFT = re.compile(r"[lI][Oo]|O")
# "S0 cuộc họp", "d0 trưởng ban": words of two letters are sure only by what follows.
_SHORT = re.compile(
    r"\b(?:S0(?= (?:cuộc|lượng|hồ sơ|lần|người|hộ|tin|bài|lớp|buổi|đơn vị|cơ quan|máy|cán bộ|tài khoản"
    r"|văn bản|xã|thôn)\b)"
    r"|d0(?= (?:trưởng|lãnh đạo|đơn vị|cơ quan|người|cán bộ|Chủ tịch|Bí thư|Phó|UBND|Sở|tỉnh|huyện|xã)\b))"
)
_SHORT_WORDS = {"S0": "Số", "d0": "do"}
# One digit between small letters: codes have theirs at an end, or capitals.
_INSIDE = re.compile(r"[^\W\d_]+\d[^\W\d_]+")
_AFTER = re.compile(r"\s+([^\W\d_]+)")
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+)\s+$")
_AS_LETTERS = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "8": "b", "9": "g"}
_AS_DIGITS = str.maketrans("OolIS", "00115")
_WORDS_TEXT = """
internet website zalo facebook wifi email online cloud smartphone camera lan wan iot
"""
_WORDS = frozenset((*_WORDS_TEXT.split(), *(without_accents(each).casefold() for each in ACRONYMS)))


def misread_digits(text: str) -> Iterator[tuple[str, str]]:
    """What is printed and what is meant; nothing is meant where only the digit in a syllable is sure.

    Example:
        >>> list(misread_digits("c0 quan có mạng L4N đạt 8O%, mạng 4G, B2B"))
        [('8O', '80'), ('c0 quan', 'cơ quan'), ('L4N', 'LAN')]
        >>> list(misread_digits("hệ th0ng của h0i, CQĐT2"))
        [('hệ th0ng', 'hệ thống'), ('h0i', '')]
        >>> list(misread_digits("từ 5O hồ sơ: l0 điểm; mục I1 điểm a"))
        [('l0', '10'), ('5O', '50')]
    """
    yield from _numbers(text)
    for match in _SHORT.finditer(text) if "0 " in text else ():
        after = f" {text[match.end() :].split(maxsplit=1)[0]}"
        yield f"{match.group()}{after}", f"{_SHORT_WORDS[match.group()]}{after}"
    for match in _MIXED.finditer(text) if _BESIDE_LETTER.search(text) else ():
        readings = [*_readings(match.group())]
        found = _known_word(match.group(), readings) or _compound(match, text, readings)
        if found is not None:
            yield found
        elif match.group().islower() and _INSIDE.fullmatch(match.group()) and any(map(is_syllable, readings)):
            yield match.group(), next(filter(_is_known, readings), "")


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """What stands where a number must, and is one but for letters."""
    for sign, pattern in zip((_LETTER_FOR_DIGIT, _O_FOR_DIGIT), _NUMBERS, strict=True):
        for match in pattern.finditer(text) if sign.search(text) else ():
            printed = match.group()
            is_mixed = any(map(str.isdigit, printed)) and any(map(str.isalpha, printed))
            if is_mixed or _NO_DIGIT_LEFT.fullmatch(printed):
                yield printed, printed.translate(_AS_DIGITS)


def _readings(word: str) -> Iterator[str]:
    """The word with each digit read as a letter; none where a digit looks like none."""
    ways = [_AS_LETTERS.get(sign, "") if sign.isdigit() else sign for sign in word]
    for letters in product(*ways) if all(ways) else ():
        read = "".join(letters)
        yield read.upper() if word.upper() == word and len(word) > 2 else read


def _known_word(word: str, readings: list[str]) -> tuple[str, str] | None:
    meant = next((each for each in readings if without_accents(each).casefold() in _WORDS), None)
    return None if meant is None else (word, meant)


def _compound(match: re.Match[str], text: str, readings: list[str]) -> tuple[str, str] | None:
    """The compound the word makes with the word after it, or in small letters with that before it."""
    word, after = match.group(), _AFTER.match(text, match.end())
    before = (
        _BEFORE.search(text, 0, match.start())
        if word.islower() and (len(word) > 2 or word[0] == "đ")
        else None
    )
    for reading in readings:
        if after and (pair := _pair(reading, after.group(1), sure=1)):
            return f"{word} {after.group(1)}", " ".join(pair)
        if before and (pair := _pair(before.group(1), reading, sure=0)):
            return f"{before.group(1)} {word}", f"{before.group(1)} {pair[1]}"
    return None


def _pair(first: str, second: str, *, sure: int) -> Pair | None:
    """The compound with these plain letters, and the accents of the word that is sure."""
    printed = first.casefold(), second.casefold()
    known = compounds().get((without_accents(printed[0]), without_accents(printed[1])), ())
    return next((pair for pair in known if pair[sure] == printed[sure]), None)


def _is_known(syllable: str) -> bool:
    return syllable in known_syllables().get(without_accents(syllable), ())
