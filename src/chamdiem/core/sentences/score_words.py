"""The words of score sheets and rankings: headings, and how a criterion stands."""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.core.award import Status
from chamdiem.core.sentences.phrases import Language

SCORE_WORDS: Mapping[str, tuple[str, str]] = {
    # headings
    "place": ("Hạng", "Place"),
    "place_in_group": ("Hạng nhóm", "Group place"),
    "overall": ("Hạng chung", "Overall"),
    "code": ("Mã", "Code"),
    "organisation": ("Đơn vị", "Organisation"),
    "peer_group": ("Nhóm", "Peer group"),
    "total": ("Điểm", "Points"),
    "maximum": ("Điểm tối đa", "Maximum"),
    "index_value": ("Giá trị chỉ số", "Index value"),
    "index": ("Chỉ số", "Index"),
    "grade": ("Xếp loại", "Grade"),
    "bonus": ("Điểm thưởng", "Bonus"),
    "deduction": ("Điểm trừ", "Deduction"),
    "place_note": ("Ghi chú về hạng", "Note on the place"),
    "grade_note": ("Ghi chú về xếp loại", "Note on the grade"),
    "key": ("Khoá", "Key"),
    "number": ("Mục", "Row"),
    "criterion": ("Tiêu chí", "Criterion"),
    "points": ("Điểm", "Points"),
    "status": ("Tình trạng", "Status"),
    "reason": ("Diễn giải", "Reason"),
    "grand_total": ("Tổng điểm", "Total"),
    # sheets and titles
    "ranking": ("Xếp hạng", "Ranking"),
    "points_table": ("Bảng điểm", "Points"),
    "reasons": ("Diễn giải", "Reasons"),
    "warnings": ("Lưu ý", "Warnings"),
    "place_of_problem": ("Vị trí", "Where"),
    "warning": ("Nội dung", "What"),
    "everybody": ("Tất cả đơn vị", "All organisations"),
    "no_peer_group": ("Không thuộc nhóm nào", "In no peer group"),
    # how a criterion stands
    "met": ("Đạt", "Met"),
    "not_met": ("Không đạt", "Not met"),
    "scored": ("Đã chấm", "Scored"),
    "missing": ("Chưa có số liệu", "No figures"),
    "not_applicable": ("Không áp dụng", "Not applicable"),
    "needs_peers": ("Chờ số liệu đơn vị khác", "Waits for the others"),
    "disputed": ("Chờ hội đồng", "Waits for the council"),
    "invalid": ("Số liệu không hợp lệ", "Invalid figures"),
}


def score_word(key: str, language: Language = "vi") -> str:
    """A word of score sheets in a language."""
    return SCORE_WORDS[key][0 if language == "vi" else 1]


def met_word(language: Language = "vi", *, met: bool | None) -> str:
    """Whether a condition is met, in a word; none where that cannot be told."""
    return "" if met is None else score_word("met" if met else "not_met", language)


def status_text(status: Status, language: Language = "vi") -> str:
    """How a criterion stands, in words."""
    return score_word(status.value, language)
