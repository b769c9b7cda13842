"""What any page may have to refuse: code → (Vietnamese, English)."""

from chamdiem.web.refusals.sentence import Sentences

# One sentence, one line: so the wording can be read as one text.
# ruff: noqa: E501

SENTENCES: Sentences = {
    "page.null_character": (
        "Nội dung có ký tự rỗng (mã 0), thường do chép từ tệp hỏng: không lưu được. Hãy xóa phần đã dán rồi gõ lại.",
        "The text holds a null character, as copies from broken files do: it cannot be kept. Type that part anew.",
    ),
    "page.bad_request": (
        "Hệ thống không hiểu yêu cầu này: địa chỉ hoặc nội dung gửi lên không đúng dạng. Hãy mở trang từ địa chỉ chính thức của hệ thống rồi làm lại.",
        "The system does not understand this request: its address or content is malformed. Open the pages at their official address and try again.",
    ),
    "page.too_much": (
        "Nội dung gửi lên vượt quá mức hệ thống nhận trong một lần. Hãy chia nhỏ: dán ít chữ hơn hoặc gửi ít tệp hơn mỗi lần.",
        "More was sent than the system takes at once. Send it in parts: less text, or fewer files at a time.",
    ),
    "page.not_found": (
        "Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi của anh/chị. "
        "Hãy kiểm tra lại đường dẫn hoặc quay về trang chủ.",
        "This page does not exist, or it is not within your scope. Check the address or return to the home page.",
    ),
    "page.not_allowed": (
        "Tài khoản của anh/chị không có quyền thực hiện việc này. "
        "Nếu công việc được giao cho anh/chị, hãy đề nghị quản trị viên cấp quyền.",
        "Your account may not do this. If it is part of your work, ask an administrator for the right.",
    ),
    "page.only_sent": (
        "Địa chỉ này chỉ nhận nội dung gửi từ nút trên trang, không mở trực tiếp được. Hãy quay lại trang có nút ấy.",
        "This address only takes what a button of a page sends and cannot be opened. Go back to the page with the button.",
    ),
    "page.form_outdated": (
        "Biểu mẫu đã hết hiệu lực vì trang mở quá lâu hoặc anh/chị đã đăng xuất. Hãy tải lại trang rồi gửi lại.",
        "The form has expired because the page was open too long or you signed out. "
        "Reload the page and send it again.",
    ),
    "page.failed": (
        "Hệ thống gặp lỗi khi xử lý yêu cầu; lỗi đã được ghi lại. Dữ liệu đã lưu vẫn còn nguyên, "
        "anh/chị thử lại sau ít phút hoặc báo quản trị viên mã sự cố bên dưới.",
        "The system failed while handling the request; the failure is on record. What was saved is safe: "
        "try again in a few minutes, or give the administrator the incident number below.",
    ),
    "page.part_failed": (
        "Hệ thống gặp lỗi khi xử lý yêu cầu; lỗi đã được ghi lại. Dữ liệu đã lưu vẫn còn nguyên, "
        "anh/chị thử lại sau ít phút hoặc báo quản trị viên mã sự cố {incident}.",
        "The system failed while handling the request; the failure is on record. What was saved is safe: "
        "try again in a few minutes, or give the administrator the incident number {incident}.",
    ),
    "export.too_large": (
        "Danh sách có {rows} dòng, nhiều hơn giới hạn {most} dòng của một tệp Excel. "
        "Hãy lọc bớt hoặc chọn định dạng CSV.",
        "The list has {rows} rows, more than the {most} an Excel file holds. Filter it, or choose CSV.",
    ),
}
