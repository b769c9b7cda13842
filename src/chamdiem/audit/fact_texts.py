"""What the facts of an event are called: (Vietnamese, English), all in one place.

``tests/audit/test_texts.py`` looks through the source and fails on a fact without a name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from chamdiem.core.sentences import LANGUAGES
from chamdiem.web.language import page_language
from chamdiem.web.numbers import date_text, plain

_DAY = re.compile(r"20\d\d-[01]\d-[0-3]\d")
_POINTS = re.compile(r"-?\d{1,9}(\.\d{1,4})?")
FACTS: Mapping[str, tuple[str, str]] = {
    "added": ("thêm", "added"),
    "after": ("sau đó", "after"),
    "also_known_as": ("tên khác", "also known as"),
    "answers": ("số liệu", "figures"),
    "applies": ("thuộc diện áp dụng", "applies"),
    "appraisal_rounds": ("số vòng thẩm định", "rounds of appraisal"),
    "appraisal_until": ("thẩm định đến ngày", "appraisal until"),
    "appraised_label": ("tên cột thẩm định", "heading of what was appraised"),
    "assessment": ("hồ sơ số", "dossier number"),
    "attributes": ("đặc điểm", "attributes"),
    "before": ("trước đó", "before"),
    "change": ("sửa", "changed"),
    "changed": ("thay đổi", "changed"),
    "chosen": ("được chọn", "chosen"),
    "closings": ("mã số liệu chốt", "hashes of what was frozen"),
    "code": ("mã", "code"),
    "confirmed": ("đã xác nhận mở ra đúng", "confirmed"),
    "content_hash": ("mã nội dung", "hash of the content"),
    "create": ("thêm mới", "added"),
    "criteria": ("các tiêu chí", "criteria"),
    "criterion": ("tiêu chí", "criterion"),
    "days": ("các mốc thời gian", "days"),
    "decision": ("căn cứ", "decision"),
    "document": ("tài liệu", "document"),
    "documents": ("các tài liệu", "documents"),
    "due_on": ("hạn", "due on"),
    "edition": ("bộ chỉ số", "edition"),
    "email": ("thư điện tử", "e-mail"),
    "entry_from": ("nhập số liệu từ ngày", "entry from"),
    "entry_until": ("nhập số liệu đến ngày", "entry until"),
    "explain_missing_evidence": (
        "phải giải thích khi thiếu minh chứng",
        "missing evidence needs a justification",
    ),
    "explanation_until": ("giải trình đến ngày", "justification until"),
    "fields": ("các mục đã sửa", "fields changed"),
    "figure": ("chỉ tiêu", "figure"),
    "figures": ("các chỉ tiêu", "figures"),
    "file": ("tệp", "file"),
    "file_name": ("tên tệp", "file name"),
    "final_label": ("tên cột điểm đạt được", "heading of final points"),
    "finding": ("điểm cần lưu ý", "finding"),
    "fingerprint": ("dấu vân tay chứng thư", "fingerprint"),
    "from": ("từ bước", "from stage"),
    "hash": ("mã nội dung", "hash of the content"),
    "into": ("thành", "into"),
    "is_demanded": ("bắt buộc", "demanded"),
    "item": ("mục kế hoạch", "item"),
    "items": ("số mục", "items"),
    "justified": ("số tiêu chí giải trình", "criteria justified"),
    "key": ("mã", "key"),
    "keys": ("các mục", "rows"),
    "kind": ("loại", "kind"),
    "last_day": ("ngày cuối", "last day"),
    "late_needs_extension": ("nộp muộn phải được gia hạn", "late hand-in needs an extension"),
    "left": ("đơn vị chưa có người thẩm định", "bodies without an appraiser"),
    "left_out": ("bỏ ra", "left out"),
    "level": ("cấp", "level"),
    "link": ("đường dẫn", "link"),
    "made": ("dòng mới", "new row"),
    "measure": ("chỉ tiêu kế hoạch", "measure"),
    "name": ("tên", "name"),
    "never_handed_in": ("đơn vị chưa gửi hồ sơ", "organisations that never submitted"),
    "note": ("ghi chú", "note"),
    "note_label": ("tên cột ghi chú", "heading of notes"),
    "number": ("số", "number"),
    "office": ("phòng", "office"),
    "on": ("từ ngày", "from"),
    "organisation": ("đơn vị", "organisation"),
    "origin": ("lấy từ", "taken from"),
    "parent": ("cơ quan cấp trên", "parent"),
    "participant": ("đơn vị tham gia", "participant"),
    "participants": ("số đơn vị tham gia", "participants"),
    "peer_group": ("nhóm xếp hạng", "peer group"),
    "percent": ("tiến độ (%)", "progress (%)"),
    "points": ("điểm", "points"),
    "printed": ("tên in trong bộ chỉ số", "name as printed"),
    "publication_on": ("công bố ngày", "publication on"),
    "reason": ("lý do", "reason"),
    "reference_from": ("kỳ số liệu từ ngày", "reference period from"),
    "reference_until": ("kỳ số liệu đến ngày", "reference period until"),
    "release": ("công bố lần", "release"),
    "remove": ("bỏ", "removed"),
    "require_signatures": ("kiểm tra chữ ký số", "signatures are demanded"),
    "result": ("kết quả", "result"),
    "revision": ("lần sửa", "revision"),
    "role": ("vai trò", "role"),
    "round": ("vòng", "round"),
    "row": ("dòng", "row"),
    "ruling_until": ("kết luận đến ngày", "ruling until"),
    "self_label": ("tên cột tự đánh giá", "heading of what was claimed"),
    "sha256": ("mã SHA-256 của tệp", "SHA-256 of the file"),
    "shares": ("số tiêu chí từng người", "criteria of each person"),
    "short_name": ("tên gọi tắt", "short name"),
    "step": ("bước", "step"),
    "stance": ("ý kiến của đơn vị", "stance"),
    "starts_on": ("bắt đầu ngày", "starts on"),
    "state": ("trạng thái", "state"),
    "tables": ("các bảng", "tables"),
    "text": ("nội dung", "text"),
    "title": ("trích yếu", "summary"),
    "to": ("sang bước", "to stage"),
    "track": ("khối", "track"),
    "tracks": ("các khối", "tracks"),
    "typed": ("giá trị đã nhập", "as typed"),
    "undone": ("bước đã hủy", "what was taken back"),
    "until": ("đến ngày", "until"),
    "url": ("đường dẫn", "link"),
    "user": ("người phụ trách", "person"),
    "valid_from": ("hiệu lực từ", "valid from"),
    "value": ("giá trị", "value"),
    "verdict": ("kết luận", "verdict"),
    "version": ("phiên bản", "version"),
    "year": ("năm", "year"),
}

# Facts whose value is a code, and what the codes mean.
_CODED = ("after", "before", "from", "stance", "state", "to", "undone", "verdict")
# Facts that list several things, and those that list facts; other lists are what was and what is.
_MANY = ("added", "closings", "criteria", "documents", "keys", "never_handed_in")
_NAMING = ("changed", "fields")
VALUES: Mapping[str, tuple[str, str]] = {
    "yes": ("có", "yes"),
    "no": ("không", "no"),
    "accepted": ("chấp nhận", "accepted"),
    "agreed": ("đồng ý", "agreed"),
    "appraisal": ("thẩm định", "appraisal"),
    "awarded": ("chấm điểm", "points awarded"),
    "behind": ("chậm tiến độ", "behind"),
    "closed": ("đã chốt", "closed"),
    "closing": ("đang chốt", "being closed"),
    "coming": ("tên mới chờ hiệu lực", "a name to come"),
    "corrected": ("sửa số liệu", "corrected"),
    "done": ("đã hoàn thành", "done"),
    "draft": ("đang chuẩn bị", "in preparation"),
    "dropped": ("không thực hiện", "dropped"),
    "entry": ("tự đánh giá", "self-assessment"),
    "explanation": ("giải trình", "justification"),
    "justified": ("giải trình", "justified"),
    "merged": ("sáp nhập", "merger"),
    "more_wanted": ("cần bổ sung", "more wanted"),
    "not_started": ("chưa triển khai", "not started"),
    "on_track": ("đúng tiến độ", "on track"),
    "opening": ("đang mở", "being opened"),
    "pending": ("chưa xem", "not looked at"),
    "planned": ("chưa bắt đầu", "planned"),
    "published": ("đã công bố", "published"),
    "refused": ("không chấp nhận", "refused"),
    "renamed": ("đổi tên", "renaming"),
    "ruling": ("hội đồng xem xét", "ruling"),
    "running": ("đang thực hiện", "running"),
    "split": ("chia tách", "split"),
    "stopped": ("dừng", "stopped"),
}
# Why something was refused, in short: what this fact says where it is known; apps above add their own.
_WHY: dict[str, tuple[str, str]] = {
    "job.broken": ("lỗi của hệ thống", "a fault of the system"),
    "job.lost": ("công việc nền bị mất", "the work in the background was lost"),
    "results.absent_and_unruled": (
        "còn đơn vị chưa gửi hồ sơ và nội dung hội đồng chưa kết luận",
        "organisations that never submitted, and disputes without a ruling",
    ),
    "results.disputes_unruled": ("còn nội dung hội đồng chưa kết luận", "disputes without a ruling"),
    "results.never_handed_in": ("còn đơn vị chưa gửi hồ sơ", "organisations that never submitted"),
}


def name_reasons(words: Mapping[str, tuple[str, str]]) -> None:
    """Register what the reasons of an app are called, because imports point downwards."""
    _WHY.update(words)


def fact_name(fact: str, value: Any = None) -> str:
    """What a fact is called in the language of the page; its own name where it has none.

    A code that says why something was refused is called a reason.
    """
    is_reason = fact == "code" and isinstance(value, str) and value in _WHY
    return _worded(FACTS, "reason" if is_reason else fact)


def fact_text(fact: str, value: Any) -> str:
    """A fact's value for people: a day as such, codes as words, what was and what is with an arrow."""
    match value:
        case None | "":
            return _("(trống)")
        case bool():
            return _worded(VALUES, "yes" if value else "no")
        case str():
            return _written(fact, value)
        case list():
            return _list_text(fact, value)
        case dict():
            return "; ".join(
                f"{fact_name(name, each)} {fact_text(name, each)}"
                for name, each in value.items()
                if each not in ([], {})
            )
        case _:
            return json.dumps(value, ensure_ascii=False)


