"""Addresses of the user guide: everybody reads it, signed in or not."""

from .address import Address

ADDRESSES = {
    "guide:index": Address(is_public=True),
    "guide:page": Address(arguments=lambda cast: ["lanh-dao"], is_public=True),
}
