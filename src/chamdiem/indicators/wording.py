"""What changed between two editions, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from chamdiem.core.differences import Difference
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.set_values import changed_values
from chamdiem.indicators.sheet import EVALUATORS, EVIDENCE_KINDS, ROLES
from chamdiem.web.language import Words, page_language
from chamdiem.web.numbers import plain

VERDICTS: Mapping[str, Words] = {
    "same": _("giữ nguyên"),
    "compatible": _("tương thích"),
    "incompatible": _("không tương thích"),
    "added": _("thêm mới"),
    "removed": _("bỏ"),
}
# How a verdict is shown: the code of a state (``web.states``).
VERDICT_STATES: Mapping[str, str] = {
    "same": "same",
    "compatible": "accepted",
    "incompatible": "refused",
    "added": "up",
    "removed": "down",
}
_DIFFERENCES: Mapping[str, Words] = {
    "code": _("Mã in đổi từ {old} thành {new}; không đổi điểm"),
    "key": _("Mã đổi từ {old} thành {new}"),
    "number": _("Số mục đổi từ {old} thành {new}"),
    "name": _("Tên đổi từ “{old}” thành “{new}”"),
    "name_apart": _("Tên khác hẳn: “{old}” thành “{new}”; kiểm tra còn là cùng một tiêu chí"),
    "role": _("Vai trò đổi từ {old} thành {new}"),
    "evaluator": _("Bên đánh giá đổi từ {old} thành {new}"),
    "max_points": _("Điểm tối đa đổi từ {old} thành {new}"),
    "kind": _("Cách chấm điểm khác hẳn"),
    "rule": _("Ngưỡng hoặc công thức thay đổi"),
    "letters": _("Số liệu phải nhập đổi từ ({old}) thành ({new})"),
    "type": _("Kiểu số liệu đổi từ {old} thành {new}"),
    "decimals": _("Số chữ số thập phân đổi từ {old} thành {new}"),
    "unit": _("Đơn vị tính đổi từ {old} thành {new}"),
    "figure": _("Nguồn số liệu đổi từ {old} thành {new}"),
    "label": _("Tên số liệu đổi từ “{old}” thành “{new}”; kiểm tra còn là cùng một số liệu"),
    "conditions": _("Ràng buộc hoặc điều kiện áp dụng thay đổi"),
    "rounding": _("Số chữ số làm tròn đổi từ {old} thành {new}"),
    "parent": _("Chuyển từ “{old}” sang “{new}”"),
    "rule_words": _("Công thức viết khác nhưng cho cùng điểm"),
    "method": _("Lời văn của cách tính trong văn bản đổi; kiểm tra quy tắc còn đúng với lời văn mới"),
    "meaning": _("Chữ của số liệu đổi nghĩa: {old} → {new}; số liệu năm trước không dùng lại được"),
    "option_meaning": _("Mã lựa chọn đổi nghĩa: {old} → {new}; câu trả lời năm trước không dùng lại được"),
    "option_words": _("Lời văn của lựa chọn đổi: {old} → {new}; kiểm tra còn là cùng một mức"),
    "shares_maximum_of": _("Dòng dùng chung điểm tối đa đổi từ {old} thành {new}"),
    "minimum": _("Giá trị nhỏ nhất được nhập đổi từ {old} thành {new}"),
    "maximum": _("Giá trị lớn nhất được nhập đổi từ {old} thành {new}"),
    "since": _("Mốc tính ngày đổi từ {old} thành {new}, cùng một ngày có thể được điểm khác"),
    "step": _("Bước giá trị đổi từ {old} thành {new}"),
    "options": _("Có lựa chọn không còn, câu trả lời năm trước không dùng lại được: ({old}) thành ({new})"),
    "lead": _("Cơ quan chủ trì đổi từ {old} thành {new}; không đổi điểm"),
    "coordinating": _("Cơ quan phối hợp đổi từ {old} thành {new}; không đổi điểm"),
    "instructions": _("Hướng dẫn của văn bản đổi từ “{old}” thành “{new}”; không đổi điểm"),
    "printed_note": _("Ghi chú in trong văn bản đổi từ “{old}” thành “{new}”; không đổi điểm"),
    "evidence": _("Loại tài liệu kiểm chứng đổi từ {old} thành {new}; không đổi điểm"),
    "evidence_printed": _("Lời văn về tài liệu kiểm chứng đổi từ “{old}” thành “{new}”; không đổi điểm"),
    "evidence_signed": _("Yêu cầu tài liệu ký số đổi từ {old} thành {new}; không đổi điểm"),
    "evidence_period": _(
        "Yêu cầu tài liệu ban hành trong kỳ đánh giá đổi từ {old} thành {new}; không đổi điểm"
    ),
    "note": _("Ghi chú về cách đọc đổi từ “{old}” thành “{new}”; không đổi điểm"),
    "evidence_least": _("Số tài liệu kiểm chứng tối thiểu đổi từ {old} thành {new}; không đổi điểm"),
    "deadline": _("Thời hạn đổi từ {old} thành {new}; không đổi điểm"),
    "figure_name": _(
        "Tên của thông tin chung đổi từ “{old}” thành “{new}”; kiểm tra còn là cùng một số liệu"
    ),
    "other": _("Thay đổi khác: {old} thành {new}"),
}
_SET_DIFFERENCES: Mapping[str, Words] = {
    "not_applicable": _(
        "Cách tính tiêu chí không áp dụng đổi từ {old} thành {new}; tổng điểm, chỉ số và thứ hạng có thể đổi"
    ),
    "bonus_cap": _(
        "Mức được vượt thang điểm nhờ điểm thưởng đổi từ {old} thành {new}; tổng điểm, chỉ số và thứ "
        "hạng có thể đổi"
    ),
    "group_name": _("Tên nhóm đổi từ “{old}” thành “{new}”; không đổi điểm"),
    "group_code": _("Mã in của nhóm đổi từ {old} thành {new}; không đổi điểm"),
    "set_name": _("Tên bộ đổi từ “{old}” thành “{new}”; không đổi điểm"),
    "issuer": _("Cơ quan ban hành đổi từ {old} thành {new}; không đổi điểm"),
    "levels": _("Tên các cấp đổi từ “{old}” thành “{new}”; không đổi điểm"),
    "printed_total": _("Tổng điểm in của bộ đổi từ {old} thành {new}; điểm của bộ vẫn là tổng các tiêu chí"),
    "order": _("Thứ tự các dòng đổi, gọi theo bản mới: từ ({old}) thành ({new}); không đổi điểm"),
    "group_points": _(
        "Điểm in của nhóm đổi từ {old} thành {new}; điểm của nhóm vẫn là tổng các tiêu chí bên dưới"
    ),
    "group_maximum": _(
        "Điểm tối đa của nhóm điểm thưởng, điểm trừ đổi từ {old} thành {new};"
        " tổng điểm, chỉ số và thứ hạng có thể đổi"
    ),
    "tie_break": _(
        "Thứ tự phân định khi bằng điểm đổi từ {old} thành {new}; thứ hạng của đơn vị bằng điểm có thể đổi"
    ),
    "grades": _("Mức xếp loại đổi từ {old} thành {new}; xếp loại có thể đổi"),
    "derived": _("Chỉ số tổng hợp riêng đổi từ {old} thành {new}; giá trị của chỉ số đó có thể đổi"),
    "index_digits": _("Số chữ số thập phân của chỉ số đổi từ {old} thành {new}; chỉ cách ghi đổi"),
    "reference_period": _("Kỳ số liệu đổi từ {old} thành {new}"),
    "other": _("Thay đổi khác của bộ chỉ số: {old} thành {new}"),
}
_POLICIES: Mapping[str, Words] = {
    "rescale": _("quy đổi theo điểm tối đa còn lại"),
    "full": _("được điểm tối đa"),
    "zero": _("0 điểm"),
}
_NUMBERS = frozenset({"max_points", "minimum", "maximum", "step", "decimals"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOTHING = _("(không có)")


def difference_sentence(difference: Difference) -> str:
    """One difference as a sentence."""
    old, new = (_shown(difference.code, value) for value in (difference.old, difference.new))
    return str(_DIFFERENCES[difference.code]).format(old=old, new=new)


def set_difference_sentence(difference: Difference, before: IndicatorSet, after: IndicatorSet) -> str:
    """What changed for the set as a whole, and what that moves, as a sentence."""
    told = changed_values(difference.code, before, after, page_language())
    old, new = (value or str(_NOTHING) for value in told or (difference.old, difference.new))
    old, new = (str(_POLICIES.get(value, value)) for value in (old, new))
    return str(_SET_DIFFERENCES[difference.code]).format(old=old, new=new)


def _shown(code: str, value: str) -> str:
    if code == "role":
        return str(ROLES.get(value, _("tính điểm")))
    if code == "evaluator":
        return str(EVALUATORS.get(value, _("đơn vị tự đánh giá")))
    if code in ("evidence_signed", "evidence_period"):
        return str(_("có") if value == "yes" else _("không"))
    if code == "evidence" and value:
        return ", ".join(str(EVIDENCE_KINDS[kind]) for kind in value.split(", "))
    if code == "deadline" and _DAY.fullmatch(value):
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    if code in _NUMBERS and value:
        head, colon, written = value.rpartition(": ")
        return f"{head}{colon}{plain(written) if written else _NOTHING}"
    return f"{value}{_NOTHING}" if value.endswith(": ") else value or str(_NOTHING)
