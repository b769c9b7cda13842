"""``make demo``: everything on one machine — database, web, worker, example province.

Starting again joins what runs and keeps the data. What hinders the start is said
in one sentence.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chamdiem.config.embedded import start_database, stop_database

_LEAST_FREE_BYTES = 1_000_000_000
_PATIENCE_SECONDS = 60.0
_STEP_SECONDS = 0.2


class CannotStart(Exception):
    """What hinders the start, as one sentence."""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """One demonstration: its folder and its port on this machine."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Start what does not run yet, and wait until the pages answer.

        Raises:
            CannotStart: Says what hinders it.
        """
        self._check_machine()
        environment = self._environment()
        if self._is_healthy():
            return
        self._stop_processes()
        self._check_port()
        for command in (
            ["migrate", "--verbosity", "0"],
            ["createcachetable"],
            ["collectstatic", "--noinput", "--verbosity", "0"],
            ["load_library"],
            ["load_administrative_units"],
            ["load_example_province"],
        ):
            self._manage(command, environment)
        for name, arguments in self._processes():
            self._spawn(name, arguments, environment)
        self._wait()

    def stop(self) -> None:
        """Stop web, worker and database; the data stays."""
        self._stop_processes()
        stop_database(self.folder / "database")

    def reset(self) -> None:
        """Stop, and forget everything."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _check_machine(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(self.folder).free
        except OSError as error:
            raise CannotStart(f"Không tạo được thư mục {self.folder} ({error.strerror}).") from None
        if free < _LEAST_FREE_BYTES:
            raise CannotStart(
                f"Đĩa chỉ còn trống {free // 1_000_000} MB; cần ít nhất {_LEAST_FREE_BYTES // 1_000_000} MB."
            )

    def _check_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except OSError:
                raise CannotStart(
                    f"Cổng {self.port} đang được chương trình khác dùng; chạy: make demo PORT={self.port + 1}"
                ) from None

    def _environment(self) -> dict[str, str]:
        secret = self.folder / "secret"
        if not secret.exists():
            secret.touch(mode=0o600)
            secret.write_text(secrets.token_urlsafe(60))
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "chamdiem.config.settings",
            "CHAMDIEM_SECRET_KEY": secret.read_text(),
            "CHAMDIEM_DATABASE_URL": start_database(self.folder / "database"),
            "CHAMDIEM_VAR": str(self.folder),
            "CHAMDIEM_HTTPS": "0",
            "CHAMDIEM_EXAMPLE": "1",
            "CHAMDIEM_EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        }

    def _manage(self, command: list[str], environment: dict[str, str]) -> None:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-m", "chamdiem.config.manage", *command],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            log = self.folder / f"{command[0]}.log"
            log.write_text(done.stdout + done.stderr)
            raise CannotStart(f"Bước “{command[0]}” không chạy được; chi tiết trong {log}.")

    def _processes(self) -> Iterator[tuple[str, list[str]]]:
        web = [
            "--bind",
            f"127.0.0.1:{self.port}",
            "--workers",
            "2",
            "--threads",
            "4",
            "--access-logfile",
            "-",
        ]
        yield "web", ["-m", "gunicorn", "chamdiem.config.wsgi", *web]
        yield "worker", ["-m", "chamdiem.config.manage", "procrastinate", "worker", "--concurrency", "2"]

    def _spawn(self, name: str, arguments: list[str], environment: dict[str, str]) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, *arguments],
                env=environment,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        (self.folder / f"{name}.pid").write_text(str(process.pid))

    def _stop_processes(self) -> None:
        for name in ("web", "worker"):
            note = self.folder / f"{name}.pid"
            if note.exists():
                _end(int(note.read_text()))
                note.unlink()

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}health/ready/", timeout=5) as answer:  # noqa: S310  our own address
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _wait(self) -> None:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not self._is_healthy():
            if time.monotonic() > deadline:
                raise CannotStart(
                    f"Trang không trả lời sau {_PATIENCE_SECONDS:.0f} giây; xem {self.folder}/web.log."
                )
            time.sleep(_STEP_SECONDS)


def _end(pid: int) -> None:
    """End a process and wait until it is gone."""
    try:
        os.kill(pid, signal.SIGTERM)
        for _ in range(int(10 / _STEP_SECONDS)):
            os.kill(pid, 0)
            time.sleep(_STEP_SECONDS)
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def main() -> int:
    """``start``, ``stop`` or ``reset``."""
    verb = sys.argv[1] if len(sys.argv) > 1 else "start"
    folder = Path(os.environ.get("CHAMDIEM_VAR", "var/demo")).resolve()
    demonstration = Demonstration(folder, int(os.environ.get("PORT", "8000")))
    try:
        match verb:
            case "stop":
                demonstration.stop()
            case "reset":
                demonstration.reset()
            case _:
                demonstration.start()
                from chamdiem.example.accounts import account_lines  # noqa: PLC0415  needs nothing but the cast

                sys.stdout.write("\n".join((f"Đang chạy tại {demonstration.address}", *account_lines(), "")))
    except CannotStart as hindrance:
        sys.stderr.write(f"{hindrance}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
