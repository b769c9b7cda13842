"""Places in a ranking: they are counted from one, so nobody is nought."""

# Patterns stay on one line: so their wording can be read.

from __future__ import annotations

import re

_PLACE = re.compile(
    r"\b(?:xếp (?:hạng|thứ|vị trí)|thứ hạng|đứng thứ|hạng(?= (?:từ )?\d)|vị trí(?: thứ)?(?= (?:từ )?\d))",
    re.IGNORECASE,
)


def counts_places(text: str) -> bool:
    """Whether the numbers of a text are places in a ranking.

    Example:
        >>> counts_places("Xếp hạng từ 1 đến 5: 10 điểm"), counts_places("Từ 1 đến 5 cuộc: 10 điểm")
        (True, False)
    """
    return bool(_PLACE.search(text))
