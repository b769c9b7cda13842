"""Refusals of ``chamdiem.jobs`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.

SENTENCES: Sentences = {
    "job.lost": (
        "Việc này dừng giữa chừng vì mất kết nối cơ sở dữ liệu nhiều lần liền. Hãy làm lại từ đầu.",
        "This work stopped because the database was lost many times in a row. Start it again.",
    ),
    "job.broken": (
        "Hệ thống gặp lỗi khi làm việc này. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống.",
        "The system met an error in this work. Try again; if it fails again, tell the administrator.",
    ),
}
