"""Codes that people take for one and machines for two: A of the Latin alphabet and А of the Cyrillic."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from chamdiem.core.lint.characters import as_it_looks
from chamdiem.errors import Place, Problem


def list_look_alikes(codes: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """A warning for every code that looks like an earlier one, be it in capitals or not, and is another.

    Args:
        codes: The code of each organisation with its place, in the order of the file.
    """
    seen: dict[str, str] = {}
    for code, place in codes:
        first = seen.setdefault(as_it_looks(code).casefold(), code)
        if first.casefold() != code.casefold():
            facts = {
                "value": code,
                "value_letters": _alphabets(code),
                "first": first,
                "first_letters": _alphabets(first),
            }
            yield Problem("answers.look_alike_codes", facts, place)


def _alphabets(code: str) -> str:
    """``Latin``, ``Cyrillic + Latin``: whose letters a code is made of."""
    found = {unicodedata.name(letter, "?").split()[0].capitalize() for letter in code if letter.isalpha()}
    return " + ".join(sorted(found))
