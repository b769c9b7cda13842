"""A reason in words: one line, and the lines of its parts under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """One line of an explanation, with the lines that stand under it."""

    text: str
    parts: tuple[Line, ...] = ()

    def flat(self) -> str:
        """Everything in one line, parts in brackets."""
        if not self.parts:
            return self.text
        return f"{self.text} ({'; '.join(part.flat() for part in self.parts)})"

    def indented(self, depth: int = 0) -> Iterator[tuple[int, str]]:
        """Every line with its depth, from the top."""
        yield depth, self.text
        for part in self.parts:
            yield from part.indented(depth + 1)
