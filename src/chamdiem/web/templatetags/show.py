"""How a template shows numbers, moments, states and icons; every template has these without loading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import defaultfilters
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from chamdiem.core.criterion import Outcome
from chamdiem.core.points import decimal
from chamdiem.office.score_lines import standing_text
from chamdiem.web.language import page_language
from chamdiem.web.numbers import (
    NOTHING,
    POINT_DIGITS,
    Number,
    date_text,
    exactly,
    fixed,
    moment_text,
    plain,
    whole_percent,
)
from chamdiem.web.states import State, state_of

register = template.Library()

_PERCENT_DIGITS = 1
_LOOKS = {"checkbox": "form-check-input", "radio": "", "select": "form-select"}
_SIZES = (("GB", 10**9), ("MB", 10**6), ("kB", 10**3))


@register.filter
def points(value: Number | None, digits: int = POINT_DIGITS) -> str:
    """``18,50``; a dash where there are none yet."""
    return NOTHING if value is None or value == "" else fixed(value, int(digits))


@register.filter
def taken_off(value: Number | None) -> str:
    """``−2,00``: points of a deduction, which are kept without a sign; nothing taken off has none."""
    return f"−{points(value)}" if value is not None and value != "" and exactly(value) else points(value)


@register.filter
def points_of(value: Number | None, maximum: Number | None) -> str:
    """``18,50 / 20``: earned with two decimals, the maximum as it is printed."""
    return f"{points(value)} / {number(maximum)}"


@register.filter
def number(value: Number | None, most_digits: int = 4) -> str:
    """``1.234,5``: as many decimals as there are."""
    return NOTHING if value is None or value == "" else plain(value, int(most_digits))


@register.filter
def met(outcome: Outcome) -> str:
    """``Đạt``, ``Không đạt``: how a condition without points stands."""
    return standing_text(outcome, page_language())


@register.filter
def whole(value: Number | None) -> str:
    """``1.234``."""
    return NOTHING if value is None or value == "" else fixed(value, 0)


@register.filter
def signed(value: Number | None, digits: int = POINT_DIGITS) -> str:
    """``+1,50``, ``−0,25``: a change, with its sign."""
    if value is None or value == "":
        return NOTHING
    text = fixed(abs(exactly(value)), int(digits))
    sign = "" if not exactly(value) else "+" if exactly(value) > 0 else "−"
    return f"{sign}{text}"


@register.filter
def percent(share: Number | None, digits: int = _PERCENT_DIGITS) -> str:
    """A share of 0 to 1 as ``92,5%``."""
    return NOTHING if share is None or share == "" else f"{plain(exactly(share) * 100, int(digits))}%"


@register.filter
def index_value(value: Number | None) -> str:
    """Points ÷ maximum as it is published: ``0,7955``."""
    return NOTHING if value is None or value == "" else fixed(value, 4)


@register.filter
def share_of(value: Number | None, maximum: Number | None) -> str:
    """How full a bar is, 0 to 100, for the ``value`` of a ``<progress>``: always with a dot."""
    if value in (None, "") or maximum in (None, "") or not exactly(maximum):
        return "0"
    share = min(max(exactly(value) / exactly(maximum), Fraction(0)), Fraction(1))
    return str(decimal(share * 100, POINT_DIGITS))


@register.filter
def percent_done(done: int | None, total: int | None) -> str:
    """How many of all are done as ``58%``: only what is finished is ``100%``."""
    return f"{whole_percent(done or 0, total or 0)}%"


@register.filter
def date(value: dt.date | None, pattern: str = "") -> str:
    """``30/09/2026``. With a pattern it is Django's own filter, which templates of libraries expect."""
    return str(defaultfilters.date(value, pattern)) if pattern else date_text(value)


@register.filter
def moment(value: dt.datetime | None) -> str:
    """``14:32 30/09/2026``."""
    return moment_text(value)


@register.filter
def date_iso(value: dt.datetime) -> str:
    """The moment as ``<time datetime>`` wants it."""
    return value.isoformat(timespec="minutes")


