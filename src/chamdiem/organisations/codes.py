"""What a code of a body may be: it is typed, listed and separated by semicolons and lines."""

from __future__ import annotations

import re

# Letters and figures of any alphabet, parts joined by single signs: SKHCN.TTCNTT, 001-A, SỞ_YT.
_USABLE = re.compile(r"\w+(?:[.\-/]\w+)*")


def is_usable(code: str) -> bool:
    """Whether a new code can be given to a body.

    Example:
        >>> is_usable("SKHCN.TTCNTT"), is_usable("Sở Y tế"), is_usable("A;B")
        (True, False, False)
    """
    return _USABLE.fullmatch(code) is not None
