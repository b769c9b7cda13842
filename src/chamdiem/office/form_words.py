"""The words of the Excel form, Vietnamese and English side by side; the set itself stays as it is printed."""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.core.sentences.phrases import LANGUAGES, Language
from chamdiem.office.form_layout import GUIDE_SHEETS, ORGANISATIONS_SHEETS

# One sentence, one line: so the wording can be read as one text.

FORM_WORDS: Mapping[str, tuple[str, str]] = {
    # headings
    "key": ("Mã số liệu", "Key"),
    "number": ("Mục", "Row"),
    "criterion": ("Tiêu chí", "Criterion"),
    "label": ("Số liệu cần nhập", "Figure"),
    "unit": ("Đơn vị tính", "Unit"),
    "type": ("Kiểu", "Kind"),
    "allowed": ("Giá trị được nhập", "What may be entered"),
    "source": ("Nguồn; dùng chung", "Source; shared by"),
    "used_by": ("dùng cho {rows}", "used by {rows}"),
    "hint": (
        "Chỉ nhập vào ô màu vàng. Ô để trống nghĩa là chưa có số liệu (không phải số 0). "
        f"Xem trang “{GUIDE_SHEETS[0]}”; tên và nhóm của đơn vị nhập ở trang “{ORGANISATIONS_SHEETS[0]}”.",
        "Fill in the yellow cells only. An empty cell means that there is no figure (not zero). "
        f"See the sheet “{GUIDE_SHEETS[1]}”; names and groups go on the sheet “{ORGANISATIONS_SHEETS[1]}”.",
    ),
    # kinds of figures
    "whole": ("Số nguyên", "Whole number"),
    "decimal": ("Số thập phân", "Decimal"),
    "yes_no": ("Có/Không", "Yes/No"),
    "choice": ("Chọn một", "One of a list"),
    "date": ("Ngày", "Date"),
    "text": ("Chữ", "Text"),
    "yes": ("Có", "Yes"),
    "no": ("Không", "No"),
    # what may be entered
    "yes_or_no": ("Có hoặc Không", "Yes or No"),
    "a_date": ("ngày/tháng/năm", "day/month/year"),
    "a_text": ("không bắt buộc, không tính điểm", "may stay empty, earns nothing"),
    "between": ("từ {least} đến {most}", "from {least} to {most}"),
    "from": ("từ {least} trở lên", "from {least} up"),
    "up_to": ("không quá {most}", "at most {most}"),
    "any_number": ("số bất kỳ", "any number"),
    "digits": (", tối đa {digits} chữ số thập phân", ", at most {digits} decimals"),
    "step": (", theo bước {step}", ", in steps of {step}"),
    "marker": ("{label} (người chấm {number})", "{label} (assessor {number})"),
    "settled": (
        "{label} (thống nhất chung; để trống thì lấy theo những người chấm)",
        "{label} (settled together; left empty, those of the assessors count)",
    ),
    "refused_title": ("Giá trị không hợp lệ", "Not a valid value"),
    "refused": ("Ô này nhận: {allowed}.", "This cell takes: {allowed}."),
    # guide
    "filling": ("Cách điền", "How to fill it in"),
    "checks": ("Ràng buộc giữa các số liệu", "What must hold between figures"),
    "must": ("Mục {row}: phải bảo đảm {check}{where}.", "Row {row}: {check} must hold{where}."),
    "should": ("Mục {row}: nên bảo đảm {check}{where}.", "Row {row}: {check} should hold{where}."),
}


def form_word(key: str, language: Language, **facts: str) -> str:
    """A word or sentence of the form in a language."""
    return FORM_WORDS[key][LANGUAGES.index(language)].format_map(facts)
