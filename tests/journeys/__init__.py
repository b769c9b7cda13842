"""Journeys: whole stories in a real browser, with every role."""
