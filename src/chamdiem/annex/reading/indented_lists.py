"""Lists of Markdown: how far an item is indented tells in how many of them it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chamdiem.annex.numbering import split_number

_BULLET = re.compile(r"[-+*•]\s+\S")
_TAB = "    "


@dataclass(slots=True)
class IndentedLists:
    """The lists that are open: how far each is indented, and whether its items have numbers."""

    open: list[tuple[int, bool]] = field(default_factory=list)

    def depth(self, line: str) -> int:
        """In how many lists an item stands; 0 for what is none, and ends them where it is not indented."""
        line = line.replace("\t", _TAB)
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        is_numbered = bool(split_number(text.replace("*", "").replace("_", ""))[0])
        if not is_numbered and not _BULLET.match(text):
            self.open = [] if not indent else self.open
            return 0
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        if (indent, is_numbered) in self.open:
            del self.open[self.open.index((indent, is_numbered)) + 1 :]
        else:
            self.open.append((indent, is_numbered))
        return len(self.open)
