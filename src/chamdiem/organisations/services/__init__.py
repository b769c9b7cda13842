"""Use cases of the directory: one module for each activity."""

from chamdiem.organisations.services.editing import (
    Details,
    change_organisation,
    close_organisation,
    create_kind,
    create_organisation,
    group_organisations,
    reopen_organisation,
)
from chamdiem.organisations.services.importing import apply_import, begin_import, look_through, store_import
from chamdiem.organisations.services.lineage import (
    carry_out_mergers,
    merge_organisations,
    split_organisation,
)
from chamdiem.organisations.services.moving import move_organisation
from chamdiem.organisations.services.offices import change_office, close_office, create_office, reopen_office
from chamdiem.organisations.services.official_list import load_administrative_units
from chamdiem.organisations.services.previewing import preview_merger, preview_split
from chamdiem.organisations.services.renaming import NewName, rename_organisation, take_coming_names
from chamdiem.organisations.services.undoing import undo_newest_step

__all__ = [
    "Details",
    "NewName",
    "apply_import",
    "begin_import",
    "carry_out_mergers",
    "change_office",
    "change_organisation",
    "close_office",
    "close_organisation",
    "create_kind",
    "create_office",
    "create_organisation",
    "group_organisations",
    "load_administrative_units",
    "look_through",
    "merge_organisations",
    "move_organisation",
    "preview_merger",
    "preview_split",
    "rename_organisation",
    "reopen_office",
    "reopen_organisation",
    "split_organisation",
    "store_import",
    "take_coming_names",
    "undo_newest_step",
]
