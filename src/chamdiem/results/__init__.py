"""Results: the frozen snapshot of a closing, numbered releases, league tables and profiles."""
