"""Letters kept in a folder instead of being sent: those of the demonstration, to be read on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

# How Django's file backend parts the letters of one file.
_PARTING = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """One letter as a reader sees it."""

    to: str
    subject: str
    at: datetime
    body: str


def list_letters(folder: Path) -> list[KeptLetter]:
    """Every letter of a folder, newest first; an empty or absent folder has none."""
    letters = [letter for path in sorted(folder.glob("*.log")) for letter in _read(path)]
    return sorted(letters, key=lambda letter: letter.at, reverse=True)


def _read(path: Path) -> Iterator[KeptLetter]:
    for part in path.read_bytes().replace(b"\r\n", b"\n").split(_PARTING):
        if not part.strip():
            continue
        message = message_from_bytes(part.lstrip(), EmailMessage, policy=policy.default)
        body = message.get_body(("plain",))
        yield KeptLetter(
            to=str(message["To"]),
            subject=str(message["Subject"]),
            at=_moment(str(message["Date"])),
            body=str(body.get_content()) if body is not None else "",
        )


def _moment(text: str) -> datetime:
    """When a letter was written; one without a zone counts as UTC, as its standard says."""
    moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
