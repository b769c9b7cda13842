"""How far long work of this app is: batches counted on the way to a total."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]


def nobody_asks(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


class Steps:
    """Adds up what was done, and tells."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress, self.done, self.total = progress, 0, total

    def follow(self, count: int) -> None:
        """So many more are done."""
        self.done += count
        self.progress(self.done, self.total)
