"""Active content of a PDF, found without running or rendering anything.

Names are looked for where objects stand: outside streams, and inside object streams, which
are unpacked within bounds. Names written with escapes (``/J#61vaScript``) count as well.
"""

from __future__ import annotations

import re
import zlib

from chamdiem.evidence.inspection.findings import Flag
from chamdiem.evidence.inspection.pdf_opening import acts_on_opening, unescaped

_NAME = re.compile(rb"/[^\s/<>\[\](){}%]+")
_DICTIONARY = 400
_MAX_UNPACKED = 20_000_000
_MAX_OBJECT_STREAMS = 20_000
_FLAGS = {
    b"/JavaScript": Flag.PDF_JAVASCRIPT,
    b"/JS": Flag.PDF_JAVASCRIPT,
    b"/Launch": Flag.PDF_LAUNCH,
    b"/EmbeddedFile": Flag.PDF_EMBEDDED_FILE,
    b"/EmbeddedFiles": Flag.PDF_EMBEDDED_FILE,
    b"/RichMedia": Flag.PDF_EMBEDDED_FILE,
    b"/SubmitForm": Flag.PDF_SENDS_DATA,
    b"/ImportData": Flag.PDF_SENDS_DATA,
    b"/AA": Flag.PDF_OPEN_ACTION,
    b"/XFA": Flag.PDF_FORM_SCRIPT,
    b"/Encrypt": Flag.ENCRYPTED,
}


def find_pdf_flags(data: bytes) -> tuple[Flag, ...]:
    """Scripts, programs to launch, files inside, actions on opening, passwords.

    To open at a page is no action: word processors write it into every file they make.
    """
    outside, streams = split_streams(data)
    texts = [outside, *_object_streams(streams)]
    names = [_names_in(text) for text in texts]
    known = set[bytes]().union(*names)
    flags = {flag for name, flag in _FLAGS.items() if name in known}
    opening = [text for text, there in zip(texts, names, strict=True) if b"/OpenAction" in there]
    if any(acts_on_opening(text, outside, data) for text in opening):
        flags.add(Flag.PDF_OPEN_ACTION)
    return tuple(sorted(flags))


def _names_in(text: bytes) -> set[bytes]:
    return {unescaped(name) for name in set(_NAME.findall(text))}


def split_streams(data: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """What stands outside streams, and each stream with the words before it, in one pass."""
    outside: list[bytes] = []
    streams: list[tuple[bytes, bytes]] = []
    place = 0
    while (start := data.find(b"stream", place)) >= 0:
        outside.append(data[place:start])
        end = data.find(b"endstream", start + 6)
        end = len(data) if end < 0 else end
        streams.append((data[max(0, start - _DICTIONARY) : start], data[start + 6 : end]))
        place = end + len(b"endstream")
    outside.append(data[place:])
    return (b" ".join(outside), streams)


def _object_streams(streams: list[tuple[bytes, bytes]]) -> list[bytes]:
    texts: list[bytes] = []
    left = _MAX_UNPACKED
    for head, packed in streams:
        if b"ObjStm" not in unescaped(head[head.rfind(b"obj") :]):
            continue
        text = _unpack(packed.lstrip(b"\r\n"), left)
        texts.append(text)
        left -= len(text)
        if left <= 0 or len(texts) >= _MAX_OBJECT_STREAMS:
            break
    return texts


def _unpack(packed: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return packed
