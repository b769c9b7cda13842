"""Rows of several sections, each with points and rules of its own: "a) Có kế hoạch: 2 điểm; b) Từ 80 %: 8 điểm; …"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text, exact_number
from chamdiem.annex.rules.empties import with_policy
from chamdiem.annex.rules.reading import RuleReading
from chamdiem.annex.rules.trying import why_it_fails

Read = Callable[[dict[str, str], str, Fraction], RuleReading]

_OPENS = r"(?:^|(?<=[\n;.:]))[ \t]*"
_MARKS = (
    re.compile(rf"{_OPENS}(?P<mark>[a-e])\)\s*(?=\S)", re.MULTILINE),
    re.compile(rf"{_OPENS}\((?P<mark>[1-9a-e])\)\s*(?=\S)", re.MULTILINE),
    re.compile(rf"{_OPENS}(?P<mark>[1-9])[.)]\s+(?=[^\W\d_])", re.MULTILINE),
    re.compile(rf"{_OPENS}(?P<mark>I{{1,3}}|IV|V)[.)]\s+(?=[^\W\d_])", re.MULTILINE),
)
_ORDERS = ([*"abcde"], [*"123456789"], ["I", "II", "III", "IV", "V"])
_POINTS = re.compile(r"(?<![\d,.])(\d+(?:,\d+)?) ?(?:điểm|đ)\b", re.IGNORECASE)
# "1. Nhân lực (tối đa 5 điểm): …": what the section is called, and all it gives.
_TITLED = re.compile(
    r"(?P<title>[^:;\d\n()]{3,100}?)\s*\((?:tối đa )?(?P<points>\d+(?:,\d+)?) ?(?:điểm|đ)\)\s*[:.]?\s*(?=[^\s;.])",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?P<title>[^:;\d\n()<>≥≤=]{3,100}?)\s*:\s*(?=\S)")
_LEADS = re.compile(
    r"(?:(?:điểm |tổng điểm |tối đa )*(?:là )?(?:(?P<points>\d+(?:,\d+)?) ?(?:điểm|đ))?[\s,:;.]*)?(?:(?:trong đó|bao gồm|gồm|cụ thể|cách tính(?: điểm)?|chấm điểm|như sau)[\s,:;.]*)*",
    re.IGNORECASE,
)
# A line or sentence of its own behind the last section may speak of all of them.
_OF_ALL = re.compile(
    r"\n(?!\s*[-+•–*])|[.]\s+(?=(?:Trường hợp|Nếu|Khi|Đơn vị|Cơ quan|Các|Tổng|Riêng|Không|Chưa|Mỗi|Trừ|Chỉ|Điểm|Tối đa|Lưu ý|Ghi chú)\b)|;\s*(?:tổng|chỉ|riêng|nếu không có cả)\b|\b(?:(?:nêu|kể|ở|mục|ý|dung|kiện) trên|các mục|các ý|cả tiêu chí|tiêu chí này)\b"
)
_ALTERNATIVES = re.compile(r"^hoặc\b|\bhoặc[\s,;:.]*$|\b(?:chọn|mức cao nhất|phương án)\b", re.IGNORECASE)
_LETTER = re.compile(r"(?<![^\W\d_])[a-z]\d?(?![^\W\d_])")
_SPEAKS_IN_LETTERS = ("value", "of", "when")
_ALPHABET = "abcdefghijklmnpqrstuvwxyz"
_FROM_OTHERS = 6


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its text from ``start`` on in the whole, what it is called and all it gives."""

    text: str
    start: int
    name: str
    maximum: Fraction


def by_sections(method: str, name: str, maximum: Fraction, read: Read) -> RuleReading | None:
    """The sum of what sections give; None unless each of them is understood and they come to the maximum."""
    sections = list(_sections(method, name))
    if len(sections) < 2 or sum(each.maximum for each in sections) != maximum:
        return None
    if not any(len(_POINTS.findall(each.text)) > 1 for each in sections):
        # Sections that give one thing each are no more than a list, which was read as a whole.
        return None
    readings = [read({"method": each.text}, each.name, each.maximum) for each in sections]
    pairs = list(zip(sections, readings, strict=True))
    return _joined(pairs) if all(_is_whole(reading, each.maximum) for each, reading in pairs) else None


