"""Search that ignores accents and case: "thua thien hue" finds *Thừa Thiên Huế*.

A model that is searched keeps ``search_text``, made here when its names change;
a search folds what was typed and looks for every word of it.
"""

from __future__ import annotations

from django.db.models import Q

from chamdiem.core.lint.folding import fold

# More words than anybody types; keeps a pasted page from becoming a huge query.
MOST_WORDS = 12


def search_text(*parts: str) -> str:
    """What a row can be found by.

    Example:
        >>> search_text("Thừa Thiên Huế", "46")
        'thua thien hue 46'
    """
    return fold(" ".join(parts))


def search_words(typed: str) -> list[str]:
    """The words somebody looks for, folded."""
    return fold(typed).split()[:MOST_WORDS]


def matching(typed: str, field: str = "search_text") -> Q:
    """A condition: every word typed stands somewhere in the folded text of the row."""
    condition = Q()
    for word in search_words(typed):
        condition &= Q(**{f"{field}__contains": word})
    return condition
