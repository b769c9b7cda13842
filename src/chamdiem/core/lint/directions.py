"""Which way a rule rewards: more of something bad must not earn more, nor more of something good less."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chamdiem.core.expression import Term
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit, Word
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.peer import PeerRule

# Things there should be few of: events, crimes and losses, failures, delays, discontent.
_UNWANTED_TEXT = """
sự cố, mã độc, botnet, gián đoạn, ngừng hoạt động, ngắt quãng, quá tải, rò rỉ, lộ lọt, mất dữ liệu,
mất an toàn, lừa đảo, tội phạm, tin giả, xấu độc, tai nạn, thiệt hại, thất thoát, lãng phí, tiêu cực,
nhũng nhiễu, vi phạm, sai phạm, sai sót, sai quy định, bị xử phạt, bị kỷ luật, khiếu nại, tố cáo, lỗi,
bức xúc, không hài lòng, không đúng, không đạt chuẩn, trả lại, tồn đọng, nợ đọng, quá hạn, trễ hạn, chậm muộn,
ngày chậm, ngày trễ, lần chậm, lần trễ, sai hẹn, nhiễm vi rút, nhiễm virus, mất kết nối, lộ thông tin,
lộ dữ liệu
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


# What bodies are compared by because there should be more of it.
_GROWING_TEXT = """
doanh thu, doanh nghiệp công nghệ số, doanh nghiệp số, trực tuyến, tăng trưởng, tổ công nghệ số, toàn trình,
kinh tế số, thương mại điện tử, chữ ký số, dịch vụ công, lớp tập huấn, kích hoạt, không dùng tiền mặt,
phát wifi, đã lắp đặt
"""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in text.split(","))


_UNWANTED, _HANDLED, _WANTED, _GROWING = map(
    _listed, (_UNWANTED_TEXT, _HANDLED_TEXT, _WANTED_TEXT, _GROWING_TEXT)
)
# What is refused, broken or paid for is none of them.
_TROUBLE = re.compile(r"\b(?:bị|hủy|huỷ|từ chối|hỏng|mất|chi phí|ngắt|lệ phí|phí|vướng|khó khăn)\b")
# Paid without cash, and for nothing: neither is lacking.
_NOTHING_LACKING = re.compile(r"\bkhông dùng (?=tiền mặt\b)|\bmiễn phí\b")
# "Bị xử lý kỷ luật": nothing was solved by it.
_PUNISHED = re.compile(r"\bbị xử lý (?=(?:\w+ ){0,3}?(?:kỷ luật|vi phạm)\b)")
_DENIED = re.compile(
    rf"\b(?:không|chưa)(?: \w+){{0,3}}? (?:{'|'.join(word for word in _UNWANTED if word[:5] != 'không')})"
)
# "Chậm nhất ngày 15" names a deadline.
_LATE_WORDS = ("muộn", "chậm", "trễ")
_LATE = re.compile(rf"(?<!không )(?<!chưa )\b(?:{'|'.join(_LATE_WORDS)})\b(?! nhất)")
_TOO_LATE = r"(?:(?:muộn|chậm|trễ)\b(?! nhất)|quá hạn)"
_DONE_LATE = re.compile(
    rf"\b(?:(?:{'|'.join(_HANDLED)}) (?=(?:bị )?{_TOO_LATE})|báo cáo (?=(?:\w+ ){{0,2}}{_TOO_LATE}))"
)
_COUNTS_ONLY = re.compile(r"^(?:tổng )?(?:số|số lượng) (?:lần|trường hợp|vụ|việc|lượt)$")
# What has not been done yet is no better for being much; "chưa có sóng được phủ sóng" has been.
_NOT_DONE = re.compile(r"^(?:tổng )?số [^(]*\bchưa\b(?!.* (?<!chưa )(?:được|đã)\b)")
# Time people wait for something: shorter is better, unless it was saved.
_WAITING = re.compile(
    r"^(?:tổng )?(?:số (?:ngày|giờ|phút) )?(?:thời gian )?(?:trung bình |bình quân )?"
    r"(?:giải quyết|xử lý|chờ|phản hồi|trả lời|trả kết quả|khắc phục|gián đoạn|ngừng|tiếp nhận|thẩm định)"
)
_TIME = re.compile(r"^(?:tổng )?(?:số (?:ngày|giờ|phút)|thời gian)")
_SAVED = re.compile(r"tiết kiệm|rút ngắn|cắt giảm|giảm|so với quy định")
# "Mức giảm số sự cố": of this there should be much.
_REDUCED = re.compile(r"^(?:(?:mức|tỷ lệ|tỉ lệ|tốc độ|số|số lượng|việc|kết quả) )?(?:cắt )?giảm\b")
# How much there was of something before, as in "(a - b)/a".
_EARLIER = re.compile(r"\b(?:năm|kỳ|quý|tháng) (?:liền )?(?:kề )?trước\b|\bcùng kỳ\b")
# The later something is finished, the worse.
_FINISHED = re.compile(r"^(?:tổng )?(?:số )?(?:ngày|giờ|thời gian|thời điểm|thời hạn) [^,;(]*?hoàn thành")
_LACKING = re.compile(r"\b(?:không|chưa|thiếu|chậm|trễ|quá hạn|giảm)\b")


