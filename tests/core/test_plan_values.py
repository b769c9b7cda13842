"""Values nobody can mean are refused where somebody brings a plan, and stay where they are kept already."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.core.improvement_plan import Plan
from chamdiem.core.plan_loading import load_plan
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidPlan
from chamdiem.library.plans import plan_text, read_handed_in, read_plan_text, write_plan
from chamdiem.library.reading import read_marked

from .test_plan_loading import CRITERIA, GOOD

WITH_POINTS = GOOD.replace(
    "    goals:\n      - 2030.a\nproject_groups",
    "    goals:\n      - 2030.a\n    expected:\n      - {criterion: '1.1', points: 4}\n    budget: 250\n"
    "project_groups",
)


def _hand_in(text: str, over: Plan | None = None) -> Plan:
    return read_handed_in(text, "example.yaml", CRITERIA.get, over)


def _problems(text: str, over: Plan | None = None) -> set[tuple[str, str]]:
    with pytest.raises(InvalidPlan) as refused:
        _hand_in(text, over)
    assert all(problem.place.line for problem in refused.value.problems)
    assert all(problem_text(problem).endswith((".", "…")) for problem in refused.value.problems)
    return {(problem.code, problem.place.path) for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("year: 2030", "year: 2019", "plan.years_outside", "goals[2030.a].year"),
        ("from: 2026, to: 2028", "from: 2035, to: 2040", "plan.years_outside", "projects[A.1].years"),
        ("from: 2026, to: 2028", "from: 2025, to: 2028", "plan.years_unexplained", "projects[A.1].years"),
        ("from: 2026, to: 2028", "from: 2026, to: 2031", "plan.years_unexplained", "projects[A.1].years"),
        (
            "threshold: 90",
            "threshold: -90",
            "plan.threshold_negative",
            "goals[2030.a].measures[0].threshold",
        ),
        (
            "threshold: 90",
            "threshold: 150",
            "plan.share_above_whole",
            "goals[2030.a].measures[0].threshold",
        ),
        ("points: 4", "points: 5.5", "plan.points_above_maximum", "targets[PL1.1].expected[0].points"),
        ("points: 4", "points: -1", "plan.points_negative", "targets[PL1.1].expected[0].points"),
        (
            "points: 4}",
            "points: 4}\n      - {criterion: '1.1', points: 1}",
            "plan.points_twice",
            "targets[PL1.1].expected[1].points",
        ),
        (
            "number: '1'",
            f"number: '{'1' * 300}'",
            "plan.text_too_long",
            "targets[PL1.1].number",
        ),
        (
            "threshold: 90, unit: '%'",
            f"threshold: 90, unit: {'đơn vị ' * 60}x",
            "plan.text_too_long",
            "goals[2030.a].measures[0].unit",
        ),
        ("budget: 250", "budget: -250", "plan.budget_negative", "targets[PL1.1].budget"),
        (
            "- Trung tâm\n    goals",
            "- Trung tâm\n      - Trung tâm\n    goals",
            "plan.body_twice",
            "targets[PL1.1].coordinating",
        ),
        (
            "- Trung tâm\n    goals",
            "- Sở KH&CN\n    goals",
            "plan.body_leads_and_helps",
            "targets[PL1.1].coordinating",
        ),
        (
            "- Trung tâm\n    goals",
            "- Sở Khoa học và Công nghệ\n    goals",
            "plan.body_leads_and_helps",
            "targets[PL1.1].coordinating",
        ),
        (
            "    lead:\n      - Sở KH&CN\n",
            "    lead:\n      - Sở KH&CN\n      - Sở Khoa học và Công nghệ\n",
            "plan.body_twice",
            "targets[PL1.1].lead",
        ),
        (
            "threshold: 90, unit: '%'",
            "threshold: 120, unit: phần trăm",
            "plan.share_above_whole",
            "goals[2030.a].measures[0].threshold",
        ),
        (
            "targets:\n",
            "annexes:\n  - {key: PL2, holds: documents, number: Phụ lục II, title: Văn bản}\ntargets:\n",
            "plan.annex_empty",
            "annexes[PL2].holds",
        ),
        ("  projects: 1\n", "  projects: 2\n", "plan.count_differs", "counts"),
        ("  projects: 1\n", "", "plan.count_differs", "counts"),
        ("  projects: 1\n", "  projects: [1]\n", "schema.not_text", "counts.projects"),
        (
            "- name: Doanh nghiệp",
            "- name: trung  tâm",
            "plan.bodies_alike",
            "bodies[trung  tâm]",
        ),
        ("  projects: 1\n", "  projects: 1\n  project: 1\n", "schema.unknown_key", "counts.project"),
    ],
)
def test_a_value_nobody_can_mean_is_refused_with_its_place(old: str, new: str, code: str, path: str) -> None:
    assert old in WITH_POINTS
    assert (code, path) in _problems(WITH_POINTS.replace(old, new, 1))


def test_all_of_them_are_told_at_once_beside_what_does_not_fit_together() -> None:
    text = (
        WITH_POINTS.replace("year: 2030", "year: 2019")
        .replace("threshold: 90", "threshold: -90")
        .replace("points: 4", "points: 55")
        .replace("group: A", "group: B")
    )
    assert {code for code, _ in _problems(text)} == {
        "plan.years_outside",
        "plan.threshold_negative",
        "plan.points_above_maximum",
        "plan.unknown_heading",
    }


def test_a_header_that_cannot_be_read_hides_nothing_of_the_criteria() -> None:
    text = WITH_POINTS.replace("period: {from: 2026", "period: {from: nay").replace("points: 4", "points: 55")
    assert {code for code, _ in _problems(text)} == {"schema.wrong_form", "plan.points_above_maximum"}


def test_a_header_with_a_bad_key_hides_nothing_of_its_years() -> None:
    text = WITH_POINTS.replace("key: example-plan", "key: Kế hoạch")
    assert "plan.years_reversed" not in {code for code, _ in _problems(text)}
    reversed_ = text.replace("period: {from: 2026, to: 2030}", "period: {from: 2028, to: 2026}")
    assert reversed_ != text
    assert ("plan.years_reversed", "plan.period") in _problems(reversed_)


def test_years_that_reach_beyond_the_period_may_stand_where_a_note_says_why() -> None:
    years = "years: {printed: 2026 - 2028, from: 2026, to: 2028}"
    text = GOOD.replace(years, "years: {from: 2025, to: 2028}").replace(
        "projects:\n  - key: A.1", "projects:\n  - key: A.1\n    note: Dự án chuyển tiếp."
    )
    (project,) = _hand_in(text).projects
    assert project.years is not None
    assert project.years.start == 2025


def test_a_plan_kept_already_is_read_whatever_its_values() -> None:
    text = WITH_POINTS.replace("threshold: 90", "threshold: -90")
    plan = load_plan(read_marked(text), "kept", CRITERIA.get)
    assert plan.goals[0].measures[0].threshold == Fraction(-90)


def test_what_stands_in_the_plan_that_is_changed_may_stay_and_hides_nothing_new() -> None:
    odd = WITH_POINTS.replace("year: 2030", "year: 2019")
    over = load_plan(read_marked(odd), "kept")
    assert _hand_in(odd, over) == over
    assert _problems(odd.replace("points: 4", "points: 55"), over) == {
        ("plan.points_above_maximum", "targets[PL1.1].expected[0].points")
    }


@pytest.mark.parametrize("share", [0.2, 0.33, 0.5, 0.75, 0.95, 0.999])
def test_a_file_cut_off_in_the_middle_is_never_taken_for_a_smaller_plan(share: float) -> None:
    text = plan_text("ninhthuan-2021-plan")
    lines = text.splitlines(keepends=True)
    for cut in (text[: int(len(text) * share)], "".join(lines[: int(len(lines) * share)])):
        with pytest.raises(InvalidPlan):
            read_plan_text(cut, "cut.yaml")


def test_a_last_line_without_end_is_told_with_what_it_says() -> None:
    with pytest.raises(InvalidPlan) as refused:
        _hand_in(GOOD.rstrip("\n"))
    (cut,) = refused.value.problems
    assert cut.facts["value"] == "clause: IV.b"
    assert "thêm một dòng trống ở cuối" in problem_text(cut)


def test_counts_are_written_and_read_again() -> None:
    plan = _hand_in(GOOD)
    assert write_plan(plan) == GOOD
    assert _hand_in(GOOD[: GOOD.index("counts:")] + GOOD[GOOD.index("bodies:\n  - name") :]) == plan


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sở KHCN", "Sở KH&CN"),
        ("sở khoa học và công nghệ", "Sở Khoa học và Công nghệ"),
        ("Sở Khoa học Công nghệ", "Sở Khoa học và Công nghệ"),
    ],
)
def test_of_a_body_nobody_knows_the_one_most_like_it_is_named(typed: str, meant: str) -> None:
    with pytest.raises(InvalidPlan) as refused:
        _hand_in(GOOD.replace("- Trung tâm\n    goals", f"- {typed}\n    goals"))
    (problem,) = refused.value.problems
    assert meant in problem_text(problem)


def test_an_entry_that_cannot_be_read_is_checked_further_at_once() -> None:
    text = WITH_POINTS.replace("unit: '%'", "unit: ''").replace("operator: at_least", "operator: quite", 1)
    text = text.replace("from: 2026, to: 2028", "from: 2028, to: 2027").replace(
        "- Trung tâm\n", "- Sở Lạ\n", 1
    )
    text = text.replace("budget: 250", "budget: nhiều").replace("points: 4", "points: 9")
    found = {code for code, _ in _problems(text)}
    assert found >= {
        "plan.unit_blank",
        "plan.years_reversed",
        "plan.unknown_body",
        "plan.points_above_maximum",
    }
    assert "plan.threshold_without_unit" not in found
    assert "plan.budget_negative" not in found


def test_of_what_is_not_there_nothing_else_is_said() -> None:
    found = _problems(WITH_POINTS.replace("threshold: 90", "threshold: viele"))
    assert len(found) == 1
    assert _problems(WITH_POINTS.replace("    year: 2030\n", "")) == {("schema.lacking_key", "goals[2030.a]")}


def test_points_lost_stand_beside_points_won() -> None:
    more = "points: 4}\n      - {criterion: '1.2', points: -1}"
    (item,) = (each for each in _hand_in(WITH_POINTS.replace("points: 4}", more)).items if each.expected)
    assert [each.points for each in item.expected] == [4, -1]
