"""Every refusal of these apps has its sentence in both languages, and its facts fit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import chamdiem
from chamdiem.web.refusals import campaigns, indicators

SOURCE = Path(chamdiem.__file__).parent
RAISED = re.compile(
    r'(?:NotFound|NotAllowed|WrongStage|Conflict|Incomplete|Problem|Verdict)\(\s*f?"([a-z]+\.[a-z_]+)"'
)
# Sentences of the core say what is wrong with a file.
OF_FILES = {"file.too_large", "file.not_utf8"}


def _raised(app: str) -> set[str]:
    return {code for path in (SOURCE / app).rglob("*.py") for code in RAISED.findall(path.read_text())}


@pytest.mark.parametrize("app", ["campaigns", "indicators"])
def test_every_code_has_a_sentence(app: str) -> None:
    said = {**campaigns.SENTENCES, **indicators.SENTENCES}
    raised = _raised(app) - OF_FILES
    assert len(raised) > 5
    assert raised <= set(said)


def test_no_sentence_is_left_over() -> None:
    # The days of entry are refused by dossiers, with the words of the calendar.
    elsewhere = {"campaign.entry_not_begun", "campaign.entry_over"}
    raised = _raised("campaigns") | _raised("indicators")
    assert set(campaigns.SENTENCES) | set(indicators.SENTENCES) == (raised - OF_FILES) | elsewhere


@pytest.mark.parametrize("sentences", [campaigns.SENTENCES, indicators.SENTENCES])
def test_both_languages_name_the_same_facts(sentences: dict[str, tuple[str, str]]) -> None:
    for code, (vietnamese, english) in sentences.items():
        assert set(re.findall(r"{(\w+)}", vietnamese)) == set(re.findall(r"{(\w+)}", english)), code
        assert vietnamese.endswith("."), code
