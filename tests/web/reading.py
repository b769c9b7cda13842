"""What a page says to whoever reads it, and in what language it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)
SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-label", "label")
# Sentences quote documents and what was typed.
_QUOTED = re.compile("“[^”]*”")
# By how many letters known words are looked up.
_BEGINNING = 4
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "use", "wbr"}
_SILENT = {"script", "style", "template"}


class _Reader(HTMLParser):
    """Collects every text and spoken attribute with the language it is marked with."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        language = given.get("lang") or self._open[-1][1]
        self.said += [(language, given[name] or "") for name in SPOKEN if name in given]
        if tag == "input" and given.get("type") in ("submit", "button"):
            self.said.append((language, given.get("value") or ""))
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and tag not in _VOID:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._open[-1][0] not in _SILENT:
            self.said.append((self._open[-1][1], data))


def spoken(html: str) -> list[tuple[str, str]]:
    """Every text of a page with its language, in the order of the page."""
    reader = _Reader()
    reader.feed(html)
    return [(language, " ".join(text.split())) for language, text in reader.said if text.strip()]


def _plain(text: str) -> str:
    return " ".join(_QUOTED.sub("", text).split())


class Known:
    """Words that are the same in every language or stand as they were written: names, documents' texts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_beginning: dict[str, list[str]] = {}
        # The same words stand on page after page.
        self._leaves: dict[str, bool] = {}
        for word in sorted({_plain(word) for word in words}, key=len, reverse=True):
            if VIETNAMESE.search(word):
                self._by_beginning.setdefault(word[:_BEGINNING], []).append(word)

    def leaves_vietnamese(self, text: str) -> bool:
        """Whether anything in a text is Vietnamese besides what is known."""
        if VIETNAMESE.search(text) is None:
            return False
        if text not in self._leaves:
            self._leaves[text] = VIETNAMESE.search(self._without(_plain(text))) is not None
        return self._leaves[text]

    def _without(self, text: str) -> str:
        rest, place = [], 0
        while place < len(text):
            found = self._at(text, place)
            rest.append("" if found else text[place])
            place += len(found) or 1
        return "".join(rest)

    def _at(self, text: str, place: int) -> str:
        for length in range(_BEGINNING, 0, -1):
            for word in self._by_beginning.get(text[place : place + length], ()):
                if text.startswith(word, place):
                    return word
        return ""


def vietnamese_in_english(html: str, known: Known) -> Iterator[str]:
    """The texts of an English page with Vietnamese that is neither known nor marked as what it is."""
    for language, text in spoken(html):
        if language == "en" and known.leaves_vietnamese(text):
            yield text
