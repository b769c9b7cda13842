"""Pages of authoring."""

from chamdiem.authoring.views import columns, desks, heads, rows, rules

__all__ = ["columns", "desks", "heads", "rows", "rules"]
