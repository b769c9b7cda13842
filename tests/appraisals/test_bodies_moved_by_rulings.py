"""Whom a ruling by figures moves beside the body it is about."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.selectors.moved_bodies import MOST_SHOWN, list_moved_bodies
from chamdiem.assessments.models import Answer, Assessment

from ..edition import EDITION
from ..people import Cast, make_edition
from .asking import Opened, text_at
from .crowd import join_departments
from .staging import APPRAISING, begin_ruling, decide

_MOVED = "Đơn vị khác đổi điểm theo số liệu kết luận"


def _rule(cast: Cast, figures: dict[str, int], key: str = "2.2") -> None:
    Ruling.objects.create(
        assessment=cast.a,
        criterion_key=key,
        answers=figures,
        reason="Theo quyết toán",
        ruled_by=cast.ha,
        ruled_at=APPRAISING,
    )


def _moved(cast: Cast) -> list[tuple[str, str, Fraction, Fraction]]:
    found = list_moved_bodies(Assessment.objects.get(pk=cast.a.pk))
    return [
        (each.participant.name, each.criterion.label, each.before.points, each.after.points)
        for each in found.shown
    ]


def test_who_is_compared_with_a_ruled_figure_is_named_with_points_before_and_after(
    cast: Cast, opened: Opened
) -> None:
    begin_ruling(cast)
    place = f"/hoi-dong/{cast.a.pk}/"
    assert _MOVED not in text_at(opened("ha"), place)
    # Sở Y tế spent 100 million, the most of all: now half of what Sở Xây dựng spent.
    _rule(cast, {"2.2.a": 200_000})
    assert _moved(cast) == [("Sở Y tế", "2.2", Fraction(10), Fraction(5))]
    text = text_at(opened("ha"), place)
    told = text[text.rindex(_MOVED) - 1000 :].partition("</table>")[0]
    for word in ("Sở Y tế", "10,00", "5,00", "tạm tính"):
        assert word in told


def test_figures_that_move_nobody_name_nobody(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    _rule(cast, {"2.2.a": 60_000})
    assert _moved(cast) == []
    assert _MOVED not in text_at(opened("ha"), f"/hoi-dong/{cast.a.pk}/")


def test_what_was_decided_about_the_others_counts(cast: Cast) -> None:
    begin_ruling(cast)
    decide(cast, "2.2", "corrected", typed={"2.2.a": "80"}, reason="Chi thực tế 80", assessment=cast.b)
    _rule(cast, {"2.2.a": 160_000})
    assert _moved(cast) == [("Sở Y tế", "2.2", Fraction(10), Fraction(5))]
    Ruling.objects.create(
        assessment=cast.b,
        criterion_key="2.2",
        points=7,
        reason="Theo biên bản",
        ruled_by=cast.ha,
        ruled_at=APPRAISING,
    )
    assert _moved(cast) == []


def _join_group(assessment: Assessment, group: str) -> None:
    assessment.participant.peer_group = group
    assessment.participant.save()


def test_drafts_are_not_named(cast: Cast) -> None:
    begin_ruling(cast)
    _rule(cast, {"2.2.a": 200_000})
    assert len(_moved(cast)) == 1
    Assessment.objects.filter(pk=cast.b.pk).update(status="draft")
    assert _moved(cast) == []


def test_another_group_is_named_where_the_rule_compares_everybody(cast: Cast) -> None:
    begin_ruling(cast)
    _rule(cast, {"2.2.a": 200_000})
    _join_group(cast.b, "Khối 2")
    assert _moved(cast) == [("Sở Y tế", "2.2", Fraction(10), Fraction(5))]


def test_no_other_group_is_named_where_the_rule_compares_within_groups(cast: Cast) -> None:
    begin_ruling(cast)
    method = "method: share_of_max"
    cast.track.edition = make_edition(
        EDITION.replace("key: thu-nghiem-2026", "key: theo-nhom-2026").replace(
            method, f"{method}, among: peer_group"
        )
    )
    cast.track.save()
    _rule(cast, {"2.2.a": 200_000})
    assert len(_moved(cast)) == 1
    # A group beside those that have none.
    _join_group(cast.b, "Khối 2")
    assert _moved(cast) == []


def test_the_first_are_named_and_the_rest_counted_by_the_same_number_of_queries(
    cast: Cast, opened: Opened, django_assert_num_queries: Any
) -> None:
    begin_ruling(cast)
    _rule(cast, {"2.2.a": 200_000})
    client, place = opened("ha"), f"/hoi-dong/{cast.a.pk}/"
    join_departments(cast, range(2))
    text_at(client, place)
    with CaptureQueriesContext(connection) as few:
        text_at(client, place)
    join_departments(cast, range(2, 60))
    with django_assert_num_queries(len(few)):
        text = text_at(client, place)
    found = list_moved_bodies(Assessment.objects.get(pk=cast.a.pk))
    assert [len(found.shown), found.total] == [MOST_SHOWN, 61]
    assert "Và 41 dòng nữa, tất cả 61." in text
    with CaptureQueriesContext(connection) as asked:
        list_moved_bodies(Assessment.objects.get(pk=cast.a.pk))
    assert len(asked) <= 18


def test_a_figure_nobody_is_compared_by_costs_nothing(cast: Cast, django_assert_num_queries: Any) -> None:
    begin_ruling(cast)
    _rule(cast, {"2.1.a": 50}, "2.1")
    assessment = Assessment.objects.select_related("participant__track__edition").get(pk=cast.a.pk)
    with django_assert_num_queries(1):
        assert list_moved_bodies(assessment).total == 0
    assert Answer.objects.exists()