def unwanted_rewarded(document: Document) -> Iterator[Hit]:
    """More of something unwanted (incidents, complaints, waiting) earns more points, or loses fewer."""
    return _once_a_row(
        (place for place in document.rules if _rewards_unwanted(place)), "gives_more", "takes_less"
    )


def wanted_punished(document: Document) -> Iterator[Hit]:
    """More of something good (initiatives, satisfied people) earns fewer points, or loses more."""
    return _once_a_row(
        (place for place in document.rules if _punishes_wanted(place)), "gives_less", "takes_more"
    )


def _rewards_unwanted(place: RuleAt) -> bool:
    helping, _ = _effects(place)
    return not _REDUCED.match(place.row.correct_name.casefold()) and any(
        is_unwanted(words) for term in helping for words in _names_of(place.row, term)
    )


def _punishes_wanted(place: RuleAt) -> bool:
    _, harming = _effects(place)
    is_compared = isinstance(place.rule, PeerRule)
    return any(
        _is_wanted(words) or (is_compared and _is_growing(words))
        for term in harming
        for words in _names_of(place.row, term)
    )


def _effects(place: RuleAt) -> tuple[Iterator[Term], Iterator[Term]]:
    """The terms of which more helps an organisation, and those of which more harms it.

    What a rule gives in a row of role ``deduction`` is taken off.
    """
    earning, losing = place.rule.earning_terms(place.maximum), place.rule.losing_terms(place.maximum)
    return (losing, earning) if place.row.role == "deduction" else (earning, losing)


def _once_a_row(places: Iterable[RuleAt], gives: str, takes: str) -> Iterator[Hit]:
    for place in {place.row.key: place for place in reversed(tuple(places))}.values():
        kind, row = place.rule.kind, place.row
        does = Word(takes if row.role == "deduction" else gives)
        yield Hit(row=row, detail=kind, computed=kind, facts={"name": row.correct_name, "does": does})


def _names_of(row: Row, term: Term) -> list[str]:
    """The labels of the figures that raise a term, or the name of the row where they have none.

    A later day is not more of what it names, and what there was before is no fault of now.
    """
    numerator = quotient_of(term).numerator
    raising = {letter for monomial, factor in numerator.items() for letter in monomial if factor > 0}
    is_difference = any(factor < 0 for factor in numerator.values())
    figures = [(given, given.label.casefold()) for letter, given in row.inputs.items() if letter in raising]
    labels = [
        label
        for given, label in figures
        if given.type != "date" and not (is_difference and _EARLIER.search(label))
    ]
    if figures and not labels:
        return []
    labels = [label for label in labels if label]
    # What is taken off for "số lần" is taken off for what the row names.
    is_named = row.role == "deduction" and any(_COUNTS_ONLY.match(label) for label in labels)
    return [*labels, row.correct_name.casefold()] if is_named else labels or [row.correct_name.casefold()]


def is_unwanted(label: str) -> bool:
    """Whether there should be little of what a label in small letters names.

    Example:
        >>> is_unwanted("số sự cố an toàn thông tin"), is_unwanted("số sự cố được khắc phục")
        (True, False)
    """
    if _TIME.match(label) and _WAITING.match(label):
        return not _SAVED.search(label)
    # "Giải quyết trễ hạn": the lateness is that of the solving.
    label = _PUNISHED.sub("bị ", _DONE_LATE.sub("", label))
    if _DENIED.search(label):
        return False
    if _NOT_DONE.match(label):
        return True
    is_bad = any(word in label for word in _UNWANTED) or (
        any(word in label for word in _LATE_WORDS) and bool(_LATE.search(label))
    )
    return is_bad and not any(word in label for word in _HANDLED)


def is_lacking(label: str) -> bool:
    """Whether a label in small letters speaks of what is not done, late or less."""
    return bool(_LACKING.search(label) or _TROUBLE.search(label))


def _is_growing(label: str) -> bool:
    """Whether bodies with more of what a label names are ahead of the others."""
    if _TIME.match(label) or is_lacking(_NOTHING_LACKING.sub("", label)):
        return False
    return any(word in label for word in _GROWING) and not is_unwanted(label)


def _is_wanted(label: str) -> bool:
    """Whether there should be much of what a label names."""
    label = _FINISHED.sub("", label)
    return any(word in label for word in _WANTED) and not (_LACKING.search(label) or is_unwanted(label))


CHECKS = (
    Check("rule.rewards_unwanted", "warning", "rule", unwanted_rewarded),
    Check("rule.punishes_wanted", "warning", "rule", wanted_punished),
)
