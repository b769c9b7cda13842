"""How the pages of plans show states and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from django import template
from django.utils.functional import Promise

from chamdiem.office.official import Column, TableRow
from chamdiem.plans import showing
from chamdiem.plans.forms import OPERATOR_WORDS
from chamdiem.plans.models import Task
from chamdiem.plans.oddities import order_oddity, task_oddity
from chamdiem.plans.selectors.giving import is_lost
from chamdiem.web.numbers import NOTHING, fixed, plain
from chamdiem.web.states import State, state_of

register = template.Library()


@register.filter
def plan_state(code: str) -> State:
    """How the state of a plan is shown."""
    return state_of(showing.PLAN_STATES[code])


@register.filter
def report_state(code: str) -> State:
    """How the state of a report is shown."""
    return state_of(showing.REPORT_STATES[code])


@register.filter
def line_state(code: str) -> State:
    """How the state of a line is shown."""
    return showing.line_state(code)


@register.filter
def line_word(code: str) -> str | Promise:
    """The state of a line in words."""
    return showing.LINE_WORDS[code]


@register.filter
def list_word(name: str) -> str | Promise:
    """What the entries of a list of a plan are called."""
    return showing.LIST_WORDS[name]


@register.filter
def task_state(code: str) -> State:
    """How the state of a task is shown."""
    return state_of(showing.TASK_STATES[code])


@register.filter
def oddity(task: Task) -> str:
    """What is odd in the days of a task, with item and plan; empty where nothing is."""
    return task_oddity(task.item, task.starts_on, task.due_on)


@register.filter
def lost(task: Task) -> bool:
    """Whether it has to be given to somebody else, as whoever had it works there no more."""
    return is_lost(task)


@register.filter
def disorder(task: Task) -> str:
    """What is odd in the day a task begins, with the one it waits for; empty where nothing is."""
    return order_oddity(task)


@register.filter
def operator_word(code: str) -> str | Promise:
    """``tối thiểu``."""
    return OPERATOR_WORDS[code]


@register.filter
def years_to(first: int, last: int) -> str:
    """``2026`` or ``2026–2028``."""
    return showing.years_text(first, last)


@register.filter
def figure(text: str | None) -> str:
    """A canonical number as people read it; a dash where there is none."""
    if not text:
        return NOTHING
    try:
        return plain(Decimal(text))
    except InvalidOperation:
        return text


@register.filter
def effort(value: Fraction) -> str:
    """An effort to three decimals: ``0,993``."""
    return fixed(value, 3)


@register.filter
def withdrawal(value_id: int) -> str:
    """What the dialog is called in which a value is withdrawn."""
    return f"withdraw-{value_id}"


@register.filter
def at(marks: Mapping[str, str], key: str) -> str:
    """The mark of an entry; empty where it has none."""
    return marks.get(key, "")


@register.filter
def beside(row: TableRow, columns: Sequence[Column]) -> list[tuple[Column, str]]:
    """The cells of a row of an official table, each with its column."""
    return list(zip(columns, row.cells, strict=True))
