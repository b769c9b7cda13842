"""Figures that contradict each other: what must hold, and what to correct on which row."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chamdiem.assessments.asked import Asked
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Check
from chamdiem.core.quotient import Values
from chamdiem.core.sentences.checks import broken_check_text
from chamdiem.web.language import page_language


def contradiction(check: Check, criterion: Criterion, asked: Asked, values: Values) -> str:
    """What does not hold and the way out: ``a ≤ b, nhưng 3 > 2; kiểm tra rồi sửa a …, hoặc b ở mục I.4``."""
    words = broken_check_text(check, criterion, values, page_language())
    return f"{words}; {_remedy(check, criterion, asked)}"


def _remedy(check: Check, criterion: Criterion, asked: Asked) -> str:
    places = criterion.scope.positions
    entered: dict[str, list[str]] = {}
    for letter in sorted(letters_in(check.that), key=places.__getitem__):
        figure = asked.figures.get(criterion.letters.figures[places[letter]])
        if figure is not None:
            entered.setdefault(figure.row, []).append(letter)
    if set(entered) <= {criterion.key}:
        return _("kiểm tra rồi sửa lại số liệu")
    ways = [_way(", ".join(letters), row, criterion, asked) for row, letters in entered.items()]
    return _("kiểm tra rồi sửa {ways}").format(ways=_(", hoặc ").join(ways))


def _way(letters: str, row: str, criterion: Criterion, asked: Asked) -> str:
    if row == criterion.key:
        return _("{letters} ở tiêu chí này").format(letters=letters)
    if asked.rows[row].is_criterion:
        return _("{letters} ở tiêu chí {row}").format(letters=letters, row=asked.labels[row])
    return _("{letters} ở mục {row} (thông tin chung)").format(letters=letters, row=asked.labels[row])
