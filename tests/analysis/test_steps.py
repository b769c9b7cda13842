"""Steps over the editions of the library: each wins what it says, and none by a trick."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest

from chamdiem.analysis.courses import Subject, cheapest_course, score_after, total_for_place
from chamdiem.analysis.sentences import step_text
from chamdiem.analysis.standpoint import Standpoint
from chamdiem.analysis.steps import Step, list_choices, list_prospects
from chamdiem.core.inputs import NUMBER_TYPES
from chamdiem.core.override import Override
from chamdiem.core.ranking import contender, rank
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import LANGUAGES
from chamdiem.core.standings import Standings, score_everybody
from chamdiem.library import load_edition
from chamdiem.samples.figures import example_participants

_SETS = ("chuprong-2023", "xa-hue-2023", "ninhthuan-2021")
# A figure of each by which others are only divided.
_WHOLES = {"chuprong-2023": "4.8.b", "xa-hue-2023": "III.1.2.b", "ninhthuan-2021": "2.4.1.b"}


@cache
def _standings(key: str) -> Standings:
    indicator_set = load_edition(key)
    return score_everybody(indicator_set, example_participants(indicator_set, seed=7))


def _subject(key: str, place: int) -> Subject:
    standings = _standings(key)
    who = standings.standings[place].participant
    scorer = Scorer(standings.indicator_set).with_spreads(standings.spreads[who.peer_group])
    return Subject(scorer=scorer, answers=who.answers)


@pytest.mark.parametrize("key", _SETS)
@pytest.mark.parametrize("place", [0, 16])
def test_a_step_wins_what_it_says_and_breaks_no_check(key: str, place: int) -> None:
    subject = _subject(key, place)
    before = subject.scorer.score(subject.answers)
    prospects = list_prospects(subject.standpoint)
    assert len(prospects) > 20
    for prospect in prospects.values():
        for step in (prospect.next_step, prospect.furthest):
            after = subject.scorer.score({**subject.answers, **step.changes})
            assert after.total.points - before.total.points == step.gain > 0
            assert after.outcomes[prospect.key].points > before.outcomes[prospect.key].points
            for criterion, outcome in after.outcomes.items():
                assert set(outcome.broken) <= set(before.outcomes[criterion].broken)
        assert prospect.next_step.gain <= prospect.furthest.gain


@pytest.mark.parametrize("key", _SETS)
@pytest.mark.parametrize("place", [0, 16])
def test_every_combination_wins_what_it_says(key: str, place: int) -> None:
    subject = _subject(key, place)
    before = subject.scorer.score(subject.answers).total.points
    for choice in list_choices(subject.standpoint):
        efforts = [step.effort for step in choice.steps]
        assert efforts == sorted(efforts)
        for step in choice.steps[::9]:
            after = subject.scorer.score({**subject.answers, **step.changes})
            assert after.total.points - before == step.gain > 0


@pytest.mark.parametrize("key", _SETS)
def test_nobody_is_advised_to_have_more_of_what_is_bad(key: str) -> None:
    for place in (0, 5, 16):
        standpoint = _subject(key, place).standpoint
        shrinking, answers = standpoint.levers.shrinking, standpoint.answers
        steps = [step for choice in list_choices(standpoint) for step in choice.steps]
        steps += [
            step for each in list_prospects(standpoint).values() for step in (each.next_step, each.furthest)
        ]
        moved = [
            (step.changes[figure], answers[figure] or 0)
            for step in steps
            for figure in shrinking & step.changes.keys()
        ]
        assert all(then < now for then, now in moved)


def test_incidents_rewarded_by_a_printed_rule_only_shrink() -> None:
    """The printed criterion 5.9 compares counts of incidents, and gives the most points for the most."""
    standpoint = _subject("chuprong-2023", 16).standpoint
    assert standpoint.levers.shrinking == {"5.9.n"}
    found = list_prospects(standpoint).get("5.9")
    raised = found.furthest.changes.get("5.9.n", 0) if found else 0
    assert raised <= (standpoint.answers["5.9.n"] or 0)


@pytest.mark.parametrize("key", _SETS)
def test_what_others_are_divided_by_is_never_lowered(key: str) -> None:
    subject = _subject(key, 5)
    standpoint = subject.standpoint
    assert _WHOLES[key] in {f for each in standpoint.criteria.values() for f in each.letters.figures}
    assert _WHOLES[key] not in standpoint.levers.figures
    for choice in list_choices(standpoint):
        for step in choice.steps:
            for figure in standpoint.levers.growing & step.changes.keys():
                assert step.changes[figure] > (standpoint.answers[figure] or 0)


def test_general_information_and_points_of_people_are_no_levers() -> None:
    assert not any(
        figure.startswith("I.") for figure in _subject("chuprong-2023", 0).standpoint.levers.figures
    )
    standpoint = _subject("so-2021", 0).standpoint
    assert standpoint.levers.figures == frozenset()
    assert list_prospects(standpoint) == {}


def test_a_course_reaches_its_total_and_says_when_none_can() -> None:
    subject = _subject("chuprong-2023", 3)
    now = subject.scorer.score(subject.answers).total.points
    efforts = []
    for more in (5, 20, 80):
        course = cheapest_course(subject, now + more)
        assert course is not None
        assert course.after.total.points >= now + more
        assert course.before.total.points == now
        efforts.append(course.effort)
    assert efforts == sorted(efforts)
    assert cheapest_course(subject, Fraction(10_000)) is None
    nowhere = cheapest_course(subject, now)
    assert nowhere is not None
    assert nowhere.steps == ()


@pytest.mark.parametrize("more", [Fraction(5), Fraction(11, 2), Fraction(20)])
def test_no_figure_of_a_course_moves_further_than_the_total_needs(more: Fraction) -> None:
    subject = _subject("chuprong-2023", 3)
    standpoint = subject.standpoint
    now = subject.scorer.score(subject.answers).total.points
    course = cheapest_course(subject, now + more)
    assert course is not None
    moved = [(step, figure) for step in course.steps for figure in step.changes]
    assert moved
    for step, figure in moved:
        given, old = standpoint.input(figure), standpoint.answers[figure]
        if given.type not in NUMBER_TYPES or old is None:
            continue
        grain = given.grain
        less = step.changes[figure] + (-grain if step.changes[figure] > old else grain)
        others = [each for each in course.steps if each is not step]
        shorter = Step({**step.changes, figure: less})
        assert score_after(subject, [*others, shorter]).total.points < now + more


def test_a_course_to_a_place_reaches_it() -> None:
    standings = _standings("ninhthuan-2021")
    indicator_set = standings.indicator_set
    last = max(
        (each for each in standings.standings if each.placing.place), key=lambda each: each.placing.place or 0
    )
    group = [
        each for each in standings.standings if each.participant.peer_group == last.participant.peer_group
    ]
    others = [each for each in group if each is not last]
    subject = Subject(
        scorer=Scorer(indicator_set).with_spreads(standings.spreads[last.participant.peer_group]),
        answers=last.participant.answers,
    )
    for place in (1, len(others)):
        total = total_for_place(subject, [each.sheet.index_value for each in others], place)
        course = cheapest_course(subject, total)
        assert course is not None
        code = last.participant.code
        contenders = [contender(indicator_set, each.sheet, each.participant.code) for each in others]
        contenders.append(contender(indicator_set, course.after, code))
        reached = rank(contenders)[code].place
        assert reached is not None
        assert reached <= place
    assert total_for_place(subject, [], 1) == 0


def test_a_heavier_criterion_is_left_for_last() -> None:
    subject = _subject("chuprong-2023", 3)
    now = subject.scorer.score(subject.answers).total.points
    course = cheapest_course(subject, now + 10)
    assert course is not None
    first = next(iter(course.steps[0].changes))
    row = subject.standpoint.row_of(first)
    weighed = Subject(scorer=subject.scorer, answers=subject.answers, weights={row: Fraction(1000)})
    other = cheapest_course(weighed, now + 10)
    assert other is not None
    assert all(subject.standpoint.row_of(figure) != row for step in other.steps for figure in step.changes)


def test_what_a_person_decided_no_figure_changes() -> None:
    subject = _subject("chuprong-2023", 3)
    overrides = {"1.3": Override(points=Fraction(2), reason="Theo kết luận")}
    standpoint = Standpoint(subject.scorer, subject.answers, overrides)
    assert "1.3" in list_prospects(subject.standpoint)
    assert "1.3" not in list_prospects(standpoint)


def test_a_step_is_said_with_its_ratio_and_points() -> None:
    subject = _subject("chuprong-2023", 0)
    standpoint = Standpoint(subject.scorer, {**subject.answers, "4.8.a": 1240, "4.8.b": 2000})
    step = list_prospects(standpoint)["4.8"].next_step
    name = "Số cơ sở giáo dục từ tiểu học đến trung học phổ thông thực hiện chuyển đổi số trên địa bàn"
    assert step_text(standpoint, step, "4.8") == (
        f"{name} từ 1.240 lên 1.400 cơ sở (tỷ lệ từ 62% thành 70%): thêm 3,8 điểm"
    )
    assert step_text(standpoint, step, "4.8", "en") == (
        f"{name} from 1,240 up to 1,400 cơ sở (ratio from 62% to 70%): 3.8 points more"
    )
    nobody = Standpoint(subject.scorer, {**subject.answers, "4.5.x": 2})
    assert step_text(nobody, list_prospects(nobody)["4.5"].next_step, "4.5") == (
        "Công chức phụ trách an toàn thông tin: từ “Không có công chức chuyên trách, kiêm nhiệm” thành "
        "“Chỉ có công chức bán chuyên trách (kiêm nhiệm)”: thêm 5 điểm"
    )


def test_every_step_can_be_said() -> None:
    for key in _SETS:
        standpoint = _subject(key, 4).standpoint
        for prospect in list_prospects(standpoint).values():
            for language in LANGUAGES:
                assert step_text(standpoint, prospect.furthest, prospect.key, language)
