"""How far a long work is: one line that is rewritten on a terminal, a line for each part elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread

_REWRITE = "\r\x1b[K"  # back to the beginning of the line, and clear it
_REMINDED_AFTER_SECONDS = 15.0


@dataclass(slots=True)
class Progress:
    """Shows the parts of one work, one after the other."""

    say: Callable[[str], object]
    is_terminal: bool
    _is_open: bool = False
    _part: str = ""
    _begun: float = 0.0

    def show(self, part: str) -> None:
        """The part that begins now."""
        self._part, self._begun = part, time.monotonic()
        self._write(part)

    def end(self) -> None:
        """Leave the line free for what comes next."""
        if self._is_open:
            self.say(_REWRITE)
            self._is_open = False

    @contextmanager
    def reminding(self, every: float = _REMINDED_AFTER_SECONDS) -> Iterator[None]:
        """Say now and then how long the part at hand has taken: a slow one is not to look like a dead one."""
        done = Event()

        def remind() -> None:
            while not done.wait(every):
                taken = time.monotonic() - self._begun
                if self._part and taken >= every:
                    self._write(f"{self._part} (đã {taken:.0f} giây)")

        thread = Thread(target=remind, daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()
            self.end()

    def _write(self, text: str) -> None:
        self.say(f"{_REWRITE}{text}" if self.is_terminal else f"{text}\n")
        self._is_open = self.is_terminal
