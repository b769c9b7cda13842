"""A set whose bonuses and deductions make more than their groups may give."""

CAPPED = """\
format: chamdiem/set/1
set:
  key: capped
  name: Bộ chỉ số có nhóm điểm thưởng và điểm trừ
  edition: '2026'
  source: {document: Quyết định số 2/QĐ-UBND}
  levels: {main: Nhóm, criterion: Tiêu chí}
  bonus_cap: 10
rows:
  - {key: I, number: I, level: main, name: Nền tảng, max_points: 90}
  - {key: I.1, level: criterion, name: Hạ tầng, max_points: 90, rule: {kind: manual}}
  - {key: III, number: III, level: main, role: bonus, name: Điểm thưởng, max_points: 6}
  - {key: III.1, level: criterion, role: bonus, name: Sáng kiến, max_points: 4, rule: {kind: manual}}
  - {key: III.2, level: criterion, role: bonus, name: Giải thưởng, max_points: 3, rule: {kind: manual}}
  - {key: IV, number: IV, level: main, role: deduction, name: Điểm trừ, max_points: 5}
  - {key: IV.1, level: criterion, role: deduction, name: Trễ hạn, max_points: 4, rule: {kind: manual}}
  - {key: IV.2, level: criterion, role: deduction, name: Sự cố, max_points: 3, rule: {kind: manual}}
"""
# Criterion → points, all of them.
POINTS = {"I.1": 50, "III.1": 4, "III.2": 3, "IV.1": 4, "IV.2": 3}
