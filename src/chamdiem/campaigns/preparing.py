"""The steps of the wizard, and what still stands between a draft and its opening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from chamdiem.errors import Invalid, Place, Problem

# The kind of background work that opens a campaign.
OPENING = "campaign.open"
# The kind that closes one; what it does stands in the app of results, above.
CLOSING = "campaign.close"
# The last step reviews and opens.
STEPS = ("editions", "participants", "calendar", "policies", "review")


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
            Invalid: One problem for each day that comes before the one it must follow.
        """
        problems = [
            Problem(
                "campaign.days_out_of_order",
                {"earlier": f"{first:%d/%m/%Y}", "later": f"{then:%d/%m/%Y}"},
                Place(path=name),
            )
            for name, first, then in self._pairs()
            if then < first
        ]
        if problems:
            raise Invalid(problems)

    def _pairs(self) -> list[tuple[str, date, date]]:
        return [
            ("reference_until", self.reference_from, self.reference_until),
            ("entry_until", self.entry_from, self.entry_until),
            ("appraisal_until", self.entry_until, self.appraisal_until),
            ("explanation_until", self.appraisal_until, self.explanation_until),
            ("ruling_until", self.explanation_until, self.ruling_until),
            ("publication_on", self.ruling_until, self.publication_on),
        ]


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
