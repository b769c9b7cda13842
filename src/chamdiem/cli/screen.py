"""Output: plain text for people, JSON for programs, progress for the patient."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO, TypeVar, cast

from rich.console import Console
from rich.padding import Padding
from rich.progress import track
from rich.text import Text

from chamdiem.errors import Refused

T = TypeVar("T")

NARROWEST, WIDEST = 40, 120
_FILLING = re.compile(r" +$", re.MULTILINE)


class _Trimmed:
    """A stream on which lines end where their text ends, for files and other programs."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text without the blanks that fill up its lines."""
        return self._stream.write(_FILLING.sub("", text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class _Console(Console):
    """A console that leaves it to the program to end where nobody reads any more."""

    def on_broken_pipe(self) -> None:
        """Tell the program, which ends without an error."""
        raise BrokenPipeError


def console(stream: TextIO | None = None) -> Console:
    """A console on standard output, or on ``stream``; colour only on a terminal."""
    target = stream or sys.stdout
    is_plain = not target.isatty() or bool(os.environ.get("NO_COLOR"))
    width = shutil.get_terminal_size((100, 24)).columns
    return _Console(
        file=cast("TextIO", _Trimmed(target)) if is_plain else target,
        width=max(NARROWEST, min(WIDEST, width)),
        color_system=None if is_plain else "auto",
        force_terminal=False if is_plain else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def json_text(data: Any, *, compact: bool = False) -> str:
    """Data as JSON; compact where there is much of it."""
    return json.dumps(data, ensure_ascii=False, indent=None if compact else 2) + "\n"


def print_json(data: Any) -> None:
    """Data as JSON on standard output."""
    sys.stdout.write(json_text(data))


def indented(text: str, depth: int, style: str = "") -> Padding:
    """Text that keeps its indentation on every line."""
    return Padding(Text(text, style=style), (0, 0, 0, 2 * depth))


def follow(sequence: Sequence[T], description: str) -> Iterable[T]:
    """The same things, with a progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return sequence
    return track(sequence, description=description, console=console(sys.stderr), transient=True)


def check_ending(path: Path, ending: str) -> None:
    """Refuse a name that does not tell what is written to the file.

    Raises:
        Refused: It ends otherwise.
    """
    if path.suffix.lower() != ending:
        raise Refused("output.unknown_format", path=str(path), allowed=ending)


def write_file(path: Path, data: bytes, *, anew: bool = False) -> None:
    """Write a result to a file.

    Args:
        path: Where to.
        data: What.
        anew: Whether a file that is there already must stay as it is.

    Raises:
        Refused: It cannot be written there.
    """
    try:
        with path.open("xb" if anew else "wb") as file:
            file.write(data)
    except OSError as error:
        if isinstance(error, FileExistsError) and not path.is_dir():
            raise Refused("output.exists", path=str(path)) from None
        raise Refused("output.unwritable", path=str(path), why=type(error).__name__) from None
