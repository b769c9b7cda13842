"""A form that a use case refuses comes back as it was typed, with the sentence beside its field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.utils.translation import gettext as _

from chamdiem.errors import ChamdiemError, NotAllowed, NotFound, WrongStage
from chamdiem.web.refusing import told_of


@contextmanager
def returned_in(form: forms.Form, field: str | None = None) -> Iterator[None]:
    """What is refused in here stands at ``field`` of the form, or at its head.

    Who is not allowed, what is not there and what comes at the wrong time are no
    faults of a form: those refusals fly on and get a page of their own.
    """
    try:
        yield
    except (NotAllowed, NotFound, WrongStage):
        raise
    except ChamdiemError as error:
        told = told_of(error)
        sentences = [*told.problems] or [told.sentence]
        if told.more:
            sentences.append(_("… và {count} lỗi khác.").format(count=told.more))
        form.add_error(field, sentences)


def choose_again(form: forms.Form) -> None:
    """Say at every field for a file that the file has to be chosen again: browsers never fill it in."""
    for name, field in form.fields.items():
        if form.is_bound and isinstance(field, forms.FileField) and name in form.files:
            form.add_error(name, _("Trình duyệt không giữ lại tệp: hãy sửa rồi chọn lại tệp."))
