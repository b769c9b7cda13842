"""Use cases of dossiers, by what changes together."""

from chamdiem.assessments.services.answering import Saved, SheetSaved, save_answer, save_answers
from chamdiem.assessments.services.carrying import carry_forward
from chamdiem.assessments.services.filling import fill_answers, show_for_criteria
from chamdiem.assessments.services.finishing import make_final, make_open_again
from chamdiem.assessments.services.following import (
    follow_document,
    follow_evidence,
    follow_files,
    hold_what_was_sent,
    leave_open_dossiers,
    recount,
)
from chamdiem.assessments.services.joining import create_assessments
from chamdiem.assessments.services.noting import (
    LEAST_REASON,
    add_remark,
    explain_missing_evidence,
    save_note,
    set_not_applicable,
)
from chamdiem.assessments.services.showing import (
    describe_evidence,
    show_citation,
    show_document,
    show_file,
    take_away,
)
from chamdiem.assessments.services.submitting import approve, return_for_completion, submit, withdraw

__all__ = [
    "LEAST_REASON",
    "Saved",
    "SheetSaved",
    "add_remark",
    "approve",
    "carry_forward",
    "create_assessments",
    "describe_evidence",
    "explain_missing_evidence",
    "fill_answers",
    "follow_document",
    "follow_evidence",
    "follow_files",
    "hold_what_was_sent",
    "leave_open_dossiers",
    "make_final",
    "make_open_again",
    "recount",
    "return_for_completion",
    "save_answer",
    "save_answers",
    "save_note",
    "set_not_applicable",
    "show_citation",
    "show_document",
    "show_file",
    "show_for_criteria",
    "submit",
    "take_away",
    "withdraw",
]
