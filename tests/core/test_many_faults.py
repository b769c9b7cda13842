"""However many faults a set has, and however close together: all are told at once, each at its own line."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.errors import InvalidIndicatorSet
from chamdiem.library import read_set_text
from tests.patience import cases

# One key on a line, so that every fault has a line of its own.
GOOD = dedent(
    """\
    format: chamdiem/set/1
    set:
      key: example
      name: Ví dụ
      edition: '2026'
      issuer: UBND tỉnh
      issued_on: 2026-01-05
      source: {document: QĐ 1/QĐ-UBND}
      levels: {main: Chỉ số, criterion: Tiêu chí}
      index_digits: 4
      bonus_cap: 5
      tie_break:
        - '1.1'
        - '1.2'
        - '1.3'
      grades:
        - name: Tốt
          at_least: 80%
          gates:
            - row: '1'
              at_least: 50%
        - name: Khá
          at_least: 60%
        - name: Trung bình
          at_least: 50%
      derived:
        - key: d
          name: Chỉ số phụ
          digits: 3
          terms:
            - row: '1.1'
              weight: 1
            - row: '1.2'
              weight: 2
        - key: e
          name: Chỉ số khác
          terms:
            - row: '1.3'
              weight: 3
      offices:
        Sở A:
          - Sở a
        Sở B:
          - Sở b
      declared:
        - level: criterion
          row: '1'
          count: 3
    rows:
      - key: I.6
        level: main
        role: information
        name: Số hộ
        inputs:
          v: {unit: hộ}
      - key: '1'
        level: main
        name: Nhóm
        max_points: 30
      - key: '1.1'
        level: criterion
        name: Tỷ lệ
        max_points: 10
        evidence:
          printed: Báo cáo
          least: 1
        inputs:
          a: {unit: hộ}
          b:
            from: I.6
          c:
            min: 1
            max: 9
            label: Số c
        checks:
          - a <= b
          - c < 10
        rule:
          kind: sum
          parts:
            - points: 4
              rule:
                kind: ratio
                value: a / b
                if_zero: zero
                cap: 90%
            - points: 6
              rule:
                kind: tiers
                value: c
                tiers:
                  - at_least: 5
                    give: full
                  - at_least: 3
                    give: 1/2
                otherwise: 1/4
        cases:
          - given:
              a: 1
              b: 2
            points: 5
      - key: '1.2'
        level: criterion
        name: Lựa chọn
        max_points: 10
        inputs:
          k: {type: choice}
          n: {unit: lần}
        rule:
          kind: choice
          of: k
          options:
            one:
              label: Một
              give: full
            two:
              label: Hai
              give: none
      - key: '1.3'
        level: criterion
        name: Chấm tay
        max_points: 10
        lead:
          - Sở A
        rule:
          kind: manual
          step: 0.5
          guide: Xem báo cáo
          assessors: 2
    """
)


@dataclass(frozen=True)
class Fault:
    """One line made wrong, and what must be said of it; ``number`` tells equal lines apart."""

    old: str
    new: str
    code: str
    path: str
    number: int = 1

    @property
    def line(self) -> int:
        """The line it makes wrong."""
        lines = [line for line, text in enumerate(GOOD.splitlines(), 1) if text.strip() == self.old]
        return lines[self.number - 1]


_RATIO, _BANDS = "rows[1.1].rule.parts[0].rule", "rows[1.1].rule.parts[1].rule"
FAULTS = (
    # the head
    Fault("issuer: UBND tỉnh", "issuer: 5", "schema.not_words", "set.issuer"),
    Fault("issued_on: 2026-01-05", "issued_on: 2026-02-30", "schema.not_a_date", "set.issued_on"),
    Fault("index_digits: 4", "index_digits: -4", "schema.not_whole", "set.index_digits"),
    Fault("bonus_cap: 5", "bonus_cap: 5.001", "points.finer_than_rounding", "set.bonus_cap"),
    Fault("bonus_cap: 5", "bonus_cap: [5]", "schema.not_text", "set.bonus_cap"),
    Fault("- '1.1'", "- '9.1'", "set.unknown_row", "set.tie_break[0]"),
    Fault("- '1.2'", "- []", "schema.not_text", "set.tie_break[1]"),
    Fault("- '1.3'", "- '9.3'", "set.unknown_row", "set.tie_break[2]"),
    Fault("- name: Tốt", "- name: 1", "schema.not_words", "set.grades[0].name"),
    Fault("at_least: 80%", "at_least: tám mươi", "schema.not_a_number", "set.grades[0].at_least"),
    Fault("- row: '1'", "- row: '7'", "set.unknown_row", "set.grades[0].gates[0].row"),
    Fault("at_least: 60%", "at_lest: 60%", "schema.misspelt_key", "set.grades[1].at_lest"),
    Fault("- name: Trung bình", "- name: Khá", "set.repeated_grade", "set.grades[2].name"),
    Fault("- key: d", "- key: d d", "schema.wrong_form", "set.derived[0].key"),
    Fault("digits: 3", "digits: ba", "schema.not_whole", "set.derived[0].digits"),
    Fault("- row: '1.2'", "- row: '1.1'", "set.repeated_term", "set.derived[0].terms[1].row"),
    Fault("weight: 2", "weight: nhiều", "schema.not_a_number", "set.derived[0].terms[1].weight"),
    Fault("- row: '1.3'", "- row: '9.3'", "set.unknown_row", "set.derived[1].terms[0].row"),
    Fault("weight: 3", "weight: 0", "set.no_weight", "set.derived[1]"),
    Fault("- Sở b", "- Sở a", "set.office_twice", "set.offices.Sở B[0]"),
    Fault("row: '1'", "row: '8'", "set.unknown_row", "set.declared[0].row"),
    Fault("count: 3", "count: ba", "schema.not_whole", "set.declared[0].count"),
    # a row with everything
    Fault("name: Tỷ lệ", "nam: Tỷ lệ", "schema.misspelt_key", "rows[1.1].nam"),
    Fault("max_points: 10", "max_points: mười", "schema.not_a_number", "rows[1.1].max_points"),
    Fault("max_points: 10", "max_point: 10", "schema.misspelt_key", "rows[1.1].max_point"),
    Fault("least: 1", "least: một", "schema.not_whole", "rows[1.1].evidence.least"),
    Fault("from: I.6", "from: I.7", "input.unknown_figure", "rows[1.1].inputs.b.from"),
    Fault("label: Số c", "label: 7", "schema.not_words", "rows[1.1].inputs.c.label"),
    Fault("max: 9", "max: chín", "schema.not_a_number", "rows[1.1].inputs.c.max"),
    Fault("- a <= b", "- a <= z", "rule.unknown_letter", "rows[1.1].checks[0].that"),
    Fault("- c < 10", "- c <", "expression.ends_early", "rows[1.1].checks[1].that"),
    Fault("- points: 4", "- points: bốn", "schema.not_a_number", "rows[1.1].rule.parts[0].points"),
    Fault("- points: 6", "- share: 6", "rule.share_out_of_range", "rows[1.1].rule.parts[1].share"),
    Fault("value: a / b", "value: a / q", "rule.unknown_letter", f"{_RATIO}.value"),
    Fault("value: a / b", "value: a / 0", "rule.divides_by_zero", f"{_RATIO}.value"),
    Fault("if_zero: zero", "if_zero: maybe", "schema.unknown_word", f"{_RATIO}.if_zero"),
    Fault("cap: 90%", "cap: 90 phần", "schema.not_a_number", f"{_RATIO}.cap"),
    Fault("kind: tiers", "kind: tier", "schema.unknown_word", f"{_BANDS}.kind"),
    Fault("value: c", "value: w", "rule.unknown_letter", f"{_BANDS}.value"),
    Fault("give: full", "give: fully", "rule.not_a_reward", f"{_BANDS}.tiers[0].give"),
    Fault("- at_least: 3", "- at_leat: 3", "schema.misspelt_key", f"{_BANDS}.tiers[1].at_leat"),
    Fault("otherwise: 1/4", "otherwise: {give: 1/4}", "rule.not_a_reward", f"{_BANDS}.otherwise"),
    Fault("b: 2", "z: 2", "case.unknown_letter", "rows[1.1].cases[0].given.z"),
    Fault("points: 5", "points: năm", "schema.not_a_number", "rows[1.1].cases[0].points"),
    # a choice
    Fault("level: criterion", "level: pillar", "set.unknown_level", "rows[1.2].level", 2),
    Fault("of: k", "of: n", "rule.not_a_choice", "rows[1.2].rule.of"),
    Fault("label: Hai", "label: Một", "rule.repeated_option", "rows[1.2].rule.options.two.label"),
    Fault("give: none", "give: nothing", "rule.not_a_reward", "rows[1.2].rule.options.two.give"),
    # a mark
    Fault("- Sở A", "- 12", "schema.not_words", "rows[1.3].lead[0]"),
    Fault("step: 0.5", "step: 11", "rule.step_above_maximum", "rows[1.3].rule.step"),
    Fault("guide: Xem báo cáo", "guide:", "schema.blank", "rows[1.3].rule.guide"),
    Fault("assessors: 2", "assessors: 0", "schema.too_small", "rows[1.3].rule.assessors"),
)


def _told(faults: list[Fault]) -> set[tuple[str, int, str]]:
    lines = GOOD.splitlines()
    for fault in faults:
        indent = lines[fault.line - 1].removesuffix(fault.old)
        lines[fault.line - 1] = indent + fault.new
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text("\n".join(lines) + "\n", "example.yaml")
    problems = [(each.code, each.place.line, each.place.path) for each in refused.value.problems]
    assert len(problems) == len(set(problems))
    return set(problems)


def _expected(faults: list[Fault]) -> set[tuple[str, int, str]]:
    # A whole entry is named by the line it begins on.
    begins = {"set.derived[1]": 35}
    return {(each.code, begins.get(each.path, each.line), each.path) for each in faults}


def test_the_set_itself_has_no_fault() -> None:
    assert len(read_set_text(GOOD).criteria) == 3


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.path}-{fault.code}")
def test_one_fault_is_one_problem_at_its_line_and_path(fault: Fault) -> None:
    assert _told([fault]) == _expected([fault])


@cases(300)
@given(st.lists(st.sampled_from(FAULTS), min_size=2, max_size=25, unique_by=lambda fault: fault.line))
def test_any_number_of_faults_is_told_at_once(faults: list[Fault]) -> None:
    assert _told(faults) == _expected(faults)


def test_all_faults_together_are_told_at_once() -> None:
    faults = list({fault.line: fault for fault in FAULTS}.values())
    assert _told(faults) == _expected(faults)
