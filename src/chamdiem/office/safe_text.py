"""Text that a spreadsheet must not take for a formula.

A name that begins with ``=`` would be executed by whoever opens the file. In
Excel files text is written as text; CSV has no such thing, so there an
apostrophe goes before it, and comes off again when we read it back.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """Text as a CSV cell.

    Example:
        >>> guarded("=1+1"), guarded("Xã A")
        ("'=1+1", 'Xã A')
    """
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    return text[1:] if text.startswith("'") and _DANGEROUS.match(text[1:]) else text
