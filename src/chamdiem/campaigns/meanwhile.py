"""Two people at one step of the wizard: each changes what she changed, and nothing else.

A page carries what it showed. A field that was changed there is kept, one that was not stays as somebody else
has saved it meanwhile; where both changed the same field to different values, both are told and nobody wins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from zlib import crc32

from django.utils.translation import gettext as _

from chamdiem.campaigns.models import Track
from chamdiem.errors import Invalid, Place, Problem

# Field → its value as text.
State = Mapping[str, str]
TRACK_FIELDS = ("name", "edition", "grouped_by")


def state_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Values as a page carries them."""
    return {name: str(value) for name, value in values.items()}


def read_state(text: str) -> dict[str, str]:
    """What a page carried; nothing where it cannot be read, so that whatever differs is told."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {name: value for name, value in data.items() if isinstance(value, str)}


def list_disputed(seen: State, typed: State, stands: State) -> list[str]:
    """The fields that two people changed to different values."""
    return [
        name
        for name, mine in typed.items()
        if name in stands and mine != seen.get(name) and stands[name] not in (mine, seen.get(name))
    ]


def list_kept(seen: State, typed: State, stands: State) -> list[str]:
    """The fields somebody else changed and she did not: they stay as they stand."""
    return [
        name
        for name, mine in typed.items()
        if name in stands and mine == seen.get(name) and stands[name] != mine
    ]


def put_together(seen: State, typed: Mapping[str, Any], stands: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be saved: what she changed, and what others changed meanwhile.

    Raises:
        Invalid: A field was changed by both; one problem for each, at its name, with both values.
    """
    states = seen, state_of(typed), state_of(stands)
    if disputed := list_disputed(*states):
        raise Invalid(
            [
                Problem(
                    "campaign.changed_meanwhile",
                    {"mine": _told(typed[name]), "stands": _told(stands[name])},
                    Place(path=name),
                )
                for name in disputed
            ]
        )
    return {**typed, **{name: stands[name] for name in list_kept(*states)}}


def seen_again(seen: State, typed: State, stands: State) -> dict[str, str]:
    """What a page carries that comes back: of what both changed, what she has been told meanwhile."""
    return {**seen, **{name: stands[name] for name in list_disputed(seen, typed, stands)}}


def state_of_tracks(tracks: Iterable[Track]) -> dict[str, str]:
    """The tracks of a draft, and who is chosen for each, as a page carries them."""
    return {f"{track.pk}.{name}": text for track in tracks for name, text in track_state(track).items()}


def track_state(track: Track) -> dict[str, str]:
    """One track: its fields, and a number that is another one where others are chosen."""
    fields = {"name": track.name, "edition": track.edition_id, "grouped_by": track.grouped_by}
    chosen = crc32(json.dumps([track.chosen, track.unranked]).encode())
    return state_of({**fields, "chosen": chosen})


def _told(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return _("có") if value else _("không")
    return str(value)
