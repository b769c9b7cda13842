"""Whether what costs points is what the condition for all points lacks: "đủ 5 văn bản", "thiếu mỗi văn bản trừ 2"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.asking import question
from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award, Each

_ALL = re.compile(r"100\s*%|\bbằng tổng số\b|\b(?:tất cả|toàn bộ|mọi|cả (?:\d+|hai|ba|bốn))\b", re.IGNORECASE)
_ENOUGH = re.compile(r"\b(?:đủ|đầy đủ|trọn vẹn)\b", re.IGNORECASE)
_TOO_FEW = re.compile(
    r"\b(?:thiếu|hụt|vắng|ít hơn|chưa đủ|không đủ)\b|\b(?:không|chưa)(?: được)? (?:gửi|nộp|thực hiện|báo cáo|họp|tổ chức|ban hành|cập nhật|triển khai|hoàn thành|có)(?=[:,]?\s*(?:$|;)| (?:0?1|một) )",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:đúng|kịp) (?:thời|hạn|tiến độ|kế hoạch|ngày|giờ|lúc)|\btrước (?:ngày|hạn|thời)|\btrước \d|\bchậm nhất|\btrong (?:thời )?hạn\b|\bsớm\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:chậm|trễ|muộn|quá hạn|quá thời hạn|(?:không|chưa) (?:đúng|kịp) (?:thời )?(?:hạn|gian))\b",
    re.IGNORECASE,
)
_AS_IT_SHOULD_BE = re.compile(
    r"\b(?:đúng(?! (?:thời|hạn|tiến độ|ngày|giờ))|chính xác|tốt|tuân thủ|chấp hành|nghiêm|bảo đảm|đảm bảo|an toàn|hợp lệ|ổn định)\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:sai|vi phạm|lỗi|nhầm|(?:không|chưa) (?:đúng|hợp lệ|bảo đảm|đảm bảo)|sự cố|gián đoạn|ngừng|chậm|trễ|muộn|quá hạn)\b",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(r"\b(?:ngày|hạn|trước) \d", re.IGNORECASE)
# Each kind of condition with the faults that lack just that.
_KINDS = {"enough": (_ENOUGH, _TOO_FEW), "time": (_IN_TIME, _LATE), "well": (_AS_IT_SHOULD_BE, _WRONG)}
_DENIED = re.compile(r"\b(?:không|chưa)\s+(?P<what>[^;:,]+?)(?=\s+hoặc\b|[;:,]|$)", re.IGNORECASE)
_COST = re.compile(
    r",?\s*(?:thì |sẽ )?(?:bị )?(?:trừ|giảm) (?:đi )?\d+(?:,\d+)?(?: ?(?:điểm|đ)\b|(?=[.;]?$))", re.IGNORECASE
)
_WHERE_NOT = re.compile(r"(?:nếu |đạt )?(?:dưới|thấp hơn|<|chưa đạt|không đạt)\s*\d", re.IGNORECASE)
_LACKS_ONE_OF_THEM = re.compile(
    r"\bthiếu (?:mỗi |01 |1 |một )?(?:nội dung|ý|mục|điều kiện|yêu cầu|tiêu chí|việc)(?:$| thì| bị)",
    re.IGNORECASE,
)
# "Mỗi ý tưởng dưới mức này": as many are missing.
_BELOW_THE_LEVEL = re.compile(
    r"\b(?:dưới|thấp hơn|ít hơn|kém hơn)(?: so với)? (?:mức|số)(?: này| trên| đó| quy định)?\b", re.IGNORECASE
)
# "Đơn vị đứng đầu: 10 điểm; mỗi bậc kế tiếp giảm 0,5": who is second loses a step, and not everything.
_AT_THE_TOP = re.compile(
    r"\b(?:đứng đầu|dẫn đầu|thứ nhất|hạng nhất|xếp nhất|hạng 1|cao nhất|chỉ tiêu)\b|\b(?:đạt|vượt|bằng|hoàn thành|so với)\b.{0,20}\b(?:kế hoạch|dự toán|mục tiêu)\b|\d\s*%|\bbằng\b",
    re.IGNORECASE,
)
_STEPS_DOWN = re.compile(
    r"\b(?:(?:thấp|ít|kém|nhỏ) hơn|(?:kế|liền) (?:tiếp|sau|kề)|tiếp theo|(?:xếp|đứng) (?:sau|dưới)|thiếu|hụt|giảm|tụt|sau đó|dưới)\b",
    re.IGNORECASE,
)
_KIND_OF_CASE = re.compile(r"\b(?:cuộc|vụ|lần|lượt)\b")
_JOINED = re.compile(r"[,;]\s|\bvà\b|\bđồng thời\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?:mỗi|cứ|từng|một|các|những|lần|lượt|vụ|trường|hợp|cuộc|bị|được|thì|nếu|có|để|xảy|ra|khi|với|trong|trên|số|không|chưa|nào|lại|là|từ|tối|thiểu|ít|nhất|hơn|đến|trở|lên|đủ|đầy|đạt|tổng|đã|tất|cả|toàn|bộ|hoặc|và|phát|sinh|thiếu)"
)


def behind_its_condition(
    material: Material, full: Sequence[Award], costs: Sequence[Each], rule: Rule
) -> Rule | None:
    """The costs alone where they say what the condition lacks; else behind the condition, which is asked.

    None where the text defines a ratio beside them, or the condition is a number that the costs lack in part.
    """
    if not full:
        return rule
    award = full[0]
    if any(_BELOW_THE_LEVEL.search(each.clause.text) for each in costs):
        material.assume(f"đếm số còn thiếu so với mức “{award.condition}”")
    faults = "; ".join(_said_of(each) for each in costs)
    if award.band is not None and any(_WHERE_NOT.match(each.clause.text) for each in costs):
        # "Từ 90%: 5 điểm; dưới 90%: mỗi tài khoản … trừ 0,1 điểm": they count where the condition does not hold.
        return None
    if _LACKS_ONE_OF_THEM.search(faults) and len(_JOINED.split(award.condition)) > 1:
        return rule
    wanted, met = _asked_and_met(award, faults, f"{award.condition} {material.name}")
    is_left = bool(wanted) and wanted <= met and _leaves_a_part(award, faults, material.name, met)
    if wanted and wanted <= met and not is_left:
        return rule
    if lacks(award.condition) and not met and _names(award.condition) & _names(faults):
        # "Không có hồ sơ trễ hạn; mỗi hồ sơ trễ hạn không có thư xin lỗi": only some of them cost points.
        return None
    if material.figures.has_ratio or (_TOO_FEW.search(faults) and "enough" in wanted):
        return None
    if met:
        material.assume(
            f"“{award.condition}”: chỉ phần nêu ở mức trừ là trừ điểm, phần còn lại không nằm trong quy tắc: cần xem"
        )
        return None if award.band is not None else rule
    if _AT_THE_TOP.search(award.condition) and _STEPS_DOWN.search(faults):
        return None
    asked = question(award.condition, material.name)
    if asked is None:
        return None
    letter = material.figures.yes_no(asked)
    material.assume(f"“{award.condition}” là điều kiện hỏi riêng: không đạt thì 0 điểm, đạt rồi mới trừ")
    return {"kind": "gate", "when": letter, "then": rule, "else": "none"}


def _said_of(cost: Each) -> str:
    """What is said of a fault, without what it costs and how much at most."""
    text = _BELOW_THE_LEVEL.sub("thiếu", cost.clause.text)
    before, *behind = _COST.split(text, maxsplit=1)
    return before.strip() or "".join(behind)


def _asked_and_met(award: Award, faults: str, known: str) -> tuple[set[str], set[str]]:
    """What a condition asks for, and which of it the faults lack."""
    condition = award.condition
    if lacks(condition):
        return {"none"}, {"none"} if _is_the_same(condition, faults, known) else set()
    asked = {kind for kind, (of_it, _) in _KINDS.items() if of_it.search(condition)}
    is_counted = award.band is not None and not award.band.is_rest and not _ON_A_DAY.search(condition)
    if is_counted and not _ALL.search(condition):
        asked.add("enough")
    met = {kind for kind in asked if _KINDS[kind][1].search(faults)}
    if _are_denied(faults, known):
        return asked | {"denied"}, met | {"denied"} | (asked & {"enough", "well"})
    if _TOO_FEW.search(faults) and (is_counted or _ALL.search(condition)):
        is_of_these = _names(faults) <= _names(known) | _names("hoặc chậm trễ sai")
        return asked | {"enough"}, met | {"enough"} if is_of_these else met - {"enough"}
    return asked, met


def _is_the_same(condition: str, faults: str, known: str) -> bool:
    """As in "không có hồ sơ trễ hạn" and "mỗi hồ sơ trễ hạn": the faults are what there must not be."""
    if _names(faults) <= _names(known):
        return True
    if not _names(condition) and set(_KIND_OF_CASE.findall(condition)) <= set(_KIND_OF_CASE.findall(faults)):
        # "Không có cuộc nào": none of what costs points.
        return True
    same = [kind for kind in (_LATE, _WRONG) if kind.search(condition) and kind.search(faults)]
    if not same:
        return False
    own, theirs = (_names(same[0].sub("", text)) - {"hạn"} for text in (condition, faults))
    return not own or theirs <= own


def _leaves_a_part(award: Award, faults: str, name: str, met: set[str]) -> bool:
    """As in "họp đủ 12 kỳ, có biên bản" and "thiếu mỗi kỳ": the faults say nothing of one of the conditions."""
    said = _names(f"{faults} {name}")
    # "100% thôn, bản": another word for the things is no part of its own.
    parts = [each for each in _JOINED.split(award.condition) if " " in each.strip()]
    kinds = [_KINDS[kind][0] for kind in met if kind in _KINDS]
    return len(parts) > 1 and any(
        not _names(part) <= said and not any(kind.search(part) for kind in kinds) for part in parts[1:]
    )


def _are_denied(faults: str, known: str) -> bool:
    """As in "100% văn bản ký số" and "mỗi văn bản không ký số": the faults deny words of the condition."""
    return any(
        (words := _names(match["what"])) and words <= _names(known) for match in _DENIED.finditer(faults)
    )


def _names(text: str) -> set[str]:
    return {each for each in re.findall(r"[^\W\d_]+", text.casefold()) if not _PLAIN.fullmatch(each)}
