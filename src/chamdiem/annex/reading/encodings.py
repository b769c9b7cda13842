"""Bytes → text: UTF-8, UTF-16, or one byte for each letter."""

from __future__ import annotations

import codecs

from chamdiem.errors import InvalidAnnex, Place, Problem

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes, file: str) -> str:
    """The text of a file.

    Raises:
        InvalidAnnex: The bytes are no text in any encoding we know.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data.decode(encoding, errors="replace"), file)
    try:
        return _text(data.decode("utf-8"), file)
    except UnicodeDecodeError:
        pass
    # Old fonts use the places of Western letters: ``old_encodings`` sees what they mean.
    return _text(data.decode("latin-1"), file)


def _text(text: str, file: str) -> str:
    controls = sum(1 for letter in text[:20_000] if ord(letter) < 32 and letter not in "\t\n\r\f\v")
    if controls > len(text[:20_000]) // 100:
        raise _refused(file)
    return text


def _refused(file: str) -> InvalidAnnex:
    return InvalidAnnex([Problem("annex.other_kind", {}, Place(file=file))])
