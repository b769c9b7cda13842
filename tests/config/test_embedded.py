"""The database that comes as a package: started, joined, stopped, and started again."""

from __future__ import annotations

import os
import subprocess
import sys
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


# In a process of its own: the package remembers in each which servers it has seen ready.
_JOINS = """
import sys
from pathlib import Path
from chamdiem.config.embedded import start_database
folder, said = Path(sys.argv[1]), []
file = folder / "postmaster.pid"
whole = file.read_text()
file.write_text(" ".join(whole.rsplit("ready", 1)[:1]) + "starting\\n")
def told(words):
    said.append(words)
    if words == ".":
        file.write_text(whole)
print(start_database(folder, "first", told=told))
print("".join(said))
"""


def test_a_server_that_is_still_repairing_itself_is_waited_for() -> None:
    folder = ROOT / "var" / "tests-repairing" / "database"
    address = start_database(folder, "first")
    try:
        joined = subprocess.run(  # noqa: S603  our own words, our own folder
            [sys.executable, "-c", _JOINS, str(folder)], capture_output=True, text=True, check=True
        )
        assert joined.stdout.splitlines()[0] == address
        assert "đang phục hồi" in joined.stdout
    finally:
        stop_database(folder)


# As another first start sees it: nobody there when it asks, made by somebody else when it makes the user.
_RACES = """
import pwd, sys
from pathlib import Path
from chamdiem.config.embedded import start_database
known, asked = pwd.getpwnam, []
def not_yet(name):
    asked.append(name)
    if len(asked) == 1:
        raise KeyError(name)
    return known(name)
pwd.getpwnam = not_yet
print(start_database(Path(sys.argv[1]), "first"), len(asked) > 1)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only as root the server is somebody else")
def test_two_first_starts_on_one_machine_do_not_keep_each_other_out() -> None:
    folder = ROOT / "var" / "tests-racing" / "database"
    address = start_database(folder, "first")
    try:
        joined = subprocess.run(  # noqa: S603  our own words, our own folder
            [sys.executable, "-c", _RACES, str(folder)], capture_output=True, text=True, check=True
        )
        assert joined.stdout.split() == [address, "True"]
    finally:
        stop_database(folder)
