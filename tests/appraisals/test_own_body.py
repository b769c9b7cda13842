"""Nobody judges the body she works for: not one by one, not in bulk, not on the council."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.appraisals.models import Appraisal, Ruling
from chamdiem.appraisals.selectors.accepting import preview_acceptance
from chamdiem.appraisals.selectors.queue import list_criterion_queue
from chamdiem.appraisals.services.accepting import bulk_accept
from chamdiem.appraisals.services.documents import Judgement, judge_document
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.errors import NotAllowed
from chamdiem.evidence.models import EvidenceUse
from chamdiem.home.selectors import list_tasks

from ..people import NOW, Cast
from .asking import Opened
from .conftest import Refuses
from .staging import APPRAISING, begin_appraisal, begin_ruling, decide, show_document

ROLES = [Role.DATA_OFFICER, Role.LEADER, Role.CONTRIBUTOR]


def _works_for_a(cast: Cast, user: User, role: str = Role.DATA_OFFICER) -> User:
    office = cast.it_office if role == Role.CONTRIBUTOR else None
    RoleAssignment.objects.create(user=user, role=role, organisation=cast.body_a, office=office, given_at=NOW)
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("role", ROLES)
def test_an_appraiser_decides_nothing_of_her_own_body(cast: Cast, refuses: Refuses, role: str) -> None:
    begin_appraisal(cast)
    chi = _works_for_a(cast, cast.chi, role)
    with refuses(NotAllowed, "appraisal.own_body"):
        decide(cast, "2.1", actor=chi)
    use = EvidenceUse.objects.filter(assessment=cast.a).first() or show_document(cast, cast.a, "2.1")
    judged: Any = {"use_id": use.pk, "judgement": Judgement(verdict="accepted"), "seen": use.verdict}
    with refuses(NotAllowed, "appraisal.own_body"):
        judge_document(actor=chi, assessment_id=cast.a.pk, now=APPRAISING, **judged)
    decide(cast, "2.1", actor=chi, assessment=cast.b)
    assert Appraisal.objects.get().assessment == cast.b


def test_together_the_own_body_is_left_and_the_others_are_accepted(cast: Cast, opened: Opened) -> None:
    begin_appraisal(cast)
    chi = _works_for_a(cast, cast.chi)
    ids = [cast.a.pk, cast.b.pk]
    found = preview_acceptance(actor=chi, assessment_ids=ids, keys=["2.3"], now=APPRAISING)
    assert {each.assessment.pk: each.hurdle for each in found} == {cast.a.pk: "own_body", cast.b.pk: ""}
    done = bulk_accept(actor=chi, pairs=[(pk, "2.3") for pk in ids], now=APPRAISING)
    assert [each.assessment for each in done.left] == [cast.a]
    assert Appraisal.objects.get().assessment == cast.b
    client = opened("chi")
    client.post("/tham-dinh/chap-nhan/", {"pair": [f"{cast.a.pk}:2.2"]})
    assert "Đơn vị anh/chị đang làm việc: người khác thẩm định" in client.get("/tham-dinh/").content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_a_member_of_the_council_does_not_rule_on_her_own_body(
    cast: Cast, refuses: Refuses, opened: Opened, role: str
) -> None:
    begin_ruling(cast)
    ha = _works_for_a(cast, cast.ha, role)
    with refuses(NotAllowed, "ruling.own_body"):
        rule_criterion(
            actor=ha, assessment_id=cast.a.pk, key="2.1", points="12", reason="Xét", version=0, now=APPRAISING
        )
    assert not Ruling.objects.exists()
    page = opened("ha").get(f"/hoi-dong/{cast.a.pk}/").content.decode()
    assert "không kết luận về hồ sơ của đơn vị" in page
    assert "Ghi kết luận" not in page


def test_the_pages_say_why_and_count_only_what_is_hers(cast: Cast, opened: Opened) -> None:
    begin_appraisal(cast)
    chi, client = _works_for_a(cast, cast.chi), opened("chi")
    for path in (f"/tham-dinh/{cast.a.pk}/", f"/tham-dinh/{cast.a.pk}/2.1/"):
        page = client.get(path).content.decode()
        assert "nên không thẩm định hồ sơ của đơn vị" in page
        assert 'value="accepted"' not in page
    assert "Đơn vị của anh/chị: người khác thẩm định" in client.get("/tham-dinh/").content.decode()
    lines = list_criterion_queue(actor=chi, track=cast.track)
    assert {each.total for each in lines} == {1}
    titles = [task.title for task in list_tasks(actor=chi, now=APPRAISING)]
    assert "Sở, ban, ngành: 1 hồ sơ chờ thẩm định" in titles


def test_the_leader_of_the_province_works_for_the_province_not_for_every_body_below(cast: Cast) -> None:
    begin_ruling(cast)
    RoleAssignment.objects.create(user=cast.ha, role=Role.LEADER, organisation=cast.province, given_at=NOW)
    ha = User.objects.get(pk=cast.ha.pk)
    rule_criterion(
        actor=ha, assessment_id=cast.a.pk, key="2.1", points="12", reason="Xét", version=0, now=APPRAISING
    )
    assert Ruling.objects.get().assessment == cast.a
