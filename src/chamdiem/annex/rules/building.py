"""The statements of one text → one rule, or none with the reason."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.awarding import by_answers, by_peers
from chamdiem.annex.rules.banding import by_bands
from chamdiem.annex.rules.calculating import by_formula, in_words
from chamdiem.annex.rules.clauses import clauses_of
from chamdiem.annex.rules.counting import by_items
from chamdiem.annex.rules.excluding import when_excluded, when_not_due
from chamdiem.annex.rules.formulas import names_in
from chamdiem.annex.rules.interpreting import interpret
from chamdiem.annex.rules.joining import says_all
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.parts import by_parts
from chamdiem.annex.rules.presuming import by_condition, by_goal
from chamdiem.annex.rules.reading import Phrase, RuleReading, by_hand
from chamdiem.annex.rules.restricting import MOST_THINGS, leading_restriction
from chamdiem.annex.rules.rewards import FULL
from chamdiem.annex.rules.shortfalls import by_shortfall
from chamdiem.annex.rules.statements import (
    Assignment,
    Award,
    Cap,
    Definition,
    Each,
    Goal,
    Heading,
    NotApplicable,
    Points,
    Prose,
    Shares,
    Shortfall,
    Statement,
)

_BUILDERS = (
    by_peers,
    by_shortfall,
    by_parts,
    by_items,
    by_bands,
    by_formula,
    by_answers,
    in_words,
    by_goal,
    by_condition,
)
_JUDGED = re.compile(
    r"\b(?:hội đồng (?:thẩm định|đánh giá|chấm)|chuyên gia|tổ thẩm định|theo đánh giá của|căn cứ (?:tình hình|kết quả) thực tế)\b",
    re.IGNORECASE,
)
# "Tốt: 8 - 10 điểm", "mỗi mô hình từ 1 đến 2 điểm": people choose between the two.
_SPAN_OF_POINTS = re.compile(
    r"(?<![\w,.%])(?P<points>(?:từ )?\d+(?:,\d+)?(?: ?điểm| ?đ)? ?(?:[-–]|đến|tới) ?\d+(?:,\d+)? ?(?:điểm|đ))(?=\s*(?:[;.,)\n]|$|nếu\b|khi\b))",
    re.IGNORECASE,
)
# Words of points that were not understood: without them a rule would be a guess.
_SAYS_POINTS = re.compile(
    r"\bđiểm\b|\d\s*đ\b|\b(?:gấp|nhân) (?:đôi|ba|\d)|\bhệ số \d|(?<!loại )(?<!khấu )\btrừ\b|=|theo t[ỷỉ] lệ|\bso với\b|[<>≥≤]|\d\s*[x×*]|[x×*]\s*\d",
    re.IGNORECASE,
)
_TELLS_POINTS = re.compile(
    r"\d\s*%?\s*(?:số |tổng số )?điểm\b(?! (?:cầu|phục|bưu|truy|dân|tiếp|bán|trường|giao|du|đấu|kết|phát))|\btrừ \d|\bnửa (?:số )?điểm\b",
    re.IGNORECASE,
)
# "Tổng số hộ x 50%", "số xã / 2": what is entered is calculated first.
_CALCULATED = re.compile(
    r"[x×*/+]\s*\d+(?:,\d+)?\s*%?(?:\s|\)|$)|\b\d+(?:,\d+)?\s*%?\s*[x×*+]\s|\b(?:nhân|chia|cộng|trừ)(?: (?:với|cho|đi))? \d|\bhệ số \d|\s[-–]\s*\d+(?:,\d+)?\s*%?\s*(?:\)|$)|\b(?:chia đôi|một nửa|gấp đôi)\b",
    re.IGNORECASE,
)
_OF_SOME = re.compile(r"(?:riêng|đối với)\b", re.IGNORECASE)
_LONGEST_TEXT = 12_000
_SURE, _EACH_ASSUMPTION, _UNREAD, _GUESSED, _LEAST = 96, 12, 30, 50, 20
# Statements that give points: a rule that leaves one of them out is a guess.
_GIVING = (Award, Each, Points, Shares, Shortfall, Cap, NotApplicable)


def read_rule(texts: dict[str, str], name: str, maximum: Fraction) -> RuleReading:
    """Read the calculation text of one row.

    Args:
        texts: ``method`` and, where formulas stand in it, ``note``.
        name: The name of the row.
        maximum: In points.
    """
    if sum(len(texts.get(field, "")) for field in ("method", "note")) > _LONGEST_TEXT:
        return by_hand("văn bản quá dài để là một cách tính")
    clauses = clauses_of(texts.get("method", ""))
    own = interpret(clauses, maximum)
    noted = clauses_of(texts.get("note", ""), "note")
    statements = interpret([*clauses, *noted], maximum)
    if not any(isinstance(each, _GIVING) for each in own) and not noted:
        statements = own
    statements = [_in_shares(each, maximum) for each in statements]
    if _JUDGED.search(texts.get("method", "")):
        return by_hand("chấm theo đánh giá của người thẩm định", texts.get("method", "")[:300])
    if (span := _SPAN_OF_POINTS.search(texts.get("method", ""))) is not None:
        return by_hand(f"“{span['points']}”: văn bản cho một khoảng điểm, người thẩm định chọn")
    return _build(statements, name, maximum)


def _in_shares(statement: Statement, maximum: Fraction) -> Statement:
    """As many points as the row has are all of them."""
    if (
        isinstance(statement, Award)
        and statement.reward.is_constant
        and statement.reward.of(maximum) == maximum
    ):
        return replace(statement, reward=FULL)
    return statement


def _build(statements: Sequence[Statement], name: str, maximum: Fraction) -> RuleReading:
    for builder in _BUILDERS:
        material = Material(statements, maximum, name)
        rule = builder(material)
        if rule is None:
            continue
        missed = [
            each for each in material.unread() if each.clause.field == "method" or isinstance(each, Points)
        ]
        if any(_decides(each) for each in missed):
            return by_hand(missed[0].clause.text)
        if (unused := _unused_letter(material)) is not None:
            return by_hand(unused.clause.text)
        if (label := _label_with_points(material)) is not None:
            return by_hand(label)
        return _reading(material, rule, missed)
    text = next(
        (each.clause.text for each in statements if _speaks(each)),
        statements[0].clause.text if statements else "",
    )
    return by_hand(text)


def _unused_letter(material: Material) -> Definition | None:
    """A letter the calculation text defines, where the rule uses none of them: the formula was not seen."""
    defined = [
        each for each in material.statements if isinstance(each, Definition) and each.clause.field == "method"
    ]
    used = {name for name, given in material.figures.inputs.items() if given.get("type") != "yes_no"}
    if not defined or any(each.letter in used or each.constant is not None for each in defined):
        return None
    return defined[0]


def _letters_left(material: Material, rule: str) -> list[Definition]:
    """Letters the calculation text defines and the rule does not use, where it uses others of them."""
    defined = {each.letter: each for each in material.of(Definition) if each.clause.field == "method"}
    used = {letter for letter in defined if letter in material.figures.inputs}
    known = {name for each in material.of(Assignment) for name in (each.name, *names_in(each.formula))}
    left = [each for letter, each in defined.items() if letter not in used | known]
    return [each for each in left if used and each.constant is None and each.clause.text not in rule]


def _label_with_points(material: Material) -> str | None:
    """The words of a figure that say something about points: a restriction was taken for a part of its name."""
    labels = [given["label"] for given in material.figures.inputs.values() if "options" not in given]
    return next((label for label in labels if _TELLS_POINTS.search(label.removesuffix(material.name))), None)


def _decides(statement: Statement) -> bool:
    """Whether a rule that leaves this out would be a guess."""
    if isinstance(statement, Prose | Goal | Heading):
        if statement.clause.explains:
            return False
        return bool(_SAYS_POINTS.search(statement.clause.text) or MOST_THINGS.match(statement.clause.text))
    return isinstance(statement, _GIVING) and not isinstance(statement, NotApplicable)


def _reading(material: Material, rule: dict[str, object] | str, missed: list[Statement]) -> RuleReading:
    figures = material.figures
    reading = RuleReading(rule, inputs=figures.inputs)
    excluded = [*material.not_applicable, when_not_due(material)]
    for each in missed:
        if isinstance(each, NotApplicable):
            excluded.append(when_excluded(material, each))
        else:
            reading.unread.append(each.clause.text)
    _note_doubts(material, f"{rule}")
    reading.not_applicable_when = " or ".join(each for each in excluded if each)
    reading.assumed = list(figures.assumed)
    reading.confidence = max(
        _LEAST, _SURE - _EACH_ASSUMPTION * len(reading.assumed) - _UNREAD * bool(reading.unread)
    )
    if any("không nói cách tính" in text for text in reading.assumed):
        reading.confidence = min(reading.confidence, _GUESSED)
    reading.phrases = [
        Phrase(each.clause.field, each.clause.start, each.clause.end, type(each).__name__.lower())
        for each in material.statements
        if id(each) in material.used or _speaks(each)
    ]
    return reading


def _note_doubts(material: Material, rule: str) -> None:
    """Tell what a rule was made of that a person may read otherwise."""
    for given in material.figures.inputs.values():
        if _CALCULATED.search(given["label"].replace(material.name, "")):
            material.assume(f"“{given['label']}”: nhập số đã tính theo đúng lời văn này")
    shown = f"{rule} {material.figures.inputs}".casefold()
    for letter in _letters_left(material, rule):
        material.assume(f"“{letter.clause.text}” không dùng trong quy tắc: cần xem")
    for award in (each for each in material.awards if each.is_joined and id(each) in material.used):
        if not says_all(award.condition):
            material.assume(f"“{award.condition}”: được hiểu là phải đủ tất cả các ý")
    for award in (each for each in material.awards if id(each) in material.used):
        if _OF_SOME.match(award.condition):
            material.assume(f"“{award.condition}” chỉ áp dụng cho một số đơn vị: cần xem")
    leads = [leading_restriction(each.condition) for each in material.awards if id(each) in material.used]
    for lead in leads:
        if lead and lead.casefold() not in shown:
            material.assume(f"“{lead}” không nằm trong quy tắc: cần xem")


def _speaks(statement: Statement) -> bool:
    """Whether a statement can have led to a rule."""
    return not isinstance(statement, Prose) and type(statement).__name__ not in ("Heading",)
