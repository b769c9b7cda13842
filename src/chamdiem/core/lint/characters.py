"""Characters: strangers to Vietnamese, unbalanced brackets, stray marks, spaces out of place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.misread_digits import misread_digits
from chamdiem.core.lint.syllables import SPECIAL_LETTERS

_PLAIN = frozenset(chr(code) for code in range(0x20, 0x7F)) | frozenset("\n\t")
_MARKS = frozenset("–—…“”‘’«»•·×÷±≥≤≠≈→←°²³¹½¼¾%‰§€£©®™√∑≡●○■□▪▫✓✔☑☐−\u00a0‑")
_ALLOWED = _PLAIN | _MARKS | SPECIAL_LETTERS
# Letters of other alphabets that look like Vietnamese ones, and those that old programs wrote for them.
LOOK_ALIKES = dict(
    zip(
        "АВЕКМНОРСТХЅІЈҮԚԜаеорсухіјѕкӏԛԝѵÐðƉɖΑΒΕΗΙΚΜΝΟΡΤΥΧΖοκρυıſƣƢɩӑӐǎǍһԁɡɑανϲ",
        "ABEKMHOPCTXSIJYQWaeopcyxijsklqwvĐđĐđABEHIKMNOPTYXZokpuisưƯiăĂăĂhdgaavc",
        strict=True,
    )
)
_AS_IT_LOOKS = str.maketrans(LOOK_ALIKES)
_STRANGER = re.compile(f"[^{re.escape(''.join(sorted(_ALLOWED)))}]")
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_LIST_MARK = re.compile(r"(?:^|[\s;,.:])(?:\d{1,2}|[ivx]{1,4}|[^\W\d_])$")
_OPENING = frozenset(_PAIRS.values())
_BRACKET = re.compile(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}]")
_STRAY = re.compile(r"(?:^|(?<=\s))['`´](?=\w)|(?<=\w)[`´](?=\s|$)", re.MULTILINE)
_MARKUP = re.compile(
    r"</?[a-z]{1,6}[^<>]{0,40}>|\\[A-Za-z]+|\\%|\$[^$]{1,40}\$|&(?:nbsp|amp|lt|gt|quot|#\d+);|\*\*\w"
)
_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_BEFORE_MARK = re.compile(r"[^\W\d_] +[,;.](?=\s|$)")
_ONE_SIDED = re.compile(r"[^\W\d_]/ +[^\W\d_]|[^\W\d_] +/[^\W\d_]")
# Each with what it cannot match without: most texts have none of it, and that is seen faster.
_SPACES = (
    (_GAP, ("  ", "\t")),
    (_BEFORE_MARK, (" ,", " ;", " .")),
    (_ONE_SIDED, ("/ ", " /")),
)
# What is longer than this is no word, but a text without spaces.
_LONGEST_WORD = 20
_STRAY_MARKS = ("'", "`", "´")


def as_it_looks(text: str) -> str:
    """A text with letters of other alphabets replaced by those they look like.

    Example:
        >>> as_it_looks("\u0410\u0412-1"), as_it_looks("Đà Nẵng")
        ('AB-1', 'Đà Nẵng')
    """
    return text.translate(_AS_IT_LOOKS)


def strange_characters(document: Document) -> Iterator[Hit]:
    """A character that does not belong to Vietnamese writing, or only looks as if it did."""
    for passage in document.texts:
        # Accents that stand beside their letters are told once, for all letters of the text.
        text = passage.text if passage.text.isascii() else unicodedata.normalize("NFC", passage.text)
        for letter in sorted({*_STRANGER.findall(text)}):
            expected = LOOK_ALIKES.get(letter, "")
            facts: Facts = {
                "character": letter if letter.isprintable() else f"U+{ord(letter):04X}",
                "code": f"U+{ord(letter):04X}",
                "field": Word(passage.field),
                "expected": expected,
                "text": _around(text, letter),
            }
            yield Hit(
                row=passage.row,
                detail=f"{passage.field}:U+{ord(letter):04X}",
                printed=_around(text, letter),
                computed=expected,
                facts=facts,
            )


def other_encodings(document: Document) -> Iterator[Hit]:
    """A text is written in an old encoding (TCVN3, VNI) or was read in a wrong one: no word is a word."""
    for passage, meant in document.wording.foreign():
        facts: Facts = {
            "field": Word(passage.field),
            "encoding": Word("misread") if meant.encoding == "UTF-8" else meant.encoding,
            "text": meant.text,
        }
        yield Hit(
            row=passage.row, detail=passage.field, printed=passage.text, computed=meant.text, facts=facts
        )


def parted_accents(document: Document) -> Iterator[Hit]:
    """Accents stand as characters of their own, so that the words are not found and not compared."""
    for passage in document.wording.passages():
        if not unicodedata.is_normalized("NFC", passage.text):
            text = unicodedata.normalize("NFC", passage.text)
            facts: Facts = {"field": Word(passage.field), "text": text}
            yield Hit(row=passage.row, detail=passage.field, printed=passage.text, computed=text, facts=facts)
    for row in document.rows:
        for field, offices in (("lead", row.lead), ("coordinating", row.coordinating)):
            for office in offices:
                text = unicodedata.normalize("NFC", office)
                if office != text:
                    told: Facts = {"field": Word(field), "text": text}
                    yield Hit(row=row, detail=f"{field}:{text}", printed=office, computed=text, facts=told)


def digits_in_words(document: Document) -> Iterator[Hit]:
    """A digit stands in a word, or a letter in a number, as when a scan is read badly (c0 quan, 8O%)."""
    for passage in document.texts:
        for printed, meant in dict.fromkeys(misread_digits(passage.text)):
            facts: Facts = {"field": Word(passage.field), "printed": printed, "meant": meant}
            yield Hit(
                row=passage.row,
                detail=f"{passage.field}:{printed}",
                printed=printed,
                computed=meant,
                facts=facts,
            )


def unbalanced_brackets(document: Document) -> Iterator[Hit]:
    """A bracket or quotation mark is opened and not closed, or closed and not opened."""
    for passage in document.texts:
        mark = _unbalanced(passage.text)
        if mark:
            facts: Facts = {"mark": mark, "field": Word(passage.field), "text": _around(passage.text, mark)}
            yield Hit(
                row=passage.row,
                detail=f"{passage.field}:{mark}",
                printed=_around(passage.text, mark),
                facts=facts,
            )


def stray_marks(document: Document) -> Iterator[Hit]:
    """An apostrophe or accent stands where none belongs."""
    for passage in document.texts:
        is_marked = any(mark in passage.text for mark in _STRAY_MARKS)
        match = _STRAY.search(passage.text) if is_marked else None
        if match:
            text = passage.text[match.start() : match.start() + 30]
            facts: Facts = {"field": Word(passage.field), "text": text}
            yield Hit(row=passage.row, detail=passage.field, printed=text, facts=facts)


def leftover_markup(document: Document) -> Iterator[Hit]:
    """Signs of a web page or formula language were left in the text."""
    for passage in document.texts:
        match = _MARKUP.search(passage.text)
        if match:
            facts: Facts = {"field": Word(passage.field), "text": match.group()}
            yield Hit(
                row=passage.row, detail=f"{passage.field}:{match.group()}", printed=match.group(), facts=facts
            )


def odd_spaces(document: Document) -> Iterator[Hit]:
    """Two spaces in a row, a space before a comma or full stop, or on one side of a slash."""
    for passage in document.wording.passages():
        match = _odd_space(passage.text)
        if match:
            text = _whole_words(passage.text, match.start() - 15, match.end() + 15).replace("\n", " ")
            facts: Facts = {"field": Word(passage.field), "text": text}
            yield Hit(row=passage.row, detail=passage.field, printed=text, facts=facts)


def _odd_space(text: str) -> re.Match[str] | None:
    fitting = (pattern for pattern, signs in _SPACES if any(sign in text for sign in signs))
    return next(filter(None, (pattern.search(text) for pattern in fitting)), None)


def _unbalanced(text: str) -> str:
    """The first bracket without its partner; empty when all have one."""
    open_marks: list[str] = []
    for match in _BRACKET.finditer(text):
        mark, place = match.group(), match.start()
        if mark in _OPENING:
            open_marks.append(mark)
        elif open_marks and open_marks[-1] == _PAIRS[mark]:
            open_marks.pop()
        # "1)" and "a)" begin an entry of a list.
        elif mark != ")" or not _LIST_MARK.search(text, max(0, place - 5), place):
            return mark
    if open_marks:
        return open_marks[0]
    return '"' if text.count('"') % 2 else ""


def _around(text: str, letter: str) -> str:
    place = max(text.find(letter), 0)
    return " ".join(_whole_words(text, place - 25, place + 25).split())


def _whole_words(text: str, start: int, end: int) -> str:
    """A stretch of a text without the halves of words at its ends."""
    first, last = max(0, start), min(end, len(text))
    while first > 0 and not text[first - 1].isspace() and start - first < _LONGEST_WORD:
        first -= 1
    while last < len(text) and not text[last].isspace() and last - end < _LONGEST_WORD:
        last += 1
    return text[first:last].strip()


CHECKS = (
    Check("text.character", "error", "text", strange_characters),
    Check("text.encoding", "error", "text", other_encodings),
    Check("text.parted_accents", "error", "text", parted_accents),
    Check("text.digit", "warning", "text", digits_in_words),
    Check("text.brackets", "warning", "text", unbalanced_brackets),
    Check("text.stray_mark", "warning", "text", stray_marks),
    Check("text.markup", "warning", "text", leftover_markup),
    Check("text.spaces", "info", "text", odd_spaces),
)
