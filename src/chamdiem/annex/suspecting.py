"""Which pieces of a text may be damaged, and how much it costs to leave them as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chamdiem.annex.everyday import EVERYDAY, is_hamlet
from chamdiem.annex.vocabulary import LOST_SIGNS, TOKEN, Vocabulary, is_whole
from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.syllables import is_syllable

# What it costs to leave a piece: more than a repair that its neighbours speak for.
_FRAGMENT, _REST, _LETTER, _FOREIGN, _UNKNOWN = 14, 8, 10, 7, 4
_FORMULA = re.compile(r"\s*[=+*/×:<>≥≤÷)\]%]|\s+(?:là|và|với|x)\b|\s*[-–]\s")
_BEFORE_FORMULA = re.compile(r"[=+*/×:<>≥≤÷(\[]\s*$|[-–]\s$|\b(?:và|trừ|cộng|chia|nhân|x)\s$")
# A word in lower case behind it: the letter is the rest of a word.
_GOES_ON = re.compile(r"\s+[^\W\d_]{2}")
# Words of one letter, and the sign of a product.
_WORDS = frozenset("ýyàôởx")
# "(tr.đ)", "5 km", "(km/km2)": short for millions, and measures beside a figure or a stroke.
_MILLIONS, _MEASURES = (
    re.compile(r"\. ?(?:đ|đồng)(?![^\W_])"),
    frozenset(
        ("km", "kg", "cm", "mm", "kw", "mw", "gb", "mb", "tb", "mg", "ml", "μg", "μm", "kwh", "mwh", "ppm")
    ),
)
_BEFORE_MEASURE = re.compile(r"(?:\d ?|[/(] ?)$")
_ROMAN = re.compile(r"[ivx]+")
_UNITS = frozenset("đmghlk%")
# "a. Từ 70%": an item of a list.
_LISTED = frozenset("abcdđeghik")
_ITEM = re.compile(r"\.\s+[A-ZÀ-ỸĐ]")
_LABELLED = frozenset(
    ("hạng", "loại", "nhóm", "mức", "mục", "điểm", "khu", "bảng", "mẫu", "cột", "biến", "khối", "phụ", "lục",
     "biểu", "ý", "tiểu", "phần", "cấp", "số", "vitamin", "block", "tổ", "khóa", "lớp")
)  # fmt: skip
# At the end of a name the first letters count what stands before them: "tiêu chí a", "dòng b".
_COUNTED = frozenset(("tiêu", "chí", "dung", "dòng", "vùng", "án", "bản", "vi", "khoản", "mẫu", "biểu"))
_FIRST_LETTERS = frozenset("abcdđe")
_FEWEST_FOREIGN, _FEWEST_SHOUTED = 3, 3
_VOWELS = frozenset("aeiouy")
_BEGINNINGS = frozenset((*"bcdđghklmnpqrstv", "th", "nh", "ng", "ph", "kh", "ch", "gh", "tr", "qu", "ngh"))


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of letters and digits of a line, and what it costs to keep it; 0 is not suspected.

    ``is_strange``: it could be a word, but is none that is known, and stands where others are damaged.
    """

    text: str
    start: int
    keeping: int = 0
    is_strange: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the line."""
        return self.start + len(self.text)

    @property
    def is_fragment(self) -> bool:
        """Whether it can be no word at all."""
        return self.keeping >= _LETTER


def find_pieces(
    line: str, vocabulary: Vocabulary, letters: frozenset[str], *, is_damaged: bool = False
) -> list[Piece]:
    """The pieces of a line.

    Args:
        line: The text, without line breaks.
        vocabulary: What is known.
        letters: Single letters that stand for figures in the row.
        is_damaged: Whether the document is: then syllables nobody knows are suspected as well.
    """
    pieces = []
    for match in TOKEN.finditer(line):
        keeping = _keeping(match, line, vocabulary, letters)
        is_strange = keeping == _UNKNOWN and (is_damaged or _stands_for_points(match, line, vocabulary))
        pieces.append(Piece(match[0], match.start(), _REST if is_strange else keeping, is_strange))
    return pieces


def _stands_for_points(match: re.Match[str], line: str, vocabulary: Vocabulary) -> bool:
    """Whether what is left of "điểm" stands behind a figure: "0 đim"."""
    is_behind = line[: match.start()].rstrip()[-1:].isdigit()
    return is_behind and "điểm" in vocabulary.remains.get(match[0].casefold(), ())


def is_telling(fragment: str) -> bool:
    """Whether a piece that is no word is no short form either: accents, lost letters, a beginning."""
    word = fragment.casefold()
    if not LOST_SIGNS.isdisjoint(word):
        return True
    has_accent = not word.replace("đ", "d").isascii()
    return (len(word) > (1 if has_accent else 2) and not word.isascii()) or word in _BEGINNINGS


def _keeping(match: re.Match[str], line: str, vocabulary: Vocabulary, letters: frozenset[str]) -> int:
    text, word = match[0], match[0].casefold()
    if not LOST_SIGNS.isdisjoint(word):
        return _FRAGMENT
    is_known = (
        word in vocabulary.words
        or word in EVERYDAY
        or is_hamlet(match, line)
        or _ROMAN.fullmatch(word)
        or any(each.isdigit() for each in word)
    )
    if len(word) > 1 and (is_known or _is_short_form(text, line) or _is_measure(match, line)):
        return 0
    if len(word) == 1:
        is_word = word.isdigit() or word in _WORDS or _is_known_beside(match, line, vocabulary)
        return 0 if is_word or _is_own_letter(match, line, letters) else _LETTER
    if is_syllable(word):
        if text[0].isupper() and not (line.isupper() or _begins(match, line)):
            return 0
        return _UNKNOWN if is_whole(word) else _REST
    if word.isascii():
        is_name = text[0].isupper() and not _begins(match, line) and not _is_bare(text)
        is_foreign = len(word) >= _FEWEST_FOREIGN and not _VOWELS.isdisjoint(word)
        return 0 if is_name else _FOREIGN if is_foreign else _FRAGMENT
    return _FRAGMENT


def _is_bare(text: str) -> bool:
    """Whether a word with one capital has no vowel: no name, what is left of "Công" or "Thông"."""
    return len(text) >= _FEWEST_FOREIGN and text[1:].islower() and _VOWELS.isdisjoint(text.casefold())


def _is_short_form(text: str, line: str) -> bool:
    """Whether capitals stand for words; in a line all in capitals those without a vowel do."""
    if not text.isupper() or not line.isupper() or len(line.split()) < _FEWEST_SHOUTED:
        return text.isupper()
    return text.isascii() and _VOWELS.isdisjoint(text.casefold())


def _is_measure(match: re.Match[str], line: str) -> bool:
    """Whether letters say in what a figure is measured."""
    word = match[0].casefold()
    if word in ("trđ", "ngđ"):
        return True
    if word in ("tr", "ng"):
        return bool(_MILLIONS.match(line, match.end()))
    return word in _MEASURES and bool(_BEFORE_MEASURE.search(line[: match.start()]))


def _begins(match: re.Match[str], line: str) -> bool:
    return not line[: match.start()].rstrip(" -+•(“\"'") or line[: match.start()].rstrip()[-1:] in ".;:"


def _is_known_beside(match: re.Match[str], line: str, vocabulary: Vocabulary) -> bool:
    """Whether a word of one letter goes with the word before or behind it: "y tế"."""
    word = match[0].casefold()
    before, after = TOKEN.findall(line[: match.start()])[-1:], TOKEN.findall(line[match.end() :])[:1]
    pairs = [(each.casefold(), word) for each in before] + [(word, each.casefold()) for each in after]
    return any(pair in vocabulary.pairs for pair in pairs)


def _is_own_letter(match: re.Match[str], line: str, letters: frozenset[str]) -> bool:
    """Whether a letter alone is one of a formula, a list or a unit."""
    letter, before, after = match[0], line[: match.start()], line[match.end() :]
    if letter.casefold() in letters or _FORMULA.match(after):
        return True
    if _BEFORE_FORMULA.search(before) and not _GOES_ON.match(after):
        return True
    if before[-1:].isdigit() or (letter in _UNITS and before.rstrip()[-1:].isdigit()):
        return True
    if not before.strip() and letter in _LISTED and _ITEM.match(after):
        return True
    last = TOKEN.findall(before)[-1:]
    if last and last[0].casefold() in _LABELLED:
        return True
    if last and last[0].casefold() in _COUNTED and letter in _FIRST_LETTERS and not after.strip():
        return True
    if (before and not before.endswith(" ")) or (after and not after.startswith((" ", ",", ";", "."))):
        return True
    return letter.isupper() and bool(before.strip())


def letters_of(texts: Sequence[str]) -> frozenset[str]:
    """Single letters that texts use in formulas: "a là", "b:", "a/b"."""
    found = set()
    for text in texts:
        for match in re.finditer(r"(?<![^\W_])([^\W\d_])(?![^\W_])", text):
            after, before = text[match.end() :], text[: match.start()]
            is_behind = re.search(r"[=/+*×(]\s*$", before) and not _GOES_ON.match(after)
            if re.match(r"\s*[=/+*×:(]|\s+là\b", after) or is_behind:
                found.add(match[1].casefold())
    return frozenset(letter for letter in found if without_accents(letter) == letter)
