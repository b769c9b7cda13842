"""Pages of authoring."""

from chamdiem.authoring.views import cases, columns, desks, heads, rows, rules, zeros

__all__ = ["cases", "columns", "desks", "heads", "rows", "rules", "zeros"]
