"""Expressions of set files for people: ``n = 0 and x`` as ``n = 0 và x``, ``0.5`` as ``0,5``."""

from __future__ import annotations

import re

from chamdiem.core.sentences.phrases import Language

_SIGNS = {"*": "×", ">=": "≥", "<=": "≤", "!=": "≠"}
_WORDS = {"and": "và", "or": "hoặc", "not": "không", "yes": "có", "no": "không"}
_TOKEN = re.compile(r"[0-9]+\.[0-9]+|[^\W\d]\w*|>=|<=|!=|\*")


def formal_text(text: str, language: Language = "vi") -> str:
    """An expression in canonical form, as the language writes it.

    Example:
        >>> formal_text("b / a * 1 / 2 >= 0.5 and not x"), formal_text("a >= 0.5", "en")
        ('b / a × 1 / 2 ≥ 0,5 và không x', 'a ≥ 0.5')
    """

    def written(found: re.Match[str]) -> str:
        token = found.group()
        if token in _SIGNS:
            return _SIGNS[token]
        if language == "vi":
            return _WORDS.get(token, token.replace(".", ","))
        return token

    return _TOKEN.sub(written, text)
