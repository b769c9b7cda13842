"""Lists of dossiers."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from chamdiem.accounts.models import User
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.selectors.doors import list_own_assessments
from chamdiem.assessments.workflow import last_day
from chamdiem.campaigns.calendar import days_left
from chamdiem.web.folding import matching


def search_own_assessments(*, actor: User, typed: str = "", state: str = "") -> QuerySet[Assessment]:
    """The dossiers this person works on, narrowed; search ignores accents and case. Three queries."""
    rows = list_own_assessments(actor=actor).prefetch_related("participant__extensions")
    if state:
        rows = rows.filter(status=state)
    return rows.filter(matching(typed, "participant__organisation__search_text"))


def list_states() -> list[tuple[str, str]]:
    """The states a list can be narrowed to."""
    return [(str(code), str(label)) for code, label in Assessment.Status.choices]


def deadline_of(assessment: Assessment, now: datetime) -> tuple[date, int]:
    """The last day and how many days are left; no query."""
    day = last_day(assessment)
    return day, days_left(day, now)
