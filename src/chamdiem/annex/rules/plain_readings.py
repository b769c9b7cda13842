"""What was chosen and needs no look: how a rule reads words that can hardly be read otherwise."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.rules.called_figures import both_named
from chamdiem.annex.rules.certain_readings import is_certain
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.naming import without_threshold
from chamdiem.annex.rules.preconditions import telling_words

_RATIO = re.compile(r"tỷ lệ là số đạt trên tổng số, theo (?:tên dòng|lời văn)$")
_SAYS = r"(?:được|đã|bị|có|chưa|không|đúng hạn|trễ hạn|quá hạn|trước hạn|bỏ|đạt|hoàn thành|tham gia|sử dụng|dùng|hài lòng|vi phạm|nộp|thuộc|phải)"
# "Hồ sơ trực tuyến toàn trình", "máy tính cài phần mềm": one word for what they are or have.
_STATED = re.compile(
    rf" (?:trực tuyến(?: toàn trình| một phần)?|ký số|đúng và trước hạn|cài(?: đặt)?(?! .*\b{_SAYS}\b)[^–:]*)",
    re.IGNORECASE,
)
# What things are or have; of those that are made the percentage may be one of a plan.
_STATE = re.compile(
    r" (?:(?:đúng|trước|trễ|quá) hạn|đúng và trước hạn|có|hài lòng|trực tuyến|ký số|cài|vi phạm|không|chưa|bỏ|sử dụng|dùng)\b",
    re.IGNORECASE,
)
# A percentage may be one of what was to be reached.
_OF_A_TARGET = re.compile(
    r"\b(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|được giao|so với|định mức|năm trước|cùng kỳ)\b", re.IGNORECASE
)
_CALLED_RATIO = re.compile(r"\bt[ỷỉ] lệ\b", re.IGNORECASE)
_PART, _WHOLE = re.compile(r"Số (?!đạt\b)(?P<what>.+)"), re.compile(r"Tổng số: (?P<things>.+)")
# "Hồ sơ | đúng hạn": of which things is clear where only one thing is said of them; "hộ | có đất được cấp giấy" is not.
_SAID_ONCE = re.compile(
    rf" (?!(?:không|chưa) (?:dùng |sử dụng )?(?:tiền mặt|giấy|dây)\b)(?:{_SAYS} ?)+(?!.*\b{_SAYS}\b)[^–:]*",
    re.IGNORECASE,
)


def is_plain(text: str, material: Material) -> bool:
    """Whether a reading that was chosen only says how it was read."""
    if _RATIO.fullmatch(text):
        return _is_a_share_of_things(material) or _names_both(material)
    return is_certain(text, material)


def _names_both(material: Material) -> bool:
    """As in "Tỷ lệ nợ xấu trên tổng dư nợ": the text itself says what is divided by what, and no other words say more."""
    labels = tuple(given["label"] for given in material.figures.inputs.values())
    conditions = [without_threshold(each.condition) for each in material.awards]
    if labels not in [both_named(each) for each in (material.name, *conditions)]:
        return False
    return telling_words(" ".join(each.condition for each in material.awards)) <= telling_words(
        " ".join(labels)
    )


def _is_a_share_of_things(material: Material) -> bool:
    """As in "Tỷ lệ hồ sơ đúng hạn": those of the things over all of them, and no other words of the text say more."""
    labels = [given["label"] for given in material.figures.inputs.values()]
    part = next((match["what"] for each in labels if (match := _PART.fullmatch(each))), "")
    whole = next((match["things"] for each in labels if (match := _WHOLE.fullmatch(each))), "")
    texts = [material.name, *(each.clause.text for each in material.statements)]
    if len(labels) != 2 or not whole or part == whole or not part.casefold().startswith(whole.casefold()):
        return False
    if not (_SAID_ONCE.fullmatch(part[len(whole) :]) or _STATED.fullmatch(part[len(whole) :])):
        return False
    is_banded = any(each.band is not None and each.band.is_percent for each in material.awards)
    if not is_banded and not material.points:
        return False
    said = [each.condition for each in material.awards] + [each.clause.text for each in material.points]
    conditions = " ".join(said)
    is_called = any(_CALLED_RATIO.search(each) for each in texts) or (
        _STATE.match(part[len(whole) :]) is not None and not any(_OF_A_TARGET.search(each) for each in texts)
    )
    return is_called and telling_words(f"{conditions} {material.name}") <= telling_words(part)
