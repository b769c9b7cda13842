"""Addresses of the floor ``web``."""

from .address import Address

ADDRESSES = {
    "liveness": Address(is_public=True),
    "readiness": Address(is_public=True),
    "choose_language": Address(method="post", data=lambda cast: {"language": "vi"}, is_public=True),
    # Only where debugging or the example is on.
}
