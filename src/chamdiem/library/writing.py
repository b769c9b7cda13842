"""Indicator set → canonical YAML; reading it back gives the same bytes again."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Any, Generic, TypeVar

import yaml

from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.loading import dump_header, dump_rows
from chamdiem.core.plain_data import Inline, Plain, Verbatim

_WIDTH = 4096
_Made = TypeVar("_Made")
_OTHER_BREAK = re.compile("[\r\x85\u2028\u2029]")


class _Dumper(yaml.SafeDumper):
    """Block style, lists indented, no anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  the contract
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, False)  # noqa: FBT003


def _plain(dumper: yaml.SafeDumper, data: Plain) -> yaml.Node:
    # The tag the plain text resolves to: so it is written without quotes.
    tag: str = dumper.resolve(yaml.ScalarNode, str(data), (True, False))  # type: ignore[no-untyped-call]  # PyYAML
    return dumper.represent_scalar(tag, str(data))


def _verbatim(dumper: yaml.SafeDumper, data: Verbatim) -> yaml.Node:
    # Only a quoted text keeps line breaks other than \n: YAML reads them all as \n.
    style = '"' if _OTHER_BREAK.search(data) else "|" if "\n" in data else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(data), style=style)


def _inline(dumper: yaml.SafeDumper, data: Inline) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


_Dumper.add_representer(Plain, _plain)
_Dumper.add_representer(Verbatim, _verbatim)
_Dumper.add_representer(Inline, _inline)


def write_set(indicator_set: IndicatorSet) -> str:
    """The canonical YAML text of a set."""
    return dump_yaml(dump_header(indicator_set)) + _rows_text(_Same(indicator_set.rows))


def dump_yaml(data: Any) -> str:
    """Plain data as canonical YAML text."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False
    )
    return text


def content_hash(indicator_set: IndicatorSet) -> str:
    """SHA-256 over everything that decides points: the canonical text.

    Acknowledged findings and the status are left out: they do not change what
    an edition says. Known for the sets asked about last: every form of a
    campaign asks about the same one.
    """
    return _hash_of(_Same(indicator_set))


class _Same(Generic[_Made]):
    """What equals itself only: comparing whole sets would take longer than what it saves."""

    __slots__ = ("made",)

    def __init__(self, made: _Made) -> None:
        self.made = made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.made is self.made

    def __hash__(self) -> int:
        return id(self.made)


@lru_cache(maxsize=16)
def _hash_of(same: _Same[IndicatorSet]) -> str:
    header = dump_header(same.made)
    header["set"] = {k: v for k, v in header["set"].items() if k not in ("acknowledged", "status")}
    text = dump_yaml(header) + _rows_text(_Same(same.made.rows))
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=16)
def _rows_text(same: _Same[tuple[Row, ...]]) -> str:
    """The rows, which are nearly all of a set: its text and its hash ask for the same ones."""
    return dump_yaml(dump_rows(same.made))
