"""Texts typed with fonts of the old encodings TCVN3 (ABC) and VNI, turned into Unicode piece by piece.

Such a text is full of letters no Vietnamese word has. A cell or paragraph is converted only when that
makes its words words: a title or header in Unicode beside it stays as it is. The reader is told,
of every cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from chamdiem.annex.blocks import Block, Conversion, Document, Line
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
# "§·" is "Đã": there the letter in front is no letter of Unicode.
_AROUND_SIGNS = re.compile(r"((?<![^\W\d_])(?<![§®])[×÷·](?![^\W\d_]))")
_FEWEST_WORDS = 12
_NOTE = (
    "Chữ trong tệp theo bảng mã cũ {name}: đã chuyển {changed} ô, đoạn sang Unicode"
    " (như “{before}” thành “{after}”); {kept} ô, đoạn đã là Unicode nên giữ nguyên."
    " Mỗi ô đã chuyển được liệt kê ở dòng của nó và trả lại được riêng. Đối chiếu với bản gốc."
)
_WORD = re.compile(r"[^\W\d_\u00ad]+(?:\u00ad[^\W\d_]*)*")
_LONGEST_EXAMPLE = 40


def modernised(document: Document) -> Document:
    """The document in Unicode, piece by piece; soft hyphens, which one old encoding needs, are gone."""
    texts = [text for block in document.blocks for text in _texts(block)]
    ways: dict[str, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}
    gains = {name: _gain(texts, way) if texts else 0 for name, way in ways.items()}
    best = max(ways, key=lambda name: gains[name])
    if gains[best] >= _FEWEST_WORDS:
        way = ways[best]
        document.blocks = [_changed(block, lambda text: _converted(text, way)) for block in document.blocks]
        pieces = tuple((text, _converted(text, way)) for text in texts if not text.isascii())
        document.conversion = Conversion(best, pieces)
        document.warnings.append(_note(document.conversion))
    if any("\u00ad" in text for text in texts):
        document.blocks = [
            _changed(block, lambda text: text.replace("\u00ad", "")) for block in document.blocks
        ]
    return document


def _gain(texts: Sequence[str], way: Callable[[str], str]) -> int:
    """How many words become Vietnamese ones; 0 where as many are spoilt, or few of those in doubt do."""
    judged = [_judged(text, way) for text in texts]
    bad, mended, spoilt = (sum(counts) for counts in zip(*judged, strict=True))
    return mended if mended > spoilt and 2 * mended > bad else 0


def _judged(text: str, way: Callable[[str], str]) -> tuple[int, int, int]:
    """How many words are none, how many of them become words, and how many words are spoilt."""
    words = [word for word in _WORD.findall(text) if not word.isascii() and not _is_unicode(word)]
    bad = [word for word in words if not _is_word(word)]
    spoilt = sum(_is_word(word) and not _is_word(way(word)) for word in words)
    return len(bad), sum(_is_word(way(word)) for word in bad), spoilt


def _converted(text: str, way: Callable[[str], str]) -> str:
    """A piece in Unicode; words with letters of Unicode stay as they are."""
    _, mended, spoilt = _judged(text, way)
    if spoilt > mended:
        return text
    if not _is_unicode(text):
        return way(text)
    if not mended:
        return text
    return re.sub(r"\S+", lambda match: match[0] if _is_unicode(match[0]) else way(match[0]), text)


def _is_unicode(text: str) -> bool:
    """Whether a text has letters that no old encoding writes: those have the signs of Latin-1 only."""
    return any(letter > "\xff" and letter in SPECIAL_LETTERS for letter in text)


def _is_word(word: str) -> bool:
    return is_syllable(word.casefold()) and SPECIAL_LETTERS.issuperset(_beyond_ascii(word))


def _note(conversion: Conversion) -> str:
    pairs = conversion.pieces
    changed = [(before, after) for before, after in pairs if before != after]
    before, after = min(changed, key=lambda pair: abs(len(pair[0]) - _LONGEST_EXAMPLE), default=("", ""))
    facts = {"before": before[:_LONGEST_EXAMPLE], "after": after[:_LONGEST_EXAMPLE]}
    return _NOTE.format(
        name=conversion.encoding, changed=len(changed), kept=len(pairs) - len(changed), **facts
    )


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


def _beyond_ascii(word: str) -> set[str]:
    return {letter for letter in word if not letter.isascii()}


def _texts(block: Block) -> tuple[str, ...]:
    return block.cells if isinstance(block, Line) else (block.text,)


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Line):
        return replace(block, cells=tuple(change(cell) for cell in block.cells))
    return replace(block, text=change(block.text), raw=change(block.raw))
