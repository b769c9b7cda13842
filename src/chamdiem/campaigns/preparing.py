"""The steps of the wizard, and what still stands between a draft and its opening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from chamdiem.errors import Invalid, Place, Problem
from chamdiem.web.language import Words

# The kind of background work that opens a campaign.
OPENING = "campaign.open"
# The kind that closes one; what it does stands in the app of results, above.
CLOSING = "campaign.close"
# The last step reviews and opens.
STEPS = ("editions", "participants", "calendar", "policies", "review")


DAY_LABELS: Mapping[str, Words] = {
    "reference_from": _("Kỳ số liệu từ ngày"),
    "reference_until": _("Kỳ số liệu đến hết ngày"),
    "entry_from": _("Bắt đầu tự đánh giá"),
    "entry_until": _("Hạn gửi hồ sơ"),
    "appraisal_until": _("Hạn thẩm định"),
    "explanation_until": _("Hạn giải trình"),
    "ruling_until": _("Hạn hội đồng xem xét"),
    "publication_on": _("Ngày công bố dự kiến"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a draft still lacks: in which step, and which sentence says so."""

    step: str
    code: str
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The calendar of a campaign; every day is local and inclusive."""

    reference_from: date
    reference_until: date
    entry_from: date
    entry_until: date
    appraisal_until: date
    explanation_until: date
    ruling_until: date
    publication_on: date

    def check(self) -> None:
        """Refuse days that do not follow each other, naming every one.

        Raises:
            Invalid: One problem for each day that comes before the one it must follow; its
                place is the name of the later day.
        """
        problems = [
            Problem(
                "campaign.days_out_of_order",
                {
                    "earlier": str(DAY_LABELS[first]),
                    "earlier_day": f"{getattr(self, first):%d/%m/%Y}",
                    "later": str(DAY_LABELS[then]),
                    "later_day": f"{getattr(self, then):%d/%m/%Y}",
                },
                Place(path=then),
            )
            for first, then in _FOLLOWING
            if getattr(self, then) < getattr(self, first)
        ]
        if problems:
            raise Invalid(problems)


# A day, and one that must not come before it.
_FOLLOWING = (
    ("reference_from", "reference_until"),
    ("entry_from", "entry_until"),
    ("entry_until", "appraisal_until"),
    ("appraisal_until", "explanation_until"),
    ("explanation_until", "ruling_until"),
    ("ruling_until", "publication_on"),
)
# Days of a new draft, counted from the day it is made: something to change rather than an empty form.
_USUAL = {
    "entry_from": 7,
    "entry_until": 37,
    "appraisal_until": 67,
    "explanation_until": 82,
    "ruling_until": 97,
    "publication_on": 112,
}


def usual_days(year: int, today: date) -> Days:
    """A calendar to start from."""
    days = {name: today + timedelta(days=count) for name, count in _USUAL.items()}
    return Days(reference_from=date(year, 1, 1), reference_until=date(year, 12, 31), **days)
