"""Run every check over a set and put the findings in printed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Finding, Hit
from chamdiem.core.lint.registry import CHECKS, STALE_ACKNOWLEDGEMENT

# The id of a finding about the whole set ends in this.
WHOLE_SET = "set"
_LONGEST_DETAIL = 60


def lint(indicator_set: IndicatorSet, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """Everything that is wrong with a set, in printed order.

    What concerns the whole set comes first, then row by row; within a row in
    the order of the registry. Findings the set acknowledges are marked, not
    left out; an acknowledgement that matches nothing is a finding itself.

    Args:
        indicator_set: A set that has loaded.
        checks: The checks to run; all of them unless said otherwise.
    """
    document = Document(indicator_set)
    found = [(hit, check) for check in checks for hit in check.find(document)]
    found.sort(key=lambda each: _position(each[0], document))
    findings = _named(found, document)
    return (*_stale(findings, document), *_acknowledged(findings, indicator_set))


def count_open_errors(findings: Iterable[Finding]) -> int:
    """How many errors are neither corrected nor acknowledged."""
    return sum(each.severity == "error" and not each.acknowledged for each in findings)


def _position(hit: Hit, document: Document) -> int:
    return -1 if hit.row is None else document.positions[hit.row.key]


def _named(found: list[tuple[Hit, Check]], document: Document) -> list[Finding]:
    """Findings with ids; the second of two equal ids gets ``#2``."""
    seen: Counter[str] = Counter()
    findings = []
    for hit, check in found:
        finding = _finding(hit, check, document)
        seen[finding.id] += 1
        if seen[finding.id] > 1:
            finding = replace(finding, id=f"{finding.id}#{seen[finding.id]}")
        findings.append(finding)
    return findings


def _finding(hit: Hit, check: Check, document: Document) -> Finding:
    row = hit.row
    facts = hit.facts if row is None else {"row": document.label(row), **hit.facts}
    return Finding(
        id=finding_id(check.code, "" if row is None or hit.is_set_wide else row.key, hit.detail),
        code=check.code,
        severity=check.severity,
        document=document.set.key,
        key="" if row is None else row.key,
        place=hit.place or ("" if row is None else row.source.place),
        lines="" if row is None else row.source.lines,
        printed=hit.printed,
        computed=hit.computed,
        facts=facts,
    )


def finding_id(code: str, key: str, detail: str = "") -> str:
    """The id of a finding, as acknowledgements name it.

    Example:
        >>> finding_id("sum.group", "KTS.5.5")
        'sum.group:KTS.5.5'
    """
    plain = " ".join(detail.split())[:_LONGEST_DETAIL].strip()
    return ":".join(part for part in (code, key or WHOLE_SET, plain) if part)


def _acknowledged(findings: list[Finding], indicator_set: IndicatorSet) -> Iterator[Finding]:
    reasons = {each.finding: each.reason for each in indicator_set.acknowledged}
    for finding in findings:
        reason = reasons.get(finding.id)
        yield finding if reason is None else replace(finding, acknowledged=True, reason=reason)


def _stale(findings: list[Finding], document: Document) -> Iterator[Finding]:
    """Acknowledgements of findings that are not there (any more)."""
    known = {finding.id for finding in findings}
    hits = [
        (Hit(detail=each.finding, facts={"finding": each.finding}), STALE_ACKNOWLEDGEMENT)
        for each in document.set.acknowledged
        if each.finding not in known
    ]
    yield from _named(hits, document)
