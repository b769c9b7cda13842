"""What is right in a file of organisations but may be meant otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from chamdiem.errors import Problem
from chamdiem.organisations.listed import Row

_MOST_NAMED = 8


def notes_on(rows: Sequence[Row], groups: Collection[str]) -> Iterator[Problem]:
    """Peer groups the directory does not have yet, each once, and offices with a comma in their name.

    Args:
        rows: The rows of the file.
        groups: The peer groups the directory has.
    """
    told: set[str] = set()
    for row in rows:
        group = row.text("peer_group")
        if group and group not in groups and group not in told:
            told.add(group)
            known = "; ".join(f"“{each}”" for each in list(groups)[:_MOST_NAMED])
            facts = {"value": group, "groups": known}
            code = "import.new_peer_group" if known else "import.first_peer_group"
            yield Problem(code, facts, row.place("peer_group"))
    for row in rows:
        for name in row.parts("offices"):
            if "," in name:
                yield Problem("import.one_office", {"value": name}, row.place("offices"))
