"""A walk through the pages of somebody who is signed in: from the first page along its links."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator

from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

# Dossiers in every state look different; a few pages of each kind show them.
MOST_OF_A_KIND = 6
_LINK = re.compile(r'<a [^>]*href="(/[^"#]*)')
_NOT_READ = ("account_logout",)


def pages(client: Client, *starts: str) -> Iterator[tuple[str, str]]:
    """Address and HTML of the pages that can be reached, a few of each kind."""
    waiting, seen, counts = deque(starts), set(starts), Counter[str]()
    while waiting:
        address = waiting.popleft()
        kind = _kind(address)
        if not kind or counts[kind] >= MOST_OF_A_KIND:
            continue
        counts[kind] += 1
        response = client.get(address)
        if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
            _release(response)
            continue
        html = response.content.decode()
        yield address, html
        for found in _LINK.findall(html):
            link = found.replace("&amp;", "&")
            if link not in seen:
                seen.add(link)
                waiting.append(link)


def _release(response: HttpResponseBase) -> None:
    """Read a file to its end; closing it would close the connection of the test as well."""
    if isinstance(response, StreamingHttpResponse):
        b"".join(response.streaming_content)  # type: ignore[arg-type]  # not asynchronous here


def _kind(address: str) -> str:
    """The name of the address, and what is asked of it besides."""
    path, _, query = address.partition("?")
    try:
        name = resolve(path).view_name
    except Resolver404:
        return ""
    return "" if name in _NOT_READ or "export=" in query else name
