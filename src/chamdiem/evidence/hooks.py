"""What apps above this one do when a file was checked: they register, because imports point downwards."""

from __future__ import annotations

from collections.abc import Callable

from chamdiem.evidence.models import StoredFile

Checked = Callable[[StoredFile], None]
_checked: list[Checked] = []


def when_checked(follow: Checked) -> Checked:
    """Register what is done once the signatures of a file are known; it may be called again for a file."""
    if follow not in _checked:
        _checked.append(follow)
    return follow


def tell_checked(file: StoredFile) -> None:
    """Tell everybody who registered."""
    for follow in _checked:
        follow(file)
