"""What is told beside a league table: open criteria, one compared with nobody, much that does not apply."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.expression import Letter, parse_condition, parse_term
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.inputs import Input
from chamdiem.core.remarks import list_remarks
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.sentences import problem_text
from chamdiem.core.standings import Participant, score_everybody
from chamdiem.errors import Problem

from .trees import criterion, tree


def _remarks(indicator_set: IndicatorSet, *everybody: dict[str, int], groups: str = "") -> list[Problem]:
    participants = [
        Participant(code=f"X{place}", answers=answers, peer_group=groups[place : place + 1])
        for place, answers in enumerate(everybody)
    ]
    standings = score_everybody(indicator_set, participants)
    return [each for each in list_remarks(standings) if each.code != "scores.set_has_errors"]


def _one(rule: Rule, *letters: str) -> IndicatorSet:
    return tree(criterion("1", rule=rule, inputs={letter: Input() for letter in letters}, number="1"))


def test_nothing_is_told_where_all_is_decided() -> None:
    assert not _remarks(_one(RatioRule(value=parse_term("a / 2")), "a"), {"1.a": 1})


def test_marks_that_are_disputed_are_told_with_the_organisation() -> None:
    rule = ManualRule(assessors=2, combine="mean", tolerance=Fraction(1))
    (remark,) = _remarks(_one(rule), {"1.points_1": 100, "1.points_2": 900}, {"1.points": 500})
    assert (remark.code, remark.facts["count"], remark.facts["organisations"]) == (
        "scores.undecided",
        "1",
        "X0",
    )
    assert "Mục 1 chưa có điểm (Chờ hội đồng) ở 1 đơn vị: X0" in problem_text(remark)


def test_a_zero_denominator_without_a_policy_is_told() -> None:
    (remark,) = _remarks(_one(RatioRule(value=parse_term("a / b")), "a", "b"), {"1.a": 1, "1.b": 0})
    assert remark.facts["status"] == "Số liệu không hợp lệ"


def test_one_that_is_compared_with_nobody_is_told() -> None:
    rule = PeerRule(value=Letter("n"), method="share_of_max")
    (alone,) = _remarks(_one(rule, "n"), {"1.n": 4})
    assert (alone.code, alone.facts) == ("scores.alone", {"row": "1"})
    assert not _remarks(_one(rule, "n"), {"1.n": 4}, {"1.n": 5})


def test_one_that_is_alone_in_its_peer_group_is_told_with_the_group() -> None:
    rule = PeerRule(value=Letter("n"), method="min_max", among="peer_group")
    (alone,) = _remarks(_one(rule, "n"), {"1.n": 4}, {"1.n": 5}, {"1.n": 6}, groups="aab")
    assert (alone.code, alone.facts) == ("scores.alone_in_group", {"row": "1", "group": "b"})


def test_those_without_a_peer_group_among_others_that_have_one_are_told() -> None:
    rule, figures = RatioRule(value=parse_term("a / b")), {"1.a": 1, "1.b": 2}
    (remark,) = _remarks(_one(rule, "a", "b"), figures, figures, figures, groups="a")
    assert (remark.code, remark.facts) == ("scores.no_peer_group", {"count": "2", "organisations": "X1, X2"})
    assert "2 đơn vị không ghi nhóm xếp hạng" in problem_text(remark)
    assert not _remarks(_one(rule, "a", "b"), figures, figures)


def test_more_than_a_fifth_that_does_not_apply_is_told() -> None:
    rows = [
        criterion(
            key,
            maximum,
            rule=RatioRule(value=parse_term("a / 2")),
            inputs={"a": Input()},
            not_applicable_when=parse_condition("a = 0"),
        )
        for key, maximum in (("1", 20), ("2", 79), ("3", 1))
    ]
    applies = {"1.a": 1, "2.a": 1, "3.a": 1}
    fifth, more = applies | {"1.a": 0}, applies | {"1.a": 0, "3.a": 0}
    (remark,) = _remarks(tree(*rows), applies, fifth, more)
    assert remark.facts == {"organisation": "X2", "share": "21"}
    assert "21% tổng điểm tối đa không áp dụng" in problem_text(remark)


def test_a_deduction_nobody_speaks_of_is_told_as_what_it_is() -> None:
    indicator_set = tree(
        criterion("1", rule=RatioRule(value=parse_term("a / 2")), inputs={"a": Input()}),
        criterion("2", rule=RatioRule(value=parse_term("b / 2")), inputs={"b": Input()}, role="deduction"),
    )
    (remark,) = _remarks(indicator_set, {"1.a": 1}, {"1.a": 1, "2.b": 0})
    assert (remark.code, remark.facts["count"]) == ("scores.missing_deduction", "1")
    assert "1 ô điểm trừ chưa có số liệu nên chưa trừ điểm nào" in problem_text(remark)


def test_a_number_that_names_several_rows_gives_way_to_the_key() -> None:
    rule = ManualRule(assessors=2, combine="mean", tolerance=Fraction(1))
    rows = [criterion(f"{part}.1", rule=rule, number="1") for part in ("I", "II")]
    (remark, _) = _remarks(
        tree(*rows), {f"{part}.1.points_{n}": 900 * n - 800 for part in ("I", "II") for n in (1, 2)}
    )
    assert remark.facts["row"] == "I.1"
