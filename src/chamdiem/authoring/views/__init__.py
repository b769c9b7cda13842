"""Pages of authoring."""

from chamdiem.authoring.views import columns, desks, rows, rules

__all__ = ["columns", "desks", "rows", "rules"]
