"""Filters of the pages of appraisal."""
