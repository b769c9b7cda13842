"""The sheets of a plan as a workbook, and their columns: one table for writing and reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

YES, NO = "có", "không"
SEPARATOR = ";"
BELOW = " > "
HEADER_SHEET = "Kế hoạch"
BODIES_SHEET = "Cơ quan"

# Word of the format → as people read and write it in a cell.
OPERATORS: Mapping[str, str] = {
    "at_least": "tối thiểu",
    "more_than": "trên",
    "at_most": "tối đa",
    "less_than": "dưới",
    "exactly": "đúng bằng",
}
# How often somebody reports: word of the format → as people write it.
FREQUENCIES: Mapping[str, str] = {
    "month": "tháng",
    "quarter": "quý",
    "half_year": "6 tháng",
    "year": "năm",
    "when_needed": "khi có yêu cầu",
}
# What else people write for each; signs as they are, words whatever their capitals.
OTHER_OPERATORS: Mapping[str, tuple[str, ...]] = {
    "at_least": (
        "≥", ">=", "=>", "⩾", "≧", "ít nhất", "tối thiểu là", "không dưới", "không ít hơn", "không thấp hơn",
        "không nhỏ hơn", "không kém", "từ", "lớn hơn hoặc bằng", "bằng hoặc lớn hơn", "trở lên", "at least",
    ),
    "more_than": (">", "›", "＞", "lớn hơn", "cao hơn", "nhiều hơn", "hơn", "vượt", "more than"),
    "at_most": (
        "≤", "<=", "=<", "⩽", "≦", "nhiều nhất", "cao nhất", "tối đa là", "không quá", "không vượt quá",
        "không trên", "không cao hơn", "không lớn hơn", "nhỏ hơn hoặc bằng", "bằng hoặc nhỏ hơn", "at most",
    ),
    "less_than": ("<", "‹", "＜", "nhỏ hơn", "thấp hơn", "ít hơn", "kém", "less than"),
    "exactly": ("=", "==", "＝", "bằng", "đúng", "là", "exactly"),
}  # fmt: skip
# Field of the header → its line, with what to write there.
HEADER_LINES: Mapping[str, tuple[str, str]] = {
    "key": (
        "Mã kế hoạch",
        "Chữ không dấu, số, dấu chấm, dấu gạch; không đổi về sau. Ví dụ: tinh-a-2026-plan",
    ),
    "title": ("Tên kế hoạch", "Tên đầy đủ"),
    "issuer": ("Cơ quan ban hành", "Ví dụ: Ủy ban nhân dân tỉnh"),
    "document": ("Văn bản ban hành", "Loại, số, ngày của văn bản, hoặc “Dự thảo”"),
    "from": ("Từ năm", "Năm đầu"),
    "to": ("Đến năm", "Năm cuối, tính cả năm đó"),
    "criteria_set": ("Mã bộ chỉ số", "Bộ chỉ số có các tiêu chí được nêu; để trống nếu không gắn tiêu chí"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills, its heading, and how to write it."""

    field: str
    heading: str
    hint: str
    width: int = 18


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One list of a plan as a sheet."""

    listed: str
    title: str
    columns: tuple[Column, ...]


_MANY = "Nhiều thì cách nhau bằng dấu chấm phẩy"
_MEASURE = (
    Column("label", "Chỉ số đo", "Đo cái gì; nhiều mức thì ghi tiếp ở dòng dưới, để trống cột Mã", 30),
    Column("operator", "So sánh", f"Một trong: {', '.join(OPERATORS.values())}", 12),
    Column("threshold", "Ngưỡng", "Con số phải đạt", 10),
    Column("unit", "Đơn vị tính", "Ví dụ: %, xã, người; không được để trống khi có ngưỡng", 12),
)
KEY_HEADING = "Mã"
_KEY = Column("key", KEY_HEADING, "Mã riêng của dòng, không trùng trong cả tệp", 12)
_NOTE = Column("note", "Ghi chú", "Tùy ý", 30)
_CRITERIA = Column("criteria", "Tiêu chí", f"Mã tiêu chí liên quan. {_MANY}", 14)
_ITEM_HEAD = (
    _KEY,
    Column("number", "STT", "Số thứ tự như in", 8),
    Column("text", "Nội dung", "Nguyên văn", 60),
)
_ITEM_TAIL = (
    Column("from", "Từ năm", "Năm bắt đầu", 9),
    Column("to", "Đến năm", "Năm kết thúc; một năm thì ghi hai cột giống nhau", 9),
    Column("lead", "Chủ trì", f"Tên như ở trang Cơ quan. {_MANY}", 30),
    Column("coordinating", "Phối hợp", f"Tên như ở trang Cơ quan. {_MANY}", 30),
    *_MEASURE,
    Column("goals", "Mục tiêu", f"Mã mục tiêu được phục vụ. {_MANY}", 14),
    _CRITERIA,
    Column("expected", "Điểm dự kiến", "Mã tiêu chí=điểm, ví dụ 5.8.1=2,5. " + _MANY, 18),
    Column("budget", "Kinh phí (triệu đồng)", "Con số", 14),
    _NOTE,
)

SHEETS = (
    SheetPlan(
        "bodies",
        BODIES_SHEET,
        (
            Column("name", "Tên cơ quan", "Tên đúng", 44),
            Column("spellings", "Cách viết khác", _MANY, 44),
            Column(
                "collective", "Là tên chung", f"{YES} nếu chỉ nhiều cơ quan, như “Các sở, ban, ngành”", 14
            ),
            _NOTE,
        ),
    ),
    SheetPlan(
        "goals",
        "Mục tiêu",
        (
            _KEY,
            Column("section", "Thuộc mục", "Đề mục của mục tiêu", 28),
            Column("letter", "Ký hiệu", "a, b, c… như in", 9),
            Column("year", "Năm", "Đạt vào cuối năm này", 8),
            Column("text", "Nội dung", "Nguyên văn", 60),
            *_MEASURE,
            _CRITERIA,
            _NOTE,
        ),
    ),
    SheetPlan("targets", "Chỉ tiêu", (*_ITEM_HEAD, *_ITEM_TAIL)),
    SheetPlan(
        "documents",
        "Văn bản",
        (*_ITEM_HEAD, Column("kind", "Loại văn bản", "Nghị quyết, quyết định, kế hoạch…", 18), *_ITEM_TAIL),
    ),
    SheetPlan(
        "projects",
        "Dự án",
        (
            *_ITEM_HEAD,
            Column("group", "Nhóm", f"Đề mục của nhóm; nhóm con ghi sau dấu “{BELOW.strip()}”", 34),
            *_ITEM_TAIL,
        ),
    ),
    SheetPlan(
        "legal_basis",
        "Căn cứ",
        (
            _KEY,
            Column("text", "Nội dung", "Nguyên văn căn cứ ban hành", 60),
            Column("document", "Văn bản", "Loại và số, ví dụ: Quyết định 749/QĐ-TTg", 30),
            Column("issuer", "Cơ quan ban hành", "Ai ban hành văn bản ấy", 30),
            Column(
                "issued_on", "Ngày ban hành", "Ngày/tháng/năm, ví dụ 03/06/2020; không rõ thì để trống", 14
            ),
            Column("subject", "Trích yếu", "Về việc gì", 40),
            _NOTE,
        ),
    ),
    SheetPlan(
        "reporting",
        "Báo cáo",
        (
            _KEY,
            Column("every", "Kỳ báo cáo", f"Một trong: {', '.join(FREQUENCIES.values())}", 14),
            Column("by", "Đơn vị báo cáo", f"Tên như ở trang Cơ quan. {_MANY}", 40),
            Column("to", "Gửi về", "Cơ quan tổng hợp, tên như ở trang Cơ quan", 30),
            Column(
                "consolidated_for", "Tổng hợp cho", "Cơ quan nhận bản tổng hợp, tên như ở trang Cơ quan", 30
            ),
            Column("about", "Về việc", "Báo cáo điều gì", 40),
            _NOTE,
        ),
    ),
    SheetPlan(
        "recipients", "Nơi nhận", (_KEY, Column("text", "Nội dung", "Như in ở mục Nơi nhận", 60), _NOTE)
    ),
)
MEASURE_FIELDS = tuple(column.field for column in _MEASURE)
LIST_FIELDS = frozenset({"spellings", "lead", "coordinating", "goals", "criteria", "by"})
# The headings below which numbers stand.
NUMBER_HEADINGS = frozenset(
    column.heading for sheet in SHEETS for column in sheet.columns if column.field in ("threshold", "budget")
)
