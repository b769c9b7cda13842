"""Background work of this app, as the worker finds it: reminders of dossiers."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.assessments.services.reminding import remind


# Ten past midnight UTC is ten past seven in Viet Nam: before the letters of the morning go.
@app.periodic(cron="10 0 * * *")
@app.task(name="assessments.remind", queue="work", pass_context=False)
def write_reminders(timestamp: int) -> int:
    """Tell everybody what is due; returns how many were told."""
    del timestamp  # when it was asked for; what counts is the day on which it runs
    return remind(now=timezone.now())
