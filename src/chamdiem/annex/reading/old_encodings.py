"""Texts typed with fonts of the old encodings TCVN3 (ABC) and VNI, turned into Unicode as a whole.

Such a text is full of letters no Vietnamese word has. It is converted only
when that makes most of its words words; the reader is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from chamdiem.annex.blocks import Block, Document, Line
from chamdiem.core.lint.syllables import SPECIAL_LETTERS, is_syllable

_TCVN3_FROM = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_TCVN3 = str.maketrans(_TCVN3_FROM, _TCVN3_TO)

# VNI writes the mark behind the letter.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_FIVE = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323", "")
_ROUND = {mark: f"\u0302{tone}" for mark, tone in zip("áàåãäâ", _FIVE, strict=True)}
_SHORT = {mark: f"\u0306{tone}" for mark, tone in zip("éèúüëê", _FIVE, strict=True)}
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = re.compile(r"([aeo])([áàåãäâ])|(a)([éèúüëê])|([aeiouyôö])([ùøûõï])|([ôöñæóòî])", re.IGNORECASE)
_SIGN = re.compile(r"[×÷·]")
_AROUND_SIGNS = re.compile(r"((?<![^\W\d_])[×÷·](?![^\W\d_]))")
_FEWEST_WORDS = 12
_NOTES = {
    "TCVN3": "Chữ trong tệp theo bảng mã cũ TCVN3 (ABC): đã chuyển cả văn bản sang Unicode.",
    "VNI": "Chữ trong tệp theo bảng mã cũ VNI: đã chuyển cả văn bản sang Unicode.",
}


def modernised(document: Document) -> Document:
    """The document in Unicode; soft hyphens, which one old encoding needs, are gone."""
    texts = [text for block in document.blocks for text in _texts(block)]
    sample = " ".join(texts)[:40_000]
    ways: dict[str, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}
    best = max(ways, key=lambda name: _share_of_words(ways[name](sample)))
    if _share_of_words(sample) * 3 < 2 * _share_of_words(ways[best](sample)):
        document.blocks = [_changed(block, ways[best]) for block in document.blocks]
        document.warnings.append(_NOTES[best])
    elif "\u00ad" in sample:
        document.blocks = [
            _changed(block, lambda text: text.replace("\u00ad", "")) for block in document.blocks
        ]
    return document


def from_tcvn3(text: str) -> str:
    """A text of TCVN3 (ABC) fonts in Unicode; a sign of calculation that stands alone stays one."""
    return "".join(
        part if _SIGN.fullmatch(part) else part.translate(_TCVN3) for part in _AROUND_SIGNS.split(text)
    )


def from_vni(text: str) -> str:
    """A text of VNI fonts in Unicode."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    if match[1]:
        return match[1] + _ROUND[match[2].lower()]
    if match[3]:
        return match[3] + _SHORT[match[4].lower()]
    if match[5]:
        return _alone(match[5]) + _TONES[match[6].lower()]
    return _alone(match[7])


def _alone(letter: str) -> str:
    modern = _ALONE.get(letter.lower(), letter.lower())
    return modern.upper() if letter.isupper() else modern


def _share_of_words(text: str) -> int:
    """How many in a thousand words with letters beyond ASCII are Vietnamese syllables."""
    words = [word for word in re.findall(r"[^\W\d_\u00ad]+(?:\u00ad[^\W\d_]*)*", text) if not word.isascii()]
    if len(words) < _FEWEST_WORDS:
        return 1000
    good = sum(
        1
        for word in words
        if is_syllable(word.casefold()) and SPECIAL_LETTERS.issuperset(_beyond_ascii(word))
    )
    return 1000 * good // len(words)


def _beyond_ascii(word: str) -> set[str]:
    return {letter for letter in word if not letter.isascii()}


def _texts(block: Block) -> tuple[str, ...]:
    return block.cells if isinstance(block, Line) else (block.text,)


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Line):
        return replace(block, cells=tuple(change(cell) for cell in block.cells))
    return replace(block, text=change(block.text), raw=change(block.raw))
