"""Addresses of people and of the audit trail."""

from __future__ import annotations

from tests.people import NOW, Cast

from .address import EVERYBODY, Address

KEEPERS = {"giang", "lan"}
ANY_KEEPER = KEEPERS | {"nga"}
LOCKED = "cu@vidu.gov.vn"
SEES_AN = EVERYBODY - {"binh", "minh", "nga"}


def _an(cast: Cast) -> list[int]:
    return [cast.an.pk]


def _role(cast: Cast) -> list[int]:
    return [cast.an.role_assignments.get().pk]


def _locked(cast: Cast) -> None:
    """A colleague of An, locked out; none of the cast, who all have to ask."""
    from chamdiem.accounts.models import Role, RoleAssignment, User  # noqa: PLC0415  models need the settings

    user = User.objects.create_user(LOCKED, name="Người Cũ")
    RoleAssignment.objects.create(user=user, role=Role.LEADER, organisation=cast.body_a, given_at=NOW)
    User.objects.filter(pk=user.pk).update(is_active=False)


def _locked_one(cast: Cast) -> list[int]:
    from chamdiem.accounts.models import User  # noqa: PLC0415  as above

    return [User.objects.get(email=LOCKED).pk]


def _second_factor(cast: Cast) -> None:
    from allauth.mfa.models import Authenticator  # noqa: PLC0415  models need the settings

    Authenticator.objects.create(user=cast.an, type=Authenticator.Type.TOTP, data={})


def _offered(cast: Cast) -> None:
    from chamdiem.accounts.services import Invitation, invite_person  # noqa: PLC0415  as above

    invitation = Invitation(
        email=cast.nga.email, name="Nga", role="appraiser", organisation_id=cast.body_a.pk
    )
    invite_person(actor=cast.lan, invitation=invitation, site="http://x/", now=NOW)


def _offer(cast: Cast) -> list[int]:
    return [cast.nga.offers.get().pk]


def _data(**given: str) -> Address:
    return Address(arguments=_an, allowed=KEEPERS, method="post", data=lambda cast: given)


ADDRESSES = {
    "accounts:list": Address(),
    "accounts:profile": Address(),
    "accounts:choose_language": Address(method="post", data=lambda cast: {"language": "vi"}),
    "accounts:show": Address(arguments=_an, allowed=SEES_AN),
    "accounts:at_organisation": Address(arguments=lambda cast: [cast.body_a.pk], allowed=SEES_AN),
    "accounts:invite": Address(allowed=ANY_KEEPER),
    "accounts:accept_offer": Address(arguments=_offer, allowed={"nga"}, method="post", prepare=_offered),
    "accounts:decline_offer": Address(arguments=_offer, allowed={"nga"}, method="post", prepare=_offered),
    "accounts:withdraw_offer": Address(arguments=_offer, allowed=KEEPERS, method="post", prepare=_offered),
    "accounts:change": _data(name="Nguyễn Văn An", email="an@vidu.gov.vn"),
    "accounts:give_role": _data(role="leader", organisation="T1.A"),
    "accounts:invite_again": _data(),
    "accounts:deactivate": _data(reason="Đã chuyển công tác"),
    "accounts:remove_second_factor": Address(
        arguments=_an,
        allowed=KEEPERS,
        method="post",
        data=lambda cast: {"reason": "Mất điện thoại và mã dự phòng"},
        prepare=_second_factor,
    ),
    "accounts:reactivate": Address(arguments=_locked_one, allowed=KEEPERS, method="post", prepare=_locked),
    "accounts:end_role": Address(
        arguments=_role,
        allowed=KEEPERS,
        method="post",
        data=lambda cast: {"reason": "Chuyển sang đơn vị khác."},
    ),
    "accounts:trail": Address(allowed=ANY_KEEPER),
}
