"""Damaged texts: letters lost, ends cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.closed_gaps import close_gaps, has_vowel_alone
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.lexicon import HALVES, is_compound, with_a_letter_lost
from chamdiem.core.lint.question_marks import asked_words, repair_question_marks
from chamdiem.core.lint.syllables import is_syllable
from chamdiem.core.lint.wording import Passage

_ALONE = re.compile(
    # The letter is looked for first, then what stands before it: it costs a quarter.
    r"([bcdđghklmnpqrstvCGKNPTQ](?<!\S.)(?<![=*/+×] .)(?<!\bx .)(?!(?<=\d đ)\b)"
    r"(?:(?<=[a-zđ])|(?<=[CcGgKkNnPpTt])h|(?<=[Nn])gh?|(?<=[Qq])u|(?<=[Tt])r)(?![^\s,]))"
    r"(?!\s*[=*/+×%<>≥≤])"
)
# A letter that the text itself gives a meaning: "b là số hồ sơ", "gọi là b", "(b)".
_NAMED = re.compile(
    r"(?<![^\s(,;/*×+])([bcdđghklmnpqrstv])(?=\s+là\s|\s*[:=)/*×+]|\s+[-–]\s)"
    r"|(?<=gọi là )[bcdđghklmnpqrstv]\b"
)
# "Tiêu chí a", "viêm gan siêu vi b": a letter at the end that counts what stands before it.
_COUNTED = re.compile(
    r"\b(?:tiêu chí|chỉ tiêu|chỉ số|nội dung|dòng|mục|ý|điểm|khoản|nhóm|loại|hạng|vùng|mẫu|biểu|cột"
    r"|phương án|kịch bản|vitamin|siêu vi)\s+([a-eđ])$",
    re.IGNORECASE,
)
# A capital that begins a text may be all that is left of its first word: "K hoạch".
_FIRST_ALONE = re.compile(r"[BCDĐGHKLMNPQRSTVX] [^\W\d_]")
_LONG_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_ENDS_OPEN = re.compile(
    r"(?:\b(?:và|hoặc|của|tại|theo|với|để|do|bằng|các|những|từ|nhằm)|[,(:/&-])\s*$", re.IGNORECASE
)
# The longest of these words, and the sign before it.
_LONGEST_END = 6


@dataclass(frozen=True, slots=True)
class _Fit:
    """Words from one place on that are a compound without a letter, and that compound."""

    start: int
    end: int
    phrase: str


def lost_letters(document: Document) -> Iterator[Hit]:
    """Letters have fallen out of the text, as when a PDF is read badly."""
    for passage in document.texts:
        alone, asked = _letters_alone(passage), asked_words(passage.text)
        if not alone and not asked and not _may_lack_letters(passage.text):
            continue
        restored, answers = repair_question_marks(passage.text, asked)
        repaired, changes = repair_lost_letters(restored)
        repaired, closed = close_gaps(repaired)
        changes += closed
        if _letters_alone(replace(passage, text=repaired)) or asked_words(repaired):
            # Half a repair is none.
            repaired, answers, changes = passage.text, [], []
        if alone or asked or changes:
            facts: Facts = {
                "field": Word(passage.field),
                "fragments": tuple(dict.fromkeys((*alone, *asked, *answers, *changes))),
                "repaired": repaired if answers or changes else "",
            }
            yield Hit(
                row=passage.row, detail=passage.field, printed=passage.text, computed=repaired, facts=facts
            )


def unfinished_texts(document: Document) -> Iterator[Hit]:
    """A name ends in the middle of a sentence: the last words are missing."""
    for passage in document.wording.passages():
        if passage.field != "name":
            continue
        is_form = passage.row is not None and passage.row.role == "information"
        near_end = len(passage.text.rstrip()) - _LONGEST_END
        match = None if is_form else _ENDS_OPEN.search(passage.text, near_end)
        if match or _is_cut_off(passage):
            end = " ".join(passage.text.split()[-4:])
            yield Hit(row=passage.row, printed=end, facts={"field": Word(passage.field), "text": end})


def repair_lost_letters(text: str) -> tuple[str, list[str]]:
    """The text with letters put back where a known compound lacks one, and what was changed.

    Where several compounds fit, the one that leaves the fewest words around it without a
    partner is taken; where that does not decide, the words stay as they are.
    """
    words = text.split(" ")
    fits = [fit for place in range(len(words)) for fit in _fits(words, place)]
    result: list[str] = []
    changes = []
    place = 0
    for fit in fits:
        if fit.start >= place and _is_best(fit, fits, words):
            changes.append(f"{' '.join(words[fit.start : fit.end])} → {fit.phrase.strip()}")
            result += [*words[place : fit.start], fit.phrase]
            place = fit.end
    return " ".join(" ".join((*result, *words[place:])).split()), changes


def is_damaged(passage: Passage) -> bool:
    """Whether letters have fallen out, so that single words tell nothing."""
    if _letters_alone(passage) or asked_words(passage.text):
        return True
    if not _may_lack_letters(passage.text):
        return False
    return any(repair(passage.text)[1] for repair in (repair_lost_letters, close_gaps))


def _may_lack_letters(text: str) -> bool:
    has_gap = "  " in text and _LONG_GAP.search(text)
    return bool(has_gap or _FIRST_ALONE.match(text)) or has_vowel_alone(text)


def _letters_alone(passage: Passage) -> list[str]:
    """Consonants that stand alone and are no letters of the row."""
    alone = _ALONE.findall(passage.text)
    if not alone:
        return []
    letters = frozenset(match[0] for match in _NAMED.finditer(passage.text))
    letters |= frozenset() if passage.row is None else frozenset(passage.row.inputs)
    letters |= frozenset(_COUNTED.findall(passage.text))
    return [word for word in alone if word not in letters]


def _fits(words: list[str], start: int) -> Iterator[_Fit]:
    """Every compound without a letter that begins here, the longest first."""
    lost = with_a_letter_lost()
    for width in (4, 3, 2):
        end = start + width
        window = " ".join(words[start:end])
        bare = window.rstrip(".,;:()")
        known = lost.get(bare.casefold()) or (lost.get(f" {bare.casefold()}", ()) if start == 0 else ())
        if known and end <= len(words):
            after = window[len(bare) :]
            before = " " if bare.startswith(" ") else ""
            is_upper = bare.strip()[:1].isupper()
            for phrase in known:
                yield _Fit(start, end, f"{before}{phrase.capitalize() if is_upper else phrase}{after}")
            return


def _is_best(fit: _Fit, fits: list[_Fit], words: list[str]) -> bool:
    """Whether no other reading of the same words is as good."""
    text = _with(fit, words)
    rivals = {_with(other, words) for other in fits if other.start < fit.end and fit.start < other.end} - {
        text
    }
    return all(_left_alone(text) < _left_alone(other) for other in rivals)


def _with(fit: _Fit, words: list[str]) -> str:
    return " ".join(" ".join((*words[: fit.start], fit.phrase, *words[fit.end :])).split())


def _left_alone(text: str) -> int:
    """How many words of a text are part of no compound; a half of a longer phrase is none."""
    words = [word.strip(".,;:()") for word in text.casefold().split()]
    joined: set[int] = set()
    for place, pair in enumerate(pairwise(words)):
        phrase = " ".join(pair)
        if is_compound(phrase) and phrase not in HALVES:
            joined |= {place, place + 1}
    return len(words) - len(joined)


def _is_cut_off(passage: Passage) -> bool:
    """Whether the last word lacks its end; where letters have fallen out before it, it may lack others."""
    if not _ends_in_half_a_word(passage.text) or _COUNTED.search(passage.text):
        return False
    return not is_damaged(replace(passage, text=" ".join(passage.text.split()[:-1])))


def _ends_in_half_a_word(text: str) -> bool:
    words = text.split()
    last = words[-1] if words else ""
    return (
        len(words) > 3
        and last.isalpha()
        and last.islower()
        and last.isascii()
        and len(last) < 4
        and not is_syllable(last)
        and not _lacks_a_tone(last)
    )


def _lacks_a_tone(word: str) -> bool:
    """Whether a word is whole but for its accents: ``cap``."""
    return any(is_syllable(word.replace(*pair, 1)) for pair in zip("aeiouy", "áéíóúý", strict=True))


CHECKS = (
    Check("text.lost_letters", "error", "text", lost_letters),
    Check("text.unfinished", "warning", "name", unfinished_texts),
)
