"""What several tests of the reader read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex


@pytest.fixture
def repaired() -> Annex:
    """The damaged document, read and repaired."""
    path = Path(__file__).parent.parent / "library" / "sources" / "003_f57c432807bb7a5a.txt"
    return read_annex(path.read_bytes(), path.name)
