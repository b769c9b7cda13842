"""A goal typed in the browser stands under a section, a new one, or none; it is never left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client

from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.content import printed
from chamdiem.plans.models import Plan
from chamdiem.plans.official import official_report
from tests.people import Cast

from .loaded import CONTENT, draft_plan, third_quarter
from .test_pages import BLANK_MEASURES

Opened = Callable[[str], Client]
# Two sections; the last goal of the file stands in none.
SECTIONS = "sections:\n  - {key: M1, title: Đến năm 2026}\n  - {key: M2, title: Đến năm 2027}\ngoals:\n"
GOALS = "".join(
    f"  - key: MT{number}\n    year: 2026\n    text: Mục tiêu {number}\n{section}"
    for number, section in ((2, "    section: M1\n"), (3, "    section: M2\n"), (4, ""))
)
SECTIONED = CONTENT.replace("goals:\n  - key: MT1", f"{SECTIONS}{GOALS}  - key: MT1", 1)


def _add(client: Client, plan: Plan, seen: int, **given: object) -> int:
    goal = {**BLANK_MEASURES, "letter": "z", "year": 2027, "text": "Mục tiêu gõ vào", "seen": seen, **given}
    return client.post(f"/ke-hoach/{plan.pk}/sua/goal/moi/", goal).status_code


def _order(plan: Plan) -> list[tuple[str, str]]:
    return [(each.key, each.section) for each in printed(Plan.objects.get(pk=plan.pk)).goals]


def test_a_goal_goes_to_the_end_of_its_section(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast, SECTIONED)
    assert _add(opened("giang"), plan, 1, section="M1") == 302
    assert _order(plan) == [("MT2", "M1"), ("MT5", "M1"), ("MT3", "M2"), ("MT4", ""), ("MT1", "")]


def test_goals_stand_in_the_order_of_their_letters(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast, SECTIONED), opened("giang")
    for seen, letter in enumerate(("đ", "b", "10", "2", "d", ""), start=1):
        assert _add(client, plan, seen, section="M1", year=2026, letter=letter) == 302
    letters = [each.letter for each in printed(Plan.objects.get()).goals if each.section == "M1"]
    assert letters == ["", "2", "10", "b", "d", "đ", ""]
    moved = {**BLANK_MEASURES, "letter": "e", "year": 2026, "text": "Đổi", "section": "M1", "seen": 7}
    assert client.post(f"/ke-hoach/{plan.pk}/sua/goal/MT8/", moved).status_code == 302
    letters = [each.letter for each in printed(Plan.objects.get()).goals if each.section == "M1"]
    assert letters == ["", "10", "b", "d", "đ", "e", ""]


def test_a_goal_may_name_a_new_section(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast, SECTIONED)
    client = opened("giang")
    assert _add(client, plan, 1, new_section="Đến năm 2030") == 302
    assert _order(plan)[-1] == ("MT5", "M3")
    # A title there is already is that section.
    assert _add(client, plan, 2, new_section="Đến năm 2027") == 302
    assert ("MT6", "M2") in _order(plan)
    page = client.get(f"/ke-hoach/{plan.pk}/van-ban/").content.decode()
    assert page.index("Đến năm 2030") < page.index("z) Mục tiêu gõ vào", page.index("Đến năm 2030"))


def test_one_section_is_named_not_two(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast, SECTIONED)
    assert _add(opened("giang"), plan, 1, section="M1", new_section="Đến năm 2030") == 422


def test_a_changed_goal_keeps_its_section_or_moves(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast, SECTIONED)
    client = opened("giang")
    page = client.get(f"/ke-hoach/{plan.pk}/sua/goal/MT2/").content.decode()
    assert '<option value="M1" selected>' in page
    moved = {**BLANK_MEASURES, "year": 2026, "text": "Mục tiêu 2", "section": "M2", "seen": 1}
    assert client.post(f"/ke-hoach/{plan.pk}/sua/goal/MT2/", moved).status_code == 302
    assert _order(plan) == [("MT3", "M2"), ("MT2", "M2"), ("MT4", ""), ("MT1", "")]


def test_a_goal_without_section_stands_under_no_other_heading(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast, SECTIONED)
    client = opened("giang")
    assert _add(client, plan, 1) == 302
    for page in ("", "van-ban/"):
        text = client.get(f"/ke-hoach/{plan.pk}/{page}").content.decode()
        assert text.index("Mục tiêu 3") < text.index("Mục tiêu khác") < text.index("z) Mục tiêu gõ vào")


def test_the_report_prints_goals_without_section_under_a_heading_of_their_own(cast: Cast) -> None:
    round_ = third_quarter(cast)
    goals = [
        {"letter": "", "year": 2026, "section": section, "text": text, "measures": []}
        for section, text in (("Đến năm 2026", "Một"), ("", "Hai"))
    ]
    report = official_report({**consolidate(round_), "goals": goals}, date(2026, 10, 8))
    rows = report.annexes[-1].table.rows
    assert [row.cells[0] for row in rows] == ["Đến năm 2026", "Một", "Mục tiêu khác", "Hai"]
