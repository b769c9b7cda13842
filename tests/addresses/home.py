"""The first page: everybody has one, each with what waits for her alone."""

from .address import Address

ADDRESSES = {"home": Address()}
