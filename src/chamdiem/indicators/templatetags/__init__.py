"""Filters for editions."""
