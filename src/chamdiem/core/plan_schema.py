"""The keys of a plan file: tables that read it, write it and document it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chamdiem.core.codecs import Codec, Day, Flag, Number, Text, Word
from chamdiem.core.improvement_plan import (
    Annex,
    Body,
    Clause,
    Expectation,
    Goal,
    Heading,
    LegalBasis,
    Measure,
    PlanDocument,
    Project,
    Recipient,
    ReportingDuty,
    Signatory,
    Target,
    Years,
)
from chamdiem.core.indicator_set import Source
from chamdiem.core.plain_data import Cursor, Plain, Unreadable, scalar
from chamdiem.core.schema import Field, Many, Record
from chamdiem.core.set_schema import KEY, SOURCE, correction_record

FORMAT = "chamdiem/plan/1"

OPERATORS = ("at_least", "more_than", "at_most", "less_than", "exactly")
CLAUSE_ROLES = ("opening", "funding", "responsibility", "closing")
ANNEX_CONTENTS = ("targets", "documents", "projects", "criteria")
FREQUENCIES = ("month", "quarter", "half_year", "year", "when_needed")


@dataclass(frozen=True, slots=True)
class Year(Codec[int]):
    """A year of four digits."""

    stand_in = 0
    name: str = "year"

    def read(self, at: Cursor) -> int:
        """The year."""
        text = scalar(at)
        if not re.fullmatch(r"(19|20)[0-9]{2}", text):
            at.report("schema.wrong_form", value=text, expected=self.name)
            raise Unreadable
        return int(text)

    def write(self, value: int) -> Plain:
        """The year."""
        return Plain(str(value))


_BODIES = Many(Text())
_KEYS = Many(KEY)

_KEY = Field("key", KEY, meaning="stable key, unique in the plan")
_NUMBER = Field("number", Text(), "", "printed number")
_TEXT = Field("text", Text(), meaning="wording, exactly as printed")
_CORRECTIONS = Field("corrections", Many(correction_record(Text())), (), "printing errors and what is meant")
_ENDING = (
    Field("note", Text(), None, "the reading chosen, and contradictions"),
    Field("source", SOURCE, Source(), "place in the document"),
)

YEARS = Record(
    Years,
    (
        Field("printed", Text(), "", "as printed"),
        Field("from", Year(), meaning="first year", attribute="start"),
        Field("to", Year(), meaning="last year, included", attribute="end"),
    ),
    "years",
    is_inline=True,
)
MEASURE = Record(
    Measure,
    (
        Field("key", KEY, meaning="stable key, unique in the plan"),
        Field("label", Text(), meaning="what is measured"),
        Field("operator", Word(OPERATORS), meaning="how the figure is compared"),
        Field("threshold", Number(), meaning="the figure to reach, in the unit"),
        Field("unit", Text(), "", "unit of the threshold; never left out"),
    ),
    "measure",
    is_inline=True,
)
BODY = Record(
    Body,
    (
        Field("name", Text(), meaning="correct name, unique in the plan"),
        Field("spellings", Many(Text()), (), "every other way the document spells it"),
        Field("collective", Flag(), default=False, meaning="yes: stands for several bodies"),
        Field("part_of", Text(), "", "name of the body it belongs to"),
        Field("note", Text(), None, "the reading chosen"),
    ),
    "body",
)
LEGAL_BASIS = Record(
    LegalBasis,
    (
        _KEY,
        _TEXT,
        Field("document", Text(), meaning="kind and number of the document"),
        Field("issued_on", Day(), None, "its date"),
        Field("issuer", Text(), meaning="who issued it"),
        Field("subject", Text(), "", "what it is about"),
        _CORRECTIONS,
        *_ENDING,
    ),
    "legal basis",
)
HEADING = Record(
    Heading,
    (
        _KEY,
        _NUMBER,
        Field("title", Text(), meaning="title, exactly as printed"),
        Field("under", KEY, "", "key of the heading above it, which stands earlier in the list"),
        _CORRECTIONS,
        *_ENDING,
    ),
    "heading",
)
CLAUSE = Record(
    Clause,
    (
        _KEY,
        Field("role", Word(CLAUSE_ROLES), meaning="what the paragraph is for"),
        Field("section", KEY, "", "key of its section"),
        _NUMBER,
        _TEXT,
        _CORRECTIONS,
        Field("bodies", _BODIES, (), "bodies it charges, as printed"),
        *_ENDING,
    ),
    "clause",
)
GOAL = Record(
    Goal,
    (
        _KEY,
        Field("section", KEY, "", "key of its section"),
        Field("letter", Text(), "", "printed letter"),
        Field("year", Year(), meaning="by the end of this year"),
        _TEXT,
        _CORRECTIONS,
        Field("measures", Many(MEASURE), (), "figures to reach; none for a qualitative goal"),
        Field("criteria", _KEYS, (), "criteria of the set on the same subject"),
        *_ENDING,
    ),
    "goal",
)
ANNEX = Record(
    Annex,
    (
        _KEY,
        Field("holds", Word(ANNEX_CONTENTS), meaning="which list of this file it prints; criteria: the set"),
        Field("number", Text(), meaning="printed number"),
        Field("title", Text(), meaning="title, exactly as printed above the table"),
        Field("listed_as", Text(), "", "title in the plan's own list of annexes"),
        Field("issued_with", Text(), "", "line that ties it to the plan"),
        Field("columns", Many(Text()), (), "headings of its columns"),
        _CORRECTIONS,
        *_ENDING,
    ),
    "annex",
)
EXPECTATION = Record(
    Expectation,
    (
        Field("criterion", KEY, meaning="key of the criterion"),
        Field("points", Number(), meaning="points the item is expected to win there"),
    ),
    "expectation",
    is_inline=True,
)
_LEAD = Field("lead", _BODIES, (), "bodies in charge, as printed")
_ITEM = (
    Field("coordinating", _BODIES, (), "bodies that help, as printed"),
    Field("measures", Many(MEASURE), (), "figures to reach"),
    Field("goals", _KEYS, (), "goals it serves"),
    Field("criteria", _KEYS, (), "criteria of the set on the same subject"),
    Field("expected", Many(EXPECTATION), (), "points expected at criteria"),
    Field("budget", Number(), None, "cost, in millions of đồng"),
    *_ENDING,
)
_YEARS = Field("years", YEARS, None, "when it is carried out")
TARGET = Record(Target, (_KEY, _NUMBER, _TEXT, _CORRECTIONS, _YEARS, _LEAD, *_ITEM), "target")
DOCUMENT = Record(
    PlanDocument,
    (
        _KEY,
        _NUMBER,
        _TEXT,
        Field("kind", Text(), meaning="kind of document, as printed"),
        _CORRECTIONS,
        _YEARS,
        _LEAD,
        *_ITEM,
    ),
    "document",
)
PROJECT = Record(
    Project,
    (
        _KEY,
        Field("group", KEY, "", "key of its group"),
        _NUMBER,
        _TEXT,
        _CORRECTIONS,
        _YEARS,
        _LEAD,
        *_ITEM,
    ),
    "project",
)
REPORTING = Record(
    ReportingDuty,
    (
        _KEY,
        Field("every", Word(FREQUENCIES), meaning="how often"),
        Field("by", Many(Text(), is_required=True), meaning="bodies that report, as printed"),
        Field("to", Text(), meaning="body that receives the reports, as printed"),
        Field("consolidated_for", Text(), "", "body for which the reports are put together, as printed"),
        Field("about", Text(), "", "what is reported"),
        Field("clause", KEY, "", "key of the clause that says so"),
        _CORRECTIONS,
        *_ENDING,
    ),
    "reporting duty",
)
RECIPIENT = Record(Recipient, (_KEY, _TEXT, _CORRECTIONS, *_ENDING), "recipient")
SIGNATORY = Record(
    Signatory,
    (
        Field("on_behalf", Text(), "", "for whom, as printed"),
        Field("title", Text(), meaning="office held, as printed"),
        Field("name", Text(), meaning="name"),
        Field("source", SOURCE, Source(), "place in the document"),
    ),
    "signatory",
    is_inline=True,
)

HEADER = (
    Field("key", KEY, meaning="key of the plan"),
    Field("title", Text(), meaning="title for people"),
    Field("printed_title", Text(), "", "title as printed"),
    Field("status", Word(("draft", "issued")), "draft", "an issued plan never changes"),
    Field("issuer", Text(), "", "who issued it"),
    Field("issued_on", Day(), None, "date of the plan"),
    Field("period", YEARS, None, "years it covers"),
    Field("criteria_set", KEY, "", "key of the indicator set whose criteria it names"),
    Field("source", SOURCE, meaning="the document"),
    Field("signatory", SIGNATORY, None, "who signed"),
    Field("notes", Many(Text()), (), "readings and contradictions that concern the whole plan"),
)
LISTS = (
    Field("bodies", Many(BODY), (), "every body named, and how it is spelt"),
    Field("legal_basis", Many(LEGAL_BASIS), (), "documents the plan rests on"),
    Field("sections", Many(HEADING), (), "sections and sub-sections, in printed order"),
    Field("clauses", Many(CLAUSE), (), "paragraphs: opening, funding, responsibilities, closing"),
    Field("goals", Many(GOAL), (), "goals by year"),
    Field("annexes", Many(ANNEX), (), "annexes, in printed order"),
    Field("targets", Many(TARGET), (), "targets assigned to bodies"),
    Field("documents", Many(DOCUMENT), (), "documents to issue"),
    Field("project_groups", Many(HEADING), (), "groups of projects, in printed order"),
    Field("projects", Many(PROJECT), (), "projects"),
    Field("reporting", Many(REPORTING), (), "who reports to whom, how often"),
    Field("recipients", Many(RECIPIENT), (), "whom the plan is sent to"),
)
