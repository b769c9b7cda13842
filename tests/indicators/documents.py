"""Set files as somebody uploads them: clean, changed, wrong."""

from __future__ import annotations

from tests.edition import EDITION

KEY = "thu-nghiem-2027"


def document(**replaced: str) -> bytes:
    """The small edition under a key of its own, with some of its text replaced."""
    text = EDITION.replace("thu-nghiem-2026", KEY).replace("status: issued", "status: draft")
    for old, new in replaced.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def document_with(changes: dict[str, str]) -> bytes:
    """The same, for texts that are no names."""
    return document(**changes)


# The sum of the printed maxima does not add up: an error of lint.
WRONG_SUM = document_with({"max_points: 30\n": "max_points: 31\n"})
# Two problems on two lines.
TWO_PROBLEMS = document_with(
    {"kind: manual, step: 0.5": "kind: unheard_of", "max_points: 20\n": "max_points: a lot\n"}
)
