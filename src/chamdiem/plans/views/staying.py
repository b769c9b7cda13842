"""Refusals said on the form they concern, so that what was typed stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms

from chamdiem.errors import Conflict, Incomplete, Invalid, WrongStage
from chamdiem.web.refusals import problem_sentence, refusal_sentence


@contextmanager
def staying_on(form: forms.Form) -> Iterator[None]:
    """Turn what a use case refuses into errors of the form; whether it was, ``form.errors`` says."""
    try:
        yield
    except (Conflict, Incomplete, WrongStage) as refused:
        form.add_error(None, refusal_sentence(refused))
    except Invalid as invalid:
        for problem in invalid.problems:
            form.add_error(None, problem_sentence(problem))
