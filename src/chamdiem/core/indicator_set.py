"""The indicator set (bộ chỉ số): its rows in printed order, and the tree they form.

Everything printed is kept as printed: number, code, name, maximum, offices.
Beside it stand the stable key, our corrections, and the rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal

from chamdiem.core.expression import Condition
from chamdiem.core.group_caps import ADDED_ROLES, AddedRole, RoleSum, capped_role, list_role_sums
from chamdiem.core.inputs import Input
from chamdiem.core.measures import Measure, measure_of
from chamdiem.core.points import Rounding
from chamdiem.core.rules.rule import Rule

Role = Literal["scored", "bonus", "deduction", "condition", "information"]
Evaluator = Literal["organisation", "appraiser", "survey", "council", "feed", "peers"]
NotApplicablePolicy = Literal["rescale", "full", "zero"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something stands in the decision (căn cứ)."""

    document: str = ""
    place: str = ""
    file: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A printing error: what is printed stays, what is meant stands here."""

    field: str
    printed: str
    correct: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a criterion is due: as printed, and as a date (inclusive, local)."""

    printed: str
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRequirement:
    """What must be shown (tài liệu kiểm chứng)."""

    printed: str
    kinds: tuple[str, ...] = ()
    least: int = 0
    signed: bool = False
    within_period: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What must hold between inputs; a soft check only warns."""

    that: Condition
    soft: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A worked case (ví dụ tính thử): figures given, points expected.

    ``others`` are the figures of the other organisations a peer rule compares.
    """

    given: Mapping[str, str]
    points: Fraction | None = None
    status: str = "scored"
    others: tuple[Mapping[str, str], ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One printed row: a group, a criterion, or general information."""

    key: str
    level: str
    name: str
    number: str = ""
    code: str = ""
    role: Role = "scored"
    corrections: tuple[Correction, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)
    max_points: Fraction | None = None
    shares_maximum_of: str = ""
    evaluator: Evaluator = "organisation"
    deadline: Deadline | None = None
    instructions: str | None = None
    method: str | None = None
    printed_note: str | None = None
    evidence: EvidenceRequirement | None = None
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    note: str | None = None
    source: Source = Source()
    inputs: Mapping[str, Input] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    cross_unit: bool = False
    not_applicable_when: Condition | None = None
    rule: Rule | None = None
    cases: tuple[Case, ...] = ()

    @property
    def is_criterion(self) -> bool:
        """Whether points are awarded on this very row."""
        return self.rule is not None

    @property
    def correct_name(self) -> str:
        """The name with its printing errors corrected."""
        name = self.name
        for correction in self.corrections:
            if correction.field == "name":
                name = name.replace(correction.printed, correction.correct)
        return name

    @property
    def label(self) -> str:
        """What is printed before the row: its number (or code, or key); a sentence takes ``Tree.labels``."""
        return self.number or self.code or self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A count the document states about itself."""

    level: str
    count: int
    row: str = ""
    text: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """A finding of lint that is known and accepted, with the reason."""

    finding: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeGate:
    """A side condition of a grade: an index value every row named must reach."""

    at_least: Fraction
    level: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade (xếp loại): the index value it needs, and its gates."""

    name: str
    at_least: Fraction
    peer_group: str = ""
    gates: tuple[GradeGate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedRow:
    """One part of a derived index."""

    row: str
    weight: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedIndex:
    """An index beside the tree: a weighted mean of index values of rows."""

    key: str
    name: str
    terms: tuple[WeightedRow, ...]
    digits: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The interval measured (kỳ số liệu), both ends included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSet:
    """One edition of an indicator set; immutable once issued."""

    key: str
    name: str
    edition: str
    levels: Mapping[str, str]
    rows: tuple[Row, ...]
    source: Source
    printed_title: str = ""
    status: Literal["draft", "issued"] = "draft"
    issuer: str = ""
    issued_on: date | None = None
    reference_period: Period | None = None
    max_points: Fraction | None = None
    rounding: Rounding = field(default_factory=Rounding)
    index_digits: int = 4
    not_applicable: NotApplicablePolicy = "rescale"
    bonus_cap: Fraction | None = None
    tie_break: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = ()
    derived: tuple[DerivedIndex, ...] = ()
    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    declared: tuple[Declared, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()
    # Lines of the rows in the file the set was read from; empty when built in code.
    file_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    tree: Tree = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", Tree(self))

    @property
    def criteria(self) -> tuple[Row, ...]:
        """The rows on which points are awarded, in printed order."""
        return self.tree.criteria

    def row(self, key: str) -> Row:
        """The row with this key; ``KeyError`` when there is none."""
        return self.tree.by_key[key]


class Tree:
    """Who stands under whom, and the sums below; made once for a set."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        self._depths = {level: depth for depth, level in enumerate(indicator_set.levels)}
        self.by_key = {row.key: row for row in indicator_set.rows}
        self.criteria = tuple(row for row in indicator_set.rows if row.is_criterion)
        self.parent: dict[str, str | None] = {}
        self.children: dict[str, list[str]] = {row.key: [] for row in indicator_set.rows}
        self.roots: list[str] = []
        self._place(indicator_set.rows)
        self.sum_points: dict[str, Fraction] = {}
        for key in self.roots:
            self._sum(key)
        # Groups of bonuses or deductions with a maximum, and the sums these make.
        self.capped: dict[str, AddedRole] = {
            key: role for key in self.by_key if (role := capped_role(self, key))
        }
        self.role_sums: dict[AddedRole, tuple[RoleSum, ...]] = {
            role: list_role_sums(self, role, self.roots) for role in ADDED_ROLES
        }

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Row key → how a sentence names the row: its number, or its key where the number names several."""
        repeated = {
            label for label, count in Counter(row.label for row in self.by_key.values()).items() if count > 1
        }
        scored = {key: row for key, row in self.by_key.items() if row.role != "information"}
        # Where D.1 and D.2 go by their keys, the third beside them is no 3.
        by_keys = {self.parent[key] for key, row in scored.items() if row.label in repeated - {key}}
        # Lines of general information are numbered apart: 18 alone would look like a criterion.
        by_numbers = {key for key in scored or self.by_key if self.parent[key] not in by_keys}
        return {
            key: row.label if key in by_numbers and row.label not in repeated else key
            for key, row in self.by_key.items()
        }

    @cached_property
    def measures(self) -> Mapping[str, Measure | None]:
        """Row key → what the row is measured by where a gate, a tie-break or an index names it."""
        return {key: measure_of(self, key) for key in self.by_key}

    def below(self, key: str) -> Iterator[Row]:
        """Every row under one row, in printed order."""
        for child in self.children[key]:
            yield self.by_key[child]
            yield from self.below(child)

    def path(self, key: str) -> tuple[Row, ...]:
        """The row and its ancestors, from the top."""
        above = self.parent[key]
        return (*(self.path(above) if above else ()), self.by_key[key])

    def maximum(self, key: str) -> Fraction:
        """The maximum in force for a row: what its criteria can earn together."""
        return self.sum_points[key]

    def _place(self, rows: tuple[Row, ...]) -> None:
        stack: list[Row] = []
        for row in rows:
            depth = self._depths.get(row.level, 0)
            while stack and self._depths.get(stack[-1].level, 0) >= depth:
                stack.pop()
            above = stack[-1].key if stack else None
            self.parent[row.key] = above
            (self.children[above] if above else self.roots).append(row.key)
            stack.append(row)

    def _sum(self, key: str) -> Fraction:
        row = self.by_key[key]
        total = Fraction(0)
        if row.is_criterion and row.role == "scored":
            total += row.max_points or Fraction(0)
        for child in self.children[key]:
            total += self._sum(child)
        self.sum_points[key] = total
        return total
