"""Rows of several sections, each with points and rules of its own: "a) Có kế hoạch: 2 điểm; b) Từ 80 %: 8 điểm; …"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.empties import with_policy
from chamdiem.annex.rules.reading import Phrase, RuleReading
from chamdiem.annex.rules.section_texts import (
    Section,
    gives_several,
    in_points,
    list_unmarked,
    section_of,
    speaks_of_others,
)
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
_LEADS = re.compile(
    r"(?:(?:điểm |tổng điểm |tối đa )*(?:là )?(?:(?P<points>\d+(?:,\d+)?) ?(?:điểm|đ))?[\s,:;.]*)?(?:(?:trong đó|bao gồm|gồm|cụ thể|cách tính(?: điểm)?|chấm điểm|như sau)[\s,:;.]*)*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<![^\W\d_])[a-z]\d?(?![^\W\d_])")
_SPEAKS_IN_LETTERS = ("value", "of", "when")
_ALPHABET = "abcdefghijklmnpqrstuvwxyz"
_FROM_OTHERS = 6


def by_sections(method: str, name: str, maximum: Fraction, read: Read) -> RuleReading | None:
    """The sum of what sections give; None unless each of them is understood and they come to the maximum."""
    if (plain := in_points(method, maximum)) != method:
        reading = by_sections(plain, name, maximum, read)
        return None if reading is None else replace(reading, phrases=[_whole_of(method)])
    marked = list(_sections(method, name))
    sections = marked or list_unmarked(method, name, maximum)
    if len(sections) < 2 or sum(each.maximum for each in sections) != maximum:
        return None
    if not any(gives_several(each.text) for each in sections):
        # Sections that give one thing each are no more than a list, which was read as a whole.
        return None
    readings = [read({"method": each.text}, each.name, each.maximum) for each in sections]
    if not marked and _share_figures(readings):
        # Two ladders of one and the same figure are no two sections.
        return None
    pairs = list(zip(sections, readings, strict=True))
    return _joined(pairs) if all(_is_whole(reading, each.maximum) for each, reading in pairs) else None


def _whole_of(method: str) -> Phrase:
    """All of a text, where its shares were read as points: places in it are no longer those printed."""
    return Phrase("method", 0, len(method), "shares")


def _share_figures(readings: Sequence[RuleReading]) -> bool:
    labels = [given["label"].casefold() for each in readings for given in each.inputs.values()]
    return len(set(labels)) < len(labels)


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
        if speaks_of_others(text):
            return
        section = section_of(text, match.end(), name)
        if section is None:
            return
        yield section


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
