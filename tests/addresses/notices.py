"""Addresses of notices: everybody's own; what was sent only for who keeps a part of the tree."""

from __future__ import annotations

from .address import EVERYBODY, Address

ADDRESSES = {
    "notices:list": Address(allowed=EVERYBODY),
    "notices:read_all": Address(allowed=EVERYBODY, method="post"),
    "notices:choose": Address(allowed=EVERYBODY, method="post", data=lambda cast: {"mail": "none"}),
    # Only the demonstration has this page.
    "notices:letters": Address(allowed=frozenset()),
    "notices:sent": Address(allowed=frozenset({"giang", "lan", "nga"})),
}
