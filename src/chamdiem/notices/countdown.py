"""How many days are left: counted on the day it is read or written, whenever it was told."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chamdiem.notices.models import Notice

_NOT_DUE = "Không còn phải làm theo hạn này (đã xong, đổi hạn, giao người khác hoặc đã đóng)"


def time_left(due_on: date, day: date) -> str:
    """How many days are left, whichever moment it is told for."""
    left = (due_on - day).days
    if left < 0:
        return f"Đã quá hạn ngày {due_on:%d/%m/%Y}."
    if left == 0:
        return f"Hạn là hôm nay, hết 23:59 ngày {due_on:%d/%m/%Y}."
    return f"Còn {left} ngày, hạn 23:59 ngày {due_on:%d/%m/%Y}."


def standing_now(notice: Notice, day: date) -> str:
    """What a notice says on its page today: how many days are left, or that it is not due any more.

    Nobody is told to be late where nobody knows whether it was done; of several that remind of one thing
    the last counts the days.
    """
    if notice.due_on is None:
        return notice.detail
    now = time_left(notice.due_on, day)
    if notice.is_still_due is False:
        now = f"{_NOT_DUE}; hạn khi đó là ngày {notice.due_on:%d/%m/%Y}."
    elif notice.is_told_again:
        now = f"Đã nhắc lại sau đó; hạn là 23:59 ngày {notice.due_on:%d/%m/%Y}."
    elif notice.is_still_due is None and notice.due_on < day:
        now = f"Hạn là 23:59 ngày {notice.due_on:%d/%m/%Y}, đã qua."
    return notice.detail.replace(time_left(notice.due_on, timezone.localdate(notice.told_at)), now, 1)


def detail_at(notice: Notice, moment: datetime) -> str:
    """What a notice says, with the days that are left at a moment instead of when it was told."""
    if notice.due_on is None:
        return notice.detail
    told, now = timezone.localdate(notice.told_at), timezone.localdate(moment)
    return notice.detail.replace(time_left(notice.due_on, told), time_left(notice.due_on, now), 1)
