"""Runs locust in a process of its own against an installation, and reads what came of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.web.installation import ROOT, Installation
from benchmarks.web.officer import Acknowledged, read_ledger

_LOCUSTFILE = Path(__file__).with_name("locustfile.py")


@dataclass(slots=True)
class Evening:
    """Officers at work for a while: ``pause`` is the shortest and longest one between two fields, in seconds.

    ``again`` is how often a page tries again; 0 where every failure counts.
    """

    installation: Installation
    officers: int
    seconds: int
    pause: tuple[float, float]
    again: float = 0.0
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _before: dict[str, float] = field(default_factory=dict, init=False)

    @property
    def folder(self) -> Path:
        """Where seats, promises and measurements lie."""
        return self.installation.folder / f"{self.installation.database}-evening"

    def begin(self) -> None:
        """Let the officers sit down and begin; all sit within ten seconds."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.iterdir():
            old.unlink()
        seats = self.installation.run("-m", "benchmarks.web", "seats", str(self.officers))
        (self.folder / "seats.json").write_text(seats)
        command = [sys.executable, "-m", "locust", "-f", str(_LOCUSTFILE), "--headless", "--only-summary"]
        command += ["--host", self.installation.address, "--users", str(self.officers)]
        command += ["--spawn-rate", str(self.officers / 10), "--run-time", f"{self.seconds + 10}s"]
        # What is under way when time is over comes to its end and counts.
        command += ["--stop-timeout", "60", "--reset-stats", "--exit-code-on-error", "0"]
        self._before = self.installation.processor()
        with (self.folder / "locust.log").open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  our own program
                command, env=self._environment(), cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def end(self) -> tuple[dict[str, Any], list[Acknowledged]]:
        """Wait until all are done; what was measured, and what was promised to them.

        ``processor`` is who took how many seconds of a core; nothing may have been killed for that.
        """
        if self._process is None or self._process.wait() != 0:
            raise RuntimeError(f"locust failed: {self.folder / 'locust.log'}")
        measured = json.loads((self.folder / "measured.json").read_text())
        after = self.installation.processor()
        taken = {name: seconds - self._before.get(name, 0.0) for name, seconds in after.items()}
        measured["processor"] = {"load tool": measured["processor"], **taken}
        return measured, read_ledger(self.folder / "acknowledged.jsonl")

    def give_up(self) -> None:
        """End what is still at work, after something else failed."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def promised(self) -> int:
        """How many values have been acknowledged so far."""
        path = self.folder / "acknowledged.jsonl"
        return len(path.read_bytes().splitlines()) if path.exists() else 0

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "LAST_EVENING": str(self.folder),
            "LAST_EVENING_PAUSE": f"{self.pause[0]} {self.pause[1]}",
            "LAST_EVENING_AGAIN": str(self.again),
        }
