"""Refusals of ``chamdiem.portal`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.

SENTENCES: Sentences = {
    "guide.not_found": (
        "Hướng dẫn không có trang này: chọn lại trong mục lục hướng dẫn.",
        "The guide has no such page: choose one in its index.",
    ),
}
