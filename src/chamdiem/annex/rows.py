"""The rows of an annex as they are gathered: every text literal, with place, warnings and repairs."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from chamdiem.annex.blocks import Spot

if TYPE_CHECKING:
    from chamdiem.annex.printed import PrintedTable
    from chamdiem.annex.rules.reading import RuleReading

# The texts of a row, in the order of the set format.
FIELDS = (
    "name", "instructions", "method", "note", "evidence", "lead", "coordinating", "verifying", "data_source",
    "deadline", "unit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should look at: code and facts; ``notices`` says it."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repair:
    """One change of damaged text. ``start`` is where ``repaired`` stands in the repaired field."""

    field: str
    printed: str
    repaired: str
    start: int
    why: str


@dataclass(slots=True)
class AnnexRow:
    """One printed row: what stands in its cells and what was made of it.

    ``heading`` is the level of the heading it was in a text without tables, ``printed`` its whole line there,
    ``depth`` in how many lists it stood.
    ``groups`` stand in columns beside its name; ``group_depth`` of a row made of such a cell is the place of
    that column, from 1. ``has_levels``: its method is made of lines that each give some of its points;
    ``has_bare_levels``: its levels stand in columns of their own, and nothing says what each of them gives.
    ``mark`` is the "-" or "+" that stands where a number would.
    ``shared`` are the fields whose text stands in a cell that began above it.
    """

    number: str = ""
    code: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    max_points: Fraction | None = None
    max_text: str = ""
    spot: Spot = field(default_factory=Spot)
    table: int = 0
    level: int = 0
    parent: int | None = None
    key: str = ""
    role: str = "scored"
    shares_maximum_of: int | None = None
    is_group: bool = False
    is_merged_max: bool = False
    after_break: bool = False
    heading: int = 0
    depth: int = 0
    printed: str = ""
    groups: tuple[str, ...] = ()
    group_depth: int = 0
    mark: str = ""
    has_levels: bool = False
    has_bare_levels: bool = False
    shared: set[str] = field(default_factory=set)
    rule: RuleReading | None = None
    warnings: list[Notice] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name, on one line."""
        return self.texts.get("name", "")

    @property
    def method(self) -> str:
        """How points are calculated, literal."""
        return self.texts.get("method", "")

    def warn(self, code: str, **facts: str) -> None:
        """Note something a person should look at, once."""
        notice = Notice(code, facts)
        if notice not in self.warnings:
            self.warnings.append(notice)


@dataclass(frozen=True, slots=True)
class Declared:
    """A count the text states: "gồm 07 chỉ số chính", and how many were found."""

    words: str
    count: int
    what: str
    about: str
    spot: Spot
    found: int | None = None


@dataclass(frozen=True, slots=True)
class Outside:
    """A text outside the tables that were read; ``is_kept``: it is a note of the set."""

    text: str
    spot: Spot
    is_kept: bool


@dataclass(frozen=True, slots=True)
class TableFound:
    """One table of the file: its headings, what they were read as, whether its rows were used."""

    number: int
    caption: str
    headings: tuple[str, ...]
    roles: tuple[str, ...]
    lines: int
    is_used: bool
    spot: Spot


@dataclass(slots=True)
class Annex:
    """Everything read from one file, before a draft is made of it."""

    file: str
    kind: str
    title: str = ""
    document: str = ""
    issuer: str = ""
    issued_on: str = ""
    year: str = ""
    total: Fraction | None = None
    bonus_cap: Fraction | None = None
    level_names: tuple[str, ...] = ()
    is_named_from_top: bool = False
    rows: list[AnnexRow] = field(default_factory=list)
    declared: list[Declared] = field(default_factory=list)
    tables: list[TableFound] = field(default_factory=list)
    printed: list[PrintedTable] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)

    def children(self, place: int) -> list[int]:
        """The rows directly below a row."""
        return [other for other, row in enumerate(self.rows) if row.parent == place]
