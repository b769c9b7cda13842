"""Days of a campaign as moments: local, inclusive to the last second."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from chamdiem.campaigns.models import Campaign, Extension
from chamdiem.core.indicator_set import Row

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


def local_day(now: datetime) -> date:
    """The local day of a moment."""
    return now.astimezone(LOCAL).date()


def begins(day: date) -> datetime:
    """The first moment of a local day."""
    return datetime.combine(day, time.min, LOCAL)


def ends(day: date) -> datetime:
    """The first moment after a local day: what happens before it is in time."""
    return begins(day + timedelta(days=1))


def is_over(day: date, now: datetime) -> bool:
    """Whether a day has passed; 23:59:59 of the day itself is still in time."""
    return now >= ends(day)


def has_begun(day: date, now: datetime) -> bool:
    """Whether a day has come."""
    return now >= begins(day)


def is_dropped(campaign: Campaign, row: Row) -> bool:
    """Whether a criterion's own day lies outside the time of entry, so that the day of the dossier holds.

    A day before entry begins was printed for an earlier year: it closes nothing.
    """
    due = _own_day(row)
    return due is not None and not campaign.entry_from <= due <= campaign.entry_until


def _own_day(row: Row) -> date | None:
    return row.deadline.date if row.deadline is not None else None


def last_entry_day(campaign: Campaign, extensions: list[Extension], row: Row | None = None) -> date:
    """The last day for the whole dossier, or for one criterion with a deadline of its own.

    A criterion's own deadline only ever shortens, an extension only ever lengthens.
    """
    own = None if row is None or is_dropped(campaign, row) else _own_day(row)
    key = row.key if row is not None else ""
    given = [each.until for each in extensions if each.criterion_key in ("", key)]
    return max([own or campaign.entry_until, *given])


def days_left(day: date, now: datetime) -> int:
    """How many days remain after today; 0 on the last day, negative when over."""
    return (day - local_day(now)).days


def last_moment_text(day: date) -> str:
    """A deadline in full, as people read it: the last minute of the day.

    Example:
        >>> last_moment_text(date(2026, 10, 31))
        '23:59 ngày 31/10/2026'
    """
    return _("23:59 ngày {day}").format(day=f"{day:%d/%m/%Y}")
