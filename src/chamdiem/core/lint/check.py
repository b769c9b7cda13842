"""A check as data: its code, how grave a hit is, what it looks at, and its function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit, Severity


@dataclass(frozen=True, slots=True)
class Check:
    """One check; the first line of the function's docstring says what it finds."""

    code: str
    severity: Severity
    looks_at: str
    find: Callable[[Document], Iterable[Hit]]

    @property
    def meaning(self) -> str:
        """What it finds, for the documentation."""
        return (self.find.__doc__ or "").partition("\n")[0].rstrip(".")
