"""What the consolidated report says of who has reported on a quarter, and who has not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chamdiem.organisations.models import Succession
from chamdiem.plans.earlier import SENT
from chamdiem.plans.official_words import day_text, ended

Content = Mapping[str, Any]


def reporting(content: Content) -> Iterator[str]:
    """Who has reported, who late, who not, and who need not."""
    owed = [each for each in content["reports"] if each["is_required"]]
    missing = [each["organisation"] for each in owed if each["is_missing"]]
    back = [each for each in owed if each["status"] == "returned" and not each["is_missing"]]
    late = [each for each in owed if each["is_late"] and not each["is_missing"] and each not in back]
    due = day_text(content["round"]["due_on"])
    if owed:
        yield (
            f"Có {len(owed) - len(missing)}/{len(owed)} cơ quan, đơn vị chủ trì đã gửi báo cáo; "
            f"hạn gửi là ngày {due}."
        )
    else:
        yield "Kỳ này không có cơ quan, đơn vị nào phải báo cáo."
    # Only of a round closed before its day was over.
    if closed_on := content["round"].get("closed_on"):
        why = ended(content["round"]["reason"])
        yield f"Kỳ báo cáo được chốt ngày {day_text(closed_on)}, trước hạn gửi; lý do: {why}"
    if late:
        yield f"Gửi sau hạn {len(late)} đơn vị: {_dated_names(late)}."
    if back:
        yield (
            f"Đã gửi nhưng bị trả lại, chưa gửi lại bản bổ sung {len(back)} đơn vị: {_dated_names(back)}; "
            "số liệu của các đơn vị này chưa được tính."
        )
    if missing:
        yield f"Chưa có báo cáo {len(missing)} đơn vị: {'; '.join(missing)}."
    yield from _not_owing(content["reports"])
    yield from _gone(content.get("ended", ()))
    if owed and not late and not missing and not back:
        yield "Các cơ quan, đơn vị đều báo cáo đúng hạn."


def _not_owing(reports: Sequence[Content]) -> Iterator[str]:
    """Who owes nothing as all it leads was finished before, and who of them and of those that help sent."""
    free = [each for each in reports if not each["is_required"]]
    # Rounds closed before it was kept do not know.
    done = [each["organisation"] for each in free if each.get("is_finished")]
    sent = [each["organisation"] for each in free if each["status"] in SENT]
    if done:
        yield (
            f"Không phải báo cáo vì mọi nội dung chủ trì đã hoàn thành từ kỳ trước {len(done)} đơn vị: "
            f"{'; '.join(done)}."
        )
    if sent:
        yield f"Ngoài ra có {len(sent)} đơn vị không phải báo cáo kỳ này đã gửi: {'; '.join(sent)}."


def _gone(ended_bodies: Sequence[Content]) -> Iterator[str]:
    """Who does not report as it has ended, and who goes on in its place, if anybody."""
    if ended_bodies:
        said = "; ".join(f"{each['organisation']} ({_goes_on(each)})" for each in ended_bodies)
        yield f"Không báo cáo vì đã kết thúc hoạt động {len(ended_bodies)} đơn vị: {said}."


def _goes_on(gone: Content) -> str:
    parts = []
    if gone["named"]:
        parts.append(f"{', '.join(gone['named'])} làm tiếp")
    elif gone["into"]:
        how = "chia tách thành" if gone["change"] == Succession.Change.SPLIT else "sáp nhập vào"
        parts.append(f"{how} {', '.join(gone['into'])}")
    if gone["left"]:
        parts.append(f"{gone['left']} nội dung chưa hoàn thành chưa rõ đơn vị làm tiếp")
    elif gone["is_finished"]:
        parts.append("nội dung chủ trì đã hoàn thành")
    return ", ".join(parts) or "chưa có đơn vị làm tiếp"


def _dated_names(reports: Sequence[Content]) -> str:
    """Bodies with the day they sent, and the later one where they sent again."""
    # Rounds closed before both days were kept know one.
    days = [(each.get("first_sent_on") or each["sent_on"], each["sent_on"]) for each in reports]
    said = [
        f"ngày {day_text(first)}"
        if first == last
        else f"ngày {day_text(first)}, gửi lại ngày {day_text(last)}"
        for first, last in days
    ]
    return "; ".join(f"{each['organisation']} ({when})" for each, when in zip(reports, said, strict=True))
