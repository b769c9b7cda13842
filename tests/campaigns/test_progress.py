"""The board by office and by criterion: what is counted, for whom, with how many questions."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Assignment
from chamdiem.campaigns.selectors.board import BoardFilter, list_board
from chamdiem.campaigns.selectors.progress import (
    OFFICE_SORTS,
    CriterionProgress,
    list_criterion_progress,
    list_office_progress,
)
from chamdiem.core.criterion import MISSING, NOT_APPLICABLE
from chamdiem.indicators.sheet import EVALUATORS
from chamdiem.organisations.models import Office
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .asking import Opened, count_queries, read_export
from .crowd import make_crowd

EVERYTHING = BoardFilter()
ORDER = OFFICE_SORTS["organisation"]
UNTOUCHED: dict[str, list[int | None]] = {
    "I.1": [None, 1, 0],
    **{key: [MISSING, 1, 0] for key in ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3")},
}


@pytest.fixture
def tallied(cast: Cast) -> Cast:
    """Sở Xây dựng answered three rows, one of them without evidence; Sở Y tế none."""
    done = {"I.1": [None, 0, 0], "1.1": [1000, 1, 1], "1.2": [NOT_APPLICABLE, 0, 0], "2.1": [500, 0, 0]}
    Assessment.objects.filter(pk=cast.a.pk).update(tally=UNTOUCHED | done)
    Assessment.objects.filter(pk=cast.b.pk).update(tally=UNTOUCHED)
    return cast


def _by_criterion(cast: Cast, asked: BoardFilter = EVERYTHING) -> dict[str, CriterionProgress]:
    found = list_criterion_progress(cast.campaign, cast.track, asked, NOW)
    return {each.row.key: each for each in found}


def _counts(progress: CriterionProgress) -> tuple[int, ...]:
    return (
        progress.total,
        progress.answered,
        progress.exempt,
        progress.incomplete,
        progress.lacking_evidence,
    )


def test_every_row_says_how_many_organisations_are_done_with_it(tallied: Cast) -> None:
    rows = _by_criterion(tallied)
    assert list(rows) == ["I.1", "1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]
    assert _counts(rows["I.1"]) == (2, 1, 0, 1, 0)
    assert _counts(rows["1.1"]) == (2, 1, 0, 2, 1)
    assert _counts(rows["1.2"]) == (2, 1, 1, 1, 0)
    assert _counts(rows["2.3"]) == (2, 0, 0, 2, 0)


def test_every_row_says_until_when_it_is_due(tallied: Cast) -> None:
    tallied.campaign.entry_until = date(2026, 11, 15)
    rows = _by_criterion(tallied)
    assert (rows["1.1"].due, rows["2.1"].due) == (date(2026, 11, 15), date(2026, 10, 31))


def test_filters_of_the_board_narrow_it(tallied: Cast) -> None:
    Assessment.objects.filter(pk=tallied.a.pk).update(status="submitted", submitted_at=NOW)
    assert _counts(_by_criterion(tallied, BoardFilter(stage="submitted"))["1.1"]) == (1, 1, 0, 1, 1)
    assert _counts(_by_criterion(tallied, BoardFilter(stage="returned"))["1.1"]) == (0, 0, 0, 0, 0)


def test_the_board_shows_who_still_lacks_something_in_one_row(tallied: Cast) -> None:
    def lacking(key: str) -> list[str]:
        return [each.name for each in list_board(tallied.campaign, BoardFilter(incomplete_row=key), NOW)]

    assert lacking("2.1") == ["Sở Y tế"]
    assert lacking("1.1") == ["Sở Xây dựng", "Sở Y tế"]
    assert lacking("9.9") == []


def test_an_office_is_as_far_as_the_criteria_it_leads(tallied: Cast) -> None:
    for key in ("1.1", "1.2"):
        Assignment.objects.create(
            participant=tallied.a.participant, criterion_key=key, office=tallied.head_office, given_at=NOW
        )
    # Who only helps is not counted: the criterion would stand there twice.
    Assignment.objects.create(
        participant=tallied.a.participant,
        criterion_key="2.1",
        office=tallied.head_office,
        is_lead=False,
        given_at=NOW,
    )
    found = list_office_progress(tallied.campaign, EVERYTHING, "", ORDER, NOW)
    assert [
        (each.participant, each.office, each.total, each.answered, each.gaps, each.evidence_gaps)
        for each in found
    ] == [
        ("Sở Xây dựng", "", 4, 1, 3, 0),
        ("Sở Xây dựng", "Phòng Công nghệ thông tin", 1, 1, 0, 0),
        ("Sở Xây dựng", "Văn phòng", 2, 2, 1, 1),
        ("Sở Y tế", "", 7, 0, 7, 0),
    ]


def test_offices_are_found_without_accents_and_sorted(tallied: Cast) -> None:
    found = list_office_progress(tallied.campaign, EVERYTHING, "cong nghe", ORDER, NOW)
    assert [each.office for each in found] == ["Phòng Công nghệ thông tin"]
    order = tuple(f"-{each}" for each in OFFICE_SORTS["gaps"])
    gaps = [each.gaps for each in list_office_progress(tallied.campaign, EVERYTHING, "", order, NOW)]
    assert gaps == [7, 4, 0]


@pytest.mark.parametrize("key", sorted(OFFICE_SORTS))
def test_every_order_of_offices_can_be_asked_for(tallied: Cast, key: str) -> None:
    assert len(list_office_progress(tallied.campaign, EVERYTHING, "", OFFICE_SORTS[key], NOW)) == 3


def _address(cast: Cast, view: str) -> str:
    return reverse(f"campaigns:{view}", args=[cast.campaign.pk])


def test_the_pages_link_what_is_missing_to_who_lacks_it(tallied: Cast, opened: Opened) -> None:
    client = opened("chi")
    page = client.get(_address(tallied, "show_criterion_board")).content.decode()
    board = f"{_address(tallied, 'show_board')}?track={tallied.track.pk}&amp;row=2.1"
    assert board in page
    narrowed = client.get(board.replace("&amp;", "&")).content.decode()
    assert narrowed.count("<tr data-item>") == 1
    assert "còn thiếu ở mục 2.1" in narrowed
    assert 'name="row" value="2.1"' in narrowed


@pytest.mark.parametrize(
    ("view", "line"),
    [
        ("show_office_board", "Sở Xây dựng;Phòng Công nghệ thông tin;1;1;100;0;0"),
        (
            "show_criterion_board",
            "1.2;Có chuyên mục chuyển đổi số trên trang thông tin điện tử;đơn vị;31/10/2026;2;1;50;1;1;0",
        ),
    ],
)
def test_both_are_exported(tallied: Cast, opened: Opened, view: str, line: str) -> None:
    response = opened("giang").get(_address(tallied, view), {"export": "csv"})
    assert line in b"".join(response.streaming_content).decode().splitlines()  # type: ignore[attr-defined]  # it streams


@pytest.mark.parametrize("evaluator", ["appraiser", "survey", "council", "feed"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_who_else_evaluates_is_named_in_the_file(
    tallied: Cast, opened: Opened, evaluator: str, kind: str
) -> None:
    document = EDITION.replace("thu-nghiem-2026", f"thu-nghiem-{evaluator}").replace(
        "    rule: {kind: manual,", f"    evaluator: {evaluator}\n    rule: {{kind: manual,"
    )
    tallied.track.edition = make_edition(document)
    tallied.track.save()
    response = opened("giang").get(_address(tallied, "show_criterion_board"), {"export": kind})
    lines = read_export(response)
    assert [str(line[2]) for line in lines if line[0] == "1.3"] == [str(EVALUATORS[evaluator])]


@pytest.mark.parametrize("view", ["show_office_board", "show_criterion_board"])
def test_pages_ask_as_much_for_four_hundred_as_for_two(tallied: Cast, opened: Opened, view: str) -> None:
    client = opened("giang")
    few = count_queries(client, _address(tallied, view))
    make_crowd(tallied, 400)
    crowd = Assessment.objects.filter(participant__campaign=tallied.campaign)
    crowd.update(tally=UNTOUCHED)
    offices = Office.objects.bulk_create(
        Office(organisation=each.participant.organisation, name="Văn phòng")
        for each in crowd.select_related("participant__organisation").exclude(
            pk__in=(tallied.a.pk, tallied.b.pk)
        )
    )
    by_organisation = {office.organisation_id: office for office in offices}
    Assignment.objects.bulk_create(
        Assignment(
            participant=each.participant,
            criterion_key="1.1",
            office=by_organisation[each.participant.organisation_id],
            given_at=NOW,
        )
        for each in crowd.select_related("participant")
        if each.participant.organisation_id in by_organisation
    )
    assert count_queries(client, _address(tallied, view)) == few
