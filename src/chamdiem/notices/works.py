"""Background work of this app, as the worker finds it: the letters of the day."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.notices.reminding import is_hour_to_tell
from chamdiem.notices.sending import send_letters


# Twenty minutes after the reminders of the hour; what was refused is tried again, what was missed caught up.
# Before the checks of files, which may be many.
@app.periodic(cron="30 * * * *")
@app.task(name="notices.send_letters", queue="work", pass_context=False, priority=5)
def send_waiting(timestamp: int) -> int:
    """Send the letters that wait, by day; returns how many."""
    del timestamp  # when it was asked for; what counts is the hour in which it runs
    now = timezone.now()
    return send_letters(site=settings.SITE, now=now) if is_hour_to_tell(now) else 0
