"""What a reader of the set should know: peers, judgement, readings chosen, who evaluates."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit, Word
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import Rule, walk


def peer_rules(document: Document) -> Iterator[Hit]:
    """Points depend on the figures of the other organisations."""
    for row in document.set.criteria:
        for rule in _rules(row):
            if isinstance(rule, PeerRule):
                leads_low = rule.better == "low" and rule.method == "share_of_max"
                method = Word("share_of_min" if leads_low else rule.method)
                yield Hit(row=row, computed=rule.method, facts={"method": method})
                break


def manual_criteria(document: Document) -> Iterator[Hit]:
    """People decide how many points a criterion earns."""
    manual = _manual(document)
    if not _is_all_manual(document):
        yield from (Hit(row=row) for row in manual)


def manual_set(document: Document) -> Iterator[Hit]:
    """Most criteria of the set are awarded by people, because no calculation is printed."""
    manual = _manual(document)
    if _is_all_manual(document):
        facts = {"count": len(manual), "total": len(document.set.criteria)}
        yield Hit(computed=str(len(manual)), facts=facts)


def chosen_readings(document: Document) -> Iterator[Hit]:
    """The text is ambiguous or silent; a reading was chosen and noted."""
    for row in document.rows:
        if row.note:
            yield Hit(row=row, facts={"note": " ".join(row.note.split())})


def evaluators(document: Document) -> Iterator[Hit]:
    """Who is said to evaluate does not fit the rule or the evidence."""
    for row in document.set.criteria:
        expected = _expected_evaluator(row)
        if expected and row.evaluator != expected:
            facts = {"evaluator": Word(row.evaluator), "expected": Word(expected)}
            yield Hit(row=row, printed=row.evaluator, computed=expected, facts=facts)


def _rules(row: Row) -> Iterator[Rule]:
    if row.rule is not None:
        yield from walk(row.rule)


def _manual(document: Document) -> list[Row]:
    return [row for row in document.set.criteria if any(isinstance(rule, ManualRule) for rule in _rules(row))]


def _is_all_manual(document: Document) -> bool:
    """Whether the document prints no calculation at all, or hardly any."""
    return len(_manual(document)) * 2 > len(document.set.criteria) > 2


def _expected_evaluator(row: Row) -> str:
    """The evaluator the row itself speaks for; empty where any will do."""
    rules = list(_rules(row))
    kinds = () if row.evidence is None else row.evidence.kinds
    if row.evaluator == "peers" and not any(isinstance(rule, PeerRule) for rule in rules):
        return "organisation"
    if row.evaluator == "organisation" and kinds == ("system",):
        return "feed"
    if row.evaluator == "feed" and any(isinstance(rule, ManualRule) for rule in rules):
        return "appraiser"
    return ""


CHECKS = (
    Check("rule.peer", "info", "rule", peer_rules),
    Check("rule.manual", "warning", "rule", manual_criteria),
    Check("rule.manual_set", "warning", "set", manual_set),
    Check("note.reading", "warning", "note", chosen_readings),
    Check("evaluator.mismatch", "warning", "evaluator", evaluators),
)
