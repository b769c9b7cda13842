"""Statements that come again and again are planned once by PostgreSQL, and not every time.

What an autosave asks is always the same; planning it took the database three times as long as
answering. Only where this is asked for: the plan of a list depends on what is searched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor

# A statement is prepared when a connection is asked it for the third time.
_AFTER = 2


@contextmanager
def prepared() -> Iterator[None]:
    """Within, values travel beside the statement, so that its plan can be kept; decorates as well."""
    connection.ensure_connection()
    raw = connection.connection
    before = raw.cursor_factory, raw.prepare_threshold
    raw.cursor_factory, raw.prepare_threshold = ServerBindingCursor, _AFTER
    try:
        yield
    finally:
        raw.cursor_factory, raw.prepare_threshold = before
