"""Tables that the database refuses to empty, tried with the trigger on as everywhere but in the tests."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction


def refuses_to_be_emptied(table: str) -> None:
    """Even where whoever asks may do everything, and whatever refers to it goes too."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {table}_never_emptied")
        with pytest.raises(DatabaseError, match=f"{table} is never emptied"), transaction.atomic():
            cursor.execute(f"TRUNCATE {table} CASCADE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_never_emptied")
