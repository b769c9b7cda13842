"""A form that a use case refuses comes back as it was typed, with the sentence beside its field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django import forms
from django.utils.translation import gettext as _

from chamdiem.errors import ChamdiemError, Invalid, NotAllowed, NotFound, Place, Problem, WrongStage
from chamdiem.web.refusals import problem_sentence
from chamdiem.web.refusing import told_of


@contextmanager
def returned_in(form: forms.Form, field: str | None = None) -> Iterator[None]:
    """What is refused in here stands at ``field`` of the form, or at its head.

    A problem whose place is the name of a field stands at that field.
    Who is not allowed, what is not there and what comes at the wrong time are no
    faults of a form: those refusals fly on and get a page of their own.
    """
    try:
        yield
    except (NotAllowed, NotFound, WrongStage):
        raise
    except ChamdiemError as error:
        there, elsewhere = _by_field(form, error)
        for name, problem in there:
            form.add_error(name, problem_sentence(replace(problem, place=Place())))
        if there and not elsewhere:
            return
        told = told_of(Invalid(elsewhere) if there else error)
        sentences = [*told.problems] or [told.sentence]
        if told.more:
            sentences.append(_("… và {count} lỗi khác.").format(count=told.more))
        form.add_error(field, sentences)


def _by_field(form: forms.Form, error: ChamdiemError) -> tuple[list[tuple[str, Problem]], list[Problem]]:
    """The problems of an error that belong to fields of the form, by name; and the others."""
    problems = error.problems if isinstance(error, Invalid) else ()
    there = [(each.place.path, each) for each in problems if each.place.path in form.fields]
    return there, [each for each in problems if each.place.path not in form.fields]


def choose_again(form: forms.Form) -> None:
    """Say at every field for a file that the file has to be chosen again: browsers never fill it in."""
    for name, field in form.fields.items():
        if form.is_bound and isinstance(field, forms.FileField) and name in form.files:
            form.add_error(name, _("Trình duyệt không giữ lại tệp: hãy sửa rồi chọn lại tệp."))
