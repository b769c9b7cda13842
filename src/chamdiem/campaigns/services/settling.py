"""The tracks of a page put together with what others saved while it was open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chamdiem.campaigns.meanwhile import State, list_disputed, list_kept, track_state
from chamdiem.campaigns.models import Track
from chamdiem.errors import Invalid, Problem
from chamdiem.indicators.selectors import list_issued


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackDraft:
    """One track as the wizard has it; without an id it is new."""

    name: str
    edition_id: int
    grouped_by: str = Track.GroupedBy.PEER_GROUP
    id: int | None = None

    @property
    def state(self) -> dict[str, str]:
        """Its fields as a page carries them."""
        return {"name": self.name.strip(), "edition": str(self.edition_id), "grouped_by": self.grouped_by}


def settle_tracks(drafts: Sequence[TrackDraft], tracks: Iterable[Track], seen: State) -> list[TrackDraft]:
    """The tracks as they are to be: hers, and those of others she has not seen.

    Raises:
        Invalid: She changed or took out what somebody else changed or took out meanwhile; tells both.
    """
    there = {track.pk: track for track in tracks}
    known = {int(pk) for pk in (name.partition(".")[0] for name in seen) if pk.isdecimal()}
    wanted = {draft.id for draft in drafts}
    problems = [
        *_list_changed_by_both(drafts, there, known, seen),
        *_list_taken_out_changed(there, known - wanted, seen),
    ]
    if problems:
        raise Invalid(problems)
    kept = [_settled(draft, there, seen) for draft in drafts if not _is_gone(draft, there, known)]
    return kept + [_draft_of(track) for pk, track in there.items() if pk not in known | wanted]


def _list_changed_by_both(
    drafts: Sequence[TrackDraft], there: Mapping[int, Track], known: set[int], seen: State
) -> Iterator[Problem]:
    for draft in drafts:
        before, track = _seen_of(draft.id, seen), there.get(draft.id or 0)
        if track is not None and list_disputed(before, draft.state, track_state(track)):
            facts = {"track": before.get("name", track.name), "mine": _told(draft)}
            yield Problem("campaign.track_changed_meanwhile", {**facts, "stands": _told(_draft_of(track))})
        if _is_gone(draft, there, known) and draft.state.items() - before.items():
            yield Problem("campaign.track_gone_meanwhile", {"track": draft.name, "mine": _told(draft)})


def _list_taken_out_changed(there: Mapping[int, Track], gone: set[int], seen: State) -> Iterator[Problem]:
    for pk in gone & there.keys():
        track = there[pk]
        if track_state(track) != _seen_of(pk, seen):
            facts = {"track": track.name, "stands": _told(_draft_of(track)), "count": str(len(track.chosen))}
            yield Problem("campaign.track_taken_out_changed", facts)


def _is_gone(draft: TrackDraft, there: Mapping[int, Track], known: set[int]) -> bool:
    """Whether somebody else took it out while the page was open."""
    return draft.id in known and draft.id not in there


def _settled(draft: TrackDraft, there: Mapping[int, Track], seen: State) -> TrackDraft:
    track = there.get(draft.id or 0)
    if track is None:
        return replace(draft, id=None)
    kept = list_kept(_seen_of(draft.id, seen), draft.state, track_state(track))
    return TrackDraft(
        id=draft.id,
        name=track.name if "name" in kept else draft.name,
        edition_id=track.edition_id if "edition" in kept else draft.edition_id,
        grouped_by=track.grouped_by if "grouped_by" in kept else draft.grouped_by,
    )


def _seen_of(pk: int | None, seen: State) -> dict[str, str]:
    start = f"{pk}."
    return {name.removeprefix(start): text for name, text in seen.items() if name.startswith(start)}


def _draft_of(track: Track) -> TrackDraft:
    return TrackDraft(id=track.pk, name=track.name, edition_id=track.edition_id, grouped_by=track.grouped_by)


def _told(draft: TrackDraft) -> str:
    edition = list_issued().filter(pk=draft.edition_id).first()
    named = f"{edition.name} ({edition.edition})" if edition is not None else str(draft.edition_id)
    grouped = {each.value: str(each.label) for each in Track.GroupedBy}
    return f"{draft.name} · {named} · {grouped.get(draft.grouped_by, draft.grouped_by)}"
