"""How rows are called where they stand apart from the rows above them."""

from __future__ import annotations

from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled
from chamdiem.indicators.templatetags.editions import called_in

PILLARS = """format: chamdiem/set/1
set: {key: s, name: S, edition: '2026', source: {document: D}, levels: {pillar: Trụ cột, criterion: Tiêu chí}}
rows:
  - {key: A, level: pillar, name: Chính quyền số, max_points: 5}
  - {key: A.1, number: '1', level: criterion, name: N, max_points: 3, rule: {kind: manual}}
  - {key: A.2, number: '2', level: criterion, name: M, max_points: 2, rule: {kind: manual}}
  - {key: B, level: pillar, name: Xã hội số, max_points: 5}
  - {key: B.1, number: '1', level: criterion, name: N, max_points: 5, rule: {kind: manual}}
  - {key: C, level: pillar, name: Kinh tế số, max_points: 5}
  - {key: C.3, number: '3', level: criterion, name: N, max_points: 5, rule: {kind: manual}}
"""


def test_a_number_of_several_pillars_is_told_apart_with_the_rows_beside_it_and_no_other() -> None:
    edition = Edition(key="s", document=PILLARS, content_hash="pillars of test_calling")
    rows = compiled(edition).indicator_set.tree.by_key
    called = [called_in(rows[key], edition) for key in ("A.1", "A.2", "B.1", "C.3")]
    assert called == ["A.1", "A.2", "B.1", "3"]
