"""The languages spoken, and all phrases of one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from chamdiem.core.sentences.reason_phrases import REASON_PHRASES
from chamdiem.core.sentences.rule_phrases import RULE_PHRASES

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

Phrases = Mapping[str, str]

_BOTH = REASON_PHRASES | RULE_PHRASES
PHRASES: Mapping[Language, Phrases] = {
    language: {key: texts[place] for key, texts in _BOTH.items()} for place, language in enumerate(LANGUAGES)
}
