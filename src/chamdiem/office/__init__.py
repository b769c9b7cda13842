"""Reads and writes Excel, CSV and JSON from core objects."""
