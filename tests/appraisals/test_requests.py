"""What appraisers ask for, and why they refused a document, reaches the organisation with the return."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chamdiem.appraisals.requests import find_requests
from chamdiem.appraisals.services.documents import Judgement, judge_document
from chamdiem.appraisals.services.finishing import return_dossier
from chamdiem.assessments.models import CriterionEntry
from chamdiem.assessments.selectors.criterion import view_criterion
from chamdiem.assessments.selectors.dossier import open_dossier
from chamdiem.assessments.views.framing import parts_of
from chamdiem.evidence.models import EvidenceUse
from tests.people import Cast

from .asking import Opened
from .staging import APPRAISING, claim_figures, decide, show_document

ASKED = "Đề nghị gửi quyết định giao dự toán."
REASON = "Bổ sung tài liệu"
LATER = APPRAISING + timedelta(hours=2)


def give_back(cast: Cast) -> None:
    return_dossier(
        actor=cast.chi,
        assessment_id=cast.a.pk,
        reason=REASON,
        until=(APPRAISING + timedelta(days=5)).date(),
        now=APPRAISING + timedelta(hours=1),
    )
    cast.a.refresh_from_db()


@pytest.fixture
def asked(appraising: Cast) -> Cast:
    """More is wanted for 1.2 of Sở Xây dựng, and the dossier is returned."""
    decide(appraising, "1.1")
    decide(appraising, "1.2", "more_wanted", reason=ASKED)
    give_back(appraising)
    return appraising


def page(cast: Cast, client: Client, name: str, *more: str) -> str:
    return client.get(reverse(f"assessments:{name}", args=[cast.a.pk, *more])).content.decode()


def test_before_the_return_the_organisation_reads_nothing_of_it(appraising: Cast, opened: Opened) -> None:
    decide(appraising, "1.2", "more_wanted", reason=ASKED)
    appraising.a.refresh_from_db()
    assert not find_requests(appraising.a)
    assert ASKED not in page(appraising, opened("an"), "criterion", "1.2")


def test_the_request_stands_at_the_criterion_in_the_tree_and_among_what_is_missing(
    asked: Cast, opened: Opened
) -> None:
    client = opened("an")
    criterion = page(asked, client, "criterion", "1.2")
    assert criterion.count(ASKED) == 1
    assert "Cần bổ sung theo yêu cầu thẩm định" in criterion
    assert ASKED not in page(asked, client, "criterion", "1.1")
    missing = page(asked, client, "gaps")
    assert ASKED in missing
    assert reverse("assessments:criterion", args=[asked.a.pk, "1.2"]) in missing
    dossier = open_dossier(actor=asked.an, assessment_id=asked.a.pk, now=LATER)
    assert [row.key for row, _request in dossier.open_requests] == ["1.2"]
    assert dossier.node("1.2").state == "more_wanted"
    assert dossier.node("1.1").state == "complete"


def test_it_keeps_nobody_from_sending(asked: Cast, opened: Opened) -> None:
    dossier = open_dossier(actor=asked.an, assessment_id=asked.a.pk, now=LATER)
    assert "1.2" not in {gap.row.key for gap in dossier.gaps}
    assert "Xem từng yêu cầu" in page(asked, opened("an"), "review")


@pytest.mark.parametrize("answer", ["figure", "document", "note"])
def test_a_change_a_document_or_a_note_answers_it(asked: Cast, opened: Opened, answer: str) -> None:
    match answer:
        case "figure":
            claim_figures(asked.a, {"1.2.x": 0}, at=LATER)
        case "document":
            show_document(asked, asked.a, "1.2")
            EvidenceUse.objects.filter(criterion_key="1.2").update(added_at=LATER)
        case "note":
            CriterionEntry.objects.create(
                assessment=asked.a, criterion_key="1.2", note="Đã gửi bản giấy", changed_at=LATER
            )
    dossier = open_dossier(actor=asked.an, assessment_id=asked.a.pk, now=LATER)
    assert not dossier.open_requests
    assert dossier.node("1.2").state == "complete"
    client = opened("an")
    assert "Đơn vị đã sửa hoặc bổ sung sau yêu cầu này" in page(asked, client, "criterion", "1.2")
    assert ASKED not in page(asked, client, "gaps")


def test_an_edit_draws_the_request_anew_where_there_is_one(asked: Cast) -> None:
    dossier = open_dossier(actor=asked.an, assessment_id=asked.a.pk, now=LATER)
    drawn = {
        key: [name for name in parts_of(dossier, [key], view_criterion(dossier, key)) if "request" in name]
        for key in ("1.1", "1.2")
    }
    assert drawn["1.1"] == []
    assert len(drawn["1.2"]) == 1


def test_a_dossier_never_returned_asks_the_database_nothing(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert not find_requests(cast.a)
    assert not len(queries)


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Không đúng kỳ đánh giá"), ("en", "Outside the reference period")]
)
def test_a_refused_document_says_why(appraising: Cast, opened: Opened, language: str, words: str) -> None:
    use = EvidenceUse.objects.get(assessment=appraising.a, criterion_key="1.1")
    judge_document(
        actor=appraising.chi,
        assessment_id=appraising.a.pk,
        use_id=use.pk,
        judgement=Judgement(verdict="refused", code="wrong_period", note="Ban hành năm 2023"),
        seen="pending",
        now=APPRAISING,
    )
    give_back(appraising)
    client = opened("an")
    client.cookies["django_language"] = language
    criterion = page(appraising, client, "criterion", "1.1")
    assert criterion.count(words) == 1
    assert "Ban hành năm 2023" in criterion
    missing = page(appraising, client, "gaps")
    assert words in missing
