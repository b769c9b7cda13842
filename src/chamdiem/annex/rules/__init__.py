"""Calculation texts → rules: clauses, statements, then one builder for each way of giving points."""
