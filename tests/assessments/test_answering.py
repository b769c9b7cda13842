"""Writing figures: read, versioned, kept in the history, refused with a remedy."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils.translation import override

from chamdiem.assessments import services
from chamdiem.assessments.models import Answer, AnswerChange, Assessment
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign, Extension
from chamdiem.errors import Conflict, InvalidAnswers, NotAllowed, NotFound, Refused, WrongStage
from chamdiem.web.refusals import problem_sentence, refusal_sentence
from tests.people import LOCAL, NOW, Cast

from .filling import fill, hand_in, write


def test_a_figure_is_kept_as_typed_and_as_the_core_stores_it(cast: Cast) -> None:
    saved = write(cast, "2.2.a", "1.234,5")
    assert (saved.answer.value, saved.answer.typed, saved.answer.version) == (1_234_500, "1.234,5", 1)


def test_every_value_stays_in_the_history(cast: Cast) -> None:
    for typed in ("3", "4", ""):
        write(cast, "2.3.n", typed)
    kept = AnswerChange.objects.filter(figure="2.3.n").order_by("version")
    assert [(each.typed, each.value, each.changed_by) for each in kept] == [
        ("3", 3, cast.an),
        ("4", 4, cast.an),
        ("", None, cast.an),
    ]


def test_only_what_reads_the_figure_is_computed_again(cast: Cast) -> None:
    assert write(cast, "2.3.n", "3").rows == ("2.3",)
    assert write(cast, "I.1", "100").rows == ("I.1", "2.1")


def test_counts_and_points_follow(cast: Cast) -> None:
    write(cast, "1.2.x", "có")
    write(cast, "2.3.n", "3")
    cast.a.refresh_from_db()
    assert (cast.a.answered_count, cast.a.criteria_count) == (2, 6)
    assert (cast.a.claimed_points, cast.a.claimed_maximum) == (Decimal("17.5"), Decimal(70))
    assert cast.a.last_activity_at == NOW


def test_points_given_by_hand_keep_bounds_and_steps(cast: Cast) -> None:
    write(cast, "1.3.points", "7,5")
    for typed, code in (
        ("7,3", "answer.off_step"),
        ("10,5", "answer.points_outside"),
        ("-1", "answer.points_outside"),
    ):
        with pytest.raises(InvalidAnswers) as refused:
            write(cast, "1.3.points", typed)
        assert refused.value.problems[0].code == code


def test_a_whole_number_is_read_with_the_dots_pages_show_it_with(cast: Cast) -> None:
    saved = write(cast, "2.3.n", "1.234")
    assert (saved.answer.value, saved.answer.typed) == (1234, "1.234")
    with override("en"), pytest.raises(InvalidAnswers):
        write(cast, "2.3.n", "1.235")


@pytest.mark.parametrize(
    ("figure", "typed", "remedy"),
    [
        ("2.3.n", "ba", "nhập “Số cuộc họp” bằng chữ số"),
        ("2.3.n", "1,234", "nhập “Số cuộc họp” liền không dấu, ví dụ 1234"),
        ("2.2.a", "1.234", "nhập “Kinh phí đã chi” là 1234 hoặc 1,234"),
        ("2.2.a", "1,2345", "tối đa 3 chữ số"),
        ("1.1.x", "chủ tịch", "chọn một trong"),
        ("1.2.x", "có lẽ", "“Có” hoặc “Không”"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_remedy(
    cast: Cast, figure: str, typed: str, remedy: str
) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        write(cast, figure, typed)
    assert remedy in problem_sentence(refused.value.problems[0])


def test_a_refusal_changes_nothing(cast: Cast) -> None:
    write(cast, "2.3.n", "3")
    before = (list(Answer.objects.values()), list(Assessment.objects.values()), Event.objects.count())
    for figure, typed in (("2.3.n", "ba"), ("9.9.z", "1")):
        with pytest.raises((InvalidAnswers, NotFound)):
            write(cast, figure, typed)
    after = (list(Answer.objects.values()), list(Assessment.objects.values()), Event.objects.count())
    assert after == before


def test_the_same_value_again_is_no_change(cast: Cast) -> None:
    write(cast, "2.2.a", "1234,5")
    saved = write(cast, "2.2.a", "1.234,5")
    assert (saved.rows, saved.answer.version) == (("2.2",), 1)
    assert AnswerChange.objects.count() == 1


def test_who_has_not_seen_the_newest_value_is_asked(cast: Cast) -> None:
    write(cast, "2.1.a", "79", actor=cast.kien)
    with pytest.raises(Conflict) as refused:
        write(cast, "2.1.a", "80", seen_version=0)
    assert refused.value.facts == {
        "label": "Số dịch vụ công trực tuyến toàn trình",
        "value": "79",
        "shown": "79",
        "mine": "80",
        "person": "Đỗ Trung Kiên",
        "is_own": "",
        "at": "09:30 13/10/2026",
        "version": "1",
    }
    assert refusal_sentence(refused.value).startswith("Đỗ Trung Kiên đã ghi “79”")
    assert Answer.objects.get(figure="2.1.a").value == 79


def test_the_audit_names_the_figure(cast: Cast) -> None:
    write(cast, "2.3.n", "3")
    event = Event.objects.get(action="assessment.answer")
    assert (event.actor_id, event.campaign_id) == (cast.an.pk, cast.campaign.pk)
    assert event.facts == {"figure": "2.3.n", "value": 3, "typed": "3"}


@pytest.mark.parametrize("person", ["binh", "minh", "chi", "ha", "lan", "nga"])
def test_outsiders_cannot_learn_that_it_exists(cast: Cast, person: str) -> None:
    with pytest.raises(NotFound):
        write(cast, "2.3.n", "3", actor=cast.people[person])


def test_the_standing_body_reads_and_does_not_write(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="edit_not_allowed"):
        write(cast, "2.3.n", "3", actor=cast.giang)


def test_an_office_writes_only_what_was_given_to_it(cast: Cast) -> None:
    write(cast, "2.1.a", "79", actor=cast.kien)
    for figure in ("2.3.n", "I.1"):
        with pytest.raises(NotFound):
            write(cast, figure, "3", actor=cast.kien)


def test_nobody_writes_into_what_was_handed_in(cast: Cast) -> None:
    hand_in(cast)
    with pytest.raises(WrongStage, match="wrong_state"):
        write(cast, "2.3.n", "4")


def _last_second(day: datetime) -> datetime:
    return datetime.combine(day.date(), datetime.max.time(), LOCAL).replace(microsecond=0)


def test_the_last_second_of_the_day_is_in_time(cast: Cast) -> None:
    last = _last_second(NOW + timedelta(days=18))
    assert last.date() == cast.campaign.entry_until
    write(cast, "2.3.n", "3", now=last)
    with pytest.raises(WrongStage, match="entry_over"):
        write(cast, "2.3.n", "4", now=last + timedelta(seconds=1))


def test_a_criterion_has_its_own_last_day_and_its_own_extension(cast: Cast) -> None:
    Campaign.objects.update(entry_until=date(2026, 11, 10), appraisal_until=date(2026, 11, 30))
    last = datetime(2026, 10, 31, 23, 59, 59, tzinfo=LOCAL)
    write(cast, "2.1.a", "79", now=last)
    with pytest.raises(WrongStage, match="criterion_over"):
        write(cast, "2.1.a", "80", now=last + timedelta(seconds=1))
    write(cast, "2.3.n", "3", now=last + timedelta(seconds=1))
    Extension.objects.create(
        participant=cast.a.participant,
        criterion_key="2.1",
        until=datetime(2026, 11, 15, tzinfo=LOCAL).date(),
        reason="Mất điện",
        given_by=cast.giang,
        given_at=NOW,
    )
    after_all = datetime(2026, 11, 14, 8, tzinfo=LOCAL)
    write(cast, "2.1.a", "80", now=after_all)
    with pytest.raises(WrongStage, match="entry_over"):
        write(cast, "2.3.n", "4", now=after_all)


def test_a_form_keeps_what_is_good_and_tells_what_is_not(cast: Cast) -> None:
    write(cast, "1.2.x", "có")
    sheet = services.save_answers(
        actor=cast.an,
        assessment_id=cast.a.pk,
        typed={"2.3.n": ("ba", 0), "2.1.a": ("79", 0), "1.2.x": ("không", 0)},
        now=NOW,
    )
    assert [each.answer.figure for each in sheet.saved] == ["2.1.a"]
    assert (set(sheet.refused), set(sheet.conflicts)) == ({"2.3.n"}, {"1.2.x"})


def test_a_late_campaign_stage_refuses(cast: Cast) -> None:
    fill(cast)
    Campaign.objects.update(status=Campaign.Status.RULING)
    with pytest.raises(Refused, match="wrong_stage"):
        write(cast, "2.3.n", "4")
