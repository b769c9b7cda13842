"""Names of rows: repeated, nearly repeated, or at odds with what is scored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.rule_numbers import is_in_percent
from chamdiem.core.lint.walking import quotients_in
from chamdiem.core.lint.zeros import divides
from chamdiem.core.rules.rule import walk

# Words the documents use for the same thing.
_SAME = (("virus", "ma doc"), ("vi rut", "ma doc"), ("hang nam", "hang nam"), ("ty le", "ti le"))
_FEW_WORDS = 5
_LONG_TEXT = 8
_RATE = re.compile(r"(tỷ|tỉ) (lệ|trọng)\b", re.IGNORECASE)
# "Tổng chi CNTT/tổng chi NSNN", "Số lượt trung bình": a number that is a rate.
_SHARE = re.compile(r"trên tổng|/\s*(tổng|số)\b|trung bình|bình quân|tính trên", re.IGNORECASE)
# "Số hóa hồ sơ" names an act.
_NUMBER = re.compile(r"(số(?! h(?:óa|oá)\b)|tổng số|tổng kinh phí|tổng chi)\b", re.IGNORECASE)


def repeated_names(document: Document) -> Iterator[Hit]:
    """Two rows carry the same name, letters and accents aside."""
    first: dict[tuple[str, str], Row] = {}
    for row in document.rows:
        if row.role == "information":
            continue
        # Sections repeat the headings of each other on purpose; criteria are scored twice.
        section = "" if row.is_criterion else document.roots[row.key]
        other = first.setdefault((section, fold(row.name)), row)
        if other is not row and not _is_above(other, row, document):
            yield Hit(row=row, printed=row.name, facts={"name": row.name, "other": document.label(other)})


def similar_names(document: Document) -> Iterator[Hit]:
    """Two rows side by side differ in a synonym only, or one repeats the other with the same method."""
    for rows in document.siblings():
        leaves = [_Leaf(row, fold(row.name), fold(row.method or "")) for row in rows if row.is_criterion]
        for leaf, other in (*_synonymous(leaves), *_contained(leaves)):
            facts: Facts = {
                "name": leaf.row.name,
                "other": document.label(other.row),
                "other_name": other.row.name,
            }
            yield Hit(row=leaf.row, detail=other.row.key, printed=leaf.row.name, facts=facts)


def copied_texts(document: Document) -> Iterator[Hit]:
    """Rows with different names carry the same instructions word for word."""
    same: dict[str, list[Row]] = {}
    for row in document.rows:
        text = fold(row.instructions or "")
        if len(text.split()) >= _LONG_TEXT:
            same.setdefault(text, []).append(row)
    for rows in same.values():
        if len({fold(row.name) for row in rows}) > 1:
            others = document.labels(rows[1:])
            yield Hit(row=rows[0], computed=", ".join(others), facts={"others": others})


def name_of_another_kind(document: Document) -> Iterator[Hit]:
    """The name announces a rate but the rule uses none, or a number but the rule scores a rate."""
    for row in document.set.criteria:
        kind = _promise(row.name)
        scores_rate = _scores_rate(row)
        if kind == "rate" and scores_rate is False and not _asks_percent(row, document):
            yield Hit(
                row=row, detail="rate", printed=row.name, facts={"name": row.name, "promise": Word("rate")}
            )
        elif kind == "number" and scores_rate and _divides_by_figures(row):
            yield Hit(
                row=row,
                detail="number",
                printed=row.name,
                facts={"name": row.name, "promise": Word("amount")},
            )


def _promise(name: str) -> str:
    if _RATE.match(name):
        return "rate"
    is_share = _RATE.search(name) is not None or _SHARE.search(name) is not None
    return "number" if _NUMBER.match(name) and not is_share else ""


def _scores_rate(row: Row) -> bool | None:
    """Whether the rule divides; None where people or peers decide."""
    if row.rule is None:
        return None
    rules = list(walk(row.rule))
    if any(rule.kind in ("manual", "peer") for rule in rules):
        return None
    return any(divides(rule) for rule in rules)


def _asks_percent(row: Row, document: Document) -> bool:
    """Whether the rate itself is asked for."""
    rules, inputs = walk(row.rule) if row.rule else (), document.criteria[row.key].letters.inputs
    return any(is_in_percent(term, inputs) for rule in rules for term in rule.terms())


def _divides_by_figures(row: Row) -> bool:
    rules = walk(row.rule) if row.rule else ()
    return any(True for rule in rules for term in rule.terms() for _ in quotients_in(term))


def _is_above(other: Row, row: Row, document: Document) -> bool:
    return any(each.key == other.key for each in document.tree.path(row.key))


@dataclass(frozen=True, slots=True)
class _Leaf:
    row: Row
    name: str
    method: str

    @property
    def words(self) -> frozenset[str]:
        return frozenset(self.name.split())


def _synonymous(leaves: list[_Leaf]) -> Iterator[tuple[_Leaf, _Leaf]]:
    """Names that are equal once words for the same thing are."""
    first: dict[str, _Leaf] = {}
    for leaf in leaves:
        name = leaf.name
        for word, usual in _SAME:
            name = name.replace(word, usual)
        other = first.setdefault(name, leaf)
        if other is not leaf and other.name != leaf.name:
            yield leaf, other


def _contained(leaves: list[_Leaf]) -> Iterator[tuple[_Leaf, _Leaf]]:
    """Names that hold all words of another one and are scored by the same text."""
    same: dict[str, list[_Leaf]] = {}
    for leaf in leaves:
        if leaf.method and len(leaf.words) >= _FEW_WORDS:
            same.setdefault(leaf.method, []).append(leaf)
    for group in same.values():
        for place, leaf in enumerate(group):
            other = next((each for each in group[:place] if _is_within(leaf, each)), None)
            if other is not None:
                yield leaf, other


def _is_within(leaf: _Leaf, other: _Leaf) -> bool:
    return leaf.name != other.name and (leaf.words <= other.words or other.words <= leaf.words)


CHECKS = (
    Check("name.repeated", "warning", "name", repeated_names),
    Check("name.similar", "warning", "name", similar_names),
    Check("name.kind", "info", "name and rule", name_of_another_kind),
    Check("text.copied", "info", "instructions", copied_texts),
)
