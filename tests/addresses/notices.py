"""Addresses of notices: everybody's own; what was sent only for who keeps a part of the tree."""

from __future__ import annotations

from chamdiem.notices.models import Letter, Notice
from tests.people import NOW, Cast

from .address import EVERYBODY, Address


def _given_up(cast: Cast) -> None:
    letter = Letter.objects.create(
        user=cast.an,
        is_digest=True,
        message_id="<1@vidu.gov.vn>",
        state="given_up",
        made_at=NOW,
        next_try_at=NOW,
    )
    Notice.objects.create(
        key="a",
        user=cast.an,
        title="Báo cáo",
        organisation_path=cast.body_a.path,
        told_at=NOW,
        gathered_at=NOW,
        letter=letter,
    )


ADDRESSES = {
    "notices:list": Address(allowed=EVERYBODY),
    "notices:read_all": Address(allowed=EVERYBODY, method="post"),
    "notices:choose": Address(allowed=EVERYBODY, method="post", data=lambda cast: {"mail": "none"}),
    # Only the demonstration has this page.
    "notices:letters": Address(allowed=frozenset()),
    "notices:send_again": Address(
        arguments=lambda cast: [Letter.objects.get().pk],
        allowed=frozenset({"giang", "lan"}),
        method="post",
        prepare=_given_up,
    ),
    "notices:sent": Address(allowed=frozenset({"giang", "lan", "nga"})),
}
