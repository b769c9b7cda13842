"""One cell of a plan's workbook → text of the format: numbers, comparisons, yes or no, expected points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from chamdiem.core.inputs import PERCENT, Input
from chamdiem.core.lint.folding import fold
from chamdiem.core.plain_data import Marked
from chamdiem.core.plan_values import counts_whole, exceeds_whole, is_same_unit
from chamdiem.core.points import decimal_text
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import Problem
from chamdiem.office.grid import UNSEEN, Cell
from chamdiem.office.plan_columns import FREQUENCIES, OPERATORS, OTHER_OPERATORS, SEPARATOR

NUMBER = Input(type="decimal", decimals=6, maximum=Fraction(10**13))
_COUNT = Input(type="whole", maximum=NUMBER.maximum)
_YES_NO = Input(type="yes_no")
_FIRST_YEAR = 1945
# ``hằng`` and ``hàng``, each folded.
_EVERY = re.compile(r"^(hang|moi) ")
_GROUPED_ONCE = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
# A comma with three decimals behind it: a decimal number, and to some one of thousands.
_LIKE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")


def number_kind(label: str, unit: str) -> Input:
    """How a figure is read: whole where it counts whole things, so that ``1,500`` is asked about too."""
    return _COUNT if counts_whole(label, unit) else NUMBER


# Tells a problem of a cell: code, and its facts.
Report = Callable[..., None]


def as_seen(text: str) -> str:
    """Text as people see it: letters in one piece, usual blanks, nothing invisible."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", text).replace("\xa0", " "))


def spaced(text: str) -> str:
    """The same with single blanks between its words."""
    return " ".join(as_seen(text).split())


def folded(text: str) -> str:
    """The words of a text for comparing."""
    return fold(as_seen(text))


def parts(text: str) -> list[str]:
    """The values of a cell that holds several."""
    return [spaced(part) for part in text.split(SEPARATOR) if part.strip()]


def ungrouped(text: str, kind: Input) -> str:
    """``1.200`` as ``1200`` where whole things are counted: nobody counts a part of one."""
    return text.replace(".", "") if kind.type == "whole" and _GROUPED_ONCE.fullmatch(text) else text


def reading_hint(text: str, label: str, kind: Input = NUMBER) -> Problem | None:
    """How ``1,500`` was read, to whoever may have meant thousands; None where nobody can mistake it.

    Nobody means thousands of per cent by a sign of it, where no more than all can be meant.
    """
    typed = spaced(text).removesuffix("%").strip()
    if kind.type != "decimal" or not _LIKE_THOUSANDS.fullmatch(typed):
        return None
    plain = typed.replace(",", "")
    if text.strip().endswith("%") and exceeds_whole(label, PERCENT, Fraction(plain)):
        return None
    facts = {"label": label, "value": typed, "read": kind.type_out(kind.read(typed)), "plain": plain}
    return Problem("plan.read_as_decimal", facts)


def read_number(cell: Cell, heading: str, report: Report, kind: Input = NUMBER, unit: str = "") -> str:
    """A number as the format writes it; ``0`` where there is none, after telling why.

    What the format of the cell prints beside it must be its ``unit``.
    """
    if cell.beside and not (unit and is_same_unit(cell.beside, unit)):
        shown = f"{cell.text.replace('.', ',')} {cell.beside}"
        report("planbook.unit_printed", value=shown, beside=cell.beside, column=heading, unit=unit or "–")
        return "0"
    # What may not be below nought is for the core to say, for every kind of file.
    kind = replace(kind, minimum=None)
    try:
        text = spaced(cell.text).removesuffix("%").strip()
        stored = kind.parse(text) if cell.kind == "number" else kind.read(ungrouped(text, kind))
    except UnreadableValue as error:
        report(error.problem.code, **{**error.problem.facts, "label": heading})
        return "0"
    return decimal_text(Fraction(stored, kind.scale))


def read_operator(cell: Cell, report: Report) -> str:
    """A comparison as the format calls it."""
    typed = spaced(cell.text)
    for word, said in OPERATORS.items():
        for other in (said, *OTHER_OPERATORS[word]):
            # Signs have no letters to compare.
            if typed == other or (fold(other) and fold(other) == folded(typed)):
                return word
    report("planbook.operator", value=spaced(cell.text), allowed=", ".join(OPERATORS.values()))
    return "at_least"


def read_frequency(cell: Cell, report: Report) -> str:
    """How often somebody reports, as the format calls it; ``hằng quý`` and ``hàng quý`` are ``quý``."""
    typed = _EVERY.sub("", folded(cell.text))
    for word, said in FREQUENCIES.items():
        if fold(said) == typed:
            return word
    report("planbook.frequency", value=spaced(cell.text), allowed=", ".join(FREQUENCIES.values()))
    return "quarter"


def read_day(cell: Cell, report: Report) -> str:
    """A day as the format writes it, from ``03/06/2020`` or a day of the spreadsheet."""
    text = spaced(cell.text)
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%Y-%m-%d %H:%M:%S"):
        try:
            day = datetime.strptime(text, form).date()  # noqa: DTZ007  a day, of no zone
        except ValueError:
            continue
        # A year typed with two digits, which some spreadsheets keep as it is.
        if day.year >= _FIRST_YEAR:
            return day.isoformat()
    report("planbook.day", value=text)
    return "2000-01-01"


def read_yes_no(cell: Cell, heading: str, report: Report) -> str:
    """``yes`` or ``no``; a cross is a yes, as in every form."""
    try:
        return "yes" if _YES_NO.read(spaced(cell.text)) else "no"
    except UnreadableValue:
        report("planbook.yes_no", value=cell.text, column=heading)
        return "no"


def read_expected(cell: Cell, heading: str, report: Report) -> list[Marked]:
    """Criteria with the points expected there."""
    expected = []
    for part in parts(cell.text):
        criterion, sign, points = part.partition("=")
        if not sign or not criterion.strip() or not points.strip():
            report("planbook.expected", value=part)
            continue
        number = read_number(Cell(cell.row, cell.column, points), heading, report)
        entry = {"criterion": Marked(criterion.strip()), "points": Marked(number)}
        expected.append(Marked(entry))
    return expected
