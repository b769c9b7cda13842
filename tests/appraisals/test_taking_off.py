"""A file that went with an explanation by mistake is taken off again, before the explanation is sent."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest

from chamdiem.appraisals.services.explaining import send_justification
from chamdiem.appraisals.services.withdrawing import take_off
from chamdiem.assessments.models import Assessment
from chamdiem.errors import Conflict, NotFound, WrongStage
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.withdrawing import withdraw_document

from ..people import Cast
from .asking import HTMX, Opened, text_at
from .staging import APPRAISING, begin_explanation, begin_second_round, decide, justify

LATER = APPRAISING + timedelta(minutes=5)
REASON = "Nhầm tệp của đơn vị khác"


def _attach(cast: Cast, version: int = 0) -> EvidenceUse:
    files = (("phu-luc.txt", BytesIO("Phụ lục".encode())),)
    justify(cast, "2.1", files=files, version=version)
    return EvidenceUse.objects.get(document__title="phu-luc")


def _take_off(cast: Cast, use: EvidenceUse) -> str:
    return take_off(actor=cast.an, assessment_id=cast.a.pk, use_id=use.pk, now=LATER)


def _withdraw(cast: Cast, document: Document) -> None:
    withdraw_document(actor=cast.an, document_id=document.pk, reason=REASON, now=LATER)


def test_it_is_taken_off_on_the_page_and_stays_in_the_folder(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    use = _attach(cast)
    client, page = opened("an"), f"/giai-trinh/{cast.a.pk}/"
    address = f"{page}tai-lieu/{use.pk}/go/"
    assert text_at(client, page).count("Gỡ khỏi giải trình") == 1
    assert address in text_at(client, page)
    assert client.post(address, headers=HTMX).status_code == 204
    assert "Gỡ khỏi giải trình" not in text_at(client, page)
    assert Document.objects.filter(title="phu-luc", withdrawn_at=None).exists()


def test_who_still_has_the_page_from_before_does_not_write_over_it(cast: Cast) -> None:
    begin_explanation(cast)
    _take_off(cast, _attach(cast))
    with pytest.raises(Conflict):
        justify(cast, "2.1", version=1)


def test_what_was_sent_with_the_dossier_is_not_taken_off(cast: Cast) -> None:
    begin_explanation(cast)
    justify(cast, "2.1")
    with pytest.raises(WrongStage) as refused:
        _take_off(cast, cast.a.evidence_uses.get(criterion_key="2.1"))
    assert refused.value.code == "explanation.document_sent"


def test_what_was_sent_with_an_earlier_explanation_is_not_taken_off(cast: Cast) -> None:
    begin_explanation(cast)
    use = _attach(cast)
    justify(cast, "1.2", "", stance="agreed")
    send_justification(actor=cast.an, assessment_id=cast.a.pk, now=APPRAISING)
    with pytest.raises(WrongStage):
        _take_off(cast, use)
    decide(cast, "2.1", "corrected", typed={"2.1.a": "40"}, reason="Vẫn chỉ có 40")
    Assessment.objects.filter(pk=cast.a.pk).update(status="explanation")
    with pytest.raises(WrongStage) as refused:
        _take_off(cast, use)
    assert refused.value.code == "explanation.document_sent"


def test_where_nothing_is_explained_there_is_nothing_to_take_off(cast: Cast) -> None:
    begin_explanation(cast)
    use = _attach(cast)
    EvidenceUse.objects.filter(pk=use.pk).update(criterion_key="1.2")
    with pytest.raises(NotFound):
        _take_off(cast, use)
    assert EvidenceUse.objects.filter(pk=use.pk, removed_at__isnull=True).exists()


def test_others_do_not_take_it_off(cast: Cast) -> None:
    begin_explanation(cast)
    use = _attach(cast)
    for who in ("binh", "chi", "giang"):
        with pytest.raises(NotFound):
            take_off(actor=cast.people[who], assessment_id=cast.a.pk, use_id=use.pk, now=LATER)


def test_once_taken_off_it_can_be_withdrawn_also_after_sending(cast: Cast) -> None:
    begin_explanation(cast)
    use = _attach(cast)
    with pytest.raises(WrongStage) as refused:
        _withdraw(cast, use.document)
    assert "2.1" in refused.value.facts["place"]
    _take_off(cast, use)
    justify(cast, "1.2", "", stance="agreed")
    send_justification(actor=cast.an, assessment_id=cast.a.pk, now=LATER)
    _withdraw(cast, use.document)


def test_what_an_explanation_rests_on_stays_though_the_dossier_is_returned(cast: Cast) -> None:
    begin_second_round(cast)
    use = cast.a.evidence_uses.get(criterion_key="2.1")
    Assessment.objects.filter(pk=cast.a.pk).update(status="returned")
    with pytest.raises(WrongStage) as refused:
        _withdraw(cast, use.document)
    assert "giải trình của" in refused.value.facts["place"]
