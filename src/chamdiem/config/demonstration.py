"""``make demo``: everything on one machine — database, web, worker, example province.

Starting again joins what runs and keeps the data. What hinders the start is said
in one sentence.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from chamdiem.config.embedded import start_database, stop_database
from chamdiem.config.processes import Detached
from chamdiem.config.progress import Progress
from chamdiem.example.accounts import account_lines

_LEAST_FREE_BYTES = 1_000_000_000
# A machine with much else to do takes minutes; what has ended is seen at once.
_PATIENCE_SECONDS = 300.0
_STEP_SECONDS = 0.2
_PACKAGE = Path(__file__).parents[1]
_CODE = (".py", ".html", ".css", ".js", ".yaml", ".mo", ".svg")
_PREPARATION = ("-m", "chamdiem.config.manage", "prepare_demonstration")
_PORTS = range(1, 65_536)


class CannotStart(Exception):
    """What hinders the start, as one sentence."""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """One demonstration: its folder and its port on this machine."""

    folder: Path
    port: int
    say: Callable[[str], object] = sys.stdout.write
    is_terminal: bool = False

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
        if self._is_healthy() and self._note.read_text() == self._wanted():
            return
        if not self._holds_port():
            self._check_port()
        self._stop_processes()
        self.say("Khởi động cơ sở dữ liệu…\n")
        environment = self._environment(self._start_database())
        try:
            self._prepare(environment)
            self._start_processes(environment)
        except CannotStart:
            self.stop()
            raise
        self._note.write_text(self._wanted())

    def stop(self) -> None:
        """Stop web, worker and database; the data stays."""
        self._stop_processes()
        if self._database.exists():
            stop_database(self._database)

    def reset(self) -> None:
        """Stop, and forget everything."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _database(self) -> Path:
        return self.folder / "database"

    @property
    def _note(self) -> Path:
        """For which code and port web and worker were started."""
        return self.folder / "started"

    @property
    def _made(self) -> Path:
        """Says that the example province is whole, and with which code it was prepared."""
        return self.folder / "province"

    def _wanted(self) -> str:
        return f"{self.port} {_newest_code()}"

    def _check_machine(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / "writable").touch()
            free = shutil.disk_usage(self.folder).free
        except OSError as error:
            raise CannotStart(f"Không ghi được vào thư mục {self.folder} ({error.strerror}).") from None
        if free < _LEAST_FREE_BYTES:
            raise CannotStart(
                f"Đĩa chỉ còn trống {free // 1_000_000} MB; cần ít nhất {_LEAST_FREE_BYTES // 1_000_000} MB."
            )

    def _holds_port(self) -> bool:
        """Whether it is our own web, of older code, that listens at the port."""
        return any(each.listens_at(self.port) for each in self._processes())

    def _check_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except PermissionError:
                raise CannotStart(
                    f"Không được phép dùng cổng {self.port}; chạy: make demo PORT=8000"
                ) from None
            except OSError:
                raise CannotStart(
                    f"Cổng {self.port} đang được chương trình khác dùng; chạy: make demo PORT={self.port + 1}"
                ) from None

    def _start_database(self) -> str:
        if self._database.exists() and not self._made.exists():
            self.say("Lần chạy trước dở dang: tạo lại tỉnh ví dụ từ đầu.\n")
            stop_database(self._database)
            shutil.rmtree(self._database, ignore_errors=True)
            shutil.rmtree(self.folder / "files", ignore_errors=True)
        try:
            return start_database(self._database, told=self.say)
        except Exception as error:  # noqa: BLE001  whatever the package meets, people get one sentence
            log = self.folder / "database.log"
            log.write_text(f"{type(error).__name__}: {error}\n")
            raise CannotStart(f"PostgreSQL không khởi động được; chi tiết trong {log}.") from None

    def _environment(self, database: str) -> dict[str, str]:
        secret = self.folder / "secret"
        if not secret.exists():
            secret.touch(mode=0o600)
            secret.write_text(secrets.token_urlsafe(60))
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("CHAMDIEM_")},
            "DJANGO_SETTINGS_MODULE": "chamdiem.config.settings",
            "CHAMDIEM_SECRET_KEY": secret.read_text(),
            "CHAMDIEM_DATABASE_URL": database,
            "CHAMDIEM_VAR": str(self.folder),
            "CHAMDIEM_HOSTS": "localhost,127.0.0.1,[::1]",
            "CHAMDIEM_HTTPS": "0",
            "CHAMDIEM_EXAMPLE": "1",
            "CHAMDIEM_EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "CHAMDIEM_EMAIL_FROM": "chamdiem@localhost",
            "CHAMDIEM_SITE": self.address,
        }

    def _prepare(self, environment: dict[str, str]) -> None:
        """Bring tables, files and data in order, in one process; nothing where no code is newer."""
        newest = _newest_code()
        if self._made.exists() and self._made.read_text() == newest:
            return
        if self._made.exists():
            self.say("Chương trình đã thay đổi: cập nhật bảng, tệp giao diện và dữ liệu…\n")
        else:
            self.say("Đang tạo tỉnh ví dụ, một đến vài phút tuỳ máy…\n")
        code, said, complained = self._run_preparation(environment)
        if code:
            log = self.folder / "prepare.log"
            log.write_text(said + complained)
            raise CannotStart(
                f"Không chuẩn bị được dữ liệu ví dụ. Hãy chạy lại; nếu vẫn vậy, xem chi tiết trong {log}. "
                f"Nguyên văn lỗi: {_last_error(complained)}"
            )
        self._made.write_text(newest)

    def _run_preparation(self, environment: dict[str, str]) -> tuple[int, str, str]:
        """Show each part that begins; the exit code, and what was said and complained of."""
        progress, said = Progress(self.say, is_terminal=self.is_terminal), ""
        with (
            progress.reminding(),
            tempfile.TemporaryFile("w+") as complaints,
            subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, *_PREPARATION],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            ) as process,
        ):
            for line in process.stdout or ():
                said += line
                if line.startswith("Phần "):
                    progress.show(line.rstrip())
            code = process.wait()
            complaints.seek(0)
            return code, said, complaints.read()

    def _processes(self) -> tuple[Detached, ...]:
        served = ("-c", "python:chamdiem.config.serving", "chamdiem.config.wsgi")
        web = ("-m", "gunicorn", *served, "--bind", f"127.0.0.1:{self.port}")
        worker = ("-m", "chamdiem.config.manage", "procrastinate", "worker", "--concurrency", "2")
        return Detached(self.folder, "web", web), Detached(self.folder, "worker", worker)

    def _stop_processes(self) -> None:
        self._note.unlink(missing_ok=True)
        for process in self._processes():
            process.stop()

    def _is_healthy(self) -> bool:
        """Whether web and worker run, and the pages answer at this port."""
        if not (self._note.exists() and all(each.is_running() for each in self._processes())):
            return False
        return self._answers()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}health/ready/", timeout=5) as answer:  # noqa: S310  our own address
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _start_processes(self, environment: dict[str, str]) -> None:
        progress = Progress(self.say, is_terminal=self.is_terminal)
        with progress.reminding():
            progress.show("Khởi động trang web và tiến trình nền…")
            for process in self._processes():
                process.start(environment)
            self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not self._answers():
            for process in self._processes():
                if not process.is_running():
                    raise CannotStart(f"Tiến trình {process.name} đã dừng; chi tiết trong {process.log}.")
            if time.monotonic() > deadline:
                raise CannotStart(
                    f"Trang không trả lời sau {_PATIENCE_SECONDS:.0f} giây; xem {self.folder}/web.log."
                )
            time.sleep(_STEP_SECONDS)


