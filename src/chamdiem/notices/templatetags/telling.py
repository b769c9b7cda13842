"""How the pages of notices say what was told."""

from __future__ import annotations

from django import template
from django.utils import timezone

from chamdiem.notices.countdown import detail_at, standing_now
from chamdiem.notices.models import Notice

register = template.Library()


@register.filter
def detail_now(notice: Notice) -> str:
    """What a notice says today, as ``relevance.tell_standing`` found it."""
    return standing_now(notice, timezone.localdate())


@register.filter
def detail_sent(notice: Notice) -> str:
    """What a notice said in its letter, or when it was told where none went."""
    letter = notice.letter
    return detail_at(notice, (letter.sent_at if letter else None) or notice.told_at)
