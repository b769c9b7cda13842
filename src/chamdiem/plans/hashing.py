"""The hash by which approved and consolidated content is known."""

from __future__ import annotations

from hashlib import sha256


def hash_of(text: str) -> str:
    """SHA-256 of a text, as 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
