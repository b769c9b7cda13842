"""How every test with the cast begins: made once for the tests of a file, and taken back with the file.

The cast stands in a transaction that is never committed, each test in a savepoint within it. Tests that
commit, and those that want nobody in the tables, close it before they begin.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import SimpleTestCase
from pytest_django import DjangoDbBlocker

from .people import Cast, make_cast

_COMMITTING = {"transactional_db", "django_db_reset_sequences", "live_server"}


def commits(item: pytest.Item) -> bool:
    """Whether what a test does can be seen by other connections."""
    marked = item.get_closest_marker("django_db")
    asked = set(getattr(item, "fixturenames", ()))
    return bool(asked & _COMMITTING) or (marked is not None and bool(marked.kwargs.get("transaction")))


def wants_nobody(item: pytest.Item) -> bool:
    """Whether a test has to do with the database, and nothing with the cast."""
    asked = set(getattr(item, "fixturenames", ()))
    is_marked = item.get_closest_marker("django_db") is not None
    is_case = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    return "beginning" not in asked and (is_marked or is_case or "db" in asked)


class Beginning:
    """The cast as it stood at first; nobody before it is opened and after it is closed."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self.cast: Cast | None = None
        self._blocker = blocker
        self._transaction = transaction.atomic()

    def open(self) -> None:
        """Make the cast."""
        with self._blocker.unblock():
            self._transaction.__enter__()
            self.cast = make_cast()

    def close(self) -> None:
        """Take everything back, where that was not done yet."""
        if self.cast is not None:
            self.cast = None
            with self._blocker.unblock():
                transaction.set_rollback(True)
                self._transaction.__exit__(None, None, None)
