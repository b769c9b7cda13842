"""Pages of a long list: two queries, whatever the length and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from chamdiem.web.typed import read_whole

SIZES = (25, 50, 100, 200)
SIZE = 50
# Pages beside the current one that the pager names.
AROUND = 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list and where it stands."""

    rows: Sequence[Any]
    number: int
    size: int
    total: int
    # What the address says besides the page, ready to be followed by ``page=3``.
    address: str

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        """The place of the first row shown, counted from 1; 0 where there is none."""
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last_row(self) -> int:
        """The place of the last row shown."""
        return min(self.number * self.size, self.total)

    @property
    def numbers(self) -> list[int | None]:
        """The pages to name: the first, the last, those around; ``None`` for a gap."""
        wanted = {1, self.last, *range(self.number - AROUND, self.number + AROUND + 1)}
        named: list[int | None] = []
        for number in sorted(wanted & set(range(1, self.last + 1))):
            if named and number - (named[-1] or 0) > 1:
                named.append(None)
            named.append(number)
        return named


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int = SIZE) -> Page:
    """The page the address asks for; a page that is not there becomes the nearest one."""
    size = next((each for each in SIZES if str(each) == request.GET.get("size")), size)
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    last = max(1, -(-total // size))
    number = min(max(1, read_whole(request.GET.get("page", "")) or 1), last)
    shown = list(rows[(number - 1) * size : number * size])
    return Page(shown, number, size, total, address_without(request, "page"))


def address_without(request: HttpRequest, *names: str) -> str:
    """The query of the address without some of its parameters: ``?q=hue&`` or ``?``."""
    query = request.GET.copy()
    for name in names:
        query.pop(name, None)
    return f"?{query.urlencode()}&" if query else "?"
