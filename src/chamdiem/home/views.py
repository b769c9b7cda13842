"""The first page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.home.selectors import MOST_SHOWN, list_news, list_tasks


@require_safe
@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """What waits for this person, and what others did lately."""
    now = timezone.now()
    tasks = list_tasks(actor=request.user, now=now)
    context = {
        "tasks": [(task, task.left(now)) for task in tasks[:MOST_SHOWN]],
        "more": max(0, len(tasks) - MOST_SHOWN),
        "news": list_news(actor=request.user, now=now),
    }
    return render(request, "home/home.html", context)
