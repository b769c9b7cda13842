"""Background work of this app, as the worker finds it: the letters of the morning."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.notices.services import send_letters


# Half an hour past midnight UTC is half past seven in Viet Nam: after the reminders of the day were written.
@app.periodic(cron="30 0 * * *")
@app.task(name="notices.send_letters", queue="work", pass_context=False)
def send_waiting(timestamp: int) -> int:
    """Send the letters that wait; returns how many."""
    del timestamp  # when it was asked for
    return send_letters(site=settings.SITE, now=timezone.now())
