"""Several files sent by an ordinary form: what can be taken is taken, the others are named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from chamdiem.errors import ChamdiemError, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.web.refusing import told_of, wants_json


def take_files(request: HttpRequest, take: Callable[[Any], object]) -> list[str]:
    """Hand over each file sent as ``file``; a sentence for each that was refused, with its name.

    A script sends one file at a time and is answered by the refusal itself. Who is not allowed, what is
    not there and what comes at the wrong time concern no single file: those refusals fly on.
    """
    files = request.FILES.getlist("file")
    if wants_json(request):
        if not files:
            raise Incomplete("evidence.no_file")
        for each in files:
            take(each)
        return []
    if not files:
        return [told_of(Incomplete("evidence.no_file")).sentence]
    return [sentence for each in files if (sentence := _refusal_of(each, take))]


def _refusal_of(file: Any, take: Callable[[Any], object]) -> str:
    try:
        take(file)
    except (NotAllowed, NotFound, WrongStage):
        raise
    except ChamdiemError as error:
        return f"{file.name}: {told_of(error).sentence}"
    return ""
