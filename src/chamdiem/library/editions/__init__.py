"""The editions that come with the product, one YAML file each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.errors import NotFound
from chamdiem.library.reading import read_set_text

_FOLDER = files(__package__)


def list_editions() -> tuple[str, ...]:
    """The keys of all editions, in alphabetical order."""
    names = (entry.name for entry in _FOLDER.iterdir())
    sets = (name for name in names if name.endswith(".yaml") and not name.endswith("-plan.yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in sets))


@cache
def load_edition(key: str) -> IndicatorSet:
    """An edition of the library, read once.

    Raises:
        NotFound: There is no edition of that key.
        InvalidIndicatorSet: The file does not load.
    """
    return read_set_text(edition_text(key), f"{key}.yaml")


def edition_text(key: str) -> str:
    """The YAML text of an edition."""
    if key not in list_editions():
        raise NotFound("edition.unknown", key=key, known=", ".join(list_editions()))
    return (_FOLDER / f"{key}.yaml").read_text(encoding="utf-8")
