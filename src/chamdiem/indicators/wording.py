"""What changed between two editions, in words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from chamdiem.core.comparison import Difference
from chamdiem.indicators.sheet import EVALUATORS, ROLES
from chamdiem.web.language import Words
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
    "key": _("Mã đổi từ {old} thành {new}"),
    "number": _("Số mục đổi từ {old} thành {new}"),
    "name": _("Tên đổi từ “{old}” thành “{new}”"),
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
    "label": _("Tên số liệu đổi từ “{old}” thành “{new}”"),
    "conditions": _("Ràng buộc hoặc điều kiện áp dụng thay đổi"),
    "rounding": _("Số chữ số làm tròn đổi từ {old} thành {new}"),
}
_NOTHING = _("(không có)")


def difference_sentence(difference: Difference) -> str:
    """One difference as a sentence."""
    old, new = (_shown(difference.code, value) for value in (difference.old, difference.new))
    return str(_DIFFERENCES[difference.code]).format(old=old, new=new)


def _shown(code: str, value: str) -> str:
    if code == "role":
        return str(ROLES.get(value, _("tính điểm")))
    if code == "evaluator":
        return str(EVALUATORS.get(value, _("đơn vị tự đánh giá")))
    return plain(value) if code == "max_points" else value or str(_NOTHING)
