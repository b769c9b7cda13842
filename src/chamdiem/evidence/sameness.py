"""When two documents are one: the same file, the same address, the same citation.

A requirement of several documents counts different ones; the same again proves nothing more.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from chamdiem.evidence.models import Document, EvidenceUse

_DEFAULT_PORTS = (80, 443)


def content_key(
    *, kind: str, sha256: str | None, url: str, number: str, issued_on: date | None, issuer: str
) -> str:
    """What a document is, whatever it is called; empty where that cannot be told.

    ``sha256`` is that of its newest file; a citation is its number, day and issuer together.
    """
    if sha256:
        return f"file {sha256}"
    if kind == Document.Kind.LINK:
        return f"link {same_address(url)}"
    if kind == Document.Kind.CITATION:
        return f"citation {_bare(number)} {issued_on or ''} {_bare(issuer)}"
    return ""


def same_address(url: str) -> str:
    """An address without what does not change the page: scheme, letter case of the host, an ending slash.

    The part after ``#`` goes too, except where it names a page of its own (``#/van-ban/5``).
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.strip()
    place = f"{host}:{port}" if port and port not in _DEFAULT_PORTS else host
    query = f"?{parts.query}" if parts.query else ""
    page = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    return f"{place}{parts.path.rstrip('/')}{query}{page}"


def find_repeats(uses: Iterable[EvidenceUse]) -> dict[int, EvidenceUse]:
    """Use → the earlier use that shows the same; among those of one criterion that are not refused.

    Args:
        uses: Oldest first, with the files of their documents at hand.
    """
    first: dict[str, EvidenceUse] = {}
    repeats = {}
    for use in uses:
        key = "" if use.verdict == EvidenceUse.Verdict.REFUSED else _key_of(use.document)
        earlier = first.setdefault(key, use) if key else use
        if earlier is not use:
            repeats[use.pk] = earlier
    return repeats


def _key_of(document: Document) -> str:
    newest = max(document.versions.all(), key=lambda version: version.number, default=None)
    return content_key(
        kind=document.kind,
        sha256=newest.file.sha256 if newest else None,
        url=document.url,
        number=document.number,
        issued_on=document.issued_on,
        issuer=document.issuer,
    )


def _bare(text: str) -> str:
    """Without blanks and letter case: ``12 / KH-UBND`` is ``12/kh-ubnd``."""
    return "".join(unicodedata.normalize("NFC", text).casefold().split())
