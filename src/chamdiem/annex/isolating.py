"""An import in a process of its own: bounded in time and memory, and killed when it goes on for too long."""

from __future__ import annotations

import multiprocessing
import os
import resource
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection

from chamdiem.annex.drafting import Draft
from chamdiem.annex.importing import import_annex
from chamdiem.annex.printed import Choices, NoRows, PrintedTable
from chamdiem.annex.rows import Annex
from chamdiem.errors import InvalidAnnex, Place, Problem
from chamdiem.library.reading import read_set_text

MOST_SECONDS = 180
MOST_MEMORY = 3_000_000_000
# So often the child looks whether somebody still waits for its answer.
_WATCH_SECONDS = 1


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What the child says of a file it could not read; ``printed`` only where it read tables without rows."""

    problems: list[Problem]
    printed: tuple[PrintedTable, ...] | None = None


_Answer = tuple[Annex, str] | _Refusal


def import_apart(
    data: bytes,
    file: str,
    choices: Choices | None = None,
    *,
    seconds: int = MOST_SECONDS,
    memory: int = MOST_MEMORY,
) -> tuple[Annex, Draft]:
    """``import_annex`` in a child process.

    Args:
        data: The file.
        file: Its name.
        choices: As ``import_annex``.
        seconds: After so long the child is killed.
        memory: Most bytes of address space of the child.

    Raises:
        NoRows, InvalidAnnex: As ``import_annex``; or it takes too long, too much memory, or the reader fails.
    """
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    worker = context.Process(
        target=_work, args=(sending, data, file, choices, memory, os.getpid()), daemon=True
    )
    worker.start()
    sending.close()
    try:
        answer: _Answer | None = receiving.recv() if receiving.poll(seconds) else None
        if answer is None:
            raise _refused("annex.takes_too_long", file, seconds=str(seconds))
    except EOFError as error:
        # The child is gone without an answer: the system took it.
        raise _refused("annex.reader_stopped", file, why="Killed") from error
    finally:
        worker.kill()
        worker.join()
        worker.close()
        receiving.close()
    if isinstance(answer, _Refusal):
        raise (
            InvalidAnnex(answer.problems)
            if answer.printed is None
            else NoRows(answer.problems, answer.printed)
        )
    annex, text = answer
    return annex, Draft(read_set_text(text, file), text)


def _work(
    sending: Connection, data: bytes, file: str, choices: Choices | None, memory: int, parent: int
) -> None:
    """What the child does: one answer, then it ends; without ``parent`` nobody bounds its time."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    answer: _Answer
    try:
        annex, draft = import_annex(data, file, choices)
        answer = (annex, draft.text)
    except NoRows as error:
        answer = _Refusal(list(error.problems), error.printed)
    except InvalidAnnex as error:
        answer = _Refusal(list(error.problems))
    except Exception as error:  # noqa: BLE001  whatever stops the reader is told, never shown as a trace
        problem = Problem("annex.reader_stopped", {"why": type(error).__name__}, Place(file=file))
        answer = _Refusal([problem])
    sending.send(answer)
    sending.close()


def _end_with(parent: int) -> None:
    """End this process when ``parent`` was killed and could not end it."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def _refused(code: str, file: str, **facts: str) -> InvalidAnnex:
    return InvalidAnnex([Problem(code, facts, Place(file=file))])
