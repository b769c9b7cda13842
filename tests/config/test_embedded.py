"""The database that comes as a package: started, joined, stopped, and started again."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from chamdiem.config.embedded import start_database, stop_database

ROOT = Path(__file__).parents[2]


def _answer(address: str, question: str) -> object:
    with psycopg.connect(address) as connection:
        row = connection.execute(question).fetchone()
        return row and row[0]


def test_it_is_started_joined_and_stopped_and_keeps_its_data() -> None:
    # Not in the folder of pytest, which only its owner may enter: as root the server is somebody else.
    folder = ROOT / "var" / "tests-embedded" / "database"
    address = start_database(folder, "first")
    try:
        assert start_database(folder, "first") == address
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 7 AS number")
        stop_database(folder)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(address)
        again = start_database(folder, "first")
        assert _answer(again, "SELECT number FROM kept") == 7
    finally:
        stop_database(folder)


def test_stopping_what_never_ran_does_nothing(tmp_path: Path) -> None:
    stop_database(tmp_path / "database")
    assert list(tmp_path.iterdir()) == []
