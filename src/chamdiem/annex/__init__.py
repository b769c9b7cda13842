"""Reads the annex of a decision: file → rows → rules, each with its source, a confidence and warnings."""

from chamdiem.annex.drafting import Draft, draft_set
from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.page import write_page
from chamdiem.annex.report import report_data
from chamdiem.annex.rows import Annex, AnnexRow

__all__ = [
    "Annex",
    "AnnexRow",
    "Draft",
    "draft_set",
    "import_annex",
    "read_annex",
    "report_data",
    "write_page",
]
