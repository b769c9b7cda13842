"""Pages of results: what was frozen, and how it comes to that."""
