"""Background work of this app, as the worker finds it: reminders of dossiers."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.assessments.services.reminding import remind
from chamdiem.notices.reminding import is_hour_to_tell


# Hourly by day, because a worker may have slept; twenty minutes before the letters of the hour go.
@app.periodic(cron="10 * * * *")
@app.task(name="assessments.remind", queue="work", pass_context=False)
def write_reminders(timestamp: int) -> int:
    """Tell everybody what is due; returns how many were told."""
    del timestamp  # when it was asked for; what counts is the hour in which it runs
    now = timezone.now()
    return remind(now=now) if is_hour_to_tell(now) else 0
