"""Sets, rules, exact points, arrays, ranks, lint: the standard library and numpy only."""
