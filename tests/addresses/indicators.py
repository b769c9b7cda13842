"""Addresses of editions: everybody reads what is issued; keepers load, issue and delete drafts."""

from __future__ import annotations

from tests.indicators.documents import KEY, document
from tests.people import NOW, Cast

from .address import Address

KEEPERS = {"giang", "lan"}


def _draft(cast: Cast) -> None:
    from chamdiem.indicators.services import load_draft  # noqa: PLC0415  models need the settings first

    load_draft(actor=cast.giang, data=document(), file_name="bo.yaml", now=NOW)


def _issued(cast: Cast) -> list[str]:
    return [cast.edition.key]


def _key(_cast: Cast) -> list[str]:
    return [KEY]


ADDRESSES = {
    "indicators:list_editions": Address(),
    "indicators:load_edition": Address(allowed=KEEPERS | {"nga"}),
    "indicators:show_edition": Address(arguments=_key, prepare=_draft, allowed=KEEPERS),
    "indicators:show_lint": Address(arguments=_key, prepare=_draft, allowed=KEEPERS),
    "indicators:compare_editions": Address(arguments=_issued),
    "indicators:download_yaml": Address(arguments=_key, prepare=_draft, allowed=KEEPERS),
    "indicators:download_form": Address(arguments=_issued),
    "indicators:issue_edition": Address(
        arguments=_key, prepare=_draft, allowed=KEEPERS, method="post", data=lambda cast: {"version": "1"}
    ),
    "indicators:delete_edition": Address(arguments=_key, prepare=_draft, allowed=KEEPERS, method="post"),
}
