"""Addresses of the floor ``web``."""

from .address import Address

ADDRESSES = {
    "liveness": Address(is_public=True),
    "readiness": Address(is_public=True),
}
