"""Kind and day of evidence: what fulfils, what does not, and what nobody has said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chamdiem.core.indicator_set import EvidenceRequirement, Period
from chamdiem.core.set_schema import EVIDENCE_KINDS as KINDS_OF_THE_FORMAT
from chamdiem.evidence.conditions import Paper, asked_words, is_fulfilled, unmet_by, unmet_words
from chamdiem.indicators.sheet import EVIDENCE_KINDS

YEAR = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))
INSIDE = date(2026, 3, 2)


def wanted(*kinds: str, within_period: bool = False) -> EvidenceRequirement:
    return EvidenceRequirement(printed="Báo cáo", kinds=kinds, within_period=within_period)


def test_every_kind_of_the_format_has_words() -> None:
    assert tuple(EVIDENCE_KINDS) == KINDS_OF_THE_FORMAT


@pytest.mark.parametrize(
    ("paper", "unmet"),
    [
        (Paper("document", INSIDE), ()),
        (Paper("image", YEAR.start), ()),
        (Paper("image", YEAR.end), ()),
        (Paper("link", INSIDE), ("kind",)),
        (Paper("link", INSIDE, is_signed=True, is_infected=True), ("infected",)),
        (Paper("document", INSIDE, is_infected=True), ("infected",)),
        (Paper("", INSIDE), ("kind_unknown",)),
        (Paper("document", date(2025, 12, 31)), ("day",)),
        (Paper("document", date(2027, 1, 1)), ("day",)),
        (Paper("document"), ("day_unknown",)),
        (Paper(), ("kind_unknown", "day_unknown")),
        (Paper("video", date(2022, 2, 3)), ("kind", "day")),
    ],
)
def test_a_document_fulfils_kind_and_day_or_says_which_not(paper: Paper, unmet: tuple[str, ...]) -> None:
    asked = wanted("document", "image", within_period=True)
    assert unmet_by(paper, asked, YEAR) == unmet
    assert is_fulfilled([paper], asked, YEAR) is (not unmet)
    assert len(unmet_words(paper, asked, YEAR)) == len(unmet)


def test_one_document_must_fulfil_everything_by_itself() -> None:
    asked = wanted("document", within_period=True)
    halves = [Paper("document", date(2022, 2, 3)), Paper("link", INSIDE)]
    assert not is_fulfilled(halves, asked, YEAR)
    assert is_fulfilled([*halves, Paper("document", INSIDE)], asked, YEAR)


@pytest.mark.parametrize("asked", [None, wanted(), wanted("system")])
def test_where_nothing_is_asked_anything_does(asked: EvidenceRequirement | None) -> None:
    assert is_fulfilled([], asked, YEAR)
    assert unmet_by(Paper(), asked, YEAR) == ()
    assert asked_words(asked, YEAR) == ""


def test_what_is_looked_up_beside_a_document_does_not_stand_for_it_unless_said() -> None:
    asked = wanted("document", "system")
    assert unmet_by(Paper("image"), asked, YEAR) == ("kind",)
    assert unmet_by(Paper("system"), asked, YEAR) == ()


def test_the_words_name_day_and_period() -> None:
    asked = wanted("document", within_period=True)
    assert unmet_words(Paper("link", date(2022, 2, 3)), asked, YEAR) == (
        "Loại minh chứng là đường dẫn; quyết định yêu cầu: văn bản.",
        "Ngày văn bản 03/02/2022 nằm ngoài kỳ 01/01/2026 – 31/12/2026.",
    )


@pytest.mark.parametrize(
    ("papers", "enough"),
    [
        ([Paper("document", INSIDE)], False),
        ([Paper("document", INSIDE), Paper("document", date(2025, 12, 31))], False),
        ([Paper("document", INSIDE), Paper("link", INSIDE)], False),
        ([Paper("document", INSIDE), Paper("document", INSIDE, is_infected=True)], False),
        ([Paper("document", INSIDE, content="x"), Paper("document", YEAR.end, content="x")], False),
        ([Paper("document", INSIDE, content="x"), Paper("document", YEAR.end, content="y")], True),
        ([Paper("document", INSIDE), Paper("document", YEAR.end)], True),
        ([Paper("link", INSIDE), Paper("document", INSIDE), Paper("document", YEAR.end)], True),
    ],
)
def test_as_many_documents_as_asked_for_must_fulfil_it(papers: list[Paper], *, enough: bool) -> None:
    asked = replace(wanted("document", within_period=True), least=2)
    assert is_fulfilled(papers, asked, YEAR) is enough


def test_of_the_documents_that_fulfil_it_one_is_signed() -> None:
    asked = replace(wanted(within_period=True), least=2, signed=True)
    inside, outside = Paper("", INSIDE), Paper("", date(2022, 2, 3), is_signed=True)
    assert not is_fulfilled([inside, inside, outside], asked, YEAR, needs_signature=True)
    assert is_fulfilled([inside, replace(inside, is_signed=True)], asked, YEAR, needs_signature=True)
