"""What is said of organisations that ended while a plan still names them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.plans.models import PlanBody
from chamdiem.plans.selectors.charges import titled
from chamdiem.plans.selectors.replacing import Kept
from chamdiem.plans.selectors.stand_ins import Gone, LeftItem
from chamdiem.web.numbers import date_text

_SPLIT = Succession.Change.SPLIT


def told_ended(gone: Gone, *, is_finished: bool = False) -> str:
    """What became of it, who is asked in its place, and where the owner has to decide; two sentences.

    Nobody has to go on where ``is_finished``: all that the body was in charge of is done and accepted.
    """
    if is_finished and not gone.asked and not gone.is_dropped:
        return f"{_became(gone)} {_('Nội dung chủ trì đã hoàn thành nên không cần đơn vị làm tiếp.')}"
    return f"{_became(gone)} {_asked(gone)}"


def list_finished(bodies: Iterable[PlanBody], content: PrintedPlan, left: Iterable[LeftItem]) -> set[int]:
    """The bodies that are in charge of something and have left nothing open, and help with nothing."""
    open_ = {content.body_called(name).name for each in left for name in each.bodies}
    leading = {content.body_called(name).name for item in content.items for name in item.lead}
    helping = {content.body_called(name).name for item in content.items for name in item.coordinating}
    return {body.pk for body in bodies if body.name in leading - open_ - helping}


def told_kept(kept: Kept) -> str:
    """What stays finished though another stands in the place of who finished it."""
    facts = {
        "before": kept.before.name,
        "after": kept.after.name if kept.after else "",
        "items": "; ".join(map(str, kept.items)),
    }
    if kept.after is None:
        return _("%(before)s đã hoàn thành, được chấp nhận và giữ nguyên: %(items)s.") % facts
    return (
        _("%(before)s đã hoàn thành, được chấp nhận và giữ nguyên, không hỏi lại %(after)s: %(items)s.")
        % facts
    )


def told_left(items: Iterable[LeftItem]) -> dict[str, list[str]]:
    """Items that bodies in charge left unfinished: all of these did, or some, which are named."""
    found = list(items)
    return {
        "left_alone": [titled(each.item) for each in found if each.is_alone],
        "left_in_part": [
            f"{titled(each.item)} ({'; '.join(each.bodies)})" for each in found if not each.is_alone
        ],
    }


def _became(gone: Gone) -> str:
    ended = gone.ended
    facts = {
        "name": ended.body.name,
        "day": date_text(ended.since),
        "into": _names(ended.into),
    }
    if not ended.into:
        return _("%(name)s đã kết thúc từ ngày %(day)s, không có đơn vị kế thừa.") % facts
    if ended.change == _SPLIT:
        return _("%(name)s đã chia tách từ ngày %(day)s, nay là %(into)s.") % facts
    return _("%(name)s đã sáp nhập từ ngày %(day)s, nay là %(into)s.") % facts


def _asked(gone: Gone) -> str:
    if gone.is_dropped:
        return _(
            "Tên chung còn đơn vị khác nên kỳ mở từ ngày đó không hỏi và không chờ đơn vị này nữa; nếu có "
            "đơn vị làm tiếp, hãy xác định lại."
        )
    if not gone.asked:
        return _("Chưa rõ đơn vị nào làm tiếp nên kỳ mở từ ngày đó không hỏi ai thay: hãy xác định lại.")
    facts = {"asked": _names(gone.asked)}
    return (
        _(
            "Kỳ mở từ ngày đó hỏi %(asked)s về phần chưa hoàn thành; nếu đơn vị khác làm tiếp, hãy xác "
            "định lại."
        )
        % facts
    )


def _names(bodies: Iterable[Organisation]) -> str:
    return ", ".join(each.name for each in bodies)
