"""Values between people and the core: read as typed, shown as they are read again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from chamdiem.core.figures import Figure
from chamdiem.core.inputs import Input
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import InvalidAnswers, Problem
from chamdiem.web.language import page_language
from chamdiem.web.numbers import style

MOST_TEXT = 500
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


@dataclass(frozen=True, slots=True)
class Read:
    """What was typed and what it means; both empty when the field was cleared."""

    value: int | None
    typed: str


def read_typed(figure: Figure, typed: str) -> Read:
    """Turn what a person typed into the stored integer; texts stay texts.

    Raises:
        InvalidAnswers: What was typed is not of the kind of the figure; says what to do.
    """
    text = " ".join(typed.split())
    if not text:
        return Read(None, "")
    given = figure.input
    if given.type == "text":
        if len(text) > MOST_TEXT:
            raise _unreadable(figure, Problem("answer.text_too_long", {"most": str(MOST_TEXT)}))
        return Read(None, text)
    try:
        return Read(given.read(_without_thousands(given, text)), text)
    except UnreadableValue as error:
        raise _unreadable(figure, error.problem) from None


def _without_thousands(given: Input, text: str) -> str:
    """A whole number without its dots, as the pages in Vietnamese show it: ``1.300``."""
    is_grouped = given.type == "whole" and page_language() == "vi" and _ONE_GROUP.fullmatch(text)
    return text.replace(".", "") if is_grouped else text


def control_value(given: Input, value: int | None, typed: str = "") -> str:
    """A stored value as the field holds it, so that reading it again gives the same."""
    if value is None:
        return typed if given.type == "text" else ""
    match given.type:
        case "yes_no":
            return "có" if value else "không"
        case "choice":
            return list(given.options)[value]
        case "date":
            return _day(given, value).isoformat()
        case _:
            return given.type_out(value)


def shown_value(given: Input, value: int | None, typed: str = "") -> str:
    """A stored value as people read it: ``1.234,5``, ``Có``, ``31/12/2026``."""
    if value is None:
        return typed if given.type == "text" else ""
    match given.type:
        case "yes_no":
            return _("Có") if value else _("Không")
        case "choice":
            code = list(given.options)[value]
            return given.options[code] or code
        case "date":
            return f"{_day(given, value):%d/%m/%Y}"
        case _:
            return style().exact(Fraction(value, given.scale))


def _day(given: Input, value: int) -> date:
    return date.fromordinal((given.since or date(1970, 1, 1)).toordinal() + value)


def _unreadable(figure: Figure, problem: Problem) -> InvalidAnswers:
    label = figure.input.label or figure.key
    return InvalidAnswers([Problem(problem.code, {"label": label, **problem.facts})])
