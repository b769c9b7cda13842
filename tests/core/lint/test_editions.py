"""The real inconsistencies of the issued editions, found."""

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.library import list_editions, load_edition

# Edition → ids of findings an official has confirmed in the printed document.
CONFIRMED = {
    "huyen-2021": [
        "sum.group:CQS.2",  # 27 printed, 32 below
        "sum.group:KTS.2.2",  # 2 printed, 3 below
        "sum.group:KTS.5.5",  # 4 printed, 2 below
        "sum.criteria:CQS",
        "sum.criteria:KTS",
        "maximum.above_parent:KTS.2.2.1",
        "maximum.shared:CQS.5.7.2",
        "maximum.shared:KTS.5.5.2",
        "name.repeated:KTS.5.5",  # the title of 5.4
        "count.declared_parts:XHS:criterion",  # 47 announced, parts add up to 46
        "count.declared:XHS.2:criterion",  # 7 announced, 8 printed
        "count.number_gap:KTS.6:2.6",  # 2.5, then 2.7
        "number.restarted:set",
        "decision.blank:set",
        "rule.manual_set:set",
    ],
    "so-2021": [
        "sum.group:3",  # 9 printed, 10 below
        "sum.group:3.2",  # 3 printed, 2 below
        "count.declared:3:criterion",  # 6 announced, 5 printed
        "count.declared:CQS:criterion",  # 61 announced, 60 printed
        "number.missing:3.1-1",
        "number.missing:5.4-1",
        "maximum.shared:4.6.2",
        "decision.blank:set",
    ],
}

# What the author of a set may get wrong, as against the document it was taken from.
OWN = frozenset(
    {
        "case.wrong",
        "case.few",
        "zero.no_policy",
        "unit.added",
        "unit.ratio",
        "unit.compared",
        "reward.above_maximum",
        "checklist.sum",
        "threshold.unreachable",
        "ratio.no_span",
        "input.unused",
        "input.unlabelled",
        "text.correction_unfounded",
        "acknowledged.nothing",
        "criterion.without_rule",
    }
)


@pytest.mark.parametrize(("key", "finding"), [(key, each) for key, ids in CONFIRMED.items() for each in ids])
def test_a_confirmed_inconsistency_is_found(key: str, finding: str) -> None:
    assert finding in {each.id for each in lint(load_edition(key))}


@pytest.mark.parametrize("key", list_editions())
def test_every_finding_of_an_edition_has_an_id_of_its_own_and_a_sentence(key: str) -> None:
    found = lint(load_edition(key))
    assert len({finding.id for finding in found}) == len(found)
    assert all(finding_sentence(finding) and finding_sentence(finding, "en") for finding in found)


@pytest.mark.parametrize("key", list_editions())
def test_rules_of_an_edition_are_sound(key: str) -> None:
    wrong = [
        finding for finding in lint(load_edition(key)) if finding.code in OWN and not finding.acknowledged
    ]
    assert not wrong