def _written(fact: str, text: str) -> str:
    """A code in words, points with the comma of the language, a day as people write it."""
    if fact in _CODED and text in VALUES:
        return _worded(VALUES, text)
    if fact == "code":
        return _worded(_WHY, text)
    return plain(text) if fact == "points" and _POINTS.fullmatch(text) else _day_text(text)


def _day_text(text: str) -> str:
    """A day as people write it; any other text, and what only looks like a day, as it is."""
    if _DAY.fullmatch(text):
        with suppress(ValueError):
            return date_text(date.fromisoformat(text))
    return text


def _list_text(fact: str, value: list[Any]) -> str:
    match value:
        case [list() as before, list() as after] if len(before) == len(after):
            texts = [
                (fact_text(fact, was), fact_text(fact, new)) for was, new in zip(before, after, strict=True)
            ]
            return ", ".join(new if was == new else f"{was} → {new}" for was, new in texts)
        case _ if fact in _NAMING and all(each in FACTS for each in value):
            return ", ".join(fact_name(each) for each in value)
        case [list() as before, list() as after]:
            return " → ".join(
                ", ".join(fact_text(fact, each) for each in side) or _("(trống)") for side in (before, after)
            )
        case _:
            between = ", " if fact in _MANY else " → "
            return between.join(fact_text(fact, each) for each in value)


def _worded(table: Mapping[str, tuple[str, str]], code: str) -> str:
    return table.get(code, (code, code))[LANGUAGES.index(page_language())]
