"""Many hands: what bodies do without each other is told side by side, by processes of their own."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from django.db import connection, connections

_Item = TypeVar("_Item")
# Each has a connection of its own, several times over while parts go on beside each other.
_MOST = 4
# So many more objects than went away are made before those that hold each other are looked for.
_SELDOM = 50_000


def hands_here() -> int:
    """How many processes this machine has processors for."""
    return min(os.cpu_count() or 1, _MOST)


def share_out(items: Sequence[_Item], work: Callable[[_Item], object], hands: int) -> None:
    """Do the work for every item: here in order, or by so many processes, each in order.

    What a process remembers goes with it; only what stands in the database stays. None of
    the work is done here then: each process is to begin without the threads of a library,
    which do not survive its birth.

    Raises:
        RuntimeError: A process failed; its own words stand on standard error.
    """
    if hands == 1:
        for item in items:
            work(item)
        return
    # A connection belongs to one process; each opens its own.
    connections.close_all()
    # What waits to be printed would be printed by each.
    sys.stdout.flush()
    # What is there already is neither looked through by each nor, for that, copied.
    gc.freeze()
    context = multiprocessing.get_context("fork")
    helpers = [context.Process(target=_help, args=(items[first::hands], work)) for first in range(hands)]
    for helper in helpers:
        helper.start()
    for helper in helpers:
        helper.join()
    gc.unfreeze()
    if any(helper.exitcode for helper in helpers):
        raise RuntimeError("Một phần tỉnh ví dụ không tạo được.")
    commit_quickly()


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Look for what can be thrown away once in a long while: very much is made here, and most of it stays."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def commit_quickly() -> None:
    """Wait for no disk on this connection: what a crash would lose is made again."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off")


def _help(items: Sequence[_Item], work: Callable[[_Item], object]) -> None:
    commit_quickly()
    share_out(items, work, hands=1)
