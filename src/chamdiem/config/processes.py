"""Processes that stay after the command that started them, each with a note of its number."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

_PATIENCE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Detached:
    """One program of ours: its log and the note with its process number lie in a folder."""

    folder: Path
    name: str
    arguments: Sequence[str]

    @property
    def log(self) -> Path:
        """Where its output goes."""
        return self.folder / f"{self.name}.log"

    def start(self, environment: Mapping[str, str]) -> None:
        """Start it in a session of its own."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, *self.arguments],
                env=dict(environment),
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        born = psutil.Process(process.pid).create_time()
        self._note.write_text(f"{process.pid} {born}")

    def is_running(self) -> bool:
        """Whether the process of the note lives and is the one that was started."""
        return self._find() is not None

    def listens_at(self, port: int) -> bool:
        """Whether the process, if it runs, listens at a port of this machine."""
        process = self._find()
        try:
            used = process.net_connections(kind="tcp") if process is not None else []
        except psutil.Error:
            return False
        return any(each.status == psutil.CONN_LISTEN and each.laddr.port == port for each in used)

    def stop(self) -> None:
        """End it with its children, and wait until they are gone; nothing is ended that is not ours."""
        process = self._find()
        if process is not None:
            family = [process, *process.children(recursive=True)]
            process.terminate()
            _, left = psutil.wait_procs(family, timeout=_PATIENCE_SECONDS)
            for each in left:
                each.kill()
            psutil.wait_procs(left, timeout=_PATIENCE_SECONDS)
        self._note.unlink(missing_ok=True)

    @property
    def _note(self) -> Path:
        return self.folder / f"{self.name}.pid"

    def _find(self) -> psutil.Process | None:
        """The process, if the number still belongs to it: a number is given again, a birth is not."""
        try:
            number, born = self._note.read_text().split()
            process = psutil.Process(int(number))
            is_ours = process.create_time() == float(born) and process.status() != psutil.STATUS_ZOMBIE
        except (OSError, ValueError, psutil.Error):
            return None
        return process if is_ours else None
