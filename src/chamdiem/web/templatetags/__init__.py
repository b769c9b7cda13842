"""Filters and tags every template has."""