@register.filter
def hour(value: dt.datetime | None) -> str:
    """``14:32``: beside "đã lưu"."""
    return moment_text(value).partition(" ")[0]


@register.filter
def days_told(left: int) -> str:
    """Days to a deadline, counted by ``campaigns.calendar.days_left``: ``còn 3 ngày``, ``quá hạn 2 ngày``."""
    if left == 0:
        return gettext("hôm nay là ngày cuối")
    if left > 0:
        return ngettext("còn {count} ngày", "còn {count} ngày", left).format(count=left)
    return ngettext("quá hạn {count} ngày", "quá hạn {count} ngày", -left).format(count=-left)


@register.filter
def file_size(size: int) -> str:
    """``1,2 MB``, as file managers count."""
    unit, above = next((pair for pair in _SIZES if size >= pair[1]), ("B", 1))
    return f"{plain(Fraction(size, above), 1)} {unit}"


@register.filter
def chart_rows(chart: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The data of a chart as rows of a table: a label, and a value of each series.

    Charts are drawn from floats; here each is written as the decimal number it was made from,
    with as many decimals as those above and below it.
    """
    columns = [[_as_written(value) for value in series["values"]] for series in chart["series"]]
    written = [_alike(column) for column in columns]
    return [
        {"label": label, "values": [column[row] for column in written]}
        for row, label in enumerate(chart["labels"])
    ]


def _alike(values: list[Decimal | None]) -> list[str]:
    is_whole = all(value is None or value == value.to_integral_value() for value in values)
    digits = 0 if is_whole else POINT_DIGITS
    return [points(value, digits) for value in values]


@register.filter
def state(code: str) -> State:
    """How a state is shown; ``{% include "web/components/state.html" with state=code|state %}``."""
    return state_of(code)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. Without a label it is only ornament, and readers of screens skip it."""
    address = f"{static('web/icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, address
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', address)


@register.filter
def control(field: BoundField) -> SafeString:
    """The input of a form field in our look, tied to its hint and to why it was refused.

    Without placeholder: what it says is gone as soon as somebody types.
    """
    widget = field.field.widget
    classes = _LOOKS.get(getattr(widget, "input_type", ""), "form-control")
    attributes: dict[str, Any] = {"placeholder": False}
    attributes["class"] = " ".join(filter(None, (classes, widget.attrs.get("class"))))
    if field.errors:
        attributes["class"] += " is-invalid"
        attributes["aria-invalid"] = "true"
        attributes["aria-describedby"] = described_by(field)
    return field.as_widget(attrs=attributes)


@register.filter
def described_by(field: BoundField) -> str:
    """The ids of what is said about a refused field: what its widget names, its hint, its errors."""
    own = str(field.field.widget.attrs.get("aria-describedby", ""))
    hint = f"{field.auto_id}_helptext" if field.help_text else ""
    return " ".join(filter(None, (own, hint, f"{field.auto_id}_error")))


@register.filter
def first_fields(form: BaseForm) -> list[BoundField]:
    """The fields of a filter bar that are always in sight."""
    return [each for each in form.visible_fields() if each.name not in _further(form)]


@register.filter
def further_fields(form: BaseForm) -> list[BoundField]:
    """The less used fields of a filter bar: those its form names in `further`."""
    return [each for each in form.visible_fields() if each.name in _further(form)]


@register.filter
def any_value(fields: list[BoundField]) -> bool:
    """Whether something is chosen in one of the fields."""
    return any(each.value() for each in fields)


@register.filter
def refused_labels(form: BaseForm) -> str:
    """The fields of a form whose value cannot be taken, by their labels; empty where there are none."""
    return ", ".join(str(field.label) for field in form if field.errors)


@register.filter
def is_check(field: BoundField) -> bool:
    """Whether the label stands behind the input, as with a box to tick."""
    return getattr(field.field.widget, "input_type", "") == "checkbox"


def _further(form: BaseForm) -> tuple[str, ...]:
    return getattr(form, "further", ())


def _as_written(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
