"""The keys of a set file: tables that read it, write it and document it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from chamdiem.core.codecs import Codec, Day, Flag, Given, Number, Pattern, Text, Whole, Word, Words
from chamdiem.core.indicator_set import (
    Acknowledgement,
    Case,
    Check,
    Correction,
    Deadline,
    Declared,
    DerivedIndex,
    EvidenceRequirement,
    Grade,
    GradeGate,
    Period,
    Row,
    Source,
    WeightedRow,
)
from chamdiem.core.inputs import Input
from chamdiem.core.points import Rounding
from chamdiem.core.rules.codecs import ConditionCodec
from chamdiem.core.rules.registry import RuleCodec
from chamdiem.core.schema import Field, Many, Record, Table

FORMAT = "chamdiem/set/1"
KEY = Pattern("key (letters, digits, dots, dashes)", r"[A-Za-z0-9Đđ][A-Za-z0-9Đđ.\-]{0,39}")
LEVEL = Pattern("level", r"[a-z][a-z_]{0,30}")
OFFICE = Pattern("office", r"(?=.*[^\W\d_]).{1,200}")
LETTER = Pattern("letter", r"[^\W\d_]\w{0,20}")

ROLES = ("scored", "bonus", "deduction", "condition", "information")
EVALUATORS = ("organisation", "appraiser", "survey", "council", "feed", "peers")
EVIDENCE_KINDS = ("document", "link", "image", "video", "list", "system")
# The fields of a row that hold what is printed, so that may be damaged or wrong.
PRINTED = (
    *("number", "code", "name", "max_points", "instructions", "method", "printed_note"),
    *("evidence", "deadline", "lead", "coordinating"),
)
STATUSES = ("scored", "missing", "not_applicable", "needs_peers", "disputed", "invalid")

_PERCENT = Number(percent=True, least=Fraction(0), most=Fraction(1))
_CONDITION = ConditionCodec()

SOURCE = Record(
    Source,
    (
        Field("document", Words(), "", "decision, with number and date"),
        Field("place", Text(), "", "annex, section, number"),
        Field("file", Text(), "", "file the text was taken from"),
        Field("lines", Text(), "", "lines in that file"),
    ),
    "source",
    is_inline=True,
)


def correction_record(field: Codec[str]) -> Record:
    """A correction; ``field`` reads which field of what is printed it concerns."""
    return Record(
        Correction,
        (
            Field("field", field, meaning="which field"),
            Field("printed", Text(), meaning="what is printed, a part of the field"),
            Field("correct", Text(), meaning="what is meant"),
            Field("reason", Words(), meaning="why"),
        ),
        "correction",
        is_inline=True,
    )


CORRECTION = correction_record(Word(PRINTED))
DEADLINE = Record(
    Deadline,
    (
        Field("printed", Text(), meaning="as printed"),
        Field("date", Day(), None, "the last day, inclusive"),
    ),
    "deadline",
    is_inline=True,
)
EVIDENCE = Record(
    EvidenceRequirement,
    (
        Field("printed", Text(), meaning="as printed"),
        Field("kinds", Many(Word(EVIDENCE_KINDS)), (), "kinds of evidence"),
        Field("least", Whole(), 0, "least number of documents"),
        Field("signed", Flag(), default=False, meaning="must be digitally signed"),
        Field("within_period", Flag(), default=False, meaning="must be dated within the period"),
    ),
    "evidence requirement",
)
CHECK = Record(
    Check,
    (
        Field("that", _CONDITION, meaning="what must hold"),
        Field("soft", Flag(), default=False, meaning="yes: warn only"),
        Field("label", Words(), "", "what must hold, in words for people (the rule, not the fault)"),
    ),
    "check",
    is_inline=True,
    short="that",
)
CASE = Record(
    Case,
    (
        Field("given", Table(Given(), LETTER, is_inline=True), meaning="figures by letter"),
        Field(
            "others", Many(Table(Given(), LETTER, is_inline=True)), (), "figures of the other organisations"
        ),
        Field("points", Number(), None, "points expected, rounded"),
        Field("status", Word(STATUSES), "scored", "status expected"),
        Field("label", Text(), "", "what the case shows"),
    ),
    "worked case",
    is_inline=True,
)


def _make_input(source: str, minimum: Fraction | None, **values: Any) -> Input:
    return Input(source=source, minimum=minimum, **values)


INPUT = Record(
    _make_input,
    (
        Field("from", Pattern("figure", r"[A-Za-z0-9Đđ.\-]{1,60}"), "", "key of a shared figure", "source"),
        Field(
            "type", Word(("whole", "decimal", "yes_no", "choice", "date", "text")), "whole", "kind of value"
        ),
        Field("label", Words(), "", "what the figure is"),
        Field("unit", Words(), "", "unit"),
        Field("decimals", Whole(most=9), 0, "decimals of a decimal value"),
        Field("min", Number(), Fraction(0), "least value", "minimum"),
        Field("max", Number(), None, "greatest value", "maximum"),
        Field("since", Day(), None, "date: value is the number of days after this day"),
    ),
    "input",
    is_inline=True,
)

ROW = Record(
    Row,
    (
        Field("key", KEY, meaning="stable key, unique in the set"),
        Field("number", Text(), "", "printed number"),
        Field("code", Text(), "", "printed code"),
        Field(
            "level", LEVEL, meaning="level of the tree; the parent is the nearest row above on a higher level"
        ),
        Field("role", Word(ROLES), "scored", "what the row does for the total"),
        Field("name", Words(), meaning="name, exactly as printed"),
        Field("corrections", Many(CORRECTION), (), "printing errors and what is meant"),
        Field("raw", Table(Text(), Word(PRINTED)), {}, "damaged text before repair, by field"),
        Field(
            "max_points",
            Number(least=Fraction(0)),
            None,
            "printed maximum; of a group of bonuses or deductions the most its rows give together",
        ),
        Field("shares_maximum_of", KEY, "", "row whose maximum (and rule) this row shares"),
        Field("evaluator", Word(EVALUATORS), "organisation", "who evaluates"),
        Field("deadline", DEADLINE, None, "when it is due"),
        Field("instructions", Text(), None, "what to do, literal"),
        Field("method", Text(), None, "how points are calculated, literal"),
        Field("printed_note", Text(), None, "printed note, literal"),
        Field("evidence", EVIDENCE, None, "what must be shown"),
        Field("lead", Many(Words()), (), "offices in charge, as printed"),
        Field("coordinating", Many(Words()), (), "offices that help, as printed"),
        Field("note", Words(), None, "the reading chosen where the text is ambiguous"),
        Field("source", SOURCE, Source(), "place in the document"),
        Field("inputs", Table(INPUT, LETTER), {}, "letters of the row"),
        Field("checks", Many(CHECK), (), "what must hold between inputs"),
        Field("cross_unit", Flag(), default=False, meaning="a ratio of two different units is meant"),
        Field("not_applicable_when", _CONDITION, None, "when the criterion does not apply"),
        Field("rule", RuleCodec(), None, "how points are awarded"),
        Field("cases", Many(CASE), (), "worked cases, run by lint"),
    ),
    "row",
)

PERIOD = Record(
    Period,
    (
        Field("from", Day(), meaning="first day", attribute="start"),
        Field("to", Day(), meaning="last day, included", attribute="end"),
    ),
    "period",
    is_inline=True,
)


ROUNDING = Record(
    Rounding,
    (
        Field("digits", Whole(most=6), meaning="decimals of the points of one criterion"),
        Field("mode", Word(("half_up",)), meaning="the only mode"),
    ),
    "rounding",
    is_inline=True,
)
GATE = Record(
    GradeGate,
    (
        Field("level", LEVEL, "", "every scored row of this level, and its single conditions"),
        Field("row", KEY, "", "this row: scored, a bonus or a condition, or a group of these"),
        Field(
            "at_least",
            _PERCENT,
            meaning="index value needed; of bonuses points over their maximum, of conditions the share met",
        ),
    ),
    "gate",
    is_inline=True,
)
GRADE = Record(
    Grade,
    (
        Field("name", Words(), meaning="grade"),
        Field("at_least", _PERCENT, meaning="index value needed"),
        Field(
            "peer_group",
            Words(),
            "",
            "only for this peer group, in place of the common grade of the same name",
        ),
        Field("gates", Many(GATE), (), "side conditions"),
    ),
    "grade",
    is_inline=True,
)
DERIVED = Record(
    DerivedIndex,
    (
        Field("key", KEY, meaning="key of the index"),
        Field("name", Words(), meaning="name for people"),
        Field("digits", Whole(most=9), 4, "decimals shown"),
        Field(
            "terms",
            Many(
                Record(
                    WeightedRow,
                    (
                        Field("row", KEY, meaning="the scored row whose index value counts"),
                        Field("weight", Number(least=Fraction(0)), meaning="how much it counts"),
                    ),
                    "term",
                    is_inline=True,
                ),
                is_required=True,
            ),
            meaning="rows and weights of the weighted mean of index values",
        ),
    ),
    "derived index",
)
DECLARED = Record(
    Declared,
    (
        Field("row", KEY, "", "row counted below; the whole set when left out"),
        Field("level", LEVEL, meaning="level counted"),
        Field("count", Whole(), meaning="number stated"),
        Field("text", Text(), "", "the words"),
        Field("place", Text(), "", "where they stand"),
    ),
    "declared count",
    is_inline=True,
)
ACKNOWLEDGEMENT = Record(
    Acknowledgement,
    (
        Field("finding", Words(), meaning="id of the finding"),
        Field("reason", Words(), meaning="why it is accepted"),
    ),
    "acknowledgement",
    is_inline=True,
)

_NO_DATE: date | None = None

HEADER = (
    Field("key", KEY, meaning="key of the edition"),
    Field("name", Words(), meaning="title for people"),
    Field("printed_title", Words(), "", "title as printed"),
    Field("edition", Text(), meaning="year or version"),
    Field("status", Word(("draft", "issued")), "draft", "an issued edition never changes"),
    Field("issuer", Words(), "", "who issued it"),
    Field("issued_on", Day(), _NO_DATE, "date of the decision"),
    Field("reference_period", PERIOD, None, "interval measured"),
    Field("source", SOURCE, meaning="the decision"),
    Field(
        "levels",
        Table(Words(), LEVEL, is_inline=True, is_required=True),
        meaning="levels of the tree and their names, top down",
    ),
    Field("max_points", Number(least=Fraction(0)), None, "printed grand total"),
    Field("rounding", ROUNDING, Rounding(), "of the points of each criterion"),
    Field("index_digits", Whole(most=9), 4, "decimals of the index value shown; never used for ranking"),
    Field(
        "not_applicable",
        Word(("rescale", "full", "zero")),
        "rescale",
        "what a criterion that does not apply does to the maximum",
    ),
    Field("bonus_cap", Number(least=Fraction(0)), None, "most by which bonuses may exceed the maximum"),
    Field(
        "tie_break",
        Many(KEY),
        (),
        "rows compared, in order, where the index values of the whole are equal: scored ones by index value, "
        "bonuses by points (more first), deductions by points taken off (fewer first); "
        "one that applies to some of the equals only parts none",
    ),
    Field("grades", Many(GRADE), (), "grades, best first"),
    Field("derived", Many(DERIVED), (), "indices beside the tree"),
    Field(
        "offices",
        Table(Many(Words()), OFFICE),
        {},
        "office → other spellings of it",
    ),
    Field("notes", Many(Words()), (), "decisions that hold for the whole set"),
    Field("declared", Many(DECLARED), (), "counts the document states about itself"),
    Field("acknowledged", Many(ACKNOWLEDGEMENT), (), "findings of lint that are accepted"),
)
