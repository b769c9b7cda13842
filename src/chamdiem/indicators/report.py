"""Findings and comparisons as their pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chamdiem.core.comparison import ComparedCriterion
from chamdiem.core.differences import Difference
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import Finding
from chamdiem.core.lint.finding import SEVERITIES
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import rule_sentence
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.core.sentences.source_places import place_text
from chamdiem.indicators.sheet import anchor_of
from chamdiem.indicators.wording import VERDICT_STATES, VERDICTS, difference_sentence, set_difference_sentence
from chamdiem.web.language import Words, page_language

_SEVERITY_WORDS: Mapping[str, tuple[str, Words]] = {
    "error": ("refused", _("Lỗi")),
    "warning": ("missing", _("Cảnh báo")),
    "info": ("in_progress", _("Lưu ý")),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of one severity are open, and how many are acknowledged."""

    state: str
    word: Words
    open: int
    acknowledged: int


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words, with the way to its row."""

    finding: Finding
    state: str
    word: Words
    sentence: str
    row: str
    anchor: str
    place: str


def count_findings(findings: Sequence[Finding]) -> list[Count]:
    """The counts above the report, the gravest first."""
    counted = Counter((each.severity, each.acknowledged) for each in findings)
    return [
        Count(*_SEVERITY_WORDS[severity], counted[severity, False], counted[severity, True])
        for severity in SEVERITIES
    ]


def list_told(
    findings: Sequence[Finding], indicator_set: IndicatorSet, *, severity: str, with_acknowledged: bool
) -> list[Told]:
    """The findings that fit, in printed order."""
    return [
        Told(
            each,
            *_SEVERITY_WORDS[each.severity],
            finding_sentence(each, page_language()),
            indicator_set.row(each.key).label if each.key else "",
            anchor_of(each.key) if each.key else "",
            place_text(each.place, page_language()),
        )
        for each in findings
        if severity in ("", each.severity) and (with_acknowledged or not each.acknowledged)
    ]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one criterion, in words, with both rules where they differ."""

    compared: ComparedCriterion
    # How its row is printed in the edition it is in: the new one, or the old one where it was removed.
    label: str
    state: str
    word: Words
    sentences: tuple[str, ...]
    old_rule: str = ""
    new_rule: str = ""


def count_verdicts(compared: Sequence[ComparedCriterion]) -> list[tuple[str, Words, int]]:
    """State, word and count of each verdict."""
    counted = Counter(each.verdict for each in compared)
    return [(VERDICT_STATES[verdict], word, counted[verdict]) for verdict, word in VERDICTS.items()]  # type: ignore[index]  # the verdicts


def list_set_changes(differences: Sequence[Difference], old: IndicatorSet, new: IndicatorSet) -> list[str]:
    """What changed for the set as a whole, in words."""
    return [set_difference_sentence(each, old, new) for each in differences]


def list_changes(compared: Sequence[ComparedCriterion], old: Scorer, new: Scorer) -> list[Change]:
    """Every criterion of both editions in words."""
    return [_change(each, old, new) for each in compared]


def _change(compared: ComparedCriterion, old: Scorer, new: Scorer) -> Change:
    old_rule, new_rule = _rules(compared, old, new)
    is_gone = compared.verdict == "removed"
    labels = (old if is_gone else new).indicator_set.tree.labels
    return Change(
        compared,
        labels[compared.old_key if is_gone else compared.key],
        VERDICT_STATES[compared.verdict],
        VERDICTS[compared.verdict],
        tuple(difference_sentence(each) for each in compared.differences),
        old_rule,
        new_rule,
    )


def _rules(compared: ComparedCriterion, old: Scorer, new: Scorer) -> tuple[str, str]:
    """Both rules where they differ: as sentences, or as the file writes them where those are alike."""
    changed = next(
        (each for each in compared.differences if each.code in ("kind", "rule", "rule_words")), None
    )
    if changed is None:
        return "", ""
    before = rule_sentence(old.criteria[compared.old_key], page_language())
    after = rule_sentence(new.criteria[compared.key], page_language())
    return (changed.old, changed.new) if before == after else (before, after)


def list_tabs(key: str, current: str, findings: Sequence[Finding]) -> list[dict[str, object]]:
    """The pages of one edition."""
    tabs = (
        ("show", _("Bộ chỉ số"), "indicators:show_edition", None),
        ("lint", _("Rà soát"), "indicators:show_lint", sum(not each.acknowledged for each in findings)),
        ("compare", _("So sánh"), "indicators:compare_editions", None),
    )
    return [
        {"label": label, "url": reverse(name, args=[key]), "is_current": tab == current, "count": count}
        for tab, label, name, count in tabs
    ]
