"""What the malware scanner says, spoken with a real server over a real socket."""

import contextlib
import io
import socket
import socketserver
import struct
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chamdiem.evidence.scanning import Outcome, Scan, scan

# The test file every scanner knows, in two pieces so that none takes this file for it.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LIMIT = 1_000_000


class Clamd(socketserver.StreamRequestHandler):
    """INSTREAM as clamd speaks it."""

    def handle(self) -> None:
        if self.rfile.read(10) != b"zINSTREAM\0":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
            if len(content) > LIMIT:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        is_infected = EICAR in content
        self.wfile.write(b"stream: Eicar-Test-Signature FOUND\0" if is_infected else b"stream: OK\0")


class Mute(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        """Close without a word."""


def address_of(server: socketserver.TCPServer) -> str:
    host, port = server.socket.getsockname()
    return f"clamd://{host}:{port}"


@contextlib.contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def clamd() -> Iterator[str]:
    server = socketserver.TCPServer(("127.0.0.1", 0), Clamd)
    with serving(server):
        yield address_of(server)


def outcome(data: bytes, scanner: str, **options: Any) -> Scan:
    stream = io.BytesIO(data)
    found = scan(stream, scanner=scanner, **options)
    assert stream.tell() == 0
    return found


def test_a_clean_file_is_clean(clamd: str) -> None:
    assert outcome(b"Bien ban" * 100_000, clamd) == Scan(Outcome.CLEAN)
    assert outcome(b"", clamd) == Scan(Outcome.CLEAN)


def test_malware_is_named_wherever_it_stands(clamd: str) -> None:
    infected = Scan(Outcome.INFECTED, "Eicar-Test-Signature")
    assert outcome(EICAR, clamd) == infected
    # Across the border of two chunks.
    assert outcome(bytes(262_144 - 20) + EICAR, clamd) == infected


def test_a_socket_in_the_file_system_works_as_well(tmp_path: Path) -> None:
    path = tmp_path / "clamd.ctl"
    with serving(socketserver.UnixStreamServer(str(path), Clamd)):
        assert outcome(EICAR, f"clamd://{path}").outcome == Outcome.INFECTED


def test_a_file_beyond_the_scanners_limit_is_not_called_clean(clamd: str) -> None:
    found = outcome(bytes(LIMIT * 3), clamd)
    assert found.outcome == Outcome.UNAVAILABLE


def test_a_scanner_that_does_not_answer_is_unavailable(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"clamd://127.0.0.1:{silent.getsockname()[1]}"
        assert outcome(b"a", address, timeout_seconds=0.05).outcome == Outcome.UNAVAILABLE
    assert outcome(b"a", address).outcome == Outcome.UNAVAILABLE
    assert outcome(b"a", f"clamd://{tmp_path}/none").outcome == Outcome.UNAVAILABLE
    mute = socketserver.TCPServer(("127.0.0.1", 0), Mute)
    with serving(mute):
        assert outcome(b"a", address_of(mute)).outcome == Outcome.UNAVAILABLE


SCANNER = """
import sys
if b"EICAR" in sys.stdin.buffer.read():
    print("stream: Eicar FOUND")
    sys.exit(1)
"""


def test_a_command_is_asked_by_standard_input(tmp_path: Path) -> None:
    script = tmp_path / "scan.py"
    script.write_text(SCANNER, encoding="utf-8")
    command = f"command:{sys.executable} {script}"
    assert outcome(b"a", command) == Scan(Outcome.CLEAN)
    assert outcome(EICAR, command) == Scan(Outcome.INFECTED, "Eicar")


@pytest.mark.parametrize("scanner", ["command:/no/such/program", "command:", "ftp://x", "clamd://h:port"])
def test_a_wrong_setting_is_unavailable_not_clean(scanner: str) -> None:
    assert outcome(b"a", scanner).outcome == Outcome.UNAVAILABLE


def test_a_command_that_fails_or_hangs_is_unavailable() -> None:
    failing = f"command:{sys.executable} -c 'import sys; sys.exit(2)'"
    assert outcome(b"a", failing).outcome == Outcome.UNAVAILABLE
    waiting = f"command:{sys.executable} -c 'import threading; threading.Event().wait()'"
    assert outcome(b"a", waiting, timeout_seconds=0.2).outcome == Outcome.UNAVAILABLE


def test_without_a_scanner_nothing_is_asked() -> None:
    assert outcome(EICAR, "") == Scan(Outcome.NOT_CONFIGURED)
