"""Points for every so many items in a text (``cứ 02 cuộc được 1 điểm``), against those a count gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from chamdiem.core.expression import Term, letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import words
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.rule import walk

_Counting = CountRule | DeductRule
_POINTS = r"(?P<points>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:điểm|đ)\b(?!\s+tối đa)"
_EVERY = r"(?P<every>[1-9]\d{0,2}(?:\.\d{3})+|\d{1,4})"
_NOUN = r"[^\W\d_][^\d.,;:%\n]{0,50}?(?:,\s+[^\d.,;:%\n]{1,25}?){0,2}"
# "Cứ công bố 05 bộ dữ liệu": an act in front of the number, but no comparison with another one.
_ACT = r"(?:(?!tăng|giảm|vượt|hơn|kém|thiếu)[^\W\d_]+ ){1,3}(?=\d)"
_STEP = re.compile(
    rf"\b(?:mỗi|cứ(?: mỗi| đủ| có)?)\s+(?:(?:(?<=cứ ){_ACT})?{_EVERY}\s+)?(?P<noun>{_NOUN})\s*"
    rf"(?::\s*)?(?:\b(?:thì )?(?:được cộng|được|cộng|tính|trừ|bị trừ))?\s*{_POINTS}",
    re.IGNORECASE,
)
# "01 điểm/cuộc", "trừ 0,5 điểm cho mỗi lần", "1 điểm cho mỗi 5 bài".
_AHEAD = re.compile(
    rf"(?:\b(?:trừ|bị trừ)\s+)?(?<![\d/.,]){_POINTS}\s*(?:/|\bcho (?:mỗi|một)\b|\bmỗi\b)\s*"
    rf"(?:{_EVERY}\s+)?(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)",
    re.IGNORECASE,
)
_FEW_WORDS = r"(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,5}?)"
# "01 lớp: 0,5 điểm; 01 buổi 0,25 điểm", "0,5 điểm một lớp", "số lớp x 0,5 điểm": one of them without "mỗi".
_ONE = (
    re.compile(
        rf"(?:^|[;,.:\n+•–-])\s*(?:0?1|một)\s+{_FEW_WORDS}\s*[:=]?\s*"
        rf"(?:\b(?:thì )?(?:được|cộng|tính|trừ|bị trừ)(?: tính| cộng)?\s+)?{_POINTS}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\d/.,]){_POINTS}\s+(?:0?1|một)\s+{_FEW_WORDS}(?=\s*(?:[;,.)\n]|$))", re.IGNORECASE),
    re.compile(rf"\bsố (?:lượng )?(?P<noun>{_NOUN})\s*[x×*]\s*{_POINTS}", re.IGNORECASE),
)
# "02 lớp: 8 điểm" beside one of them: levels, not prices.
_SEVERAL = r"(?<![\d.,])(?:0?[2-9]|[1-9]\d+)\s+{}\b"
# "Mỗi nội dung tối đa 2 điểm" is a cap, "mỗi 100 triệu đồng" an amount, "mỗi nửa" a part.
_COUNTS_OTHERWISE = re.compile(
    r"\b(?:tối đa|tối thiểu|ít nhất|không (?:quá|vượt|dưới)|nghìn|triệu|tỷ|trăm|chục|phần|nửa|điểm)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\btrừ\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """So many points for every full ``every`` items; ``clause`` is all that stands between two semicolons."""

    text: str
    every: int
    points: Fraction
    noun: str
    clause: str

    @property
    def is_taken(self) -> bool:
        """Whether the points are taken off."""
        return bool(_TAKEN.search(self.text))

    def at(self, count: int) -> Fraction:
        """The points for so many items."""
        return count // self.every * self.points


def steps_against_text(document: Document) -> Iterator[Hit]:
    """The text gives points for every so many items, and no part of the rule counts so."""
    for row, rules in _counting(document):
        texts = [document.wording.numbered(row, field) for field in ("method", "printed_note")]
        yield from _differing(row, rules, [step for text in texts for step in read_steps(text)])


def steps_against_reading(document: Document) -> Iterator[Hit]:
    """The note gives points for every so many items, and no part of the rule counts so."""
    for row, rules in _counting(document):
        # What it gives for one item is told by ``note.other_points``.
        steps = [step for step in read_steps(document.wording.numbered(row, "note")) if step.every > 1]
        yield from _differing(row, rules, steps)


def _counting(document: Document) -> Iterator[tuple[Row, list[_Counting]]]:
    """The rows with rules that count items; none where one of them counts something else."""
    for row, rule in document.computed:
        counting = [inner for inner in walk(rule) if isinstance(inner, CountRule | DeductRule)]
        if counting and all(_counts_items(part.of) for inner in counting for part in inner.parts_):
            yield row, counting


def _in_days(step: Step, row: Row, parts: Sequence[CountPart]) -> Step:
    """A step of weeks as one of days, where the rule counts days: "mỗi tuần chậm trừ 1 điểm"."""
    letters = {letter for part in parts for letter in letters_in(part.of) if letter in row.inputs}
    is_days = all(row.inputs[each].type == "date" or row.inputs[each].unit == "ngày" for each in letters)
    if not (letters and is_days and step.noun.casefold().startswith("tuần")):
        return step
    return replace(step, every=7 * step.every, noun="ngày")


def _differing(row: Row, rules: Sequence[_Counting], steps: Sequence[Step]) -> Iterator[Hit]:
    for printed in steps:
        parts = [part for rule in rules if _has_sign(rule, row, printed) for part in rule.parts_]
        step = _in_days(printed, row, parts)
        if step.every == 1 and not _is_about(step, row, parts):
            continue
        differing = [_differs(step, part, row) for part in parts]
        # What another part costs is wrong for the one the step names; else any part may be meant.
        place = _meant(step, row, parts) if all(differing) else _named(step.noun, row, parts)
        count = None if place is None or not parts else differing[place]
        if place is not None and count:
            yield _hit(row, step, count, parts[place])


def _meant(step: Step, row: Row, parts: Sequence[CountPart]) -> int:
    """The place of the part that a step is about, by what it counts or the words beside; else the first."""
    places = (_named(text, row, parts) for text in (step.noun, step.clause))
    return next((place for place in places if place is not None), 0)


def _named(text: str, row: Row, parts: Sequence[CountPart]) -> int | None:
    """The place of the only part with words of a text that no other part has: "mỗi lớp", "gửi chậm"."""
    known = [set(words(_called(part, row))) for part in parts]
    said = set(words(text))
    named = [
        place
        for place, own in enumerate(known)
        if said & own - set().union(*(other for other in known if other is not own))
    ]
    return named[0] if len(named) == 1 else None


def _called(part: CountPart, row: Row) -> str:
    """The label of a part, and the labels and units of its figures."""
    figures = [row.inputs[letter] for letter in letters_in(part.of) if letter in row.inputs]
    return " ".join((part.label, *(f"{each.label} {each.unit}" for each in figures)))


def _has_sign(rule: _Counting, row: Row, step: Step) -> bool:
    """Whether a rule takes points off where a step does; what a deduction counts is taken off."""
    return row.role == "deduction" or isinstance(rule, DeductRule) is step.is_taken


def _counts_items(term: Term) -> bool:
    """Whether a term is a figure, or figures added up."""
    quotient = quotient_of(term)
    return quotient.is_whole and all(
        len(figures) == 1 and factor == 1 for figures, factor in quotient.numerator.items()
    )


def _is_about(step: Step, row: Row, parts: Sequence[CountPart]) -> bool:
    """Whether a step begins with what the rule counts, by the words of its figures or of the row."""
    known = words(" ".join((row.correct_name, *(_called(part, row) for part in parts))))
    return words(step.noun)[0] in known


def read_steps(text: str) -> Iterator[Step]:
    """What a text gives or takes for every so many items."""
    if "đ" not in text:
        return
    for pattern in (_STEP, _AHEAD, *_ONE):
        for match in pattern.finditer(text):
            every = int((match.groupdict().get("every") or "1").replace(".", ""))
            is_level = pattern in _ONE and _is_level(match["noun"], text)
            if every and not is_level and not _COUNTS_OTHERWISE.search(match["noun"]):
                points = exact(match["points"].replace(",", "."))
                printed = " ".join(match.group().strip(" ;,.:\n+•–-").split())
                yield Step(printed, every, points, match["noun"], _clause(text, match))


def _clause(text: str, match: re.Match[str]) -> str:
    """What stands around a step between two semicolons or lines."""
    ahead, behind = text[: match.end()], text[match.end() :]
    return re.split(r"[;\n]", ahead.rstrip(";\n"))[-1] + re.split(r"[;\n]", behind)[0]


def _is_level(noun: str, text: str) -> bool:
    """Whether a text names several of what it names one of."""
    return bool(re.search(_SEVERAL.format(re.escape(noun)), text, re.IGNORECASE))


def _differs(step: Step, part: CountPart, row: Row) -> int | None:
    """The first count for which the part gives other points; None where both agree."""
    for count in (step.every, max(step.every - 1, 1), 2 * step.every):
        if _given(part, count, row) != _at_most(step.at(count), row):
            return count
    return None


def _given(part: CountPart, count: int, row: Row) -> Fraction:
    times = Fraction(count) if part.every is None else Fraction(floor(count / part.every))
    return _at_most(times * part.points_each, row)


def _at_most(points: Fraction, row: Row) -> Fraction:
    """The points, no more than the row may give."""
    return points if row.max_points is None else min(points, row.max_points)


def _hit(row: Row, step: Step, count: int, part: CountPart) -> Hit:
    given, points = _given(part, count, row), _at_most(step.at(count), row)
    facts: Facts = {
        "line": step.text,
        "value": Fraction(count),
        "given": given,
        "points": points,
        "part": "",
    }
    return Hit(row=row, detail=step.text, printed=step.text, computed=decimal_text(given), facts=facts)


CHECKS = (
    Check("method.other_step", "error", "rule and text", steps_against_text),
    Check("note.other_step", "error", "rule and note", steps_against_reading),
)
