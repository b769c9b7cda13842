"""Keys of a mapping that the format does not know, and the keys that were probably meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from chamdiem.core.plain_data import Cursor


def refuse_strangers(entries: Mapping[str, Cursor], known: Collection[str]) -> Collection[str]:
    """Report every unknown key; the known keys that were probably meant by them."""
    if all(name in known for name in entries):
        return ()
    meant = misspelt(entries, known)
    for name, cursor in entries.items():
        if name in meant:
            cursor.report("schema.misspelt_key", key=name, meant=meant[name])
        elif name not in known:
            cursor.report("schema.unknown_key", key=name, allowed=", ".join(sorted(known)))
    return tuple(meant.values())


def misspelt(entries: Iterable[str], known: Collection[str]) -> dict[str, str]:
    """Unknown key → the known one it must be: much like it, and not there itself."""
    names = list(entries)
    free = [key for key in known if key not in names]
    result: dict[str, str] = {}
    for name in names:
        if name not in known:
            like = get_close_matches(name, free, n=1)
            if like:
                result[name] = like[0]
                free.remove(like[0])
    return result
