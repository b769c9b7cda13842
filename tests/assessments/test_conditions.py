"""Conditions of evidence in a dossier: told at the document, among the gaps, and before it is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.test import Client

from chamdiem.assessments import services
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.gaps import Gap, GapKind
from chamdiem.assessments.selectors import load_content
from chamdiem.assessments.selectors.missing import gaps_in
from chamdiem.errors import Incomplete, NotFound, WrongStage
from chamdiem.evidence.models import Document, EvidenceUse, StoredFile
from chamdiem.evidence.services import Description, add_version, describe_document
from chamdiem.indicators.models import Edition
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .filling import fill, hand_in, show_evidence, write

Opened = Callable[[str], Client]
SIGNED = "evidence: {printed: Quyết định thành lập Ban Chỉ đạo (ký số), least: 1, signed: yes}"
ASKING = EDITION.replace("thu-nghiem-2026", "thu-nghiem-dieu-kien").replace(
    "evidence: {printed: Báo cáo, least: 1}",
    "evidence: {printed: Báo cáo năm, kinds: [document, list], least: 1, within_period: yes}",
)

pytestmark = pytest.mark.usefixtures("stopped_clock")


@pytest.fixture
def asking(cast: Cast) -> Cast:
    """The edition asks of criterion 2.1 for a document or a list dated within the period."""
    assert "within_period" in ASKING
    cast.edition = make_edition(ASKING)
    cast.track.edition = cast.edition
    cast.track.save()
    cast.a.participant.refresh_from_db()
    return cast


def condition_gaps(cast: Cast) -> list[Gap]:
    cast.a.refresh_from_db()
    found = gaps_in(cast.a, asked_of(Edition.objects.get(pk=cast.edition.pk)), load_content(cast.a))
    return [gap for gap in found if gap.kind is GapKind.CONDITION]


def describe(cast: Cast, use: EvidenceUse, **said: object) -> None:
    services.describe_evidence(actor=cast.an, assessment_id=cast.a.pk, use_id=use.pk, said=said, now=NOW)


def test_a_document_nobody_described_fulfils_nothing_and_is_asked(asking: Cast, opened: Opened) -> None:
    fill(asking)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    assert [gap.row.key for gap in condition_gaps(asking)] == ["2.1"]
    page = opened("an").get(f"/ho-so/{asking.a.pk}/tieu-chi/2.1/").content.decode()
    assert "Chưa ghi loại minh chứng; quyết định yêu cầu: văn bản, danh sách hoặc bảng biểu." in page
    assert f'name="use-{use.pk}-evidence_kind"' in page
    assert "Chưa có tài liệu nào đáp ứng đủ" in page
    gaps = opened("an").get(f"/ho-so/{asking.a.pk}/con-thieu/").content.decode()
    assert "Chưa có tài liệu nào đáp ứng yêu cầu" in gaps


def test_it_is_not_handed_in_until_a_document_fulfils_it(asking: Cast) -> None:
    fill(asking)
    give = {"actor": asking.dung, "assessment_id": asking.a.pk, "now": NOW}
    with pytest.raises(Incomplete) as refused:
        services.approve(**give, seen_revision=asking.a.revision)  # type: ignore[arg-type]  # as the use case takes them
    assert refused.value.facts == {"count": "1", "rows": "2.1"}
    describe(asking, EvidenceUse.objects.get(criterion_key="2.1"), evidence_kind="document")
    assert condition_gaps(asking) == []
    services.approve(**give, seen_revision=asking.a.revision)  # type: ignore[arg-type]  # as the use case takes them


def test_a_reason_stands_in_for_what_no_document_fulfils(asking: Cast) -> None:
    fill(asking)
    services.explain_missing_evidence(
        actor=asking.an,
        assessment_id=asking.a.pk,
        key="2.1",
        reason="Văn bản gốc đã thất lạc",
        seen_version=0,
        now=NOW,
    )
    assert condition_gaps(asking) == []


def test_a_day_outside_the_period_is_told_with_the_period(asking: Cast, opened: Opened) -> None:
    fill(asking)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    answer = opened("an").post(
        f"/ho-so/{asking.a.pk}/minh-chung/{use.pk}/mo-ta/",
        {f"use-{use.pk}-evidence_kind": "list", f"use-{use.pk}-issued_on": "2022-02-03"},
        follow=True,
    )
    page = answer.content.decode()
    assert "Ngày văn bản 03/02/2022 nằm ngoài kỳ 01/01/2026 – 31/12/2026." in page
    assert "Loại minh chứng là" not in page
    assert len(condition_gaps(asking)) == 1
    use.document.refresh_from_db()
    assert (use.document.evidence_kind, use.document.issued_on) == ("list", date(2022, 2, 3))


def test_a_day_that_is_none_comes_back_with_its_sentence(asking: Cast, opened: Opened) -> None:
    fill(asking)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    answer = opened("an").post(
        f"/ho-so/{asking.a.pk}/minh-chung/{use.pk}/mo-ta/",
        {f"use-{use.pk}-evidence_kind": "list", f"use-{use.pk}-issued_on": "31/02/2026"},
    )
    assert answer.status_code == 422
    assert 'value="31/02/2026"' in answer.content.decode()
    assert Document.objects.get(pk=use.document_id).evidence_kind == ""


def test_saying_it_in_the_folder_counts_again_and_voids_the_approval(asking: Cast) -> None:
    fill(asking)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    describe(asking, use, evidence_kind="document")
    asking.a.refresh_from_db()
    assert asking.a.gap_count == 0
    approval = services.approve(
        actor=asking.dung, assessment_id=asking.a.pk, seen_revision=asking.a.revision, now=NOW
    )
    same = Description.of(Document.objects.get(pk=use.document_id))
    describe_document(actor=asking.an, document_id=use.document_id, described=same, now=NOW)
    approval.refresh_from_db()
    assert approval.voided_at is None
    described = Description(
        title="Kế hoạch", number="1/KH", issued_on=date(2025, 5, 1), evidence_kind="document"
    )
    describe_document(actor=asking.an, document_id=use.document_id, described=described, now=NOW)
    asking.a.refresh_from_db()
    approval.refresh_from_db()
    assert (asking.a.gap_count, asking.a.evidence_gap_count) == (1, 1)
    assert approval.voided_because == "tài liệu kiểm chứng: Kế hoạch"


def test_a_citation_is_asked_for_its_kind(asking: Cast, opened: Opened) -> None:
    write(asking, "I.1", "100")
    write(asking, "2.1.a", "79")
    place = f"/ho-so/{asking.a.pk}/tieu-chi/2.1/minh-chung/vien-dan/"
    typed = {"title": "Kế hoạch số 5", "number": "5/KH", "issued_on": "2026-01-05", "issuer": "Sở Xây dựng"}
    answer = opened("an").post(place, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Kế hoạch số 5"' in page
    assert 'id="id_evidence_kind_error"' in page
    assert opened("an").post(place, {**typed, "evidence_kind": "document"}).status_code == 302
    assert condition_gaps(asking) == []


def test_an_uploaded_file_is_asked_for_both(asking: Cast, opened: Opened) -> None:
    services.show_file(
        actor=asking.an,
        assessment_id=asking.a.pk,
        key="2.1",
        stream=BytesIO("Báo cáo quý III".encode()),
        file_name="bao-cao.txt",
        now=NOW,
    )
    page = opened("an").get(f"/ho-so/{asking.a.pk}/tieu-chi/2.1/").content.decode()
    assert "Chưa ghi loại minh chứng" in page
    assert "Chưa ghi ngày văn bản; quyết định yêu cầu trong kỳ 01/01/2026 – 31/12/2026." in page


def test_nobody_describes_the_document_of_another_dossier(asking: Cast) -> None:
    foreign = show_evidence(asking, asking.b, "2.1")
    with pytest.raises(NotFound):
        describe(asking, foreign, evidence_kind="document")


def test_a_figure_typed_afterwards_does_not_hide_what_is_asked(asking: Cast) -> None:
    fill(asking)
    describe(
        asking,
        EvidenceUse.objects.get(criterion_key="2.1"),
        evidence_kind="document",
        issued_on=date(2022, 2, 3),
    )
    asking.a.refresh_from_db()
    assert asking.a.gap_count == 1
    saved = write(asking, "2.1.a", "78")
    assert saved.desk.content == load_content(asking.a)
    asking.a.refresh_from_db()
    assert asking.a.gap_count == 1


def test_kind_and_signature_are_asked_of_one_document(asking: Cast) -> None:
    asking.edition = make_edition(
        ASKING.replace("thu-nghiem-dieu-kien", "thu-nghiem-ky-so").replace(
            SIGNED, SIGNED.replace("least: 1", "kinds: [document], least: 1")
        )
    )
    asking.track.edition = asking.edition
    asking.track.save()
    fill(asking)
    describe(asking, EvidenceUse.objects.get(criterion_key="2.1"), evidence_kind="document")
    unsigned = show_evidence(asking, asking.a, "1.1", signature="not_signed")
    describe(asking, unsigned, evidence_kind="document")
    (gap,) = condition_gaps(asking)
    assert gap.row.key == "1.1"
    assert "có chữ ký số hợp lệ trên chính tài liệu đó" in gap.detail
    signed = EvidenceUse.objects.exclude(pk=unsigned.pk).get(criterion_key="1.1")
    describe(asking, signed, evidence_kind="document")
    assert condition_gaps(asking) == []


def test_what_is_only_unsigned_is_said_once(asking: Cast) -> None:
    asking.edition = make_edition(
        ASKING.replace("thu-nghiem-dieu-kien", "thu-nghiem-mot-loi").replace(
            SIGNED, SIGNED.replace("least: 1", "kinds: [document], least: 1")
        )
    )
    asking.track.edition = asking.edition
    asking.track.save()
    fill(asking)
    use = EvidenceUse.objects.get(criterion_key="1.1")
    StoredFile.objects.filter(versions__document=use.document_id).update(signature="not_signed")
    describe(asking, use, evidence_kind="document")
    assert _kinds(asking, "1.1") == ["signature"]
    describe(asking, use, evidence_kind="list")
    assert _kinds(asking, "1.1") == ["signature", "condition"]


def _kinds(cast: Cast, key: str) -> list[str]:
    found = gaps_in(cast.a, asked_of(Edition.objects.get(pk=cast.edition.pk)), load_content(cast.a))
    return [gap.kind.value for gap in found if gap.row.key == key]


def test_each_of_the_documents_asked_for_is_dated_within_the_period(asking: Cast, opened: Opened) -> None:
    two = ASKING.replace("thu-nghiem-dieu-kien", "thu-nghiem-hai").replace(
        "list], least: 1", "list], least: 2"
    )
    asking.edition = make_edition(two)
    asking.track.edition = asking.edition
    asking.track.save()
    fill(asking)
    describe(asking, EvidenceUse.objects.get(criterion_key="2.1"), evidence_kind="document")
    late = show_evidence(asking, asking.a, "2.1")
    describe(asking, late, evidence_kind="document", issued_on=date(2025, 12, 31))
    (gap,) = condition_gaps(asking)
    assert (gap.there, gap.needed) == (1, 2)
    page = opened("an").get(f"/ho-so/{asking.a.pk}/tieu-chi/2.1/").content.decode()
    assert "Mới có 1/2 tài liệu đáp ứng đủ" in page
    gaps = opened("an").get(f"/ho-so/{asking.a.pk}/con-thieu/").content.decode()
    assert "Mới có 1/2 tài liệu đáp ứng yêu cầu" in gaps
    describe(asking, late, issued_on=date(2026, 10, 1))
    assert condition_gaps(asking) == []


def _new_file(cast: Cast, use: EvidenceUse) -> None:
    add_version(
        actor=cast.an,
        document_id=use.document_id,
        stream=BytesIO("Bản khác".encode()),
        file_name="khac.txt",
        now=NOW,
    )


def test_another_file_voids_the_approval(cast: Cast) -> None:
    fill(cast)
    approval = services.approve(
        actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW
    )
    _new_file(cast, EvidenceUse.objects.get(criterion_key="2.1"))
    approval.refresh_from_db()
    assert approval.voided_at is not None
    assert approval.voided_because.startswith("tài liệu kiểm chứng: ")


def test_what_was_sent_stays_as_it_was(cast: Cast) -> None:
    hand_in(cast)
    use = EvidenceUse.objects.get(criterion_key="2.1")
    said = Description.of(use.document)
    for change in (
        lambda: _new_file(cast, use),
        lambda: describe_document(
            actor=cast.an, document_id=use.document_id, described=replace(said, title="Tên khác"), now=NOW
        ),
    ):
        with pytest.raises(WrongStage) as refused:
            change()
        assert refused.value.code == "evidence.shown_in_sent"
    assert use.document.versions.count() == 1
    assert Description.of(Document.objects.get(pk=use.document_id)) == said
