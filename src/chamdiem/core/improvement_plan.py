"""The improvement plan (kế hoạch cải thiện): goals, what is done for them, by whom, who reports.

Everything printed is kept as printed, the spellings of bodies too. Beside it
stand the stable key, our corrections, the links and the reading chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from fractions import Fraction
from typing import Literal

from chamdiem.core.indicator_set import Correction, Source

Operator = Literal["at_least", "more_than", "at_most", "less_than", "exactly"]
ClauseRole = Literal["opening", "funding", "responsibility", "closing"]
AnnexContent = Literal["targets", "documents", "projects", "criteria"]
Frequency = Literal["month", "quarter", "half_year", "year", "when_needed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A range of years, both included; as printed where it is printed."""

    start: int
    end: int
    printed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body the plan names (cơ quan, đơn vị), and every way it is spelt.

    A collective body (``Các Sở, ban, ngành, địa phương``) stands for several
    real ones; which ones, the directory of organisations knows.
    """

    name: str
    spellings: tuple[str, ...] = ()
    collective: bool = False
    part_of: str = ""
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all other spellings."""
        return (self.name, *self.spellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something the plan prints, with its printing errors, our reading and its place."""

    key: str
    corrections: tuple[Correction, ...] = ()
    note: str | None = None
    source: Source = field(default_factory=Source)

    def correct(self, field_name: str) -> str:
        """A printed text of this entry with its printing errors corrected."""
        text: str = getattr(self, field_name)
        for correction in self.corrections:
            if correction.field == field_name:
                text = text.replace(correction.printed, correction.correct)
        return text

    def prints(self, correction: Correction) -> bool:
        """Whether what a correction speaks of stands in this entry as printed."""
        value = getattr(self, correction.field, None)
        texts = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        return any(isinstance(text, str) and correction.printed in text for text in texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis(Entry):
    """A document the plan rests on (căn cứ ban hành)."""

    text: str
    document: str
    issuer: str
    issued_on: date | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Entry):
    """A section of the plan or a group of projects; ``under`` another, or on top."""

    title: str
    number: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Entry):
    """A paragraph that binds: what it is for, and the bodies it charges."""

    role: ClauseRole
    text: str
    section: str = ""
    number: str = ""
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure that says whether something is reached: ``label operator threshold unit``."""

    key: str
    label: str
    operator: Operator
    threshold: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Entry):
    """A goal for a year (mục tiêu); without measures it is qualitative."""

    text: str
    year: int
    section: str = ""
    letter: str = ""
    measures: tuple[Measure, ...] = ()
    criteria: tuple[str, ...] = ()


def lettered(letter: str, text: str) -> str:
    """``a) 80% hồ sơ…``; the text alone where no letter is printed."""
    return f"{letter}) {text}" if letter else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex(Entry):
    """An annex of the plan (phụ lục): its heading, and what it holds."""

    holds: AnnexContent
    number: str
    title: str
    listed_as: str = ""
    issued_with: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """The points an item is expected to win at one criterion (điểm dự kiến)."""

    criterion: str
    points: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem(Entry):
    """What bodies are charged with: a target, a document or a project.

    ``lead`` and ``coordinating`` are spelt as printed;
    ``Plan.body_called`` knows whom they mean. ``budget`` is in millions of đồng.
    """

    text: str
    number: str = ""
    years: Years | None = None
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    goals: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    expected: tuple[Expectation, ...] = ()
    budget: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(PlanItem):
    """A target assigned to bodies (chỉ tiêu phân công)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDocument(PlanItem):
    """A document to issue (văn bản phải ban hành), of the kind printed."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(PlanItem):
    """A project (dự án, nhiệm vụ) in a group."""

    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingDuty(Entry):
    """Who reports to whom, how often, and for whom the reports are put together."""

    every: Frequency
    by: tuple[str, ...]
    to: str
    consolidated_for: str = ""
    about: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient(Entry):
    """Whom the plan is sent to (nơi nhận)."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signed, and for whom (người ký)."""

    name: str
    title: str
    on_behalf: str = ""
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An improvement plan as its document has it."""

    key: str
    title: str
    source: Source
    printed_title: str = ""
    status: Literal["draft", "issued"] = "draft"
    issuer: str = ""
    issued_on: date | None = None
    period: Years | None = None
    criteria_set: str = ""
    signatory: Signatory | None = None
    notes: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()
    sections: tuple[Heading, ...] = ()
    clauses: tuple[Clause, ...] = ()
    goals: tuple[Goal, ...] = ()
    annexes: tuple[Annex, ...] = ()
    targets: tuple[Target, ...] = ()
    documents: tuple[PlanDocument, ...] = ()
    project_groups: tuple[Heading, ...] = ()
    projects: tuple[Project, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    recipients: tuple[Recipient, ...] = ()

    @property
    def items(self) -> tuple[PlanItem, ...]:
        """Everything bodies are charged with, in printed order."""
        return (*self.targets, *self.documents, *self.projects)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every printed entry with the name of its list, in the order of the file."""
        for listed in fields(self):
            value = getattr(self, listed.name)
            for entry in value if isinstance(value, tuple) else ():
                if isinstance(entry, Entry):
                    yield listed.name, entry

    def body_called(self, spelling: str) -> Body:
        """The body a spelling means; ``KeyError`` when no body is spelt so."""
        for body in self.bodies:
            if spelling in body.names:
                return body
        raise KeyError(spelling)
