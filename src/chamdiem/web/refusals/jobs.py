"""Refusals of ``chamdiem.jobs`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.

SENTENCES: Sentences = {
    "job.broken": (
        "Hệ thống gặp lỗi khi làm việc này. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống.",
        "The system met an error in this work. Try again; if it fails again, tell the administrator.",
    ),
}
