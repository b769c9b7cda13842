"""What an uploaded file really is, and whether it may come in.

``inspect_file`` tells kind, size, pages and active content from the bytes, or refuses
with a code of ``web.refusals.evidence``. Nothing is run, nothing is unpacked to disk.
"""

from chamdiem.evidence.inspection.findings import Flag, Inspection, Limits
from chamdiem.evidence.inspection.inspecting import inspect_file
from chamdiem.evidence.inspection.kinds import ACCEPTED_EXTENSIONS, PICKED, Kind

__all__ = ["ACCEPTED_EXTENSIONS", "PICKED", "Flag", "Inspection", "Kind", "Limits", "inspect_file"]
