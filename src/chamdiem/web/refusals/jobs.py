"""Refusals of ``chamdiem.jobs`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.

SENTENCES: Sentences = {}