def _newest_code() -> str:
    """When the code was last changed: what was started or prepared with it is as new as that."""
    return str(max(each.stat().st_mtime for each in _PACKAGE.rglob("*") if each.suffix in _CODE))


def port_of(text: str) -> int:
    """The port named by ``PORT``.

    Raises:
        CannotStart: It is none.
    """
    if not text.isdecimal() or int(text) not in _PORTS:
        raise CannotStart(f"PORT={text} không phải số cổng (1 đến 65535).")
    return int(text)


def _say(text: str) -> None:
    """At once, also where nobody waits for the end of a line."""
    sys.stdout.write(text)
    sys.stdout.flush()


def _last_error(complained: str) -> str:
    """The last thing a program said: of a trace, which is one line of JSON, its last line."""
    last = next((line.strip() for line in reversed(complained.splitlines()) if line.strip()), "")
    with suppress(ValueError, AttributeError):
        last = str(json.loads(last).get("exception", last)).splitlines()[-1]
    return textwrap.shorten(last, 200, placeholder="…")


def main(verb: str) -> int:
    """``start``, ``stop`` or ``reset``."""
    folder = Path(os.environ.get("CHAMDIEM_VAR", "var/demo")).resolve()
    try:
        demonstration = Demonstration(
            folder, port_of(os.environ.get("PORT", "8000")), _say, is_terminal=sys.stdout.isatty()
        )
        match verb:
            case "stop":
                demonstration.stop()
            case "reset":
                demonstration.reset()
            case _:
                demonstration.start()
                lines = (
                    f"Đang chạy tại {demonstration.address}",
                    *account_lines(),
                    "Dừng lại: make demo-stop",
                )
                sys.stdout.write("\n".join((*lines, "")))
    except CannotStart as hindrance:
        sys.stderr.write(f"{hindrance}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "start"))
