"""Pages of authoring."""

from chamdiem.authoring.views import desks, rows, rules

__all__ = ["desks", "rows", "rules"]
