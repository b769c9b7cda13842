"""Filters of the pages of notices."""
