"""The plan ninhthuan-2021-plan says what its document says: goals, what is done, by whom.

What the document gets wrong is pinned too.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

import pytest

from chamdiem.core.improvement_plan import Years

from .plan_document import GROUP, PERCENT, bodies_in, lines, plan, printed_goals, rows_of

# --- goals, targets, documents, projects -------------------------------------------------


def test_all_goals_are_there_word_for_word() -> None:
    assert [(goal.year, goal.letter, goal.text) for goal in plan().goals] == list(printed_goals())
    assert Counter(goal.year for goal in plan().goals) == {2025: 14, 2030: 4}


def test_all_targets_are_there_word_for_word() -> None:
    targets = [(each.number, each.text, each.lead, each.coordinating) for each in plan().targets]
    rows = [row.cells for row in rows_of("I")]
    assert targets == [(n, text, bodies_in(lead), bodies_in(others)) for n, text, lead, others in rows]
    assert len(targets) == 14


def test_all_documents_are_there_word_for_word() -> None:
    documents = [(d.number, d.text, d.lead, d.coordinating, d.kind) for d in plan().documents]
    rows = [row.cells for row in rows_of("II")]
    assert documents == [
        (n, text, bodies_in(lead), bodies_in(others), kind) for n, text, lead, others, kind in rows
    ]
    assert len(documents) == 11


def test_all_projects_are_there_word_for_word_in_their_groups() -> None:
    projects = [(p.group, p.number, p.text, p.lead, p.years and p.years.printed) for p in plan().projects]
    rows = [(row.group, *row.cells) for row in rows_of("III")]
    assert projects == [
        (group, n, text, bodies_in(lead), years.strip()) for group, n, text, lead, years in rows
    ]
    assert len(projects) == 32


def test_all_groups_of_projects_are_there_in_printed_order() -> None:
    groups = dict.fromkeys(row.group for row in rows_of("III"))
    assert [group.key for group in plan().project_groups if group.key != "A"] == list(groups)
    titles = [GROUP.fullmatch(line) for line in lines()[174:217]]
    assert [(g.number, g.title) for g in plan().project_groups] == [
        title.groups() for title in titles if title
    ]


def test_years_are_the_printed_ones() -> None:
    for project in plan().projects:
        assert isinstance(project.years, Years)
        printed = [int(year) for year in re.findall(r"\d{4}", project.years.printed)]
        assert [project.years.start, project.years.end] == printed, project.key


@pytest.mark.parametrize("listed", ["goals", "targets", "documents", "projects"])
def test_every_percentage_is_a_measure_and_every_measure_is_printed(listed: str) -> None:
    for entry in getattr(plan(), listed):
        printed = [Fraction(figure) for figure in PERCENT.findall(entry.text)]
        measured = [measure.threshold for measure in entry.measures if measure.unit == "%"]
        assert measured == printed, entry.key
        assert all(measure.operator == "at_least" for measure in entry.measures)


def test_the_goal_with_two_figures_has_two_measures() -> None:
    (goal,) = (each for each in plan().goals if each.key == "2025.c")
    assert [f"{measure.threshold}{measure.unit}" for measure in goal.measures] == ["100%", "90%"]


def test_only_the_last_goal_is_qualitative() -> None:
    assert [goal.key for goal in plan().goals if not goal.measures] == ["2030.d"]


def test_fifteen_meetings_are_the_only_figure_that_is_no_percentage() -> None:
    others = [m for item in plan().items for m in item.measures if m.unit != "%"]
    assert [f"{measure.threshold} {measure.unit}" for measure in others] == ["15 cuộc"]
    assert "ít nhất 15 cuộc" in plan().documents[9].text


# --- links -------------------------------------------------------------------------------


def test_the_targets_repeat_the_goals_of_2025_but_for_the_first() -> None:
    goals = {goal.key: goal for goal in plan().goals}
    linked = [goals[target.goals[0]] for target in plan().targets]
    assert linked == list(plan().goals[:14])
    differing = [
        target.key
        for target, goal in zip(plan().targets, linked, strict=True)
        if target.text != goal.text.rstrip(".")
    ]
    assert differing == ["PL1.1"]
    assert "mức độ 3, 4" in plan().targets[0].text
    assert "mức độ 4" in linked[0].text
    assert plan().targets[0].note


def test_targets_are_measured_by_the_figures_of_their_goals() -> None:
    goals = {goal.key: goal for goal in plan().goals}
    for target in plan().targets:
        figures = [(m.operator, m.threshold, m.unit) for m in target.measures]
        measures = goals[target.goals[0]].measures
        assert figures == [(m.operator, m.threshold, m.unit) for m in measures]
        is_the_same = [m.label for m in target.measures] == [m.label for m in measures]
        assert is_the_same == (target.key != "PL1.1")


def test_criteria_named_are_printed_in_the_fourth_annex() -> None:
    numbers = {line.split("\t")[0] for line in lines() if re.match(r"\d+\.\d+\.\d+\t", line)}
    linked = [*(goal.criteria for goal in plan().goals), *(item.criteria for item in plan().items)]
    assert {criterion for criteria in linked for criterion in criteria} <= numbers
    assert sum(1 for criteria in linked if criteria) == 31


# --- bodies ------------------------------------------------------------------------------


def test_every_body_in_the_annexes_is_in_the_name_list_exactly_as_spelt() -> None:
    spelt = {
        name for row in rows_of("I") + rows_of("II") for cell in row.cells[2:4] for name in bodies_in(cell)
    }
    spelt |= {name for row in rows_of("III") for name in bodies_in(row.cells[2])}
    assert spelt <= {name for body in plan().bodies for name in body.names}


def test_every_spelling_of_the_name_list_stands_in_the_document() -> None:
    text = "\n".join(lines())
    assert not [spelling for body in plan().bodies for spelling in body.spellings if spelling not in text]


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Sở Công thương", "Sở Công Thương"),
        ("Sở Khoa học Công nghệ", "Sở Khoa học và Công nghệ"),
        ("Sở Văn hóa Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở, Ban, ngành, địa phương", "Các Sở, ban, ngành, địa phương"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
    ],
)
def test_spellings_lead_to_one_body(spelling: str, name: str) -> None:
    assert plan().body_called(spelling).name == name


def test_the_centre_in_brackets_belongs_to_its_department() -> None:
    (lead,) = plan().documents[7].lead
    assert plan().body_called(lead).part_of == "Sở Thông tin và Truyền thông"


def test_collective_bodies_are_marked() -> None:
    collective = {body.name for body in plan().bodies if body.collective}
    named = {name for body in plan().bodies for name in body.names}
    assert {name for name in named if re.match(r"các |sở,|doanh nghiệp", name.lower())} == {
        name for body in plan().bodies if body.name in collective for name in body.names
    }
