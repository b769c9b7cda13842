"""Notes, explanations, not applicable, discussion."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from chamdiem.assessments import services
from chamdiem.assessments.models import CriterionEntry, Remark
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from tests.people import NOW, Cast

from .filling import hand_in, write

REASON = "Đơn vị không có thủ tục hành chính."


def note(cast: Cast, text: str, *, seen: int = 0, key: str = "2.1", person: str = "an") -> CriterionEntry:
    return services.save_note(
        actor=cast.people[person],
        assessment_id=cast.a.pk,
        key=key,
        note=text,
        seen_version=seen,
        now=NOW,
    )


def explain(cast: Cast, text: str, person: str = "an") -> CriterionEntry:
    return services.explain_missing_evidence(
        actor=cast.people[person], assessment_id=cast.a.pk, key="2.1", reason=text, seen_version=0, now=NOW
    )


def exempt(
    cast: Cast, reason: str = REASON, *, key: str = "2.1", person: str = "an", **more: Any
) -> CriterionEntry:
    given = {"is_not_applicable": True, **more}
    return services.set_not_applicable(
        actor=cast.people[person], assessment_id=cast.a.pk, key=key, reason=reason, now=NOW, **given
    )


def remark(cast: Cast, text: str = "Số liệu lấy từ đâu?", *, key: str = "2.1", person: str = "an") -> Remark:
    return services.add_remark(
        actor=cast.people[person], assessment_id=cast.a.pk, key=key, text=text, now=NOW
    )


def test_a_note_is_kept_and_audited(cast: Cast) -> None:
    assert note(cast, " Theo báo cáo quý III. ").note == "Theo báo cáo quý III."
    assert Event.objects.get(action="assessment.note").facts["criterion"] == "2.1"


def test_two_people_with_one_note_see_both_texts(cast: Cast) -> None:
    note(cast, "Theo báo cáo quý III.", person="kien")
    with pytest.raises(Conflict) as refused:
        note(cast, "Theo báo cáo năm.", seen=0)
    assert (refused.value.facts["shown"], refused.value.facts["mine"]) == (
        "Theo báo cáo quý III.",
        "Theo báo cáo năm.",
    )


def test_a_note_is_not_endless(cast: Cast) -> None:
    with pytest.raises(Incomplete, match="text_too_long"):
        note(cast, "x" * 4001)


def test_an_explanation_stands_for_evidence(cast: Cast) -> None:
    write(cast, "I.1", "100")
    write(cast, "2.1.a", "79")
    cast.a.refresh_from_db()
    assert cast.a.evidence_gap_count == 1
    explain(cast, "Báo cáo được lưu ở hệ thống một cửa.")
    cast.a.refresh_from_db()
    assert cast.a.evidence_gap_count == 0


def test_an_explanation_says_something_or_is_taken_back(cast: Cast) -> None:
    with pytest.raises(Incomplete, match="reason_too_short"):
        explain(cast, "không có")
    assert explain(cast, "").no_evidence_reason == ""


def test_what_does_not_apply_leaves_the_maximum(cast: Cast) -> None:
    exempt(cast)
    cast.a.refresh_from_db()
    assert (cast.a.claimed_maximum, cast.a.answered_count) == (Decimal(50), 1)
    exempt(cast, "", is_not_applicable=False)
    cast.a.refresh_from_db()
    assert (cast.a.claimed_maximum, cast.a.answered_count) == (Decimal(70), 0)


def test_not_applicable_needs_a_reason_and_a_criterion(cast: Cast) -> None:
    with pytest.raises(Incomplete, match="reason_too_short"):
        exempt(cast, "không")
    with pytest.raises(NotAllowed, match="not_declared_here"):
        exempt(cast, key="I.1")
    assert not CriterionEntry.objects.exists()


def test_the_discussion_is_read_in_order(cast: Cast) -> None:
    remark(cast)
    remark(cast, "Từ hệ thống một cửa.", person="kien")
    assert [each.text for each in Remark.objects.all()] == ["Số liệu lấy từ đâu?", "Từ hệ thống một cửa."]
    with pytest.raises(Incomplete, match="remark_empty"):
        remark(cast, "  ")


@pytest.mark.parametrize("act", [lambda c, **m: note(c, "x", **m), exempt, remark])
def test_outsiders_learn_nothing_and_offices_keep_to_theirs(cast: Cast, act: Callable[..., Any]) -> None:
    for person, key in (("binh", "2.1"), ("nga", "2.1"), ("chi", "2.1"), ("kien", "2.3")):
        with pytest.raises(NotFound):
            act(cast, key=key, person=person)
    with pytest.raises(NotAllowed):
        act(cast, key="2.1", person="giang")


def test_after_handing_in_people_still_talk_and_no_longer_write(cast: Cast) -> None:
    hand_in(cast)
    remark(cast)
    with pytest.raises(WrongStage):
        note(cast, "x")
    with pytest.raises(WrongStage):
        exempt(cast)
    with pytest.raises(WrongStage):
        explain(cast, "vì chưa có tài liệu")
