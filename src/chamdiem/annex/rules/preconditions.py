"""Thresholds of another quantity than the row's own: "số phiếu thu về dưới 50 % số phiếu phát ra: 0 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.empties import main_way
from chamdiem.annex.rules.formulas import Formula
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.naming import without_threshold
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Assignment, Award, Points, WordsRatio

# Words that say of what a threshold is, but not of which.
_GENERIC = re.compile(
    r"(?:t[ỷỉ]|lệ|đạt|được|hoàn|thành|kết|quả|mức|số|lượng|tổng|giá|trị|chỉ|tiêu|này|trên|thực|hiện|tế|nếu|khi|trường|hợp|đơn|vị|cơ|quan|địa|phương|thì|"
    r"các|những|có|của|trong|so|với|là|cũng|mà|nhưng|điểm|dưới|từ|đến|không|quá|tối|thiểu|ít|nhất|chưa|phần|trăm|bị|riêng|hơn|thấp|nhỏ|trở|lên|xuống|đủ|tới|còn|lại|cứ|mỗi|tính|theo|bằng|năm|[a-z])"
)
_NUMBER = re.compile(
    r"(?:dưới|trên|từ|đến|không quá|ít hơn|chưa đủ|[<>≥≤])?\s*\d[\d.,]*\s*[%‰]?", re.IGNORECASE
)
_LEADS = re.compile(r"^(?:(?:nếu|khi|trường hợp|riêng|mà|trong trường hợp|đơn vị có)\s+)+", re.IGNORECASE)
# Words that make a ratio the other one.
_TURNED = re.compile(r"\b(?:không|chưa|trễ|chậm|quá hạn|sai|thiếu|lỗi)\b", re.IGNORECASE)
_RATIO = re.compile(r"t[ỷỉ] lệ\b", re.IGNORECASE)
# "Số phiếu thu về không đủ 50%": the figure is what came back, and not what lacks.
_FALLS_SHORT = re.compile(r"\s+(?:không|chưa)(?: được)?(?: đủ| đạt| tới| đến)?$", re.IGNORECASE)
_UP = re.compile(r"\btrở (?:lên|xuống)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\s+(?:trên|so với|/|trong)\s+(?=tổng|số|các)", re.IGNORECASE)


def other_quantity(material: Material, award: Award, above: Iterable[str]) -> str:
    """What the threshold of an award is about, where that is not the ratio of a rule; empty where it is.

    Args:
        material: What the rule is made of.
        award: The condition with its threshold.
        above: The letters that stand above the stroke of the ratio.
    """
    own = _words(material.name) | _words(" ".join(_said_of_the_ratio(material, award)))
    known = own.union(*(_words(label) for label in material.figures.labels.values()))
    counted = own.union(*(_words(material.figures.labels.get(letter, "")) for letter in above))
    condition = main_way(award.condition)
    front, _, behind = _NUMBER.sub("|", condition, count=1).partition("|")
    if _heads_the_levels(material, award, front):
        return ""
    part, *whole = _WHOLE.split(front)
    if _words(part) <= counted and _words(" ".join([*whole, behind])) <= known:
        return ""
    return _label(front, behind if _words(behind) else "", is_percent="%" in condition)


def _heads_the_levels(material: Material, award: Award, front: str) -> bool:
    """As in "Tỷ lệ … : dưới 50%: 0 điểm; từ 50%: 5 điểm": the other levels only have their numbers."""
    others = [each for each in material.awards if each is not award]
    is_first = material.awards[0] is award and bool(others)
    is_named = bool(_RATIO.match(front)) and front.rstrip().endswith(":")
    return is_first and is_named and not any(_words(each.condition) for each in others)


def _label(front: str, behind: str, *, is_percent: bool) -> str:
    """What people enter: "Tỷ lệ số phiếu thu về so với số phiếu phát ra"."""
    front = _FALLS_SHORT.sub("", _LEADS.sub("", " ".join(front.split()))).strip(" :;,.")
    behind = _UP.sub("", " ".join(behind.split())).strip(" :;,.")
    words = " so với ".join(each for each in (front, behind) if each)
    return words if not is_percent or _RATIO.match(words) else f"Tỷ lệ {words[:1].lower()}{words[1:]}"


def behind_another(material: Material, rule: Rule, award: Award, band: Band, words: str) -> Rule:
    """A rule that only counts from a threshold of another quantity on, which is asked for by itself."""
    if band.high is None:
        return rule
    if band.is_percent:
        letter = material.figures.count(words)
        material.figures.inputs[letter] = {
            "type": "decimal", "label": material.figures.inputs[letter]["label"], "unit": "%", "decimals": "2",
        }  # fmt: skip
    else:
        letter = _same_figure(material, words) or material.figures.count(words)
    material.assume(f"“{award.condition}” nói về số liệu khác với tỷ lệ của dòng: hỏi riêng")
    threshold = amount_text(band.high * (Fraction(100) if band.is_percent else Fraction(1)))
    sign = ">" if band.is_high_in else ">="
    return {"kind": "gate", "when": f"{letter} {sign} {threshold}", "then": rule, "else": "none"}


def speak_of_different(bands: Iterable[Award], name: str) -> bool:
    """Whether two thresholds share no word of what they are about: one ladder cannot hold them."""
    said = [_words(without_threshold(each.condition)) - _words(name) for each in bands]
    told = [each for each in said if each]
    return any(not one & other for place, one in enumerate(told) for other in told[place + 1 :])


def ratio_called(material: Material, name: str) -> Formula | None:
    """The ratio a formula calls by its words; none where the text defines another one."""
    if not material.figures.has_ratio:
        is_its_own = _meant(name) <= _meant(material.name)
        return material.figures.assumed_ratio("" if is_its_own else name)
    found = material.figures.ratio(name)
    return found if found is None or is_called(material, name) else None


def is_called(material: Material, name: str) -> bool:
    """Whether the words of a ratio in a formula are those of the ratio the text defines, or may be."""
    said = " ".join([*material.figures.labels.values(), *material.figures.meanings])
    if not material.figures.is_assumed:
        return _words(name) <= _words(f"{said} {material.name}") and _turned(name) <= _turned(said)
    conditions = " ".join(each.condition for each in material.awards)
    return _turned(name) <= _turned(f"{said} {conditions} {material.name}")


def _meant(text: str) -> set[str]:
    return _words(text) | _turned(text)


def _turned(text: str) -> set[str]:
    return {each.casefold() for each in _TURNED.findall(text)}


def _said_of_the_ratio(material: Material, award: Award) -> Iterable[str]:
    """The texts that name the ratio of the row: its formula, without what else the clause says."""
    in_words = [each.clause for each in material.of(WordsRatio)]
    for each in material.statements:
        if isinstance(each, WordsRatio):
            yield each.above
        elif isinstance(each, Assignment):
            yield each.name
        elif isinstance(each, Points) and not each.figures and each.clause not in in_words:
            yield each.clause.text
    yield from (
        each.condition for each in material.awards if each is not award and not each.reward.is_nothing
    )


def _same_figure(material: Material, words: str) -> str:
    """The letter of a figure that is called like this."""
    return next(
        (
            letter
            for letter in material.figures.inputs
            if _words(material.figures.labels.get(letter, "")) == _words(words)
        ),
        "",
    )


def telling_words(text: str) -> set[str]:
    """The words of a condition that say of what it is."""
    return _words(text)


def _words(text: str) -> set[str]:
    found = re.findall(r"[^\W\d_]+", text.casefold())
    return {each for each in found if not _GENERIC.fullmatch(each)}
