"""The explanation: opened where the appraisal differs, answered criterion by criterion, handed in."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest

from chamdiem.appraisals.models import Appraisal, Justification, Message
from chamdiem.appraisals.rounds import list_disputed
from chamdiem.appraisals.selectors.doors import get_appraised, get_explained
from chamdiem.appraisals.services.explaining import open_explanation, send_justification, write_message
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.appraisals.services.opening import open_explanations, start_explanations
from chamdiem.appraisals.works import open_in_background
from chamdiem.assessments.models import Assessment
from chamdiem.audit.models import Event
from chamdiem.campaigns.calendar import begins, ends
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.services import advance_stage
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused, WrongStage
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.jobs.models import Job
from chamdiem.web.refusals import refusal_sentence

from ..people import Cast
from .conftest import Refuses
from .staging import (
    APPRAISING,
    KEYS,
    appraise_all,
    begin_appraisal,
    begin_explanation,
    begin_second_round,
    decide,
    justify,
    make_document,
    move_campaign,
)


def _send(cast: Cast, who: str = "an") -> Assessment:
    return send_justification(actor=cast.people[who], assessment_id=cast.a.pk, now=APPRAISING)


def _disputed(cast: Cast) -> list[str]:
    assessment = get_appraised(actor=cast.chi, assessment_id=cast.a.pk)
    return [each.row.key for each in list_disputed(assessment)]


def test_only_what_differs_is_to_be_explained(cast: Cast) -> None:
    begin_explanation(cast)
    assert _disputed(cast) == ["1.2", "2.1"]
    event = Event.objects.first()
    assert event is not None
    assert (event.action, event.facts["criteria"]) == ("explanation.open", ["1.2", "2.1"])


def test_nothing_is_known_to_the_organisation_before(cast: Cast) -> None:
    begin_appraisal(cast)
    appraise_all(cast)
    with pytest.raises(NotFound):
        get_explained(actor=cast.an, assessment_id=cast.a.pk)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    assert get_explained(actor=cast.an, assessment_id=cast.a.pk) == cast.a


def test_the_whole_campaign_is_opened_at_once_and_only_once(cast: Cast) -> None:
    begin_appraisal(cast)
    appraise_all(cast)
    for key in KEYS:
        decide(cast, key, assessment=cast.b)
    finish_appraisal(actor=cast.chi, assessment_id=cast.b.pk, now=APPRAISING)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    told: list[tuple[int, int]] = []
    asked: dict[str, Any] = {
        "actor": cast.giang,
        "campaign_id": cast.campaign.pk,
        "now": APPRAISING,
    }
    assert open_explanations(**asked, progress=lambda done, total: told.append((done, total))) == 1
    assert told == [(1, 1)]
    cast.a.refresh_from_db()
    cast.b.refresh_from_db()
    assert (cast.a.status, cast.b.status) == ("explanation", "settled")
    assert open_explanations(**asked) == 0


def test_it_is_started_with_the_stage(cast: Cast) -> None:
    begin_appraisal(cast)
    appraise_all(cast)
    Assessment.objects.filter(pk=cast.b.pk).update(status="settled")
    advance_stage(
        actor=cast.giang,
        campaign_id=cast.campaign.pk,
        action="begin_explanation",
        reason="Đã thẩm định xong",
        now=APPRAISING,
    )
    job = Job.objects.get(kind="appraisals.open_explanations")
    assert open_in_background(job) == {"opened": 1}
    cast.a.refresh_from_db()
    assert cast.a.status == Assessment.Status.EXPLANATION


def test_only_the_standing_body_starts_it_and_only_at_its_stage(cast: Cast, refuses: Refuses) -> None:
    begin_appraisal(cast)
    asked: dict[str, Any] = {"campaign_id": cast.campaign.pk, "now": APPRAISING}
    with refuses(WrongStage, "campaign.wrong_stage"):
        start_explanations(actor=cast.giang, **asked)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    for person in ("an", "chi", "ha", "nga"):
        with refuses(NotFound, "campaign.not_found"):
            start_explanations(actor=cast.people[person], **asked)
    start_explanations(actor=cast.giang, **asked)
    assert Job.objects.get().kind == "appraisals.open_explanations"


def test_a_dossier_without_difference_has_nothing_to_explain(cast: Cast, refuses: Refuses) -> None:
    begin_appraisal(cast)
    for key in KEYS:
        decide(cast, key)
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    with refuses(WrongStage, "explanation.nothing_differs"):
        open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)


def test_appraisers_do_not_open_it(cast: Cast, refuses: Refuses) -> None:
    begin_appraisal(cast)
    appraise_all(cast)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    with refuses(NotAllowed, "assessment.open_explanation_not_allowed"):
        open_explanation(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)


def test_a_justification_brings_words_and_documents(cast: Cast) -> None:
    begin_explanation(cast)
    document = make_document(cast, cast.a, "Danh mục 60 dịch vụ")
    row = justify(cast, "2.1", documents=(document.pk,))
    assert (row.round, row.stance, row.version) == (1, "justified", 1)
    assert EvidenceUse.objects.filter(assessment=cast.a, criterion_key="2.1", document=document).exists()
    event = Event.objects.first()
    assert event is not None
    assert (event.action, event.facts["documents"]) == ("explanation.justify", ["Danh mục 60 dịch vụ"])
    # Sent again, nothing is shown twice.
    justify(cast, "2.1", documents=(document.pk,), version=1)
    assert EvidenceUse.objects.filter(document=document).count() == 1


def test_a_new_file_comes_in_with_the_justification(cast: Cast) -> None:
    begin_explanation(cast)
    justify(cast, "2.1", files=(("Phụ lục 60 dịch vụ.txt", BytesIO("Có 60 dịch vụ.".encode())),))
    use = EvidenceUse.objects.get(criterion_key="2.1", document__title="Phụ lục 60 dịch vụ")
    assert (use.assessment, use.document.organisation) == (cast.a, cast.body_a)
    event = Event.objects.first()
    assert event is not None
    assert event.facts["documents"] == ["Phụ lục 60 dịch vụ"]


def test_a_file_that_may_not_come_in_keeps_the_whole_justification_out(cast: Cast, refuses: Refuses) -> None:
    begin_explanation(cast)
    before = Document.objects.count()
    good, secret = ("Phụ lục.txt", BytesIO(b"60")), ("Tối mật.txt", BytesIO(b"60"))
    with refuses(Refused, "evidence.secret"):
        justify(cast, "2.1", files=(good, secret))
    assert not Justification.objects.exists()
    assert Document.objects.count() == before


def test_of_several_files_the_refused_one_is_named(cast: Cast) -> None:
    begin_explanation(cast)
    files = (("Phụ lục.txt", BytesIO(b"60")), ("Ảnh.txt", BytesIO(b"")))
    with pytest.raises(Refused) as refused:
        justify(cast, "2.1", files=files)
    sentence = refusal_sentence(refused.value)
    assert sentence.startswith("Ảnh.txt: Tệp rỗng.")
    assert sentence.endswith("Chưa tệp nào được lưu: hãy chọn lại cả Phụ lục.txt.")
    with pytest.raises(Refused) as alone:
        justify(cast, "2.1", files=files[1:])
    assert "chọn lại cả" not in refusal_sentence(alone.value)


def test_a_document_of_another_body_is_not_found(cast: Cast, refuses: Refuses) -> None:
    begin_explanation(cast)
    document = make_document(cast, cast.b, "Của Sở Y tế")
    with refuses(NotFound, "evidence.not_found"):
        justify(cast, "2.1", documents=(document.pk,))


def test_what_does_not_differ_cannot_be_justified(cast: Cast, refuses: Refuses) -> None:
    begin_explanation(cast)
    with refuses(WrongStage, "explanation.not_disputed"):
        justify(cast, "1.1")


def test_a_justification_has_a_stance_and_words(cast: Cast, refuses: Refuses) -> None:
    begin_explanation(cast)
    with refuses(Incomplete, "explanation.text_missing"):
        justify(cast, "2.1", "  ")
    with refuses(Incomplete, "explanation.no_stance"):
        justify(cast, "2.1", stance="silent")


def test_two_officers_see_both_texts(cast: Cast) -> None:
    begin_explanation(cast)
    justify(cast, "2.1", "Lời của Dũng", actor=cast.dung)
    with pytest.raises(Conflict) as refused:
        justify(cast, "2.1", "Lời của An")
    facts = refused.value.facts
    assert (facts["theirs"], facts["yours"], facts["version"]) == ("Lời của Dũng", "Lời của An", "1")


def test_the_last_second_of_the_last_day_is_in_time(cast: Cast, refuses: Refuses) -> None:
    begin_explanation(cast)
    last = cast.campaign.explanation_until
    assert begins(last) < ends(last)
    with refuses(WrongStage, "explanation.over"):
        justify(cast, "2.1", now=ends(last))
    justify(cast, "2.1", now=ends(last) - timedelta(seconds=1))


def test_justifying_touches_neither_claim_nor_appraisal(cast: Cast) -> None:
    begin_explanation(cast)
    before = list(Appraisal.objects.order_by("pk").values())
    justify(cast, "2.1")
    assert list(Appraisal.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("person", ["kien", "binh", "chi", "giang", "ha", "lan", "nga"])
def test_only_the_organisation_itself_explains(cast: Cast, refuses: Refuses, person: str) -> None:
    begin_explanation(cast)
    with refuses(NotFound, "assessment.not_found"):
        justify(cast, "2.1", actor=cast.people[person])
    with refuses(NotFound, "assessment.not_found"):
        _send(cast, person)


def test_every_disputed_criterion_is_answered_before_sending(cast: Cast) -> None:
    begin_explanation(cast)
    justify(cast, "1.2", "", stance="agreed")
    with pytest.raises(Incomplete) as refused:
        _send(cast)
    assert (refused.value.code, refused.value.facts["criteria"]) == ("explanation.unanswered", "2.1")


def test_what_is_justified_is_appraised_again(cast: Cast) -> None:
    begin_second_round(cast)
    cast.a.refresh_from_db()
    assert cast.a.status == Assessment.Status.APPRAISAL
    event = Event.objects.first()
    assert event is not None
    assert (event.action, event.facts) == ("explanation.send", {"round": 1, "justified": ["2.1"]})


def test_who_agrees_to_everything_is_done(cast: Cast) -> None:
    begin_explanation(cast)
    for key in ("1.2", "2.1"):
        justify(cast, key, "", stance="agreed")
    assert _send(cast).status == Assessment.Status.SETTLED
    assert _disputed(cast) == []


def test_with_one_round_the_justified_goes_to_the_council(cast: Cast) -> None:
    begin_explanation(cast)
    cast.campaign.policies["appraisal_rounds"] = 1
    cast.campaign.save()
    justify(cast, "1.2", "", stance="agreed")
    justify(cast, "2.1")
    assert _send(cast).status == Assessment.Status.SETTLED
    assert _disputed(cast) == ["2.1"]


def test_there_is_no_second_explanation_after_the_last_round(cast: Cast, refuses: Refuses) -> None:
    begin_second_round(cast)
    decide(cast, "2.1", "corrected", typed={"2.1.a": "50"}, reason="Có 50")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    with refuses(WrongStage, "explanation.done_already"):
        open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)


def test_a_third_round_asks_only_what_is_still_disputed(cast: Cast) -> None:
    begin_second_round(cast)
    cast.campaign.policies["appraisal_rounds"] = 3
    cast.campaign.save()
    decide(cast, "2.1", "corrected", typed={"2.1.a": "50"}, reason="Có 50")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    assert _disputed(cast) == ["2.1"]
    assert justify(cast, "2.1", "Vẫn là 60").round == 2
    assert Justification.objects.filter(criterion_key="2.1").count() == 2


# --- the thread ---------------------------------------------------------------------------


def _write(cast: Cast, who: str, text: str = "Xin xem phụ lục 2", key: str = "2.1") -> Message:
    return write_message(actor=cast.people[who], assessment_id=cast.a.pk, key=key, text=text, now=APPRAISING)


@pytest.mark.parametrize(
    ("person", "side"),
    [("an", "organisation"), ("dung", "organisation"), ("chi", "authority"), ("giang", "authority")],
)
def test_both_sides_write_to_the_thread(cast: Cast, person: str, side: str) -> None:
    begin_explanation(cast)
    assert _write(cast, person).side == side
    event = Event.objects.first()
    assert event is not None
    assert event.action == "explanation.message"


@pytest.mark.parametrize("person", ["kien", "binh", "minh", "ha", "lan", "nga"])
def test_nobody_else_learns_of_the_thread(cast: Cast, refuses: Refuses, person: str) -> None:
    begin_explanation(cast)
    with refuses(NotFound, "assessment.not_found"):
        _write(cast, person)


def test_a_message_has_words_a_criterion_and_its_time(cast: Cast, refuses: Refuses) -> None:
    begin_explanation(cast)
    with refuses(Incomplete, "explanation.message_empty"):
        _write(cast, "an", "  ")
    with refuses(NotFound, "criterion.not_found"):
        _write(cast, "an", key="8")
    move_campaign(cast, Campaign.Status.RULING)
    with refuses(WrongStage, "campaign.wrong_stage"):
        _write(cast, "an")
