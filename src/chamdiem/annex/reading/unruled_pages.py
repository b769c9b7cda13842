"""The pages of a PDF one after the other: which hold a table without ruling lines, and where it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from chamdiem.annex.reading.running_lines import Marks, is_running, marks_of
from chamdiem.annex.reading.segments import TextLine, lines_of, page_words
from chamdiem.annex.reading.unruled import Unruled, find_unruled, may_head


@dataclass(slots=True)
class UnruledPages:
    """One pass over the pages; of each the next is looked at too, for the lines that both repeat."""

    pages: Sequence[Any]
    last: Unruled | None = None
    _marks: Marks = frozenset()
    _lines: dict[int, list[TextLine]] = field(default_factory=dict)

    def find(self, number: int, *, has_tables: bool) -> Unruled | None:
        """The table of a page, if it has none with ruling lines."""
        if has_tables:
            self.last = None
            return None
        lines, height = self._of(number), self.pages[number - 1].height
        following = self._of(number + 1) if number < len(self.pages) else []
        beside = self._marks | marks_of(following, height)
        own = [line for line in lines if may_head(line) or not is_running(line, height, number, beside)]
        self.last, self._marks = find_unruled(own, self.last), marks_of(lines, height)
        return self.last

    def _of(self, number: int) -> list[TextLine]:
        if number not in self._lines:
            self._lines = {key: lines for key, lines in self._lines.items() if key >= number - 1}
            self._lines[number] = lines_of(page_words(self.pages[number - 1]))
        return self._lines[number]
