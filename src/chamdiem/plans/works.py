"""Background work of this app, as the worker finds it: the calendar that opens rounds."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.plans.services.rounds import open_due_rounds


@app.periodic(cron="10 * * * *")
@app.task(name="plans.open_rounds", queue="work", pass_context=False)
def open_rounds(timestamp: int) -> int:
    """Open every round whose day has come; hourly, because a worker may have slept. Returns how many."""
    del timestamp  # when it was asked for; what counts is the day on which it runs
    return len(open_due_rounds(now=timezone.now()))
