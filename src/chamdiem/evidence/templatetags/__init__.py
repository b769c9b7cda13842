"""Filters for documents."""
