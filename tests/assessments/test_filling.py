"""A form filled in at once, and one document for several criteria."""

from __future__ import annotations

from io import BytesIO

import pytest
from pytest_django import DjangoAssertNumQueries

from chamdiem.accounts.models import User
from chamdiem.assessments.models import AnswerChange, Approval, Assessment
from chamdiem.assessments.services import fill_answers, save_answer, show_for_criteria
from chamdiem.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.services import Description, add_file
from tests.people import NOW, Cast


def _fill(cast: Cast, typed: dict[str, str], actor: User | None = None) -> tuple[str, ...]:
    return fill_answers(actor=actor or cast.an, assessment_id=cast.a.pk, typed=typed, now=NOW)


def _values(cast: Cast) -> dict[str, int | None]:
    return dict(cast.a.answers.values_list("figure", "value"))


def _keys(cast: Cast) -> dict[str, str]:
    """The form with the keys this edition gives its figures."""
    from chamdiem.assessments.asked import asked_of  # noqa: PLC0415

    figures = asked_of(cast.edition).figures
    wanted = {"I.1": "100", "2.1": "79", "2.3": "3", "1.2": "có"}
    return {key: wanted[figure.row] for key, figure in figures.items() if figure.row in wanted}


def test_a_form_is_taken_over_with_its_history_and_counted(cast: Cast) -> None:
    form = _keys(cast)
    assert set(_fill(cast, form)) == set(form)
    assert sorted(value or 0 for value in _values(cast).values()) == [1, 3, 79, 100]
    assert AnswerChange.objects.filter(assessment=cast.a, changed_by=cast.an).count() == 4
    cast.a.refresh_from_db()
    assert cast.a.answered_count == 3
    assert str(cast.a.claimed_points).startswith("37.25")


def test_what_is_there_already_stays(cast: Cast) -> None:
    form = _keys(cast)
    first = next(iter(form))
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure=first, typed="55", seen_version=0, now=NOW)
    assert first not in _fill(cast, form)
    assert _values(cast)[first] == 55
    assert _fill(cast, form) == ()


def test_one_wrong_figure_keeps_all_out_and_every_wrong_one_is_named(cast: Cast) -> None:
    form = _keys(cast)
    wrong = {**form, **dict.fromkeys(list(form)[:2], "không phải số")}
    with pytest.raises(InvalidAnswers) as refused:
        _fill(cast, wrong)
    assert len(refused.value.problems) == 2
    assert _values(cast) == {}


def test_a_figure_that_is_none_of_the_edition_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        _fill(cast, {"9.9.z": "1"})


def test_nobody_else_fills_it_in(cast: Cast) -> None:
    with pytest.raises(NotFound):
        _fill(cast, _keys(cast), actor=cast.binh)
    with pytest.raises(NotAllowed):
        _fill(cast, _keys(cast), actor=cast.giang)


def test_an_approval_of_what_was_there_before_is_void(cast: Cast) -> None:
    Approval.objects.create(
        assessment=cast.a, content_hash="0", revision=0, approved_by=cast.dung, approved_at=NOW
    )
    _fill(cast, _keys(cast))
    assert Approval.objects.get().voided_at == NOW


def _document(cast: Cast) -> Document:
    return add_file(
        actor=cast.an,
        organisation=cast.body_a,
        stream=BytesIO("Báo cáo".encode()),
        file_name="bao-cao.txt",
        described=Description(title="Báo cáo"),
        now=NOW,
    )


def test_one_document_is_shown_for_several_criteria(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _fill(cast, _keys(cast))
    document = _document(cast)
    before = Assessment.objects.get(pk=cast.a.pk)
    with django_assert_max_num_queries(40):
        uses = show_for_criteria(
            actor=cast.an, assessment_id=cast.a.pk, document_id=document.pk, keys=["1.1", "2.1"], now=NOW
        )
    assert [use.criterion_key for use in uses] == ["1.1", "2.1"]
    after = Assessment.objects.get(pk=cast.a.pk)
    assert after.evidence_gap_count < before.evidence_gap_count
    with pytest.raises(Conflict):
        show_for_criteria(
            actor=cast.an, assessment_id=cast.a.pk, document_id=document.pk, keys=["1.2", "2.1"], now=NOW
        )
    assert EvidenceUse.objects.count() == 2


def test_a_document_of_another_body_is_not_found(cast: Cast) -> None:
    document = _document(cast)
    with pytest.raises(NotFound):
        show_for_criteria(
            actor=cast.binh, assessment_id=cast.b.pk, document_id=document.pk, keys=["2.1"], now=NOW
        )
