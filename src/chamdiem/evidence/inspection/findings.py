"""What an inspection finds and the limits it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chamdiem.evidence.inspection.kinds import LARGEST_BYTES, MEDIA_TYPES, SMALLER_BYTES, Kind


class Flag(StrEnum):
    """Something in a file that people should know of; no reason to refuse it by itself."""

    ENCRYPTED = "encrypted"
    PDF_DAMAGED = "pdf_damaged"
    PDF_JAVASCRIPT = "pdf_javascript"
    PDF_LAUNCH = "pdf_launch"
    PDF_EMBEDDED_FILE = "pdf_embedded_file"
    PDF_OPEN_ACTION = "pdf_open_action"
    PDF_FORM_SCRIPT = "pdf_form_script"
    PDF_SENDS_DATA = "pdf_sends_data"
    OFFICE_MACROS = "office_macros"
    OFFICE_EMBEDDED_OBJECT = "office_embedded_object"
    OFFICE_EXTERNAL_LINK = "office_external_link"
    # Where a picture was taken, as phones write it into the file.
    PICTURE_PLACE = "picture_place"

    @property
    def is_active(self) -> bool:
        """Whether it may run, or lead out of the file."""
        return self not in (Flag.ENCRYPTED, Flag.PICTURE_PLACE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """A file that may come in. ``pages`` is known of PDF and pictures only."""

    kind: Kind
    size_bytes: int
    pages: int | None = None
    flags: tuple[Flag, ...] = ()

    @property
    def media_type(self) -> str:
        """What to serve it as."""
        return MEDIA_TYPES[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large files may be, packed and unpacked."""

    largest_bytes: Mapping[Kind, int] = field(default_factory=lambda: LARGEST_BYTES)
    max_entries: int = 5_000
    max_unpacked_bytes: int = 500_000_000
    # XML packs twentyfold, an empty sheet a hundredfold; bombs a thousandfold.
    max_ratio: int = 200
    ratio_counts_from_bytes: int = 10_000_000
    max_pixels: int = 100_000_000

    @classmethod
    def with_largest(cls, most_bytes: int) -> Limits:
        """The ordinary limits where the largest file may have ``most_bytes``; some kinds have less."""
        smaller = {kind: min(size, most_bytes) for kind, size in SMALLER_BYTES.items()}
        return cls(largest_bytes={**dict.fromkeys(Kind, most_bytes), **smaller})
