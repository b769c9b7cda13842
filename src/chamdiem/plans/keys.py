"""The key of a plan: what it may be, and one made of a title."""

from __future__ import annotations

import re
from collections.abc import Collection

from chamdiem.core.lint.folding import fold
from chamdiem.core.set_schema import KEY

_MOST = 40
_WORD = re.compile(r"[a-z0-9]+")
_NAMELESS = "ke-hoach"


def is_key(text: str) -> bool:
    """Whether a file of a plan may have this key."""
    return KEY.fits(text)


def key_of(title: str, taken: Collection[str] = ()) -> str:
    """A key made of the words of a title that is not taken.

    Example:
        >>> key_of("Kế hoạch 1")
        'ke-hoach-1'
        >>> key_of("Kế hoạch 1", {"ke-hoach-1"})
        'ke-hoach-1-2'
    """
    start = "-".join(_WORD.findall(fold(title))) or _NAMELESS
    ends = ("", *(f"-{number}" for number in range(2, len(taken) + 2)))
    keys = (f"{_cut(start, _MOST - len(end))}{end}" for end in ends)
    return next(key for key in keys if key not in taken)


def _cut(text: str, most: int) -> str:
    """The text, or as many of its words as there is room for."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition("-")[0] or text[:most]
