"""States as people see them: a word, an icon and a colour, so that colour is never alone.

Apps keep their own lists of states; a page asks here how one is shown. The tone is a
class of the style sheet (``state-…``), where its colours stand.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class State:
    """How a state is shown."""

    tone: str
    icon: str
    word: str | Promise


STATES = {
    "not_started": State("idle", "circle-dashed", _("Chưa bắt đầu")),
    "in_progress": State("active", "circle-half-2", _("Đang thực hiện")),
    "complete": State("complete", "circle-check", _("Đã đủ")),
    "submitted": State("submitted", "send", _("Đã nộp")),
    "returned": State("returned", "arrow-back-up", _("Trả lại bổ sung")),
    "disputed": State("disputed", "message-exclamation", _("Đang giải trình")),
    "final": State("final", "rosette-discount-check", _("Điểm cuối cùng")),
    "refused": State("refused", "circle-x", _("Không chấp nhận")),
    "draft": State("idle", "pencil", _("Bản nháp")),
    "open": State("active", "lock-open", _("Đang mở")),
    "closed": State("submitted", "lock", _("Đã khóa")),
    "issued": State("final", "certificate", _("Đã ban hành")),
    "published": State("final", "world", _("Đã công bố")),
    "approved": State("complete", "signature", _("Đã duyệt")),
    "appraised": State("complete", "clipboard-check", _("Đã thẩm định")),
    "accepted": State("final", "check", _("Chấp nhận")),
    "missing": State("returned", "alert-triangle", _("Còn thiếu")),
    "explained": State("idle", "message", _("Đã giải thích lý do")),
    "more_wanted": State("returned", "message-plus", _("Cần bổ sung theo yêu cầu thẩm định")),
    "late": State("refused", "clock-exclamation", _("Quá hạn")),
    "waiting": State("idle", "clock", _("Đang chờ")),
    "running": State("active", "loader", _("Đang chạy")),
    "failed": State("refused", "circle-x", _("Không thành công")),
    "not_applicable": State("idle", "minus", _("Không áp dụng")),
    "provisional": State("returned", "hourglass", _("Tạm tính")),
    # What a check of a signature said.
    "signature_valid": State("final", "shield-check", _("Chữ ký hợp lệ")),
    "signature_changed": State("disputed", "shield-exclamation", _("Hợp lệ nhưng đã sửa sau khi ký")),
    "signature_invalid": State("refused", "shield-x", _("Chữ ký không hợp lệ")),
    "signature_unknown": State("returned", "shield-question", _("Không xác minh được chữ ký")),
    "signature_again": State("idle", "clock", _("Đang kiểm tra lại chữ ký")),
    "unsigned": State("idle", "shield", _("Không ký số")),
    # What was found inside a file.
    "active_content": State("returned", "alert-triangle", _("Có nội dung chạy được hoặc liên kết ra ngoài")),
    "locked": State("returned", "lock", _("Có mật khẩu, không mở được")),
    "infected": State("refused", "ban", _("Có mã độc, không được tính")),
    "unscanned": State("returned", "shield-question", _("Chưa quét mã độc")),
    # What happened to an indicator between two years.
    "up": State("final", "trending-up", _("Tăng")),
    "down": State("refused", "trending-down", _("Giảm")),
    "same": State("idle", "minus", _("Không đổi")),
}


def state_of(code: str) -> State:
    """How a state is shown.

    Raises:
        KeyError: There is no such state; add it to the table.
    """
    return STATES[code]
