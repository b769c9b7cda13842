"""What an invented annex says, and what a reader should make of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.library.reading import read_set_text
from chamdiem.library.writing import dump_yaml

LEVELS = ("one", "two", "three", "four")


@dataclass(frozen=True)
class Entry:
    """One row: its level from 0, the printed number, name and maximum, other cells, and the right rule.

    ``rule`` None: people award the points (no text, or one that leaves the rule open).
    """

    level: int
    number: str
    name: str
    points: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    rule: Any = None
    inputs: dict[str, dict[str, str]] = field(default_factory=dict)
    role: str = ""


@dataclass(frozen=True)
class Invented:
    """One annex: its file, the paragraphs above the table, headings by role, rows.

    ``layout`` is how its file is laid out where that is not the plain way of its format.
    """

    file: str
    above: tuple[str, ...]
    headings: dict[str, str]
    rows: tuple[Entry, ...]
    total: str = ""
    layout: str = ""

    def truth(self) -> IndicatorSet:
        """What the annex should be read as."""
        rows = [self._row(place, entry) for place, entry in enumerate(self.rows)]
        header = {
            "key": "truth", "name": "–", "edition": "1", "source": {"document": "–"},
            "levels": dict.fromkeys(LEVELS[: 1 + max(entry.level for entry in self.rows)], "–"),
        }  # fmt: skip
        return read_set_text(dump_yaml({"format": "chamdiem/set/1", "set": header, "rows": rows}))

    def _row(self, place: int, entry: Entry) -> dict[str, Any]:
        following = self.rows[place + 1].level if place + 1 < len(self.rows) else 0
        is_leaf = following <= entry.level
        row: dict[str, Any] = {"key": f"r{place + 1}", "number": entry.number, "level": LEVELS[entry.level]}
        row |= {"name": entry.name, "role": entry.role}
        row["max_points"] = entry.points.replace(",", ".")
        row["method"] = entry.cells.get("method", "")
        row["lead"] = [part.strip() for part in entry.cells.get("lead", "").split(";") if part.strip()]
        row["coordinating"] = [
            part.strip() for part in entry.cells.get("coordinating", "").split(";") if part.strip()
        ]
        if is_leaf and entry.role == "information":
            row["inputs"] = {"v": {"type": "text", "label": entry.name}}
        elif is_leaf:
            row["inputs"] = entry.inputs
            row["rule"] = entry.rule or {"kind": "manual"}
        return {key: value for key, value in row.items() if value not in ("", [], {})}


def yes(*letters: str) -> dict[str, dict[str, str]]:
    """Inputs answered with yes or no."""
    return {letter: {"type": "yes_no", "label": "–"} for letter in letters}


def numbers(*letters: str) -> dict[str, dict[str, str]]:
    """Inputs that are counts."""
    return {letter: {"label": "–"} for letter in letters}


def ratio(value: str, **more: str) -> dict[str, str]:
    """A ratio; a zero denominator does not apply."""
    return {"kind": "ratio", "value": value, "if_zero": "not_applicable", **more}


def choice(*rewards: str) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
    """One of several options, each a share (``1/2``) or points (``3p``), and its input."""
    options = {}
    for place, reward in enumerate(rewards):
        given = {"points": reward[:-1]} if reward.endswith("p") else {"give": reward}
        options[f"m{place}"] = {"label": f"{place}", **given}
    return {"kind": "choice", "of": "k", "options": options}, {"k": {"type": "choice", "label": "–"}}


def tiers(*bands: str, otherwise: str = "none", value: str = "n") -> dict[str, Any]:
    """Bands such as ``at_least 10 full`` or ``less_than 7 3p``."""
    listed = []
    for band in bands:
        side, threshold, reward = band.split()
        listed.append(
            {side: threshold, **({"points": reward[:-1]} if reward.endswith("p") else {"give": reward})}
        )
    rest: Any = {"points": otherwise[:-1]} if otherwise.endswith("p") else otherwise
    return {
        "kind": "tiers",
        "value": value,
        "tiers": listed,
        **({} if rest == "none" else {"otherwise": rest}),
    }


def shares(*bands: str) -> dict[str, Any]:
    """Bands of the ratio a / b."""
    return {**tiers(*bands, value="a / b"), "if_zero": "not_applicable"}


def said(number: str, name: str, points: str, method: str, *rule: Any, **cells: str) -> Entry:
    """A row of the second level by its calculation text, the right rule with its inputs, and other cells."""
    return Entry(1, number, name, points, {"method": method, **cells}, *rule)
