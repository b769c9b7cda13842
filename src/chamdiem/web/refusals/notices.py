"""Refusals of ``chamdiem.notices`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    "notice.sent_not_allowed": (
        "Chỉ quản trị hệ thống và cơ quan thường trực xem được thông báo đã gửi. Thông báo của anh/chị ở trang Thông báo.",
        "Only administrators and standing bodies see what was sent. Your own notices are on the page Notices.",
    ),
    "notice.no_such_choice": (
        "Không có cách nhận thư này. Hãy chọn một cách trong danh sách.",
        "There is no such way to receive letters. Choose one from the list.",
    ),
    "notice.letter_not_found": (
        "Không tìm thấy thư này, hoặc thư không thuộc phạm vi của anh/chị. Hãy mở lại trang Thông báo đã gửi.",
        "There is no such letter, or it is outside your scope. Open the page of what was sent again.",
    ),
    "notice.letter_goes_by_itself": (
        "Thư đang ở trạng thái “{state}” nên không cần gửi lại. Hãy tải lại trang để xem trạng thái mới nhất.",
        "The letter is “{state}” and need not be sent again. Load the page again to see its newest state.",
    ),
}
