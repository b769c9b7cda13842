"""``make demo``: what hinders it is one sentence, and nothing that is not ours is ended."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from chamdiem.config import demonstration as module
from chamdiem.config.demonstration import CannotStart, Demonstration, port_of
from chamdiem.config.processes import Detached
from chamdiem.config.progress import Progress

WAITS = ("-c", "import sys; sys.stdin.read(); input()")


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port somebody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield int(listener.getsockname()[1])


def _refusal(demonstration: Demonstration) -> str:
    with pytest.raises(CannotStart) as refused:
        demonstration.start()
    return str(refused.value)


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_a_busy_port_is_said_with_the_command_that_helps(tmp_path: Path, busy_port: int) -> None:
    assert _refusal(Demonstration(tmp_path, busy_port)) == (
        f"Cổng {busy_port} đang được chương trình khác dùng; chạy: make demo PORT={busy_port + 1}"
    )


LISTENS = (
    "-c",
    "import socket, sys; from pathlib import Path; s = socket.create_server(('127.0.0.1', 0));"
    " Path(sys.argv[1]).write_text(str(s.getsockname()[1])); s.accept()",
)


@pytest.fixture
def running_web(tmp_path: Path) -> Iterator[tuple[Detached, int]]:
    """The web of a demonstration that runs, and the port it listens at."""
    os.mkfifo(tmp_path / "port")
    web = Detached(tmp_path, "web", (*LISTENS, str(tmp_path / "port")))
    web.start(dict(os.environ))
    try:
        yield web, int((tmp_path / "port").read_text())
    finally:
        web.stop()


# It outlives the object that started it: that is what it is for.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_busy_port_leaves_the_demonstration_running_elsewhere(
    tmp_path: Path, busy_port: int, running_web: tuple[Detached, int]
) -> None:
    web, port = running_web
    (tmp_path / "started").write_text(f"{port} 1.0")
    assert "đang được chương trình khác dùng" in _refusal(Demonstration(tmp_path, busy_port))
    assert web.is_running()
    assert (tmp_path / "started").read_text() == f"{port} 1.0"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_port_our_own_older_web_holds_is_not_called_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, running_web: tuple[Detached, int]
) -> None:
    def fail(_folder: Path, *, told: object) -> str:
        raise RuntimeError("initdb")

    monkeypatch.setattr(module, "start_database", fail)
    web, port = running_web
    assert "PostgreSQL không khởi động được" in _refusal(Demonstration(tmp_path, port))
    assert not web.is_running()


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=12_000_000))
    assert _refusal(Demonstration(tmp_path, 1)) == "Đĩa chỉ còn trống 12 MB; cần ít nhất 1000 MB."


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    text = _refusal(Demonstration(tmp_path / "file" / "demo", 1))
    assert text.startswith(f"Không ghi được vào thư mục {tmp_path}/file/demo (")


def test_a_database_that_does_not_start_is_said_and_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    def fail(_folder: Path, *, told: object) -> str:
        raise RuntimeError("initdb")

    monkeypatch.setattr(module, "start_database", fail)
    assert "PostgreSQL không khởi động được" in _refusal(Demonstration(tmp_path, free_port))
    assert (tmp_path / "database.log").read_text() == "RuntimeError: initdb\n"


@pytest.mark.parametrize("text", ["", "x", "0", "65536", "-1", "80.0"])
def test_a_port_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(CannotStart, match="không phải số cổng"):
        port_of(text)


def test_a_province_half_made_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "database").mkdir()
    (tmp_path / "database" / "half").touch()
    stopped: list[Path] = []
    monkeypatch.setattr(module, "stop_database", stopped.append)
    monkeypatch.setattr(module, "start_database", lambda folder, **_: str(folder.exists()))
    said: list[str] = []
    demonstration = Demonstration(tmp_path, 1, say=said.append)
    assert demonstration._start_database() == "False"
    assert stopped == [tmp_path / "database"]
    assert said == ["Lần chạy trước dở dang: tạo lại tỉnh ví dụ từ đầu.\n"]


def test_the_main_program_ends_with_the_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHAMDIEM_VAR", str(tmp_path))
    monkeypatch.setenv("PORT", "abc")
    assert module.main("start") == 1
    assert capsys.readouterr().err == "PORT=abc không phải số cổng (1 đến 65535).\n"


# It outlives the object that started it: that is what it is for.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_process_is_started_found_and_ended(tmp_path: Path) -> None:
    process = Detached(tmp_path, "web", ("-m", "http.server", "0", "--bind", "127.0.0.1"))
    process.start(dict(os.environ))
    try:
        assert process.is_running()
        pid = int((tmp_path / "web.pid").read_text().split()[0])
    finally:
        process.stop()
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert not (tmp_path / "web.pid").exists()


def test_a_number_that_belongs_to_somebody_else_now_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603  waits for its input to end
        [sys.executable, *WAITS], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as stranger:
        (tmp_path / "web.pid").write_text(f"{stranger.pid} 1.0")
        process = Detached(tmp_path, "web", ("-m", "gunicorn"))
        assert not process.is_running()
        process.stop()
        assert stranger.poll() is None
    assert not (tmp_path / "web.pid").exists()


@pytest.mark.parametrize("note", ["", "no number", "999999999"])
def test_a_note_that_leads_nowhere_is_forgotten(tmp_path: Path, note: str) -> None:
    (tmp_path / "web.pid").write_text(note)
    process = Detached(tmp_path, "web", ("-m", "gunicorn"))
    assert not process.is_running()
    process.stop()
    assert list(tmp_path.iterdir()) == []


def test_a_province_that_cannot_be_made_says_why_and_leaves_nothing_running(
    tmp_path: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails = "print('Phần 1/2: Tạo bảng'); raise SystemExit('Incomplete: chưa đủ\\n')"
    stopped: list[Path] = []
    monkeypatch.setattr(module, "start_database", lambda folder, **_: folder.mkdir() or "postgresql://")
    monkeypatch.setattr(module, "stop_database", stopped.append)
    monkeypatch.setattr(module, "_PREPARATION", ("-c", fails))
    said: list[str] = []
    refusal = _refusal(Demonstration(tmp_path, free_port, say=said.append))
    assert said == [
        "Khởi động cơ sở dữ liệu…\n",
        "Đang tạo tỉnh ví dụ, một đến vài phút tuỳ máy…\n",
        "Phần 1/2: Tạo bảng\n",
    ]
    assert "Incomplete: chưa đủ" in refusal
    assert stopped == [tmp_path / "database"]


def test_a_trace_of_the_log_is_said_by_its_last_line(tmp_path: Path) -> None:
    trace = r"Traceback …\nValueError: hỏng"
    assert (
        module._last_error(f'Phần 1/2\n{{"event": "uncaught", "exception": "{trace}"}}\n')
        == "ValueError: hỏng"
    )
    assert module._last_error('Phần 1/2\n{"event": "refused"}\n') == '{"event": "refused"}'
    assert module._last_error("12\n") == "12"
    assert module._last_error("") == ""


@pytest.mark.parametrize(
    ("is_terminal", "shown"),
    [(True, "\r\x1b[KPhần 1/2\r\x1b[KPhần 2/2\r\x1b[K"), (False, "Phần 1/2\nPhần 2/2\n")],
)
def test_progress_is_one_line_on_a_terminal_and_a_line_each_elsewhere(
    *, is_terminal: bool, shown: str
) -> None:
    said: list[str] = []
    progress = Progress(said.append, is_terminal=is_terminal)
    progress.show("Phần 1/2")
    progress.show("Phần 2/2")
    progress.end()
    progress.end()
    assert "".join(said) == shown


@pytest.mark.parametrize(("before", "told"), [("", ["cập nhật"]), (None, []), ("1.0", ["cập nhật"])])
def test_what_was_prepared_with_this_code_is_not_prepared_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None, told: list[str]
) -> None:
    monkeypatch.setattr(module, "_PREPARATION", ("-c", "print('Phần 1/1: Tạo bảng')"))
    (tmp_path / "province").write_text(module._newest_code() if before is None else before)
    said: list[str] = []
    Demonstration(tmp_path, 1, say=said.append)._prepare(dict(os.environ))
    assert [word for word in told if word in "".join(said)] == told
    assert bool(said) is bool(told)
    assert (tmp_path / "province").read_text() == module._newest_code()


def test_a_part_that_takes_long_is_told_of_again() -> None:
    said: list[str] = []
    told = threading.Event()

    def say(text: str) -> None:
        said.append(text)
        if "giây" in text:
            told.set()

    progress = Progress(say, is_terminal=False)
    with progress.reminding(every=0.01):
        progress.show("Phần 1/2")
        assert told.wait(10)
    assert said[:2] == ["Phần 1/2\n", "Phần 1/2 (đã 0 giây)\n"]
