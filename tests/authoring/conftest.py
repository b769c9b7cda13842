"""An annex that many tests hand in is read once in a process of its own, as long as the run goes on."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from chamdiem.annex.isolating import import_apart
from chamdiem.authoring.services import reading


@pytest.fixture(scope="package", autouse=True)
def _reads_each_annex_once() -> Iterator[None]:
    kept: dict[bytes, bytes] = {}

    def import_once(*given: Any) -> Any:
        key = pickle.dumps(given)
        if key not in kept:
            kept[key] = pickle.dumps(import_apart(*given))
        return pickle.loads(kept[key])  # noqa: S301  what this run itself has written

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "import_apart", import_once)
        yield
