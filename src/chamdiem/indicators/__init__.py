"""Editions of indicator sets in the database: loaded, compared, issued, never changed after."""
