"""Asks a malware scanner about a file: clamd over its socket, or any command.

The setting is one text: ``clamd://host:port``, ``clamd:///run/clamav/clamd.ctl`` (a socket in
the file system) or ``command:/usr/bin/clamdscan --no-summary -``; a command reads the file from
standard input and ends with 0 (clean) or 1 (infected). Empty: no scanner is installed.
"""

from __future__ import annotations

import shlex
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO
from urllib.parse import urlsplit

_CHUNK = 262_144
_LONGEST_REPLY = 4_096
_CLAMD_PORT = 3310


class Outcome(StrEnum):
    """What the scanner said."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNAVAILABLE = "unavailable"
    NOT_CONFIGURED = "not_configured"


@dataclass(frozen=True, slots=True)
class Scan:
    """The answer; ``detail`` names the malware, or says why there is no answer (for the log)."""

    outcome: Outcome
    detail: str = ""


def scan(stream: BinaryIO, *, scanner: str, timeout_seconds: float = 60) -> Scan:
    """Ask ``scanner`` about the file; the stream is read from its beginning and left there."""
    if not scanner:
        return Scan(Outcome.NOT_CONFIGURED)
    stream.seek(0)
    try:
        if scanner.startswith("clamd://"):
            return _ask_clamd(stream, scanner, timeout_seconds)
        if scanner.startswith("command:"):
            return _run(stream, shlex.split(scanner.removeprefix("command:")), timeout_seconds)
        return Scan(Outcome.UNAVAILABLE, f"unknown scanner {scanner!r}; expected clamd:// or command:")
    except (OSError, subprocess.SubprocessError, ValueError) as problem:
        return Scan(Outcome.UNAVAILABLE, f"{type(problem).__name__}: {problem}")
    finally:
        stream.seek(0)


def _ask_clamd(stream: BinaryIO, address: str, timeout_seconds: float) -> Scan:
    with closing(_connect(address, timeout_seconds)) as connection:
        connection.sendall(b"zINSTREAM\0")
        try:
            for chunk in _chunks(stream):
                connection.sendall(struct.pack(">I", len(chunk)) + chunk)
            connection.sendall(struct.pack(">I", 0))
        except (BrokenPipeError, ConnectionResetError):
            # clamd stops reading at its size limit, but says so first.
            pass
        return _understand(_reply(connection))


def _connect(address: str, timeout_seconds: float) -> socket.socket:
    parts = urlsplit(address)
    if parts.hostname:
        place = (parts.hostname, parts.port or _CLAMD_PORT)
        return socket.create_connection(place, timeout=timeout_seconds)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(timeout_seconds)
    try:
        connection.connect(parts.path)
    except OSError:
        connection.close()
        raise
    return connection


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _reply(connection: socket.socket) -> str:
    received = b""
    while not received.endswith(b"\0") and len(received) < _LONGEST_REPLY:
        part = connection.recv(_LONGEST_REPLY)
        if not part:
            break
        received += part
    return received.rstrip(b"\0\n").decode("utf-8", "replace")


def _understand(reply: str) -> Scan:
    verdict = reply.removeprefix("stream: ")
    if verdict == "OK":
        return Scan(Outcome.CLEAN)
    if verdict.endswith(" FOUND"):
        return Scan(Outcome.INFECTED, verdict.removesuffix(" FOUND"))
    return Scan(Outcome.UNAVAILABLE, reply or "the scanner closed the connection")


def _run(stream: BinaryIO, command: list[str], timeout_seconds: float) -> Scan:
    if not command:
        return Scan(Outcome.UNAVAILABLE, "the command is empty")
    done = subprocess.run(  # noqa: S603  # the administrator's own command, no shell
        command, input=stream.read(), capture_output=True, timeout=timeout_seconds, check=False
    )
    told = done.stdout.decode("utf-8", "replace").strip()
    if done.returncode == 0:
        return Scan(Outcome.CLEAN)
    if done.returncode == 1:
        line = next((each for each in told.splitlines() if each.endswith(" FOUND")), told)
        return Scan(Outcome.INFECTED, line.removesuffix(" FOUND").rpartition(": ")[2] or "?")
    return Scan(Outcome.UNAVAILABLE, f"exit {done.returncode}: {told[-200:]}")
