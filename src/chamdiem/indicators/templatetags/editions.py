"""How rows of an edition are called on pages."""

from __future__ import annotations

from django import template

from chamdiem.core.indicator_set import Row
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled

register = template.Library()


@register.filter
def called_in(row: Row, edition: Edition) -> str:
    """What a row is called where it stands apart from the rows above it: 1.1 of three pillars is three."""
    return compiled(edition).indicator_set.tree.labels[row.key]
