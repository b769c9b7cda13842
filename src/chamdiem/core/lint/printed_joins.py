"""Whether a text wants all of several things or one of them, against the rule: "cả A và B", "A hoặc B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.expression import Both, Compare, Condition, Either, Letter, Number
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit, Word
from chamdiem.core.lint.folding import words
from chamdiem.core.lint.joined_thresholds import joined_otherwise, joined_thresholds
from chamdiem.core.lint.listed_conditions import wants_all_listed
from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.lint.printed_rewards import read_reward, reward_words
from chamdiem.core.lint.wording import corrected
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.composite import SumRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.simple import YesNoRule

_ALL = re.compile(r"\b(?:và|đồng thời|cả hai|cả ba|tất cả)\b", re.IGNORECASE)
_ANY = re.compile(r"\b(?:hoặc|một trong|ít nhất một|tối thiểu một|bất kỳ)\b", re.IGNORECASE)
_ONLY_THEN = re.compile(r"\b(?:cả|đủ|đồng thời)\b.*\bmới (?:được|có|đạt|tính)\b", re.IGNORECASE)
# "Thiếu một trong hai: 0 điểm" wants both.
_LACKS = re.compile(r"^(?:nếu )?(?:thiếu|không đủ|chưa đủ|không đạt) (?:một|1) trong\b", re.IGNORECASE)
# The same behind what both earn: "Cả hai: có kho và có cổng thì được 5 điểm, thiếu một trong hai thì 0 điểm".
_ELSE_LACKS = re.compile(
    r"[,;.]\s+(?:nếu )?(?:thiếu|không đủ|chưa đủ) (?:một|1) trong (?:hai|ba|bốn|các|những|số)\b"
    r"[^\d,;:.]{0,30}?(?::|\bthì\b|\bđược\b)\s*(?:được )?(?:0 điểm|không (?:được |có |tính )*điểm)",
    re.IGNORECASE,
)
# "Có một trong các văn bản" speaks of all that the row asks for.
_ONE_OF_THESE = re.compile(r"\bmột trong (?:các|những|số)\b", re.IGNORECASE)
# What joins beyond doubt where a text says nothing but what it wants.
_PLAINLY = re.compile(
    r"\b(?:hoặc|một trong|ít nhất một|đồng thời|cả hai|cả ba|cả [^,;:]+ và)\b", re.IGNORECASE
)
# How many things a text means that names none of them.
_HOW_MANY = re.compile(r"\b(?:cả|trong(?: số)?|đủ)\s+(?P<number>hai|ba|bốn|0?[234])\b", re.IGNORECASE)
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4}
# "Mỗi bài 0,5 điểm; hoặc có phóng sự: điểm tối đa".
_ALTERNATIVES = re.compile(r"[;\n]|\.\s+|,\s+(?=hoặc\b)", re.IGNORECASE)
_OR = re.compile(r"hoặc\s", re.IGNORECASE)
_GIVEN = re.compile(r":|\b(?:thì|được|đạt|mới)\b")
# Words of a label that say nothing of what is asked.
_GENERAL = frozenset(("có", "đã", "được", "và", "của", "các", "đơn", "vị"))
# How much of a label must stand in a line before the line speaks of it.
_ENOUGH = Fraction(3, 5)


def joins_against_text(document: Document) -> Iterator[Hit]:
    """The text wants all of several things and the rule one of them, or the other way round."""
    for row, rule in document.computed:
        for pair in joined_thresholds(document.wording.numbered(row, "method")):
            if joined_otherwise(rule, pair):
                yield _joined_hit(row, pair.line, wants_all=not pair.wants_both)
                break
        if isinstance(rule, SumRule) and (
            line := _earning_all(document.wording.numbered(row, "method"), rule, row)
        ):
            yield _hit(row, line, "adds_parts", "sum")
        wanted = _wanted(rule) if isinstance(rule, YesNoRule | ChecklistRule) else None
        if wanted is None:
            continue
        letters, wants_all = wanted
        labels = [row.inputs[letter].label for letter in letters if letter in row.inputs]
        if len(labels) < len(letters) or len(labels) < 2 or any(_join(label) is not None for label in labels):
            continue
        are_all_asked = set(letters) == set(row.inputs)
        if are_all_asked and (found := _listed_otherwise(row, rule, wants_all=wants_all)):
            yield _joined_hit(row, found, wants_all=wants_all)
            continue
        lines = [*filter(None, lines_of(corrected(row, "method")))]
        for line in lines:
            is_all = _asked(line, rule, row) if len(lines) > 1 or _names_points(line) else _plainly(line)
            if (
                is_all is not None
                and is_all is not wants_all
                and (
                    _names(line, labels)
                    or _how_many(line) == len(labels)
                    or (are_all_asked and bool(_ONE_OF_THESE.search(line)))
                )
            ):
                yield _joined_hit(row, line, wants_all=wants_all)
                break


def _listed_otherwise(row: Row, rule: Rule, *, wants_all: bool) -> str:
    """The text, where it wants one entry of a list and the rule all of them, or the other way round."""
    text = corrected(row, "method")
    is_sum = isinstance(rule, ChecklistRule) and rule.need == "any"
    all_listed = None if is_sum else wants_all_listed(text, row.max_points or Fraction(1))
    return "" if all_listed in (None, wants_all) else " ".join(text.split())


def _joined_hit(row: Row, line: str, *, wants_all: bool) -> Hit:
    return _hit(row, line, *(("wants_all", "and") if wants_all else ("wants_one", "or")))


def _hit(row: Row, line: str, does: str, computed: str) -> Hit:
    return Hit(
        row=row, detail=line, printed=line, computed=computed, facts={"line": line, "does": Word(does)}
    )


def _earning_all(text: str, rule: SumRule, row: Row) -> str:
    """The alternative of a text that earns everything, where every part of a sum earns less; else empty."""
    maximum = row.max_points
    if not maximum or any(part.worth.of(maximum) >= maximum for part in rule.parts_):
        return ""
    clauses = (clause.strip(" +•-") for clause in _ALTERNATIVES.split(text))
    others = (clause for clause in clauses if _OR.match(clause) and not _ALL.search(clause))
    rewards = ((clause, read_reward(reward_words(clause), maximum)) for clause in others)
    found = (clause for clause, reward in rewards if reward is not None and reward.points == (maximum,))
    return " ".join(next(found, "").split())


def _wanted(rule: YesNoRule | ChecklistRule) -> tuple[list[str], bool] | None:
    """The letters a rule asks for, and whether it wants them all; None where it asks in another way."""
    if isinstance(rule, ChecklistRule):
        asked = [part.when for part in rule.parts_]
        letters = [each.name for each in asked if isinstance(each, Letter)]
        return (letters, rule.need == "all") if len(letters) == len(asked) else None
    kind = type(rule.when)
    if kind not in (Both, Either):
        return None
    found = list(_letters(rule.when, kind))
    letters = [each for each in found if each]
    return (letters, kind is Both) if len(letters) == len(found) else None


def _letters(condition: Condition, kind: type) -> Iterator[str]:
    """The letters that one kind of join holds together, alone or as so many; empty for anything else."""
    match condition:
        case Both(left, right) | Either(left, right) if isinstance(condition, kind):
            yield from _letters(left, kind)
            yield from _letters(right, kind)
        case Letter(name) | Compare(">=" | ">", Letter(name), Number()):
            yield name
        case _:
            yield ""


def _asked(line: str, rule: Rule, row: Row) -> bool | None:
    """Whether a line gives everything for all together, or for one alone; None where it does not say."""
    if _ONLY_THEN.search(line) or _ELSE_LACKS.search(line):
        return True
    maximum = row.max_points or Fraction(1)
    reward = read_reward(reward_words(line), maximum)
    if reward is None and line.count(":") > 1:
        # "Có một trong các văn bản: kế hoạch, quyết định: 10 điểm".
        reward = read_reward(line.rpartition(":")[2], maximum)
    if _LACKS.match(line) and reward is not None and reward.points == (Fraction(0),):
        return True
    # What a checklist gives for all together is the sum of its parts.
    is_sum = isinstance(rule, ChecklistRule) and rule.need == "any"
    if reward is None or reward.points != (maximum,) or is_sum:
        return None
    return _join(next(filter(str.strip, _GIVEN.split(line)), ""))


def _names_points(line: str) -> bool:
    return "điểm" in line.casefold() or any(map(str.isdigit, line))


def _plainly(line: str) -> bool | None:
    """Whether the only line of a text, which names no points, plainly wants all, or one."""
    return _join(line) if _PLAINLY.search(line) else None


def _join(text: str) -> bool | None:
    """Whether a text joins by *and*, or by *or*; None for neither, or for both."""
    is_all, is_any = bool(_ALL.search(text)), bool(_ANY.search(text))
    return None if is_all is is_any else is_all


def _how_many(line: str) -> int:
    match = _HOW_MANY.search(line)
    number = match["number"].casefold() if match else "0"
    return _NUMBERS.get(number) or int(number)


def _names(line: str, labels: list[str]) -> bool:
    """Whether a line speaks of every label."""
    said = set(words(line))
    asked = (set(words(label)) - _GENERAL for label in labels)
    return all(each and Fraction(len(each & said), len(each)) >= _ENOUGH for each in asked)


CHECKS = (Check("method.other_join", "error", "rule and text", joins_against_text),)
