"""Lists of a page of HTML: what is printed in front of each item, and in how many lists it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from chamdiem.annex.reading.list_numbers import shown

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "none": "", "disc": "", "circle": "", "square": "",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,4}")
_MOST_DEPTH = 20


@dataclass(slots=True)
class _List:
    """One list that is open: how it counts ("" for bullets), and the number of its last item."""

    form: str
    count: int = 0


@dataclass(slots=True)
class PageLists:
    """The lists that are open, and the mark of an item whose text has not begun."""

    open: list[_List] = field(default_factory=list)
    waiting: str = ""

    @property
    def depth(self) -> int:
        """In how many lists what follows stands."""
        return len(self.open)

    def begin(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """A list or an item begins."""
        if tag in ("ol", "ul") and self.depth < _MOST_DEPTH:
            start = attributes.get("start") or ""
            before = int(start) - 1 if _COUNT.fullmatch(start) else 0
            self.open.append(_List(_form(tag, attributes), before))
        elif tag == "li":
            self.waiting = self._next(attributes.get("value") or "")

    def end(self, tag: str) -> None:
        """A list ends."""
        if tag in ("ol", "ul") and self.open:
            self.open.pop()
            self.waiting = ""

    def mark(self) -> tuple[str, int]:
        """What stands in front of a text, once for each item, and its depth; 0 for other texts."""
        mark, self.waiting = self.waiting, ""
        return mark, max(1, self.depth) if mark else 0

    def _next(self, value: str) -> str:
        own = self.open[-1] if self.open else _List("")
        own.count = int(value) if _COUNT.fullmatch(value) else own.count + 1
        return f"{shown(own.count, own.form)}. " if own.form else "- "


def _form(tag: str, attributes: Mapping[str, str | None]) -> str:
    form = _FORMS.get(attributes.get("type") or "", "decimal") if tag == "ol" else ""
    styled = _STYLE.search(attributes.get("style") or "")
    return _STYLES.get(styled[1].casefold(), form) if styled else form
