"""Files as they were received, each read once for all who only look at what was found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from chamdiem.annex.drafting import Draft
from chamdiem.annex.importing import read_file
from chamdiem.annex.rows import Annex


@cache
def read_once(path: Path) -> tuple[Annex, Draft]:
    """The annex and its draft; who changes them reads the file alone."""
    return read_file(path)
