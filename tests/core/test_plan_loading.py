"""A plan file is refused with every problem at once, each with its line and path."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.improvement_plan import Expectation, Measure, Plan
from chamdiem.core.plan_consistency import plan_problems
from chamdiem.core.plan_loading import load_plan
from chamdiem.errors import ChamdiemError, InvalidPlan, Refused
from chamdiem.library.plans import read_plan, write_plan
from chamdiem.library.reading import read_marked
from tests.patience import cases

CRITERIA: dict[str, dict[str, Fraction | None]] = {"example": {"1.1": Fraction(5), "1.2": None}}

GOOD = dedent(
    """\
    format: chamdiem/plan/1
    plan:
      key: example-plan
      title: Kế hoạch
      period: {from: 2026, to: 2030}
      criteria_set: example
      source: {document: Kế hoạch số 1/KH-UBND}
    counts:
      bodies: 4
      sections: 2
      clauses: 1
      goals: 1
      targets: 1
      project_groups: 1
      projects: 1
      reporting: 1
    bodies:
      - name: Sở Khoa học và Công nghệ
        spellings:
          - Sở KH&CN
      - name: Trung tâm
        part_of: Sở Khoa học và Công nghệ
      - name: Các Sở, ban, ngành
      - name: Doanh nghiệp
        collective: yes
    sections:
      - key: II
        number: II
        title: MỤC TIÊU
      - key: II.1
        title: Năm 2030
        under: II
    clauses:
      - key: IV.b
        role: responsibility
        section: II
        text: Gửi báo cáo Sở Khoa học và Công nghệ.
        bodies:
          - Các Sở, ban, ngành
    goals:
      - key: 2030.a
        section: II.1
        letter: a
        year: 2030
        text: 90% hồ sơ công việc
        measures:
          - {key: 2030.a-1, label: Hồ sơ công việc, operator: at_least, threshold: 90, unit: '%'}
        criteria:
          - '1.1'
    targets:
      - key: PL1.1
        number: '1'
        text: 90% hồ sơ công việt
        corrections:
          - {field: text, printed: công việt, correct: công việc, reason: Lỗi đánh máy}
          - {field: lead, printed: KH&CN, correct: Khoa học và Công nghệ, reason: Viết tắt}
        lead:
          - Sở KH&CN
        coordinating:
          - Trung tâm
        goals:
          - 2030.a
    project_groups:
      - key: A
        title: Hạ tầng số
    projects:
      - key: A.1
        group: A
        text: Nâng cấp mạng
        years: {printed: 2026 - 2028, from: 2026, to: 2028}
        lead:
          - Các Sở, ban, ngành
    reporting:
      - key: BC-1
        every: quarter
        by:
          - Các Sở, ban, ngành
        to: Sở KH&CN
        clause: IV.b
    """
)


def _read(text: str) -> Plan:
    return load_plan(read_marked(text, "example.yaml", InvalidPlan), "example.yaml", CRITERIA.get)


def _problems(text: str) -> set[tuple[str, int, str]]:
    with pytest.raises(InvalidPlan) as refused:
        _read(text)
    assert all(problem.place.file == "example.yaml" for problem in refused.value.problems)
    return {(p.code, p.place.line, p.place.path) for p in refused.value.problems}


def test_a_canonical_plan_comes_back_byte_for_byte() -> None:
    assert write_plan(_read(GOOD)) == GOOD


def test_numbers_of_a_plan_are_exact_and_its_keys_stay_text() -> None:
    plan = _read(GOOD.replace("threshold: 90,", "threshold: 1/3,").replace("key: PL1.1", "key: '1.10'"))
    assert plan.goals[0].measures[0].threshold == Fraction(1, 3)
    assert plan.targets[0].key == "1.10"


def test_every_spelling_leads_to_its_body() -> None:
    plan = _read(GOOD)
    assert plan.body_called("Sở KH&CN") is plan.body_called("Sở Khoa học và Công nghệ")
    assert plan.body_called("Doanh nghiệp").collective
    with pytest.raises(KeyError):
        plan.body_called("Sở Kỳ Diệu")


def test_corrections_leave_the_printed_text_alone() -> None:
    (target,) = _read(GOOD).targets
    assert (target.text, target.correct("text")) == ("90% hồ sơ công việt", "90% hồ sơ công việc")


def test_items_come_in_printed_order() -> None:
    assert [item.key for item in _read(GOOD).items] == ["PL1.1", "A.1"]


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("from: 2026, to: 2028", "from: 2028, to: 2026", "plan.years_reversed", "projects[A.1].years"),
        ("from: 2026, to: 2030", "from: 2031, to: 2030", "plan.years_reversed", "plan.period"),
        (", unit: '%'", "", "plan.threshold_without_unit", "goals[2030.a].measures[0].unit"),
        ("Sở KH&CN\n    coord", "Sở Nội vụ\n    coord", "plan.unknown_body", "targets[PL1.1].lead"),
        ("- Trung tâm", "- Trạm", "plan.unknown_body", "targets[PL1.1].coordinating"),
        ("ban, ngành\ngoals", "ban\ngoals", "plan.unknown_body", "clauses[IV.b].bodies"),
        ("ban, ngành\n    to", "ban\n    to", "plan.unknown_body", "reporting[BC-1].by"),
        ("to: Sở KH&CN", "to: Sở KHCN", "plan.unknown_body", "reporting[BC-1].to"),
        ("of: Sở Khoa", "of: Sở khoa", "plan.unknown_body", "bodies[Trung tâm].part_of"),
        ("of: Sở Khoa học và Công nghệ", "of: Trung tâm", "plan.unknown_body", "bodies[Trung tâm].part_of"),
        ("- Sở KH&CN\n  - name", "- Doanh nghiệp\n  - name", "plan.spelling_twice", "bodies[Doanh nghiệp]"),
        ("- '1.1'", "- '1.3'", "plan.unknown_criterion", "goals[2030.a].criteria"),
        ("  criteria_set: example\n", "", "plan.criteria_without_set", "plan.criteria_set"),
        ("criteria_set: example", "criteria_set: other", "plan.unknown_set", "plan.criteria_set"),
        ("goals:\n      - 2030.a", "goals:\n      - 2030.b", "plan.unknown_goal", "targets[PL1.1].goals"),
        ("section: II.1", "section: II.2", "plan.unknown_heading", "goals[2030.a].section"),
        ("under: II", "under: IX", "plan.unknown_heading", "sections[II.1].under"),
        ("under: II", "under: II.1", "plan.unknown_heading", "sections[II.1].under"),
        ("under: II", "under: A", "plan.unknown_heading", "sections[II.1].under"),
        ("group: A", "group: B", "plan.unknown_heading", "projects[A.1].group"),
        ("clause: IV.b", "clause: IV.c", "plan.unknown_clause", "reporting[BC-1].clause"),
        ("key: A.1", "key: PL1.1", "plan.repeated_key", "projects[PL1.1]"),
        ("key: 2030.a-1", "key: 2030.a", "plan.repeated_key", "goals[2030.a].measures"),
        ("công việt, c", "công vịt, c", "plan.correction_not_printed", "targets[PL1.1].corrections[0]"),
        ("field: lead", "field: leader", "plan.correction_not_printed", "targets[PL1.1].corrections[1]"),
        ("field: lead", "field: years", "plan.correction_not_printed", "targets[PL1.1].corrections[1]"),
        ("plan/1", "set/1", "plan.unknown_format", "format"),
        ("year: 2030", "year: năm 2030", "schema.wrong_form", "goals[2030.a].year"),
        ("threshold: 90", "threshold: nhiều", "schema.not_a_number", "goals[2030.a].measures[0].threshold"),
        ("operator: at_least", "operator: '>='", "schema.unknown_word", "goals[2030.a].measures[0].operator"),
        ("every: quarter", "every: often", "schema.unknown_word", "reporting[BC-1].every"),
        ("collective: yes", "collective: true", "schema.unknown_word", "bodies[Doanh nghiệp].collective"),
        ("    title: MỤC TIÊU\n", "", "schema.lacking_key", "sections[II]"),
        ("  title: Kế hoạch\n", "", "schema.lacking_key", "plan"),
        ("projects:\n", "project:\n", "schema.unknown_key", "project"),
        ("by:\n      - Các Sở, ban, ngành", "by: []", "schema.empty_list", "reporting[BC-1].by"),
        ("- key: II\n", "- key: mục II\n", "schema.wrong_form", "sections[mục II].key"),
    ],
)
def test_each_mistake_has_its_code_and_place(old: str, new: str, code: str, path: str) -> None:
    assert GOOD.count(old) == 1
    assert (code, path) in {(found, where) for found, _, where in _problems(GOOD.replace(old, new))}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("to: 2028", "to: 2020", "    years: {printed: 2026 - 2028, from: 2026, to: 2020}"),
        (", unit: '%'", "", "    measures:"),
        ("key: A.1", "key: PL1.1", "  - key: PL1.1"),
        (
            "field: lead",
            "field: leader",
            "      - {field: leader, printed: KH&CN, correct: Khoa học và Công nghệ, reason: Viết tắt}",
        ),
        ("criteria_set: example", "criteria_set: other", "  criteria_set: other"),
        ("under: II", "under: IX", "    under: IX"),
    ],
)
def test_a_mistake_is_told_with_its_line(old: str, new: str, line: str) -> None:
    text = GOOD.replace(old, new)
    ((_, number, _),) = _problems(text)
    # A list begins on the line of its first entry.
    assert line in text.splitlines()[number - 2 : number]


def test_all_problems_are_told_at_once() -> None:
    text = (
        GOOD.replace("year: 2030", "year: sau")
        .replace("- Trung tâm", "- Sở Nội vụ")
        .replace("to: 2028", "to: 2020")
        .replace("every: quarter", "every: often")
    )
    assert {code for code, _, _ in _problems(text)} == {
        "schema.wrong_form",
        "plan.unknown_body",
        "plan.years_reversed",
        "schema.unknown_word",
    }


def test_who_refers_to_an_entry_that_cannot_be_read_is_not_wrong_as_well() -> None:
    assert _problems(GOOD.replace("year: 2030", "year: sau")).pop()[0] == "schema.wrong_form"
    text = GOOD.replace("    spellings:\n      - Sở KH&CN", "    spellings:\n      - Sở KH&CN\n    kind: sở")
    assert {code for code, _, _ in _problems(text)} == {"schema.unknown_key"}
    text = GOOD.replace("    title: MỤC TIÊU\n", "")
    assert {code for code, _, _ in _problems(text)} == {"schema.lacking_key"}


def test_lists_are_checked_although_the_header_cannot_be_read() -> None:
    text = GOOD.replace("  title: Kế hoạch\n", "").replace("group: A", "group: B")
    assert {code for code, _, _ in _problems(text)} == {"schema.lacking_key", "plan.unknown_heading"}


def test_links_to_criteria_are_not_checked_without_a_set_at_hand() -> None:
    text = GOOD.replace("criteria_set: example", "criteria_set: other")
    assert load_plan(read_marked(text)).criteria_set == "other"


def test_a_plan_built_in_code_is_checked_the_same_way() -> None:
    plan = _read(GOOD)
    (goal,) = plan.goals
    measure = Measure(key="2030.a-1", label="Hồ sơ", operator="at_least", threshold=Fraction(90))
    (problem,) = plan_problems(replace(plan, goals=(replace(goal, measures=(measure,)),)))
    assert problem.code == "plan.threshold_without_unit"
    assert problem.facts == {"label": "Hồ sơ", "value": "90"}
    assert not plan_problems(plan)


def test_points_expected_at_a_criterion_nobody_knows_are_refused() -> None:
    plan = _read(GOOD)
    (target,) = plan.targets
    expected = (Expectation(criterion="9.9", points=Fraction(2)),)
    changed = replace(plan, targets=(replace(target, expected=expected, budget=Fraction(250)),))
    (problem,) = plan_problems(changed, {"1.1": None})
    assert (problem.code, problem.facts["criterion"]) == ("plan.unknown_criterion", "9.9")
    assert not plan_problems(changed)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file.empty"),
        ("a: [", "yaml.unreadable"),
        ("plan: 1\nplan: 2", "yaml.repeated_key"),
        ("- 1", "schema.not_a_mapping"),
        ("goals: []", "schema.lacking_key"),
        (GOOD.replace("  - key: A\n    title: Hạ tầng số", "  - A"), "schema.not_a_mapping"),
        (GOOD.partition("\ntargets:")[0] + "\ntargets: 14", "schema.not_a_list"),
        ("format: [1]\nplan: {}", "plan.unknown_format"),
    ],
)
def test_what_is_no_plan_file_is_refused_with_a_reason(text: str, code: str) -> None:
    assert code in {found for found, _, _ in _problems(text)}


def test_a_file_that_cannot_be_opened_or_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as unopened:
        read_plan(tmp_path / "absent.yaml")
    assert unopened.value.code == "file.unreadable"
    (tmp_path / "latin.yaml").write_bytes("Kế hoạch".encode("utf-16"))
    with pytest.raises(InvalidPlan) as refused:
        read_plan(tmp_path / "latin.yaml")
    assert refused.value.problems[0].code == "file.not_utf8"


def test_a_set_file_is_refused_as_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text("format: chamdiem/set/1\nset: {key: a}\nrows: []\n", encoding="utf-8")
    with pytest.raises(InvalidPlan) as refused:
        read_plan(path)
    assert "plan.unknown_format" in {problem.code for problem in refused.value.problems}


@cases(300)
@given(st.data())
def test_no_damaged_plan_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(len(GOOD), start + 40)))
    damaged = GOOD[:start] + data.draw(st.text(max_size=10)) + GOOD[end:]
    with contextlib.suppress(ChamdiemError):
        assert write_plan(_read(damaged))


@cases(200)
@given(st.lists(st.integers(0, GOOD.count("\n") - 1), min_size=1, max_size=4, unique=True))
def test_a_plan_without_some_of_its_lines_is_read_or_refused(lost: list[int]) -> None:
    lines = [line for number, line in enumerate(GOOD.splitlines()) if number not in lost]
    with contextlib.suppress(InvalidPlan):
        plan = _read("\n".join(lines))
        assert _read(write_plan(plan)) == plan
