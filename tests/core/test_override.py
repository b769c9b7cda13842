"""A person's word over a rule counts, is bounded, and hides nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.award import Status
from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.override import Override
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import reason_text
from chamdiem.core.standings import Participant, score_everybody
from chamdiem.office.score_lines import is_met

from . import sets
from .trees import criterion, tree

YES_NO = sets.set_of(YesNoRule(when=parse_condition("x")), YesNoRule(when=parse_condition("y")))
CLAIM = {"1.1.x": 1, "1.2.y": 1}


def test_awarded_points_stand_in_place_of_the_rule() -> None:
    override = Override(points=Fraction("4.5"), reason="thiếu minh chứng quý IV")
    sheet = Scorer(YES_NO).score(CLAIM, {"1.1": override})
    assert sheet.total.points == Fraction("11.5")
    assert sheet.total.maximum == 14
    text = reason_text(sheet.outcomes["1.1"])
    assert "4,5 điểm" in text
    assert "thiếu minh chứng quý IV" in text
    assert "theo quy tắc được 7 điểm" in text
    assert "Awarded 4.5 points" in reason_text(sheet.outcomes["1.1"], "en")


def test_where_people_give_the_points_no_rule_is_spoken_of() -> None:
    by_hand = sets.set_of(ManualRule())
    override = Override(points=Fraction(2), reason="ban hành chậm")
    sheet = Scorer(by_hand).score({"1.1.points": 400}, {"1.1": override})
    text = reason_text(sheet.outcomes["1.1"])
    assert text.startswith("Chấm 2 điểm: ban hành chậm; đã kê khai")
    assert "theo quy tắc" not in text


def test_the_full_stop_of_a_reason_goes_where_the_sentence_goes_on() -> None:
    override = Override(points=Fraction("4.5"), reason="Thiếu minh chứng quý IV. ")
    sheet = Scorer(YES_NO).score(CLAIM, {"1.1": override})
    assert "Thiếu minh chứng quý IV; theo quy tắc" in reason_text(sheet.outcomes["1.1"])


def test_a_criterion_taken_out_takes_its_maximum_along() -> None:
    override = Override(reason="xã không có làng nghề")
    sheet = Scorer(YES_NO).score(CLAIM, {"1.1": override})
    assert sheet.outcomes["1.1"].status is Status.NOT_APPLICABLE
    assert sheet.total.maximum == 7
    assert "Không áp dụng: xã không có làng nghề" in reason_text(sheet.outcomes["1.1"])


def test_points_over_missing_figures_do_not_pretend_there_were_any() -> None:
    sheet = Scorer(YES_NO).score({}, {"1.1": Override(points=Fraction(7), reason="hội đồng kết luận")})
    text = reason_text(sheet.outcomes["1.1"])
    assert sheet.total.points == 7
    assert "theo quy tắc" not in text


@pytest.mark.parametrize(
    ("points", "is_ruling", "vietnamese", "english"),
    [
        (0, False, "Chấm không đạt: thiếu hồ sơ; theo quy tắc thì đạt", "Judged not met"),
        ("0.5", False, "Chấm không đạt: thiếu hồ sơ; theo quy tắc thì đạt", "Judged not met"),
        ("0.999", False, "Chấm đạt: thiếu hồ sơ; theo quy tắc thì đạt", "Judged met"),
        (1, True, "Hội đồng kết luận đạt: thiếu hồ sơ; theo quy tắc thì đạt", "The council decided that"),
    ],
)
def test_of_a_condition_without_points_no_sentence_speaks_of_points(
    points: int | str, *, is_ruling: bool, vietnamese: str, english: str
) -> None:
    row = criterion("1", None, role="condition", rule=YES_NO.criteria[0].rule, inputs=sets.INPUTS)
    override = Override(points=Fraction(points), reason="thiếu hồ sơ", is_ruling=is_ruling)
    outcome = Scorer(tree(row)).score({"1.x": 1}, {"1": override}).outcomes["1"]
    assert reason_text(outcome) == vietnamese
    assert reason_text(outcome, "en").startswith(english)
    assert "point" not in reason_text(outcome, "en")
    assert is_met(outcome) is ("kết luận đạt" in vietnamese or "Chấm đạt" in vietnamese)


@given(st.fractions(min_value=-20, max_value=20, max_denominator=1000))
def test_points_awarded_stay_between_nothing_and_the_maximum(points: Fraction) -> None:
    outcome = Scorer(YES_NO).outcome("1.1", CLAIM, Override(points=points, reason="x"))
    assert 0 <= outcome.points <= outcome.maximum
    assert outcome.points == outcome.rounding.round(min(max(points, Fraction(0)), outcome.maximum))


@pytest.mark.parametrize("is_out", [False, True])
def test_who_is_taken_out_of_a_criterion_compares_with_nobody(*, is_out: bool) -> None:
    indicator_set = sets.set_of(PeerRule(value=parse_term("a"), method="share_of_max"))
    overrides = {"1.1": Override(reason="không thuộc phạm vi")} if is_out else {}
    everybody = [
        Participant(code="A", answers={"1.1.a": 12}, overrides=overrides),
        Participant(code="B", answers={"1.1.a": 6}),
    ]
    second = score_everybody(indicator_set, everybody).standings[1]
    assert second.sheet.total.points == (7 if is_out else Fraction("3.5"))
