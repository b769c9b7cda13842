"""Headings of goals and projects: sheets write their titles, the format has entries with keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.lint.folding import fold
from chamdiem.core.plain_data import Marked
from chamdiem.office.grid import Grid
from chamdiem.office.plan_cells import folded, spaced
from chamdiem.office.plan_columns import BELOW, KEY_HEADING
from chamdiem.office.plan_writing import heading_titles

# The heading of the column of codes, as it is compared.
_CODE = fold(KEY_HEADING)
# ``A``, ``IV``, ``12``, and below them ``A1``, ``A.1``, ``1.2``.
_NUMBERED = re.compile(r"((?:[0-9]{1,3}|[A-ZĐ][0-9]{0,2}|[IVXL]{1,6})(?:\.[0-9]{1,2}){0,3})\. (.+)")


@dataclass(slots=True)
class Headings:
    """The headings met so far, by their path; ``M`` of goals, ``N`` of projects."""

    keys: dict[str, dict[str, str]] = field(default_factory=lambda: {"M": {}, "N": {}})
    # Keys no new heading may take.
    used: set[str] = field(default_factory=set)

    def reserve(self, grids: Iterable[Grid]) -> None:
        """Leave the codes that stand in the sheets to what they were given to."""
        for grid in grids:
            columns: set[int] = set()
            for _, line in sorted(grid.lines.items()):
                self.used |= {cell.text.strip() for at, cell in line.items() if at in columns}
                columns |= {at for at, cell in line.items() if folded(cell.text) == _CODE}

    def know(self, plan: Plan) -> None:
        """Find the headings of the plan that is changed again by their titles.

        One whose key is now the code of something in the sheets gets another.
        """
        given = set(self.used)
        self.used |= {entry.key for _, entry in plan.entries()}
        for letter, headings in (("M", plan.sections), ("N", plan.project_groups)):
            for key, title in heading_titles(headings).items():
                if key not in given:
                    self.keys[letter].setdefault(spaced(title), key)
                    self.used.add(key)

    def key_of(self, letter: str, text: str) -> str:
        """The key of a heading; headings above it get one too."""
        keys, path = self.keys[letter], ""
        for part in (part.strip() for part in text.split(BELOW.strip())):
            path = f"{path}{BELOW}{part}" if path else part
            if path not in keys:
                number = next(n for n in count(len(keys) + 1) if f"{letter}{n}" not in self.used)
                keys[path] = f"{letter}{number}"
                self.used.add(keys[path])
        return keys[path]

    def entries(self, letter: str) -> Marked:
        """The headings as entries of the file: key, number, title, what they stand under."""
        entries = []
        for path, key in self.keys[letter].items():
            above, _, own = path.rpartition(BELOW)
            numbered = _NUMBERED.fullmatch(own)
            entry = {"key": Marked(key), "title": Marked(numbered[2] if numbered else own)}
            if numbered:
                entry["number"] = Marked(numbered[1])
            if above:
                entry["under"] = Marked(self.keys[letter][above])
            entries.append(Marked(entry))
        return Marked(entries)