def _is_whole(reading: RuleReading, maximum: Fraction) -> bool:
    if reading.is_manual or reading.unread or reading.not_applicable_when:
        return False
    return not why_it_fails(reading, maximum)


def _sections(method: str, name: str) -> Iterator[Section]:
    """The marked sections of a text; none where something stands outside of them."""
    found = next((found for pattern in _MARKS if len(found := list(pattern.finditer(method))) > 1), [])
    marks = [match["mark"] for match in found]
    lead = method[: found[0].start()] if found else ""
    in_order = any(marks == each[: len(marks)] for each in _ORDERS)
    if not found or not in_order or not _LEADS.fullmatch(lead.strip()):
        return
    ends = [*(match.start() for match in found[1:]), len(method)]
    for match, end in zip(found, ends, strict=True):
        text = method[match.end() : end].rstrip()
        if _OF_ALL.search(text) or _ALTERNATIVES.search(text):
            return
        section = _section(text, match.end(), name)
        if section is None:
            return
        yield section


def _section(text: str, start: int, name: str) -> Section | None:
    titled = _TITLED.match(text)
    if titled is not None and _POINTS.search(text, titled.end()):
        body = text[titled.end() :]
        return Section(body, start + titled.end(), titled["title"].strip(), exact_number(titled["points"]))
    points = [exact_number(each) for each in _POINTS.findall(text)]
    if not points or not max(points):
        return None
    title = _TITLE.match(text)
    return Section(text, start, title["title"].strip() if title is not None else name, max(points))


def _joined(pairs: Sequence[tuple[Section, RuleReading]]) -> RuleReading:
    """One sum of the rules of all sections, each figure with a letter of its own."""
    whole = RuleReading({"kind": "sum", "parts": []}, confidence=100)
    parts: list[dict[str, Any]] = []
    for section, reading in pairs:
        letters = _letters_for(reading, whole)
        whole.inputs |= {letters[letter]: given for letter, given in reading.inputs.items()}
        rule = reading.rule if isinstance(reading.rule, str) else with_policy(reading.rule, "zero")
        parts.append({"points": amount_text(section.maximum), "rule": _in_letters(rule, letters)})
        whole.assumed += [each for each in reading.assumed if each not in whole.assumed]
        whole.phrases += [
            replace(each, start=each.start + section.start, end=each.end + section.start)
            for each in reading.phrases
        ]
        whole.confidence = min(whole.confidence, reading.confidence)
    if any(reading.zero_unsaid for _, reading in pairs):
        whole.assumed.append("mẫu số bằng 0: phần đó 0 điểm; văn bản không nói")
    printed = " + ".join(amount_text(section.maximum) for section, _ in pairs)
    whole.assumed.append(f"điểm của các mục cộng lại ({printed})")
    whole.rule = {"kind": "sum", "parts": parts}
    whole.confidence -= _FROM_OTHERS
    return whole


def _letters_for(reading: RuleReading, whole: RuleReading) -> dict[str, str]:
    """A letter of the whole for each letter of a section: the same where the figure is the same."""
    taken = {*whole.inputs, *reading.inputs}
    letters: dict[str, str] = {}
    for letter, given in reading.inputs.items():
        same = next((each for each, other in whole.inputs.items() if other == given), None)
        if same is None and letter in whole.inputs:
            same = next(each for each in _ALPHABET if each not in taken)
            taken.add(same)
        letters[letter] = same or letter
    return letters


def _in_letters(rule: Any, letters: dict[str, str], key: str = "") -> Any:
    """A rule with other letters in its expressions."""
    if isinstance(rule, dict):
        return {own: _in_letters(value, letters, own) for own, value in rule.items()}
    if isinstance(rule, list):
        return [_in_letters(each, letters) for each in rule]
    if key in _SPEAKS_IN_LETTERS:
        return _LETTER.sub(lambda match: letters.get(match[0], match[0]), rule)
    return rule
