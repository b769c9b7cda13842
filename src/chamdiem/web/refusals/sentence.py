"""The shape of a refusal in words."""

from collections.abc import Mapping

# Code → (Vietnamese, English). Facts of the refusal stand in braces: ``{organisation}``.
# Each sentence says what was refused, why, and what to do.
Sentences = Mapping[str, tuple[str, str]]
