"""Refusals in words, all in one place, one module for each app.

The core and the use cases refuse with a code and facts. Here is the sentence for
people; ``tests/web/test_refusals.py`` keeps the list complete and without leftovers.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from chamdiem.core.sentences import LANGUAGES
from chamdiem.core.sentences.problems import PROBLEMS, REFUSALS, problem_text, refusal_text
from chamdiem.errors import Place, Problem, Refused
from chamdiem.web.language import page_language
from chamdiem.web.refusals import (
    accounts,
    appraisals,
    assessments,
    audit,
    authoring,
    campaigns,
    evidence,
    indicators,
    jobs,
    notices,
    organisations,
    pages,
    plans,
    portal,
    results,
)
from chamdiem.web.refusals.paths import path_words
from chamdiem.web.refusals.sentence import Sentences

SENTENCES: Sentences = {
    **PROBLEMS,
    **REFUSALS,
    **pages.SENTENCES,
    **jobs.SENTENCES,
    **organisations.SENTENCES,
    **accounts.SENTENCES,
    **audit.SENTENCES,
    **indicators.SENTENCES,
    **authoring.SENTENCES,
    **campaigns.SENTENCES,
    **evidence.SENTENCES,
    **assessments.SENTENCES,
    **appraisals.SENTENCES,
    **results.SENTENCES,
    **notices.SENTENCES,
    **plans.SENTENCES,
    **portal.SENTENCES,
}


def refusal_sentence(refused: Refused) -> str:
    """What was refused, why, and what to do, in the language of the page.

    Of several files sent at once it says which, and that the others have to be chosen again.
    """
    sentence = _said(refused.code, refused.facts)
    if name := refused.facts.get("sent_file"):
        sentence = f"{name}: {sentence}"
    if others := refused.facts.get("sent_with"):
        sentence += " " + _("Chưa tệp nào được lưu: hãy chọn lại cả {files}.").format(files=others)
    return sentence


def problem_sentence(problem: Problem, *, with_keys: bool = True) -> str:
    """Where the problem is and what is wrong: ``Trang tính “Số liệu”, ô C7: …``.

    ``with_keys`` adds the key of the file behind the name of a place in it.
    """
    place = place_words(problem.place, with_keys=with_keys)
    sentence = _said(problem.code, problem.facts)
    return f"{place}: {sentence}" if place else sentence


class _Facts(dict[str, str]):
    """A fact that a sentence names and the refusal lacks stays empty; the page never breaks on it."""

    def __missing__(self, key: str) -> str:
        return ""


def _said(code: str, facts: Mapping[str, str]) -> str:
    # What the core refuses it also says, with its numbers and hints.
    if code in REFUSALS:
        return refusal_text(code, facts, page_language())
    if code in PROBLEMS:
        return problem_text(Problem(code, dict(facts)), page_language())
    both = SENTENCES.get(code)
    # Without a sentence the code is shown, which people can quote; a test keeps this from happening.
    if both is None:
        return code
    return both[LANGUAGES.index(page_language())].format_map(_Facts(facts))


def place_words(place: Place, *, with_keys: bool = True) -> str:
    """Where something stands, in the language of the page: ``Trang tính “Số liệu”, ô C7``."""
    words = ("sheet", "cell", "line") if page_language() == "en" else ("trang tính", "ô", "dòng")
    parts = [
        place.file,
        f"{words[0]} “{place.sheet}”" if place.sheet else "",
        f"{words[1]} {place.cell}" if place.cell else "",
        f"{words[2]} {place.line}" if place.line else "",
        path_words(place.path, page_language(), with_keys=with_keys),
    ]
    text = ", ".join(part for part in parts if part)
    # The name of a file stays as it is written.
    return text if place.file else text[:1].upper() + text[1:]
