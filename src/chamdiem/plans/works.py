"""Background work of this app, as the worker finds it: rounds opened, reminders written."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.notices.reminding import is_hour_to_tell
from chamdiem.plans.services.reminding import remind
from chamdiem.plans.services.rounds import open_due_rounds


@app.periodic(cron="10 * * * *")
@app.task(name="plans.open_rounds", queue="work", pass_context=False)
def open_rounds(timestamp: int) -> int:
    """Open every round whose day has come; hourly, because a worker may have slept. Returns how many."""
    del timestamp  # when it was asked for; what counts is the day on which it runs
    return len(open_due_rounds(now=timezone.now()))


# Hourly by day, because a worker may have slept; twenty minutes before the letters of the hour go.
@app.periodic(cron="10 * * * *")
@app.task(name="plans.remind", queue="work", pass_context=False)
def write_reminders(timestamp: int) -> int:
    """Tell everybody what is due; returns how many were told."""
    del timestamp  # when it was asked for; what counts is the hour in which it runs
    now = timezone.now()
    return remind(now=now) if is_hour_to_tell(now) else 0
