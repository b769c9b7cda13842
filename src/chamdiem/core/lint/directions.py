"""Which way a rule rewards: more of something bad must not earn more, nor more of something good less."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chamdiem.core.expression import Term
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule

# Things there should be few of: events, crimes and losses, failures, delays, discontent.
_UNWANTED_TEXT = """
sự cố, mã độc, botnet, gián đoạn, ngừng hoạt động, ngắt quãng, quá tải, rò rỉ, lộ lọt, mất dữ liệu,
mất an toàn, lừa đảo, tội phạm, tin giả, xấu độc, tai nạn, thiệt hại, thất thoát, lãng phí, tiêu cực,
nhũng nhiễu, vi phạm, sai phạm, sai sót, sai quy định, bị xử phạt, bị kỷ luật, khiếu nại, tố cáo, lỗi,
bức xúc, không hài lòng, không đúng, không đạt chuẩn, trả lại, tồn đọng, nợ đọng, quá hạn, trễ hạn, chậm muộn,
ngày chậm, ngày trễ, lần chậm, lần trễ, sai hẹn
"""
# Words that turn such things into something good.
_HANDLED_TEXT = """
xử lý, khắc phục, phòng chống, phòng, chống, phòng ngừa, ứng cứu, giải quyết, diễn tập, cài đặt, giảm,
loại bỏ, cảnh báo, ngăn chặn, tuyên truyền, phổ biến, tập huấn, hướng dẫn, kiến thức, kỹ năng, nhận diện,
tố giác, bảo vệ, giám sát, theo dõi, rà soát, kiểm tra, phương án, kịch bản, quy trình, phần mềm,
không có, không phát sinh, không xảy ra, báo cáo
"""
# Things there should be many of.
_WANTED_TEXT = """
sáng kiến, hài lòng, đúng hạn, trước hạn, đúng thời hạn, khen thưởng, thành tích, hoàn thành, đạt chuẩn,
đạt yêu cầu, được công nhận, được tập huấn, được đào tạo, được khắc phục, được cứu
"""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in text.split(","))


_UNWANTED, _HANDLED, _WANTED = map(_listed, (_UNWANTED_TEXT, _HANDLED_TEXT, _WANTED_TEXT))
_DENIED = re.compile(
    rf"\b(?:không|chưa)(?: \w+){{0,3}}? (?:{'|'.join(word for word in _UNWANTED if word[:5] != 'không')})"
)
# What has not been done yet is no better for being much; "chưa có sóng được phủ sóng" has been.
_NOT_DONE = re.compile(r"^(?:tổng )?số [^(]*\bchưa\b(?!.* (?<!chưa )(?:được|đã)\b)")
# Time people wait for something: shorter is better, unless it was saved.
_WAITING = re.compile(
    r"^(?:tổng )?(?:số (?:ngày|giờ|phút) )?(?:thời gian )?(?:trung bình |bình quân )?"
    r"(?:giải quyết|xử lý|chờ|phản hồi|trả lời|trả kết quả|khắc phục|gián đoạn|ngừng|tiếp nhận|thẩm định)"
)
_TIME = re.compile(r"^(?:tổng )?(?:số (?:ngày|giờ|phút)|thời gian)")
_SAVED = re.compile(r"tiết kiệm|rút ngắn|cắt giảm|giảm|so với quy định")
_LACKING = re.compile(r"\b(?:không|chưa|thiếu|chậm|trễ|quá hạn|giảm)\b")


def unwanted_rewarded(document: Document) -> Iterator[Hit]:
    """More of something unwanted (incidents, complaints, waiting) earns more points."""
    return _once_a_row(place for place in _awarding(document) if _rewards_unwanted(place))


def wanted_punished(document: Document) -> Iterator[Hit]:
    """More of something good (initiatives, satisfied people) earns fewer points."""
    return _once_a_row(place for place in _awarding(document) if _punishes_wanted(place))


def _rewards_unwanted(place: RuleAt) -> bool:
    earning = place.rule.earning_terms(place.maximum)
    return any(is_unwanted(words) for term in earning for words in _names_of(place.row, term))


def _punishes_wanted(place: RuleAt) -> bool:
    rule = place.rule
    if not isinstance(rule, PeerRule | RatioRule) or rule.better == "high":
        return False
    return any(_is_wanted(words) for words in _names_of(place.row, rule.value))


def _awarding(document: Document) -> Iterator[RuleAt]:
    """Every rule that awards points; points taken off grow with what is bad, and rightly so."""
    return (place for place in document.rules if place.row.role != "deduction")


def _once_a_row(places: Iterable[RuleAt]) -> Iterator[Hit]:
    for place in {place.row.key: place for place in reversed(tuple(places))}.values():
        kind = place.rule.kind
        yield Hit(row=place.row, detail=kind, computed=kind, facts={"name": place.row.correct_name})


def _names_of(row: Row, term: Term) -> list[str]:
    """The labels of the figures that raise a term, or the name of the row where they have none."""
    raising = {
        letter
        for monomial, factor in quotient_of(term).numerator.items()
        for letter in monomial
        if factor > 0
    }
    labels = [given.label.casefold() for letter, given in row.inputs.items() if letter in raising]
    return [label for label in labels if label] or [row.correct_name.casefold()]


def is_unwanted(label: str) -> bool:
    """Whether there should be little of what a label in small letters names.

    Example:
        >>> is_unwanted("số sự cố an toàn thông tin"), is_unwanted("số sự cố được khắc phục")
        (True, False)
    """
    if _TIME.match(label) and _WAITING.match(label):
        return not _SAVED.search(label)
    if _DENIED.search(label):
        return False
    if _NOT_DONE.match(label):
        return True
    return any(word in label for word in _UNWANTED) and not any(word in label for word in _HANDLED)


def _is_wanted(label: str) -> bool:
    """Whether there should be much of what a label names."""
    return any(word in label for word in _WANTED) and not (_LACKING.search(label) or is_unwanted(label))


CHECKS = (
    Check("rule.rewards_unwanted", "warning", "rule", unwanted_rewarded),
    Check("rule.punishes_wanted", "warning", "rule", wanted_punished),
)
