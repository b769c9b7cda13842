"""Refusals of ``chamdiem.indicators`` in words: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    "file.office_for_yaml": (
        "Đây là tệp {kind}, không phải tệp YAML của một bộ chỉ số: chọn tệp .yaml; "
        "nếu là phụ lục của quyết định, hãy dùng “Soạn từ phụ lục”.",
        "This is a file of {kind}, not the YAML file of an indicator set: choose the .yaml file; "
        "the annex of a decision goes to “Author from an annex”.",
    ),
    "edition.not_found": (
        "Không tìm thấy bộ chỉ số này, hoặc đó là dự thảo không thuộc phạm vi của anh/chị. Hãy xem lại thư viện bộ chỉ số.",
        "There is no such indicator set, or it is a draft outside your scope. Look through the library again.",
    ),
    "edition.load_not_allowed": (
        "Chỉ cơ quan thường trực và quản trị viên nạp được bộ chỉ số. Nếu đó là việc của anh/chị, hãy đề nghị quản trị viên giao vai trò.",
        "Only the standing body and administrators load indicator sets. If this is your task, ask an administrator for the role.",
    ),
    "edition.keep_not_allowed": (
        "Anh/chị xem được bộ chỉ số này nhưng không được thay đổi: việc đó thuộc cơ quan đã nạp. Hãy liên hệ cơ quan thường trực.",
        "You may read this indicator set but not change it: that belongs to the authority that loaded it. Contact the standing body.",
    ),
    "edition.key_taken": (
        "Mã “{key}” đã thuộc một bộ chỉ số đã ban hành hoặc một dự thảo của cơ quan khác. Hãy đặt mã khác ở mục set.key của tệp rồi nạp lại.",
        "The key “{key}” belongs to an issued indicator set or to a draft of another authority. Choose another set.key and load the file again.",
    ),
    "edition.issued_already": (
        "Bộ chỉ số “{key}” đã ban hành nên không thay đổi hay xóa được. Muốn sửa, hãy nạp một phiên bản mới với mã khác.",
        "The indicator set “{key}” has been issued and can be neither changed nor deleted. Load a new edition under another key.",
    ),
    "edition.replaced_meanwhile": (
        "Dự thảo “{key}” vừa được người khác nạp lại. Hãy tải lại trang, xem nội dung mới rồi ban hành.",
        "Somebody has just replaced the draft “{key}”. Reload the page, look at the new content, then issue it.",
    ),
    "edition.unacknowledged_errors": (
        "Chưa ban hành được: còn {count} lỗi rà soát chưa ghi nhận. Hãy sửa, hoặc ghi nhận từng lỗi kèm lý do trong tệp (set.acknowledged), rồi nạp lại.",
        "It cannot be issued yet: {count} errors are not acknowledged. Mend them, or acknowledge each with a reason in the file (set.acknowledged), and load it again.",
    ),
}
