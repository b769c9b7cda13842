"""Words typed with fonts of the old encodings TCVN3 (ABC) and VNI, or read in a wrong encoding, as Unicode.

Such a text is full of letters no Vietnamese word has; it is converted only where that makes its words words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
# Signs that Vietnamese words never have, and the old encodings always.
_MARKS = "©«°±²³·»¼½¾×÷"
_FOREIGN = re.compile(f"[{''.join(set(map(chr, range(0xA1, 0x100))) - SPECIAL_LETTERS - set(_MARKS))}]")
_FEWEST_WORDS = 2
_QUOTES = "“”‘’–—…•≥≤"
# The second byte of "à" reads as a space that does not break, and often became a plain one.
_A_GRAVE = re.compile(r"(?<=[a-zđ])Ã (?: |([^\W\d_]*))")
# What misread letters begin with: seen faster than the letters.
_MISREAD = re.compile(r"[ÃÄÆ]|á[»º]|â[€‰\x80\x89]")
_LEFT_OVER = re.compile(r"á[»º]|[ÄÆ]")
_WORD = re.compile(r"[^\W\d_\u00ad]+(?:\u00ad[^\W\d_]*)*")


# "B¸o c¸o" is two words: the old fonts write letters with signs that are none.
_TOKEN = re.compile(r"(?:[^\W\d_]|[¡-§¨-¬®-¹»-¾×÷\u00ad])+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a text says that was written in another encoding; empty where bytes of it are lost."""

    encoding: str
    text: str


@lru_cache(maxsize=1024)
def decoded(text: str) -> Decoded | None:
    """A text of another encoding in Unicode; None where it is none, or may be none.

    Example:
        >>> decoded("Tû lÖ hé nghÌo"), decoded("Tỷ lệ hộ nghèo")
        (Decoded(encoding='TCVN3', text='Tỷ lệ hộ nghèo'), None)
        >>> decoded("Tá»· lá»‡ hộ")
        Decoded(encoding='UTF-8', text='Tỷ lệ hộ')
    """
    if text.isascii():
        return None
    plain = from_misread(text)
    if plain != text:
        # Bytes that were dropped cannot be guessed.
        return Decoded("UTF-8", "" if _LEFT_OVER.search(plain) else plain)
    if not _FOREIGN.search(text):
        return None
    name = max(OLD_FONTS, key=lambda name: gain((text,), OLD_FONTS[name]))
    way = OLD_FONTS[name]
    plain = converted(text, way) if gain((text,), way) >= _FEWEST_WORDS else text
    return None if plain == text else Decoded(name, plain)


def gain(texts: Sequence[str], way: Callable[[str], str]) -> int:
    """How many words become Vietnamese ones; 0 where as many are spoilt, or few of those in doubt do."""
    counted = [_judged(text, way) for text in texts]
    bad, mended, spoilt = (sum(counts) for counts in zip(*counted, strict=True))
    return mended if mended > spoilt and 2 * mended > bad else 0


def _judged(text: str, way: Callable[[str], str]) -> tuple[int, int, int]:
    """How many words are none, how many of them become words, and how many words are spoilt."""
    words = [word for word in _TOKEN.findall(text) if not word.isascii() and not _is_unicode(word)]
    bad = [word for word in words if not _is_word(word)]
    spoilt = sum(_is_word(word) and not _is_word(way(word)) for word in words)
    return len(bad), sum(_is_word(way(word)) for word in bad), spoilt


def converted(text: str, way: Callable[[str], str]) -> str:
    """A piece in Unicode; words with letters of Unicode stay as they are."""
    _, mended, spoilt = _judged(text, way)
    if spoilt > mended:
        return text
    if not _is_unicode(text):
        return way(text)
    if not mended:
        return text
    return re.sub(r"\S+", lambda match: match[0] if _is_unicode(match[0]) else way(match[0]), text)


def from_tcvn3(text: str) -> str:
    """A text of TCVN3 (ABC) fonts in Unicode; a sign of calculation that stands alone stays one."""
    return "".join(
        part if _SIGN.fullmatch(part) else part.translate(_TCVN3) for part in _AROUND_SIGNS.split(text)
    )


def from_vni(text: str) -> str:
    """A text of VNI fonts in Unicode."""
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text))


def from_misread(text: str) -> str:
    """A text in UTF-8 that was read as Western letters; the text itself where it was not."""
    if "«" in text or not _MISREAD.search(text):
        return text
    forms = _misread_forms()
    found = set(forms.findall(text))
    # "XÃ" with a space that does not break is right.
    if found <= {"Ã\u00a0"}:
        return text
    plain = forms.sub(lambda match: _misread()[match[0]], text)
    changed = [
        after for before, after in zip(text.split(" "), plain.split(" "), strict=True) if before != after
    ]
    words = (word for after in changed for word in _WORD.findall(after))
    is_right = all(word.isascii() or _is_word(word) for word in words)
    return _A_GRAVE.sub(_with_a_grave, plain) if is_right else text


def _with_a_grave(match: re.Match[str]) -> str:
    """``thÃ nh`` is thành, and ``vÃ nhân`` is và nhân."""
    behind = match[1] or ""
    return f"à{'' if behind and not _is_word(behind) else ' '}{behind}"


@lru_cache(maxsize=1)
def _misread() -> dict[str, str]:
    """What a letter looks like where its bytes are read one by one, and the letter."""
    letters = (*SPECIAL_LETTERS, *_QUOTES)
    return {"".join(map(show, letter.encode())): letter for letter in letters for show in (chr, _western)}


@lru_cache(maxsize=1)
def _misread_forms() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_misread(), key=len, reverse=True))))


def _western(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


OLD_FONTS: Mapping[str, Callable[[str], str]] = {"TCVN3": from_tcvn3, "VNI": from_vni}


def _is_unicode(text: str) -> bool:
    """Whether a text has letters that no old encoding writes: those have the signs of Latin-1 only."""
    return any(letter > "\xff" and letter in SPECIAL_LETTERS for letter in text)


def _is_word(word: str) -> bool:
    return is_syllable(word.casefold()) and SPECIAL_LETTERS.issuperset(_beyond_ascii(word))


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
