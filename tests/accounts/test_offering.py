"""Who has an account elsewhere takes a role herself; who invites does not learn that there was an account."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from chamdiem.accounts.models import Offer, Role, RoleAssignment, User
from chamdiem.accounts.permissions import holds
from chamdiem.accounts.services import (
    Invitation,
    accept_offer,
    decline_offer,
    end_role,
    invite_person,
    withdraw_offer,
)
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, NotAllowed, NotFound, WrongStage
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from tests.people import NOW, PASSWORD, Cast

Opened = Callable[[str], Client]

_SITE = "https://diem.vidu.gov.vn/"


def _ask(cast: Cast, actor: str = "lan", **values: Any) -> None:
    """Somebody of Tỉnh Ví Dụ invites Nga of another province, by a name of her own making."""
    invitation = Invitation(
        **{
            "email": "NGA@vidu.gov.vn",
            "name": "Ai Đó",
            "role": Role.APPRAISER,
            "organisation_id": cast.province.pk,
            **values,
        }
    )
    invite_person(actor=cast.people[actor], invitation=invitation, site=_SITE, now=NOW)


def _accept(cast: Cast, actor: str = "nga") -> RoleAssignment:
    return accept_offer(actor=_anew(cast, actor), offer_id=Offer.objects.get().pk, now=NOW)


def _anew(cast: Cast, name: str) -> User:
    """The person as the next request knows her."""
    return User.objects.get(pk=cast.people[name].pk)


def test_the_role_holds_only_once_it_is_taken(cast: Cast) -> None:
    _ask(cast)
    assert not holds(_anew(cast, "nga"), [Role.APPRAISER], cast.province.path)
    assert _accept(cast).user == cast.nga
    nga = _anew(cast, "nga")
    assert holds(nga, [Role.APPRAISER], cast.province.path)
    assert (nga.name, nga.check_password(PASSWORD)) == ("Bùi Tố Nga", True)
    with pytest.raises(NotFound):
        _accept(cast)


def test_the_letter_asks_and_leads_to_her_own_page(cast: Cast) -> None:
    _ask(cast)
    for job in Job.objects.all():
        run_job(job.pk)
    (letter,) = mail.outbox
    assert letter.to == ["nga@vidu.gov.vn"]
    assert "Vai trò chỉ có hiệu lực khi anh/chị nhận" in str(letter.body)
    assert _SITE.rstrip("/") + reverse("accounts:profile") in str(letter.body)
    assert "/password/reset/key/" not in str(letter.body)


def test_nothing_that_is_kept_of_it_names_her(cast: Cast) -> None:
    """Also once she declined: the trail of the province knows the address that was invited."""
    _ask(cast)
    decline_offer(actor=cast.nga, offer_id=Offer.objects.get().pk, now=NOW)
    events = Event.objects.filter(organisation_path=cast.province.path)
    assert [event.action for event in events.order_by("number")] == ["role.offer", "role.offer_declined"]
    assert {event.subject_name for event in events} == {"nga@vidu.gov.vn"}
    assert not [event for event in events if "Nga" in f"{event.actor_name} {event.facts}"]


def test_who_invites_is_told_the_same_of_new_and_of_known_addresses(cast: Cast, opened: Opened) -> None:
    pages = []
    for email in ("nga@vidu.gov.vn", "moi@vidu.gov.vn"):
        given = {"email": email, "name": "Ai Đó", "role": "appraiser", "organisation": "T1"}
        answer = opened("lan").post(reverse("accounts:invite"), given, follow=True)
        said = re.findall(r"Đã mời [^<]*", answer.content.decode())
        pages.append((answer.redirect_chain, [each.replace(email, "…") for each in said if email in each]))
        assert "Bùi Tố Nga" not in answer.content.decode()
    assert pages[0] == pages[1]
    assert pages[0][0] == [(reverse("accounts:list"), 302)]


@pytest.mark.parametrize("email", ["nga@vidu.gov.vn", "moi@vidu.gov.vn"])
def test_invited_again_both_are_refused_in_the_same_words(cast: Cast, email: str) -> None:
    _ask(cast, email=email)
    for name, code in (("ai đó", "role.held_already"), ("Người Khác", "person.other_name")):
        with pytest.raises(Conflict) as refused:
            _ask(cast, email=email, name=name)
        assert refused.value.code == code
        assert "Nga" not in str(refused.value.facts)


def test_she_reads_the_offer_and_takes_it_on_her_page(cast: Cast, opened: Opened) -> None:
    _ask(cast)
    page = opened("nga").get(reverse("accounts:profile")).content.decode()
    address = reverse("accounts:accept_offer", args=[Offer.objects.get().pk])
    assert address in page
    assert "Đặng Ngọc Lan mời" in page
    after = opened("nga").post(address, follow=True).content.decode()
    assert address not in after
    assert holds(_anew(cast, "nga"), [Role.APPRAISER], cast.province.path)


def test_an_offer_is_seen_where_it_was_made_and_withdrawn_there(cast: Cast, opened: Opened) -> None:
    _ask(cast)
    offer = Offer.objects.get()
    address = reverse("accounts:withdraw_offer", args=[offer.pk])
    assert address in opened("lan").get(reverse("accounts:list")).content.decode()
    assert address not in opened("an").get(reverse("accounts:list")).content.decode()
    withdraw_offer(actor=cast.lan, offer_id=offer.pk, now=NOW)
    with pytest.raises(NotFound):
        accept_offer(actor=cast.nga, offer_id=offer.pk, now=NOW)
    _ask(cast)
    assert Offer.objects.filter(settled_at__isnull=True).count() == 1


def test_a_standing_body_does_not_withdraw_what_is_not_its_to_give(cast: Cast) -> None:
    _ask(cast, role=Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        withdraw_offer(actor=cast.giang, offer_id=Offer.objects.get().pk, now=NOW)


def test_nobody_takes_the_offer_of_another(cast: Cast) -> None:
    _ask(cast)
    for name in ("an", "lan"):
        with pytest.raises(NotFound):
            _accept(cast, name)


def test_an_offer_is_void_once_who_made_it_may_not_give_the_role(cast: Cast) -> None:
    _ask(cast, "giang")
    role = cast.giang.role_assignments.get()
    end_role(actor=cast.lan, assignment_id=role.pk, reason="Chuyển công tác khác", now=NOW)
    with pytest.raises(WrongStage) as refused:
        _accept(cast)
    assert refused.value.code == "role.offer_void"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"email": "an@vidu.gov.vn", "name": "Ai Đó"}, "name"),
        ({"email": "an@vidu.gov.vn", "name": "Nguyễn Văn An", "role": "data_officer"}, "role"),
        ({"email": "lan@vidu.gov.vn", "name": "Đặng Ngọc Lan"}, "email"),
    ],
)
def test_a_refused_invitation_comes_back_as_it_was_typed(
    cast: Cast, opened: Opened, given: dict[str, str], field: str
) -> None:
    typed = {"role": "leader", "organisation": cast.body_a.code, "title": "Trưởng phòng", **given}
    answer = opened("lan").post(reverse("accounts:invite"), typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert 'value="Trưởng phòng"' in answer.content.decode()
