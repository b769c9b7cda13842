"""How pages of appraisal show decisions and states of dossiers: a word, an icon and a colour."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chamdiem.appraisals.hurdles import hurdle_label
from chamdiem.core.award import Status
from chamdiem.core.criterion import Outcome
from chamdiem.web.language import page_language
from chamdiem.web.states import State

register = template.Library()

_DECISIONS: Mapping[str, State] = {
    "waiting": State("idle", "circle-dashed", _("Chưa kết luận")),
    "stale": State("returned", "refresh", _("Đơn vị đã sửa, cần xem lại")),
    "closed": State("idle", "minus", _("Không thuộc vòng này")),
    "accepted": State("final", "check", _("Chấp nhận")),
    "corrected": State("active", "edit", _("Sửa số liệu")),
    "awarded": State("active", "award", _("Chấm điểm")),
    "more_wanted": State("returned", "message-plus", _("Cần bổ sung")),
    "agreed": State("final", "check", _("Đồng ý")),
    "justified": State("disputed", "message-exclamation", _("Có giải trình")),
    "unanswered": State("idle", "circle-dashed", _("Chưa trả lời")),
    "ruled": State("final", "gavel", _("Đã kết luận")),
    "unruled": State("disputed", "gavel", _("Chờ hội đồng kết luận")),
}
_DOSSIERS: Mapping[str, State] = {
    "draft": State("idle", "pencil", _("Đang tự đánh giá")),
    "submitted": State("submitted", "send", _("Đã gửi thẩm định")),
    "returned": State("returned", "arrow-back-up", _("Trả lại để bổ sung")),
    "appraisal": State("active", "progress", _("Đang thẩm định")),
    "explanation": State("disputed", "message-exclamation", _("Đang giải trình")),
    "settled": State("complete", "clipboard-check", _("Đã thẩm định xong")),
    "final": State("final", "rosette-discount-check", _("Đã chốt")),
}
_NO_POINTS: Mapping[Status, str | Promise] = {
    Status.MISSING: _("chưa có"),
    Status.NOT_APPLICABLE: _("không áp dụng"),
    Status.NEEDS_PEERS: _("chờ đơn vị khác"),
    Status.DISPUTED: _("điểm chấm chưa thống nhất"),
    Status.INVALID: _("số liệu chưa hợp lệ"),
}


@register.filter
def decision_state(code: str) -> State:
    """How a decision on a criterion is shown."""
    return _DECISIONS[code]


@register.filter
def decision_state_word(code: str) -> str:
    """The word alone, in a sentence."""
    return str(_DECISIONS[code].word).lower()


@register.filter
def dossier_state(code: str) -> State:
    """How the state of a dossier is shown."""
    return _DOSSIERS[code]


@register.filter
def no_points(outcome: Outcome) -> str:
    """Why an outcome has no points, in a word; empty where it has."""
    return str(_NO_POINTS.get(outcome.status, ""))


@register.filter
def hurdle(code: str) -> str:
    """What keeps a claim from being accepted with others, in words."""
    return hurdle_label(code, page_language())
