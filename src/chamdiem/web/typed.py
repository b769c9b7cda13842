"""Numbers that pages carry along as text: identifiers, versions, places."""

from __future__ import annotations

# Identifiers of the database have fewer digits; more is nobody's.
_MOST_DIGITS = 17


def read_whole(text: str) -> int | None:
    """The whole number that was sent along; ``None`` where it is none, or longer than any there is.

    Example:
        >>> read_whole("12"), read_whole("-1"), read_whole("²"), read_whole("9" * 5_000)
        (12, None, None, None)
    """
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else None
