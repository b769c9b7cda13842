"""What the style page shows: an invented province, as true to life as a sample can be."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

from chamdiem.web.navigation import Link

_NOW = dt.datetime(2026, 11, 25, 7, 32, tzinfo=dt.UTC)


def _ago(**much: int) -> dt.datetime:
    return _NOW - dt.timedelta(**much)


NAVIGATION = [
    Link("Việc của tôi", "#viec", "home", "", is_current=False),
    Link("Hồ sơ tự đánh giá", "#ho-so", "clipboard-list", "Kỳ đánh giá năm 2026", is_current=True),
    Link("Thẩm định", "#tham-dinh", "zoom-check", "Kỳ đánh giá năm 2026", is_current=False),
    Link("Kết quả", "#ket-qua", "chart-bar", "Kỳ đánh giá năm 2026", is_current=False),
    Link("Bộ chỉ số", "#bo-chi-so", "list-details", "Quản lý", is_current=False),
    Link("Cơ quan, đơn vị", "#co-quan", "sitemap", "Quản lý", is_current=False),
    Link("Nhật ký", "#nhat-ky", "history", "Quản lý", is_current=False),
]

ROWS = [
    ("1", "Sở Khoa học và Công nghệ", "complete", "96.25", "94.5", 2, 42, 42),
    ("2", "Sở Tài chính", "submitted", "93", "91.75", 0, 42, 42),
    ("3", "Sở Nội vụ", "disputed", "92.5", "88.25", -1, 41, 42),
    ("4", "Sở Nông nghiệp và Môi trường", "returned", "87.75", "80", 3, 35, 42),
    ("5", "Sở Văn hóa, Thể thao và Du lịch", "in_progress", "71.5", None, -2, 28, 42),
    ("6", "Ban Quản lý Khu kinh tế", "not_started", "0", None, 0, 0, 42),
]

TREE = [
    {
        "code": "1",
        "name": "Nhận thức số",
        "earned": Fraction(17, 2),
        "maximum": 10,
        "criteria": [
            ("1.1", "Người đứng đầu chủ trì, chỉ đạo chuyển đổi số", "complete", "3", "3"),
            ("1.2", "Kế hoạch truyền thông về chuyển đổi số", "complete", "2.5", "3"),
            ("1.3", "Chuyên mục chuyển đổi số trên cổng thông tin", "missing", "3", "4"),
        ],
    },
    {
        "code": "5",
        "name": "Hoạt động chính quyền số",
        "earned": Fraction(185, 10),
        "maximum": 25,
        "criteria": [
            ("5.1", "Tỷ lệ hồ sơ thủ tục hành chính trực tuyến toàn trình", "in_progress", "18.5", "20"),
            ("5.2", "Số hóa kết quả giải quyết thủ tục hành chính", "not_started", None, "5"),
        ],
    },
]

DOCUMENTS = [
    {
        "number": "128/BC-SKHCN",
        "summary": "Báo cáo kết quả thực hiện dịch vụ công trực tuyến năm 2026",
        "issuer": "Sở Khoa học và Công nghệ",
        "issued_on": dt.date(2026, 11, 20),
        "pages": 14,
        "size": 1_834_000,
        "signature": "signature_valid",
        "state": "accepted",
        "url": "#xem",
        "is_current": True,
    },
    {
        "number": "2045/QĐ-UBND",
        "summary": "Quyết định phê duyệt danh mục dịch vụ công trực tuyến toàn trình",
        "issuer": "Ủy ban nhân dân tỉnh",
        "issued_on": dt.date(2026, 3, 5),
        "pages": 32,
        "size": 5_210_000,
        "signature": "signature_unknown",
        "url": "#xem-2",
        "remove_url": "#go",
    },
]

EVENTS = [
    {
        "at": _ago(minutes=18),
        "who": "Trần Thị Bình",
        "text": "Sửa “hồ sơ trực tuyến toàn trình” từ 17.900 thành 18.412",
        "detail": "Theo báo cáo 128/BC-SKHCN",
        "tone": "active",
    },
    {"at": _ago(hours=5), "who": "Lê Quốc Chiến", "text": "Trả lại để bổ sung", "tone": "returned"},
    {"at": _ago(days=2), "who": "Trần Thị Bình", "text": "Nộp hồ sơ", "tone": "submitted"},
]

REMARKS = [
    {
        "who": "Lê Quốc Chiến",
        "role": "Tổ thẩm định",
        "at": _ago(hours=5),
        "text": "Báo cáo mới nêu số hồ sơ tiếp nhận, chưa có số hồ sơ giải quyết toàn trình. "
        "Đề nghị bổ sung phụ lục.",
        "is_mine": False,
    },
    {
        "who": "Trần Thị Bình",
        "role": "Sở Khoa học và Công nghệ",
        "at": _ago(minutes=12),
        "text": "Đã bổ sung phụ lục 2, trang 11–14 của báo cáo 128/BC-SKHCN.",
        "is_mine": True,
    },
]

FIGURES = [
    {
        "id": "figure-a",
        "label": "Số hồ sơ được giải quyết trực tuyến toàn trình trong năm",
        "unit": "hồ sơ",
        "value": "18.412",
        "before": 15_204,
        "version": 3,
        "save_url": "/kieu/o/a/",
    },
    {
        "id": "figure-b",
        "label": "Tổng số hồ sơ thủ tục hành chính tiếp nhận trong năm",
        "unit": "hồ sơ",
        "value": "19.905",
        "before": 19_377,
        "version": 1,
        "save_url": "/kieu/o/b/",
        "hint": "Lấy từ thông tin chung I.6; sửa một nơi, dùng mọi nơi.",
    },
]

_NAMES = [
    "Nhận thức số",
    "Thể chế số",
    "Hạ tầng số",
    "Nhân lực số",
    "An toàn thông tin mạng",
    "Hoạt động chính quyền số",
]
RADAR = {
    "kind": "radar",
    "label_heading": "Chỉ số chính",
    "labels": _NAMES,
    "maximum": 100,
    "unit": "% điểm tối đa",
    "series": [
        {"name": "Sở Khoa học và Công nghệ", "role": "focus", "values": [85, 92, 78, 66, 90, 74]},
        {"name": "Trung vị khối", "role": "median", "values": [72, 80, 70, 61, 76, 69]},
        {"name": "Cao nhất khối", "role": "best", "values": [98, 100, 94, 88, 97, 95]},
    ],
}
BARS = {
    "kind": "bars",
    "label_heading": "Cơ quan",
    "labels": [row[1] for row in ROWS[:5]],
    "focus": 0,
    "unit": "điểm",
    "maximum": 100,
    "series": [{"name": "Điểm thẩm định", "values": [94.5, 91.75, 88.25, 80, 71.5]}],
}

CONTENT: dict[str, Any] = {
    "navigation": NAVIGATION,
    "site_name": "UBND tỉnh Hương Giang",
    "now": _NOW,
    "rows": ROWS,
    "tree": TREE,
    "documents": DOCUMENTS,
    "events": EVENTS,
    "remarks": REMARKS,
    "figures": FIGURES,
    "radar": RADAR,
    "bars": BARS,
    "earned": Fraction(37, 2),
    "deadline": _NOW + dt.timedelta(days=5, hours=9),
    "states": [
        "not_started",
        "in_progress",
        "complete",
        "submitted",
        "returned",
        "disputed",
        "final",
        "refused",
    ],
    "tabs": [
        {"label": "Tổng quan", "url": "?", "is_current": True},
        {"label": "Còn thiếu", "url": "?t=thieu", "count": 3},
        {"label": "Minh chứng", "url": "?t=minh-chung", "count": 27},
        {"label": "Lịch sử", "url": "?t=lich-su"},
    ],
    "steps": [
        {"label": "Bộ chỉ số và khối", "state": "done", "url": "?b=1"},
        {"label": "Cơ quan tham gia", "state": "done", "url": "?b=2"},
        {"label": "Lịch", "state": "current"},
        {"label": "Quy định", "state": "later"},
        {"label": "Xem lại và mở", "state": "later"},
    ],
    "heat": [
        ("Sở Tài chính", [(5, "100"), (4, "86"), (3, "64"), (1, "22"), (0, "0")]),
        ("Sở Nội vụ", [(4, "82"), (4, "80"), (2, "41"), (2, "45"), (5, "96")]),
    ],
    "problems": [
        "Trang tính “Số liệu”, ô C7: “18.4x2” không phải là số; nhập chữ số, ví dụ 18412.",
        "Trang tính “Số liệu”, ô C12: để trống; tiêu chí 5.2 cần số liệu này.",
    ],
}
