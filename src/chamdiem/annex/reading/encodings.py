"""Bytes → text: UTF-8, UTF-16, or one byte for each letter."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from chamdiem.errors import InvalidAnnex, Place, Problem

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What stands for a byte that is no part of a letter: the repair takes it for a lost letter, and tells it.
LOST = "\ufffd"
_SHOWN = 5


def decode(data: bytes, file: str) -> tuple[str, list[str]]:
    """The text of a file, and what people are told of bytes in it that are no letters.

    Raises:
        InvalidAnnex: The bytes are no text in any encoding we know.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return _text(text, file), _told(text)
    text = data.decode("utf-8", errors="replace")
    if _is_meant(text, data):
        return _text(text, file), _told(text)
    # Old fonts use the places of Western letters: ``old_encodings`` sees what they mean.
    return _text(data.decode("latin-1"), file), []


def _is_meant(text: str, data: bytes) -> bool:
    """Whether a text is UTF-8: without a fault, or with more whole letters of several bytes than bad bytes.

    In texts of one byte for each letter hardly two stand together that make a letter of UTF-8.
    """
    bad = _bad(text) - data.decode("utf-8", errors="ignore").count(LOST)
    whole = sum(letter > "\x7f" for letter in text) - _bad(text)
    return bad <= 0 or whole > bad


def _bad(text: str) -> int:
    return text.count(LOST)


def _told(text: str) -> list[str]:
    if not _bad(text):
        return []
    places = list(_places(text))
    shown = "; ".join([*places[:_SHOWN], *["…"][: len(places) - _SHOWN]])
    return [
        f"Tệp có {_bad(text)} chỗ có byte hỏng, không phải chữ UTF-8 (hiện là “{LOST}”): {shown}. "
        "Chữ hay số ở đó đã mất: đối chiếu từng chỗ với bản gốc."
    ]


def _places(text: str) -> Iterator[str]:
    """Where letters are lost, with what stands around them."""
    for number, line in enumerate(text.splitlines(), start=1):
        for place, letter in enumerate(line):
            if letter == LOST:
                around = " ".join(line[max(0, place - 12) : place + 13].split())
                yield f"dòng {number}, ký tự {place + 1} (“{around}”)"


def _text(text: str, file: str) -> str:
    controls = sum(1 for letter in text[:20_000] if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if controls > len(text[:20_000]) // 100:
        raise _refused(file)
    return text


def _refused(file: str) -> InvalidAnnex:
    return InvalidAnnex([Problem("annex.other_kind", {}, Place(file=file))])
