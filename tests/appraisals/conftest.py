"""The cast in the middle of appraisal, and what a refusal leaves as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import pytest

from chamdiem.errors import Invalid, Refused

from ..people import Cast
from .staging import begin_appraisal, everything


class Refuses(Protocol):
    """``with refuses(NotFound, "x.not_found"): …``: it is refused so, and nothing changed."""

    def __call__(self, kind: type[Refused | Invalid], code: str) -> AbstractContextManager[None]: ...


@pytest.fixture
def appraising(cast: Cast) -> Cast:
    """Both dossiers are handed in; Chi appraises the whole track."""
    begin_appraisal(cast)
    return cast


@pytest.fixture
def refuses(cast: Cast) -> Refuses:
    """A refusal of a kind and code that changes nothing."""

    @contextmanager
    def check(kind: type[Refused | Invalid], code: str) -> Iterator[None]:
        before = everything(cast)
        with pytest.raises(kind) as refused:
            yield
        error = refused.value
        found = error.problems[0].code if isinstance(error, Invalid) else ""
        found = error.code if isinstance(error, Refused) else found
        assert found == code
        assert everything(cast) == before

    return check
