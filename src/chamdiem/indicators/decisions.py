"""The name of the decision behind an edition, as people read it."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from chamdiem.core.lint.dates import list_blank

# Blank spaces of a printed name → the dots people write there.
_DOTS = (
    (re.compile(r"(số(?:\s*:)?)\s*/", re.IGNORECASE), r"\1 …/"),
    (re.compile(r"(ngày)\s*/\s*/", re.IGNORECASE), r"\1 …/…/"),
    (re.compile(r"(ngày)\s*(?=(?:tháng|năm)\b)", re.IGNORECASE), r"\1 … "),
)


def decision_words(printed: str) -> str:
    """The name as printed; what its source leaves blank is dots, and is said to be blank there."""
    blank = list_blank(printed)
    if not blank:
        return printed
    notes = {
        ("number",): _("nguồn không ghi số"),
        ("date",): _("nguồn không ghi ngày"),
        ("number", "date"): _("nguồn không ghi số, ngày"),
    }
    return f"{dot_blanks(printed)} ({notes[tuple(blank)]})"


def dot_blanks(printed: str) -> str:
    """The name with dots where its source leaves a space for a number or a day."""
    for space, dots in _DOTS:
        printed = space.sub(dots, printed)
    return printed
