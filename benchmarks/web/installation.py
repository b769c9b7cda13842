"""One installation on this machine: database, web and worker as deployed, to be killed and started again.

Everything lies in one folder and listens on the loopback only. Web and worker are started by
the commands of docs/how-to/deploy.md; nothing is ended that was not started here.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from chamdiem.config.embedded import start_database, stop_database

ROOT = Path(__file__).parents[2]
# How long something that was started may take to answer, on a machine with much else to do.
_PATIENCE_SECONDS = 240.0
_GONE_SECONDS = 30.0
_STEP_SECONDS = 0.05
_WEB = ("-m", "gunicorn", "-c", "python:chamdiem.config.serving", "chamdiem.config.wsgi")
_WORKER = ("-m", "chamdiem.config.manage", "procrastinate", "worker", "--concurrency", "2")
_START = (
    "import sys, pathlib; from chamdiem.config.embedded import start_database;"
    " start_database(pathlib.Path(sys.argv[1]))"
)

_ALONE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"


class Stopped(Exception):
    """A program that was to run has ended; says which, and where its log is."""


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Look again and again until a condition holds.

    Raises:
        TimeoutError: It never does.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(_STEP_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(slots=True)
class Installation:
    """``folder`` holds everything; ``database`` is one database of its server."""

    folder: Path
    database: str = "chamdiem"
    port: int = field(default_factory=_free_port)
    settings: dict[str, str] = field(default_factory=dict)
    _running: dict[str, psutil.Popen] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        """The folder of the server."""
        return self.folder / "database"

    @property
    def database_url(self) -> str:
        """The database, as programs are told; starts the server where it does not run."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return start_database(self.data, self.database)

    def environment(self) -> dict[str, str]:
        """What every program of the installation is told."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("CHAMDIEM_")}
        return {
            **own,
            "DJANGO_SETTINGS_MODULE": "chamdiem.config.settings",
            "CHAMDIEM_SECRET_KEY": "of an installation that lives as long as one measurement does",
            "CHAMDIEM_DATABASE_URL": self.database_url,
            "CHAMDIEM_VAR": str(self.folder / self.database),
            "CHAMDIEM_HOSTS": "127.0.0.1",
            "CHAMDIEM_EMAIL_FROM": "chamdiem@localhost",
            "CHAMDIEM_HTTPS": "0",
            "CHAMDIEM_EXAMPLE": "1",
            "CHAMDIEM_BIND": f"127.0.0.1:{self.port}",
            "CHAMDIEM_EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
            **self.settings,
        }

    def run(self, *arguments: str) -> str:
        """Run a Python program of the installation to its end; returns what it printed."""
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, *arguments],
            env=self.environment(),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Stopped(f"{' '.join(arguments)}: {done.stderr[-4000:] or done.stdout[-4000:]}")
        return done.stdout

    def prepare(self, *extras: str) -> None:
        """Tables and static files; ``extras`` are more commands, such as ``load_library``."""
        self.run("-m", "benchmarks.web", "preparing", *extras)

    def connect(self) -> psycopg.Connection:
        """A connection of its own, every statement by itself."""
        return psycopg.connect(self.database_url, autocommit=True)

    def begin_anew(self, template: str = "template1") -> None:
        """An empty database, or a copy of another one of the server, in place of what was there."""
        with psycopg.connect(start_database(self.data, "postgres"), autocommit=True) as connection:
            names = {"own": sql.Identifier(self.database), "other": sql.Identifier(template)}
            # Whoever looks at it, autovacuum included, keeps it from being copied.
            connection.execute(_ALONE, [template])
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {own} WITH (FORCE)").format(**names))
            connection.execute(sql.SQL("CREATE DATABASE {own} TEMPLATE {other}").format(**names))
        shutil.rmtree(self.folder / self.database, ignore_errors=True)
        if (self.folder / template).exists():
            shutil.copytree(self.folder / template, self.folder / self.database)

    # --- web and worker ---------------------------------------------------------------------

    def start(self, name: str) -> None:
        """Start ``web`` or ``worker``; the pages answer when this returns."""
        (self.folder / self.database).mkdir(parents=True, exist_ok=True)
        log = (self.folder / f"{self.database}-{name}.log").open("ab")
        self._running[name] = psutil.Popen(
            [sys.executable, *(_WEB if name == "web" else _WORKER)],
            env=self.environment(),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        log.close()
        if name == "web":
            wait_until(self._answers, "the pages answer")

    def revive(self, name: str) -> None:
        """Start it again if it has ended by itself, as systemd does."""
        if self._running[name].poll() is not None:
            self._running.pop(name)
            self.start(name)

    def stop(self, name: str) -> None:
        """End it as a machine that shuts down does."""
        process = self._running.pop(name, None)
        if process is not None:
            _end([process, *_children(process)], psutil.Process.terminate)

    def kill(self, name: str) -> None:
        """``kill -9`` of it and all its processes at the same moment."""
        process = self._running.pop(name)
        _end([process, *_children(process)], psutil.Process.kill)

    def kill_database(self) -> None:
        """``kill -9`` of the server with all its processes."""
        number = int((self.data / "postmaster.pid").read_text().split()[0])
        server = psutil.Process(number)
        _end([server, *_children(server)], psutil.Process.kill)

    def start_database(self) -> None:
        """Start the server again, by another process, as a machine that starts does."""
        command = [sys.executable, "-c", _START, str(self.data)]
        # The package waits ten seconds; recovery may take longer, and goes on without it.
        subprocess.run(command, check=False, cwd=ROOT, capture_output=True)  # noqa: S603  our own program
        wait_until(self._takes_connections, "the database takes connections")

    def family(self) -> dict[str, list[psutil.Process]]:
        """The processes of ``web``, ``worker`` and ``database``, for what they cost."""
        number = int((self.data / "postmaster.pid").read_text().split()[0])
        found: dict[str, psutil.Process] = {**self._running, "database": psutil.Process(number)}
        return {name: [process, *_children(process)] for name, process in found.items()}

    def processor(self) -> dict[str, float]:
        """Seconds of a core each has taken so far: ``web``, ``worker``, ``database``; ended ones too."""
        return {
            name: sum(map(_taken, processes)) + _taken_by_ended(processes[0])
            for name, processes in self.family().items()
        }

    def close(self) -> None:
        """End everything; the data stays."""
        for name in list(self._running):
            self.stop(name)
        stop_database(self.data)

    def _answers(self) -> bool:
        if self._running["web"].poll() is not None:
            raise Stopped(f"web has ended: {self.folder / f'{self.database}-web.log'}")
        try:
            with urllib.request.urlopen(f"{self.address}/health/ready/", timeout=10) as answer:  # noqa: S310  our own
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _takes_connections(self) -> bool:
        try:
            with self.connect() as connection:
                return connection.execute("SELECT 1").fetchone() is not None
        except (psycopg.OperationalError, subprocess.SubprocessError):
            return False


def _taken(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


def _taken_by_ended(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.children_user + times.children_system)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def _end(processes: Sequence[psutil.Process], how: Callable[[psutil.Process], None]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            how(process)
    _, left = psutil.wait_procs(processes, timeout=_GONE_SECONDS)
    for process in left:
        process.kill()
    psutil.wait_procs(left, timeout=_GONE_SECONDS)
