"""A contributor has the documents of her criteria and those she brought; nothing else of her body."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.assessments.services.showing import show_document
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.evidence import selectors, services
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.services import Description
from tests.assessments.asking import Opened, at, text
from tests.people import NOW, Cast

# Kiên works in the office that was given criterion 2.1, and no other.
HERS, FOREIGN = "2.1", "1.1"
WHY = "chỉ xem"


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def _bring(cast: Cast, who: str, *criteria: str, title: str = "Báo cáo") -> Document:
    document = services.add_file(
        actor=cast.people[who],
        organisation=cast.body_a,
        stream=BytesIO(f"{title} của {who}".encode()),
        file_name="bao-cao.txt",
        described=Description(title=title),
        now=NOW,
    )
    for key in criteria:
        services.use_document(
            actor=cast.an, document=document, assessment_id=cast.a.pk, criterion_key=key, now=NOW
        )
    return document


def _change(client: Client, document: Document) -> tuple[int, int]:
    described = client.post(reverse("evidence:describe", args=[document.pk]), {"title": "Tên khác"})
    file = BytesIO(b"Khac")
    file.name = "khac.txt"
    newer = client.post(reverse("evidence:new_version", args=[document.pk]), {"file": file})
    return described.status_code, newer.status_code


@pytest.mark.parametrize("criteria", [(), (FOREIGN,)])
def test_what_is_not_hers_is_not_there(cast: Cast, opened: Opened, criteria: tuple[str, ...]) -> None:
    document = _bring(cast, "an", *criteria, title="Tài liệu riêng của sở")
    version, client = document.versions.get(), opened("kien")
    assert not selectors.list_documents(actor=cast.kien).exists()
    assert document.title not in text(client, "/minh-chung/")
    exported = client.get("/minh-chung/?export=csv").streaming_content  # type: ignore[attr-defined]
    assert document.title not in b"".join(exported).decode()
    assert client.get(f"/minh-chung/{document.pk}/").status_code == 404
    assert client.get(f"/minh-chung/tep/{version.pk}/").status_code == 404
    assert _change(client, document)[0] == 404
    with pytest.raises(NotFound):
        services.add_version(
            actor=cast.kien, document_id=document.pk, stream=BytesIO(b"x"), file_name="x.txt", now=NOW
        )
    assert document.versions.count() == 1


def test_she_cites_only_what_she_sees(cast: Cast, opened: Opened) -> None:
    foreign = _bring(cast, "an", FOREIGN, title="Kế hoạch của sở")
    mine = _bring(cast, "kien", title="Báo cáo của phòng")
    page = text(opened("kien"), at(cast, f"tieu-chi/{HERS}/"))
    assert mine.title in page
    assert foreign.title not in page
    assert foreign.title in text(opened("an"), at(cast, f"tieu-chi/{HERS}/"))
    asked: dict[str, Any] = {"actor": cast.kien, "assessment_id": cast.a.pk, "key": HERS, "now": NOW}
    with pytest.raises(NotFound):
        show_document(document_id=foreign.pk, **asked)
    assert show_document(document_id=mine.pk, **asked).document == mine


def test_the_same_file_of_another_criterion_is_not_named_to_her(cast: Cast, opened: Opened) -> None:
    theirs, mine = (_bring(cast, "an", FOREIGN, title="Báo cáo"), _bring(cast, "kien", HERS, title="Khác"))
    mine.versions.update(file=theirs.versions.get().file)
    said = "Tệp này đã tải lên trước đây"
    for page in (f"/minh-chung/{mine.pk}/", "/minh-chung/", at(cast, f"tieu-chi/{HERS}/")):
        assert said not in text(opened("kien"), page)
    assert said in text(opened("an"), f"/minh-chung/{mine.pk}/")


def test_she_changes_what_serves_her_criteria_alone(cast: Cast, opened: Opened) -> None:
    given, brought = _bring(cast, "an", HERS), _bring(cast, "kien")
    for document in (given, brought):
        assert "Lưu mô tả" in text(opened("kien"), f"/minh-chung/{document.pk}/")
        assert _change(opened("kien"), document) == (302, 302)
        document.refresh_from_db()
        assert (document.title, document.versions.count()) == ("Tên khác", 2)


@pytest.mark.parametrize("who", ["an", "kien"])
def test_what_serves_other_criteria_too_she_only_reads(cast: Cast, opened: Opened, who: str) -> None:
    document = _bring(cast, who, HERS, FOREIGN)
    client = opened("kien")
    page = text(client, f"/minh-chung/{document.pk}/")
    assert WHY in page
    assert "Lưu mô tả" not in page
    answer = client.post(reverse("evidence:describe", args=[document.pk]), {"title": "Tên khác"})
    assert (answer.status_code, WHY in answer.content.decode()) == (403, True)
    with pytest.raises(NotAllowed):
        services.add_version(
            actor=cast.kien, document_id=document.pk, stream=BytesIO(b"x"), file_name="x.txt", now=NOW
        )
    document.refresh_from_db()
    assert (document.title, document.versions.count()) == ("Báo cáo", 1)
    assert _change(opened("an"), document) == (302, 302)


def test_what_was_taken_away_from_her_criterion_is_hers_no_more(cast: Cast) -> None:
    document = _bring(cast, "an", HERS)
    assert selectors.get_document(actor=cast.kien, document_id=document.pk) == document
    EvidenceUse.objects.update(removed_at=NOW)
    with pytest.raises(NotFound):
        selectors.get_document(actor=cast.kien, document_id=document.pk)
