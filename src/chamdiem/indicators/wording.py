"""What changed between two editions, in words."""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.core.comparison import Difference
from chamdiem.indicators.sheet import EVALUATORS, ROLES

VERDICTS: Mapping[str, str] = {
    "same": "giữ nguyên",
    "compatible": "tương thích",
    "incompatible": "không tương thích",
    "added": "thêm mới",
    "removed": "bỏ",
}
# How a verdict is shown: the code of a state (``web.states``).
VERDICT_STATES: Mapping[str, str] = {
    "same": "same",
    "compatible": "accepted",
    "incompatible": "refused",
    "added": "up",
    "removed": "down",
}
_DIFFERENCES: Mapping[str, str] = {
    "key": "Mã đổi từ {old} thành {new}",
    "number": "Số mục đổi từ {old} thành {new}",
    "name": "Tên đổi từ “{old}” thành “{new}”",
    "role": "Vai trò đổi từ {old} thành {new}",
    "evaluator": "Bên đánh giá đổi từ {old} thành {new}",
    "max_points": "Điểm tối đa đổi từ {old} thành {new}",
    "kind": "Cách chấm điểm khác hẳn",
    "rule": "Ngưỡng hoặc công thức thay đổi",
    "letters": "Số liệu phải nhập đổi từ ({old}) thành ({new})",
    "type": "Kiểu số liệu đổi từ {old} thành {new}",
    "decimals": "Số chữ số thập phân đổi từ {old} thành {new}",
    "unit": "Đơn vị tính đổi từ {old} thành {new}",
    "figure": "Nguồn số liệu đổi từ {old} thành {new}",
    "label": "Tên số liệu đổi từ “{old}” thành “{new}”",
    "conditions": "Ràng buộc hoặc điều kiện áp dụng thay đổi",
    "rounding": "Số chữ số làm tròn đổi từ {old} thành {new}",
}
_NOTHING = "(không có)"


def difference_sentence(difference: Difference) -> str:
    """One difference as a sentence."""
    old, new = (_shown(difference.code, value) for value in (difference.old, difference.new))
    return _DIFFERENCES[difference.code].format(old=old, new=new)


def _shown(code: str, value: str) -> str:
    if code == "role":
        return ROLES.get(value, "tính điểm")
    if code == "evaluator":
        return EVALUATORS.get(value, "đơn vị tự đánh giá")
    return value.replace(".", ",") if code == "max_points" else value or _NOTHING
