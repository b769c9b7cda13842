"""What Excel itself refuses in a cell of the form; the reader checks everything again."""

from __future__ import annotations

from datetime import date
from typing import Any

from chamdiem.core.inputs import Input
from chamdiem.core.sentences.phrases import Language
from chamdiem.office.form_rows import allowed_text
from chamdiem.office.form_words import form_word

# Excel knows no earlier day.
_FIRST_DAY = date(1900, 1, 1)
_LONGEST_MESSAGE = 255


def validation_of(given: Input, options: str = "", language: Language = "vi") -> dict[str, Any] | None:
    """The data validation of an input, as XlsxWriter takes it; None where anything goes.

    Args:
        given: The input.
        options: The range in which the words of a drop-down stand.
        language: Of the message where a value is refused.
    """
    match given.type:
        case "yes_no" | "choice":
            rule: dict[str, Any] = {"validate": "list", "source": options}
        case "date":
            rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
        case "text":
            return None
        case _:
            bounds = _bounds(given)
            if not bounds:
                return None
            rule = {"validate": "integer" if given.type == "whole" else "decimal", **bounds}
    message = form_word("refused", language, allowed=allowed_text(given, language))
    if len(message) > _LONGEST_MESSAGE:
        message = f"{message[: _LONGEST_MESSAGE - 1]}…"
    return {**rule, "error_title": form_word("refused_title", language), "error_message": message}


def _bounds(given: Input) -> dict[str, Any]:
    least, most = given.minimum, given.maximum
    if least is not None and most is not None:
        return {"criteria": "between", "minimum": float(least), "maximum": float(most)}
    if least is not None:
        return {"criteria": ">=", "value": float(least)}
    return {} if most is None else {"criteria": "<=", "value": float(most)}
