"""Conditions of their own that lose all points beside levels, ratios and counts: "không có biên bản: 0 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award, Each, Statement

_LEADS = re.compile(
    r"^(?:(?:nếu|khi|trường hợp|trong trường hợp|riêng|mà|nhưng|đơn vị|cơ quan|địa phương)\s+)+",
    re.IGNORECASE,
)
_LACKED = re.compile(r"(?P<denied>không|chưa|thiếu)\s+(?P<what>.+)", re.IGNORECASE)
_HAPPENED = re.compile(r"(?:có|(?:để )?xảy ra|phát hiện|để|bị)\s+(?P<what>.+)", re.IGNORECASE)
# "không đạt các mức trên", "không thuộc trường hợp nào": the rest, and no condition of its own.
_REST = re.compile(
    r"\b(?:trên|còn lại|khác|nào|ngược lại)$|^(?:không|chưa) (?:đạt|thuộc|đáp ứng|phát sinh)\b", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:hoặc|hay|và|một trong)\b|[,/]", re.IGNORECASE)
# Words that do not say what is lacking.
_PLAIN = re.compile(
    r"(?:không|chưa|có|được|đã|thì|là|bị|để|ra|các|những|số|lượng|liệu|nào|gì|một|bất|kỳ|trong|năm|việc|hoạt|động|nội|dung|tổ|chức|họp|thực|hiện|triển|khai|ban|hành|xây|dựng|hoàn|thành|tham|gia|cung|cấp|cập|nhật|sử|dụng|gửi|nộp|đăng|tải|mở|đủ|đầy|đúng|kết|quả|lần|về|và|hoặc|của|theo|với|cho|trường|hợp|phát|sinh|đơn|vị|xảy|hay|đến|vào|điểm)"
)
# What is counted by one syllable: none of "tin, bài" is none of the "tin" that are counted.
_UNITS = re.compile(
    r"(?:lớp|tin|bài|cuộc|buổi|lượt|người|hộ|xã|thôn|bản|video|máy|đợt|vụ|phiên|lỗi|tổ|đoàn|khóa|đơn)"
)
_TIMES = ("ngày", "tháng", "giờ")
_KINDS = ("tiers", "ratio", "count", "deduct")


def besides(statements: Sequence[Statement], name: str) -> list[Award]:
    """What loses all points and speaks of a thing that nothing else in the row speaks of."""
    awards = [each for each in statements if isinstance(each, Award)]
    costs = [each.what.casefold() for each in statements if isinstance(each, Each) and each.takes_off]
    lost = [each for each in awards if _may_be_asked(each) or _is_of_its_own_time(each, awards, costs)]
    known = set(_words(" ".join([name, *(each.clause.text for each in statements if each not in lost)])))
    return [each for each in lost if not _is_lacking_all(each, known)]


def behind_besides(material: Material, rule: Rule, lost: Sequence[Award]) -> Rule | None:
    """The rule where none of these conditions holds, each asked by itself; None for rules of answers."""
    if not isinstance(rule, dict) or rule["kind"] not in _KINDS:
        return None
    asked = [_asked(material, each) for each in lost]
    material.use(*lost)
    return {"kind": "gate", "when": " and ".join(asked), "then": rule, "else": "none"}


def note_only_named(material: Material, banded: Sequence[Award], nothing: Sequence[Award]) -> None:
    """Tell of what is lacking where only the name of the row speaks of it: it may be no count of none."""
    counted = set(_words(" ".join(each.condition for each in banded)))
    for each in nothing:
        if counted and _LACKED.match(_bare(each)) and not _is_lacking_all(each, counted):
            material.assume(
                f"“{each.condition}” được hiểu là không có số liệu nào; nếu là điều kiện riêng thì cần sửa"
            )


def left_out(statements: Sequence[Statement], rule: Rule) -> Award | None:
    """As in "từ 5 tin: 10 điểm; tin đăng lại: 0 điểm": some of what is counted does not count."""
    if not isinstance(rule, dict) or not (
        rule["kind"] == "count" or (rule["kind"] == "tiers" and rule["value"].isalpha())
    ):
        return None
    lost = [
        each
        for each in statements
        if isinstance(each, Award) and each.reward.is_nothing and each.band is None
    ]
    said = [each.condition for each in statements if isinstance(each, Award) and each not in lost]
    counted = set(_words(" ".join([*said, *(each.what for each in statements if isinstance(each, Each))])))
    return next((each for each in lost if _is_some_of(each, counted)), None)


def _is_some_of(award: Award, counted: set[str]) -> bool:
    bare = _bare(award)
    words = _words(bare)
    is_other = lacks(bare) or _HAPPENED.match(bare) or _REST.search(bare)
    return not is_other and bool(words) and words[0] in counted and not set(words) <= counted


def _asked(material: Material, award: Award) -> str:
    """The condition under which an award for no points does not apply."""
    material.assume(f"“{award.condition}” là điều kiện hỏi riêng: thuộc trường hợp này thì 0 điểm")
    words = _bare(award)
    lacked = _LACKED.fullmatch(words)
    if lacked is None or _SEVERAL.search(words):
        return f"not {material.figures.yes_no(_begin(words))}"
    what = re.sub(r"^(?:có|được)\s+", "", lacked["what"], flags=re.IGNORECASE)
    denied = lacked["denied"].casefold()
    front = "Đã" if denied == "chưa" and what == lacked["what"] else "Có đủ" if denied == "thiếu" else "Có"
    return material.figures.yes_no(f"{front} {what}: {material.name}")


def _may_be_asked(award: Award) -> bool:
    if not award.reward.is_nothing or award.band is not None:
        return False
    words = _bare(award)
    return bool(_LACKED.match(words) or _HAPPENED.match(words)) and not _REST.search(words)


def _is_of_its_own_time(award: Award, awards: Sequence[Award], costs: Sequence[str]) -> bool:
    """As in "có hồ sơ quá hạn trên 30 ngày: 0 điểm", where nothing else counts days."""
    band = award.band
    if band is not None and any(band.unit and band.unit in cost for cost in costs):
        return False
    if band is None or band.unit not in _TIMES or band.low is None or not award.reward.is_nothing:
        return False
    others = (each for each in awards if each is not award and each.band is not None)
    return bool(_HAPPENED.match(_bare(award))) and all(
        each.band.unit != band.unit for each in others if each.band
    )


def _is_lacking_all(award: Award, known: set[str]) -> bool:
    """Whether nothing is there of what the row counts: in Vietnamese the thing stands before what is said of it."""
    words = _words(_bare(award))
    if _LACKED.match(_bare(award)):
        words = words[:1] if words and _UNITS.fullmatch(words[0]) else words[:2]
    return set(words) <= known


def _bare(award: Award) -> str:
    return _LEADS.sub("", " ".join(award.condition.split())).strip(" .:;,")


def _begin(words: str) -> str:
    return words[:1].upper() + words[1:]


def _words(text: str) -> list[str]:
    return [each for each in re.findall(r"[^\W\d_]+", text.casefold()) if not _PLAIN.fullmatch(each)]
