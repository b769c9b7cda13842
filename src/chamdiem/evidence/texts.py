"""What is remarkable about a file, in Vietnamese and English: code → (vi, en)."""

from __future__ import annotations

FLAGS: dict[str, tuple[str, str]] = {
    "encrypted": ("Tệp đặt mật khẩu", "Protected by a password"),
    "pdf_damaged": ("PDF hỏng một phần, có thể không mở được", "The PDF is damaged in part and may not open"),
    "pdf_javascript": ("PDF chứa mã JavaScript", "The PDF contains JavaScript"),
    "pdf_launch": ("PDF có lệnh chạy chương trình", "The PDF may launch programs"),
    "pdf_embedded_file": ("PDF đính kèm tệp khác", "The PDF has files inside"),
    "pdf_open_action": ("PDF có hành động tự chạy khi mở", "The PDF acts when it is opened"),
    "pdf_form_script": ("PDF chứa biểu mẫu XFA", "The PDF contains an XFA form"),
    "pdf_sends_data": ("PDF có biểu mẫu gửi dữ liệu ra ngoài", "The PDF contains a form that sends data"),
    "office_macros": ("Tài liệu chứa macro", "The document contains macros"),
    "office_embedded_object": ("Tài liệu nhúng đối tượng khác", "The document embeds objects"),
    "office_external_link": ("Tài liệu liên kết ra ngoài", "The document links to outside content"),
}
