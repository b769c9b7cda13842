"""How far a long work is: one line that is rewritten on a terminal, a line for each part elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_REWRITE = "\r\x1b[K"  # back to the beginning of the line, and clear it


@dataclass(slots=True)
class Progress:
    """Shows the parts of one work, one after the other."""

    say: Callable[[str], object]
    is_terminal: bool
    _is_open: bool = False

    def show(self, part: str) -> None:
        """The part that begins now."""
        self.say(f"{_REWRITE}{part}" if self.is_terminal else f"{part}\n")
        self._is_open = self.is_terminal

    def end(self) -> None:
        """Leave the line free for what comes next."""
        if self._is_open:
            self.say(_REWRITE)
            self._is_open = False
