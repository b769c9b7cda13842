"""Work that is shared out: done once for each item, wherever, and a failure is not lost."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from chamdiem.example import hands

ITEMS = ["so", "huyen", "xa"]


@pytest.fixture(autouse=True)
def without_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "commit_quickly", lambda: None)


def test_one_pair_of_hands_works_here_and_in_order() -> None:
    done: list[str] = []
    hands.share_out(ITEMS, done.append, hands=1)
    assert done == ITEMS


def test_two_pairs_do_everything_once_and_none_of_it_here(tmp_path: Path) -> None:
    hands.share_out(ITEMS, lambda item: (tmp_path / item).write_text(str(os.getpid())), hands=2)
    workers = {item: (tmp_path / item).read_text() for item in ITEMS}
    assert len(set(workers.values())) == 2
    assert str(os.getpid()) not in workers.values()


def test_what_fails_elsewhere_fails_here() -> None:
    known: dict[str, str] = {}
    with pytest.raises(RuntimeError):
        hands.share_out(ITEMS, known.__getitem__, hands=2)


def test_memory_is_swept_as_before_once_the_work_is_done(tmp_path: Path) -> None:
    before = gc.get_threshold()
    with hands.seldom_swept():
        assert gc.get_threshold()[0] > before[0]
        hands.share_out(ITEMS, lambda item: (tmp_path / item).touch(), hands=2)
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_memory_is_swept_as_before_where_the_work_fails() -> None:
    before, known = gc.get_threshold(), dict[str, str]()
    with pytest.raises(RuntimeError), hands.seldom_swept():
        hands.share_out(ITEMS, known.__getitem__, hands=2)
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
