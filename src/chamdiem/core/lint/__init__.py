"""Lint: everything that is wrong with an indicator set, with its place and severity.

One function per check, registered as data; see ``registry``.
"""

from chamdiem.core.lint.finding import Finding, Percent, Severity
from chamdiem.core.lint.linting import count_open_errors, finding_id, lint
from chamdiem.core.lint.registry import CHECKS, CODES

__all__ = ["CHECKS", "CODES", "Finding", "Percent", "Severity", "count_open_errors", "finding_id", "lint"]
