"""A worker that is killed while it reads an annex leaves no reader behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

_PARENT = """
import sys, time
from chamdiem.annex import isolating

def forever(sending, *given):
    isolating.threading.Thread(target=isolating._end_with, args=(given[-1],), daemon=True).start()
    while True:
        sum(range(1000))

if __name__ == "__main__":
    isolating._work = forever
    isolating.import_apart(b"x", "a.txt", seconds=120)
"""
_MOST_SECONDS = 60


def _children(pid: int) -> list[int]:
    """The readers of a process, by what the system says; helpers of the system are none."""
    found = []
    for task in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((task / "stat").read_text().rsplit(")", 1)[1].split()[1])
            command = (task / "cmdline").read_bytes()
        except (OSError, IndexError):
            continue
        if parent == pid and b"spawn_main" in command:
            found.append(int(task.name))
    return found


def _wait_for(pid: int) -> list[int]:
    end = time.monotonic() + _MOST_SECONDS
    while time.monotonic() < end:
        if children := _children(pid):
            return children
        time.sleep(0.2)
    return []


def test_the_reader_ends_when_its_worker_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    script.write_text(_PARENT, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stderr=subprocess.DEVNULL) as worker:  # noqa: S603  our own script
        readers = _wait_for(worker.pid)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert readers
    end = time.monotonic() + _MOST_SECONDS
    while time.monotonic() < end and any(_is_alive(each) for each in readers):
        time.sleep(0.2)
    assert not any(_is_alive(each) for each in readers)


def _is_alive(pid: int) -> bool:
    """Whether a process still runs; one that waits to be collected does not."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
