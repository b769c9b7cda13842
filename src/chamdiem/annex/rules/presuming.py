"""Rules of texts that say nothing about points: goals and lone conditions; a person confirms each reading."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.asking import question_beside
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.formulas import Formula, formula_text
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.restricting import restricts
from chamdiem.annex.rules.statements import Goal, Heading, Prose, Statement

_INTRODUCES = re.compile(r"^(?:điều kiện|yêu cầu|cách tính|tiêu chuẩn)[^:]{0,20}:?$", re.IGNORECASE)
_INTRODUCED = re.compile(r"^(?:điều kiện|yêu cầu)[^:]{0,20}:\s*", re.IGNORECASE)
_CONDITION = re.compile(
    r"^(?:có|đã|đảm bảo|bảo đảm|ban hành|không|kết nối|[^\W\d_]+(?: [^\W\d_]+){0,4} được ban hành|văn bản|kế hoạch|thực hiện|"
    r"triển khai|xây dựng|thành lập|hoàn thành|phát sinh|tham gia|tổ chức|cung cấp|cập nhật|chương trình|chính sách)\b",
    re.IGNORECASE,
)
# What people answered in a survey is no condition that is fulfilled or not.
_ASKED = re.compile(
    r"\b(?:qua|bằng|theo|từ|trên) (?:kết quả |số liệu )?(?:khảo sát|điều tra|phỏng vấn|lấy ý kiến)\b|\bxã hội học\b",
    re.IGNORECASE,
)
_LONGEST_CONDITION = 140
_SHARE = re.compile(r"t[ỷỉ] lệ\b", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:doanh thu|giá trị|số lượng|số|tổng)\b", re.IGNORECASE)
# Of these the fewer the better.
_ILL = re.compile(
    r"\b(?:bức xúc|quá hạn|trễ hạn|chậm|vi phạm|sai sót|tồn đọng|nhiễm mã độc|khiếu nại|mất an toàn|lỗi|không hài lòng|chưa hài lòng)\b",
    re.IGNORECASE,
)
_NONE_OR_ALL = re.compile(
    r"^không (?:có|phát sinh|xảy ra|để xảy ra) (?P<cases>[^,;:%]+?),? hoặc (?:nếu )?(?:có|phát sinh|xảy ra),? thì 100\s*%\s*(?P<done>[^;:%]+)$",
    re.IGNORECASE,
)
_ALL_OF = re.compile(r"^100\s*%\s*(?P<whole>[^\W\d_]+(?: [^\W\d_]+)?)\s+(?P<what>[^;:%\d]+)$")


def by_goal(material: Material) -> Rule | None:
    """A goal without points: a ratio that counts as it is, or a number that must be reached."""
    goals: list[Goal] = material.of(Goal)
    if not goals or material.awards or material.eaches or material.points:
        return None
    if len(goals) > 1:
        return _mean_of_goals(material, goals)
    goal, band = goals[0], goals[0].band
    if band is None or band.high not in (None, Fraction(1)):
        # "Từ 60% đến dưới 80%" is a step of a ladder, and no goal.
        return None
    material.use(goal)
    if goal.is_growing and _is_amount(material, goal):
        return _compared(material)
    if not band.is_percent:
        return _reached(material, goal, band)
    if (match := _NONE_OR_ALL.match(goal.clause.text)) is not None:
        return _none_or_all(material, match["cases"], match["done"])
    value = material.figures.ratio() or material.figures.assumed_ratio()
    if not material.figures.use(value):
        return None
    material.assume("điểm tính theo tỷ lệ đạt được; văn bản không nói cách tính")
    rule = {"kind": "ratio", "value": formula_text(value), "if_zero": "not_applicable"}
    return {**rule, "full_at": amount_text(band.low)} if band.low not in (None, Fraction(1)) else rule


def by_condition(material: Material) -> Rule | None:
    """A condition alone: "Có văn bản triển khai". Nothing is said about points."""
    words = _told(material)
    if len(words) != 1 or not isinstance(words[0], Heading | Prose):
        return None
    text = _INTRODUCED.sub("", words[0].clause.text)
    if restricts(text) or _ASKED.search(text):
        return None
    if len(text) > _LONGEST_CONDITION or any(sign.isdigit() for sign in text) or not _CONDITION.match(text):
        return None
    material.use(words[0])
    if _SHARE.match(material.name):
        return _share_by_name(material)
    material.assume("đạt điều kiện được điểm tối đa, không đạt 0 điểm; văn bản không nói cách tính")
    return {"kind": "yes_no", "when": material.figures.yes_no(question_beside(text, material.name))}


def _told(material: Material) -> list[Statement]:
    """What the calculation text says behind the last words that only introduce."""
    told = [
        each for each in material.statements if each.clause.field == "method" and not each.clause.explains
    ]
    lead = max((place for place, each in enumerate(told) if _INTRODUCES.match(each.clause.text)), default=-1)
    return told[lead + 1 :]


def _share_by_name(material: Material) -> Rule | None:
    """A row that is called a ratio is one, whatever must be fulfilled to be counted."""
    value = material.figures.ratio() or material.figures.assumed_ratio()
    if not material.figures.use(value):
        return None
    rule = {"kind": "ratio", "value": formula_text(value), "if_zero": "not_applicable"}
    if _ILL.search(material.name):
        material.assume("tỷ lệ càng thấp điểm càng cao; văn bản không nói cách tính")
        return {**rule, "better": "low"}
    material.assume("điểm tính theo tỷ lệ đạt được; văn bản không nói cách tính")
    return rule


def _is_amount(material: Material, goal: Goal) -> bool:
    """Whether an amount grows, and nothing is said of a share of it."""
    words = re.sub(r"t[ỷỉ] lệ thuận", "", goal.clause.text, flags=re.IGNORECASE)
    return bool(_AMOUNT.match(material.name)) and not material.figures.has_ratio and not _SHARE.search(words)


def _reached(material: Material, goal: Goal, band: Band) -> Rule | None:
    if band.low is None or not band.is_low_in:
        return None
    if any(
        each.clause.start != goal.clause.start and re.search(r"\d", each.clause.text)
        for each in _told(material)
    ):
        # "Từ 3 lần trở lên; 2 lần; 1 lần": levels whose points nobody printed.
        return None
    letter = material.figures.count(f"{material.name} – {goal.clause.text}")
    material.assume(
        f"đạt từ {amount_text(band.low)} được điểm tối đa, dưới đó 0 điểm; văn bản không nói cách tính"
    )
    return {"kind": "tiers", "value": letter, "tiers": [{"at_least": amount_text(band.low), "give": "full"}]}


def _compared(material: Material) -> Rule:
    """As in "doanh thu tỷ lệ thuận với điểm": the text does not say with what it is compared."""
    material.assume("điểm so với đơn vị có số liệu cao nhất; văn bản không nói so với số nào")
    return {"kind": "peer", "value": material.figures.count(material.name), "method": "share_of_max"}


def _none_or_all(material: Material, cases: str, done: str) -> Rule | None:
    """As in "không có máy bị nhiễm, hoặc nếu có thì 100 % đã được xử lý"."""
    value = material.figures.part_of(f"Số {done}", f"Số {cases}")
    if not material.figures.use(value):
        return None
    material.assume("đạt điều kiện được điểm tối đa, không đạt 0 điểm; văn bản không nói cách tính")
    return {"kind": "ratio", "value": formula_text(value), "below": "zero", "if_zero": "full"}


def _mean_of_goals(material: Material, goals: list[Goal]) -> Rule | None:
    """As in "100 % nhân sự có A; 100 % nhân sự có B": each counts alike, of one and the same whole."""
    parts = [_ALL_OF.match(" ".join(goal.clause.text.split())) for goal in goals]
    wholes = {part["whole"].casefold() if part else "" for part in parts}
    if len(wholes) != 1 or "" in wholes:
        return None
    whole = next(iter(wholes))
    values: list[Formula] = material.figures.parts_of(
        [f"Số {whole} {part['what']}" for part in parts if part], f"Tổng số {whole}"
    )
    if not all(material.figures.use(value) for value in values):
        return None
    material.use(*goals)
    material.assume("điểm là trung bình của các tỷ lệ; văn bản không nói cách tính")
    mean = f"({' + '.join(formula_text(value) for value in values)}) / {len(values)}"
    rule: dict[str, Any] = {"kind": "ratio", "value": mean, "if_zero": "not_applicable"}
    return rule
