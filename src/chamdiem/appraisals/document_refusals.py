"""Why a document is not accepted: reason codes as data, code → (Vietnamese, English)."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, tuple[str, str]] = {
    "wrong_period": ("Không đúng kỳ đánh giá", "Outside the reference period"),
    "wrong_issuer": ("Không đúng cơ quan ban hành", "Issued by the wrong body"),
    "wrong_organisation": ("Không phải tài liệu của đơn vị", "Not a document of this organisation"),
    "not_signed": ("Không ký số theo yêu cầu", "Not digitally signed as required"),
    "signature_invalid": ("Chữ ký số không hợp lệ", "The digital signature is not valid"),
    "not_final": ("Dự thảo, chưa ban hành", "A draft, not issued"),
    "not_in_force": ("Đã hết hiệu lực hoặc bị thay thế", "No longer in force or replaced"),
    "unreadable": ("Không đọc được", "Cannot be read"),
    "link_broken": ("Đường dẫn không mở được", "The link does not open"),
    "pages_missing": ("Thiếu trang hoặc thiếu phụ lục", "Pages or annexes are missing"),
    "irrelevant": ("Không liên quan đến tiêu chí", "Not relevant to the criterion"),
    "does_not_prove": ("Không chứng minh được số liệu kê khai", "Does not prove the figure declared"),
    "other": ("Lý do khác (ghi rõ)", "Another reason (say which)"),
}
# A reason that says nothing by itself needs words beside it.
NEEDS_NOTE = frozenset({"other"})


def reason_label(code: str, language: str = "vi") -> str:
    """The reason in words; a code that was once used and is no longer there is shown as it is."""
    vietnamese, english = REASONS.get(code, (code, code))
    return english if language.startswith("en") else vietnamese
