"""A form that a use case refuses comes back as it was typed, with the sentence beside its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType

from django import forms
from django.utils.translation import gettext as _

from chamdiem.errors import ChamdiemError, Invalid, NotAllowed, NotFound, Place, Problem, Refused, WrongStage
from chamdiem.web.refusals import problem_sentence
from chamdiem.web.refusing import told_of


@contextmanager
def returned_in(
    form: forms.Form, field: str | None = None, *, at: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> Iterator[None]:
    """What is refused in here stands at ``field`` of the form, or at its head.

    A refusal whose code ``at`` names stands at the first of the fields said there that the
    form has, whatever its kind; a problem whose place is the name of a field stands there.
    Who is not allowed, what is not there and what comes at the wrong time are no
    faults of a form: those refusals fly on and get a page of their own.
    """
    try:
        yield
    except ChamdiemError as error:
        names = at.get(error.code, ()) if isinstance(error, Refused) else ()
        if found := [name for name in names if name in form.fields]:
            form.add_error(found[0], told_of(error).sentence)
            return
        if isinstance(error, NotAllowed | NotFound | WrongStage):
            raise
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
