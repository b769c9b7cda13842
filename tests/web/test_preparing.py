"""Statements prepared by the server: only where asked for, and with the same answers."""

from __future__ import annotations

import pytest
from django.db import connection

from chamdiem.accounts.models import User
from chamdiem.web.preparing import prepared

pytestmark = pytest.mark.django_db
_PREPARED = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%accounts_user%%'"


def test_a_statement_that_comes_again_is_planned_once() -> None:
    with prepared():
        found = [list(User.objects.filter(email=f"{name}@vidu.example")) for name in "abcdef"]
    assert found == [[]] * 6
    assert _count() == 1


def test_elsewhere_nothing_is_prepared() -> None:
    factory = connection.connection.cursor_factory
    with pytest.raises(ZeroDivisionError), prepared():
        raise ZeroDivisionError
    assert connection.connection.cursor_factory is factory
    before = _count()
    for name in "abcdef":
        assert not User.objects.filter(email=f"{name}@vidu.example").exists()
    assert _count() == before


def _count() -> int:
    with connection.cursor() as cursor:
        cursor.execute(_PREPARED)
        return int(cursor.fetchone()[0])
