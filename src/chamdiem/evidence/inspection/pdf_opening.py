"""What a PDF does when it is opened: shows one of its own pages, or anything else."""

from __future__ import annotations

import io
import re
import zlib

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

# What pypdf lets fly on malformed files.
MALFORMED = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError, zlib.error,
)  # fmt: skip
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_OPENING = re.compile(rb"/OpenAction\s*(\[|<<|(\d{1,9})\s+(\d{1,5})\s+R\b)?")
_ACTION = re.compile(rb"/S\s*(/[^\s/<>\[\](){}%]+)")
_LONGEST_ACTION = 2_000
# More places than any honest file has: none of them is looked up any more.
_MOST_PLACES = 20


def unescaped(text: bytes) -> bytes:
    """Names as they are meant: ``/J#61vaScript`` is ``/JavaScript``."""
    return _ESCAPE.sub(lambda found: bytes([int(found.group(1), 16)]), text)


def acts_on_opening(text: bytes, outside: bytes, data: bytes) -> bool:
    """Whether a document does more than to show one of its own pages when it is opened.

    Args:
        text: Objects in which ``/OpenAction`` stands.
        outside: What stands outside streams, where an action may be kept.
        data: The whole file, for an action that is packed.
    """
    plain = unescaped(text)
    found = list(_OPENING.finditer(plain))
    return len(found) > _MOST_PLACES or any(not _is_harmless(each, plain, outside, data) for each in found)


def _is_harmless(found: re.Match[bytes], text: bytes, outside: bytes, data: bytes) -> bool:
    begin, number = found.group(1), found.group(2)
    if begin == b"[":
        return True
    if begin == b"<<":
        return _goes_to_a_page(text[found.start(1) :])
    return number is not None and _is_harmless_object(int(number), int(found.group(3)), outside, data)


def _goes_to_a_page(text: bytes) -> bool:
    """Whether an action, from its brackets on, only goes to a page, and nothing follows it."""
    action = _dictionary(text[:_LONGEST_ACTION])
    return b"/Next" not in action and set(_ACTION.findall(action)) == {b"/GoTo"}


def _dictionary(text: bytes) -> bytes:
    """The dictionary at the beginning of a text, or nothing where it does not end."""
    depth = 0
    for each in re.finditer(rb"<<|>>", text):
        depth += 1 if each.group() == b"<<" else -1
        if not depth:
            return text[: each.end()]
    return b""


def _is_harmless_object(number: int, generation: int, outside: bytes, data: bytes) -> bool:
    kept = list(re.finditer(rb"(?<!\d)%d\s+%d\s+obj\s*(?=(\[|<<)?)" % (number, generation), outside))
    if kept:
        return len(kept) <= _MOST_PLACES and all(
            each.group(1) == b"["
            or _goes_to_a_page(unescaped(outside[each.end() : each.end() + _LONGEST_ACTION]))
            for each in kept
        )
    return _is_harmless_packed(number, generation, data)


def _is_harmless_packed(number: int, generation: int, data: bytes) -> bool:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        action = IndirectObject(number, generation, reader).get_object()
    except MALFORMED:
        return False
    if isinstance(action, DictionaryObject):
        return action.get("/S") == "/GoTo" and "/Next" not in action
    return isinstance(action, ArrayObject)
