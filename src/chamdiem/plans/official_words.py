"""Numbers, days and sentences as the consolidated report prints them, whoever reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from chamdiem.core.inputs import PERCENT

_VIETNAMESE = str.maketrans({",": ".", ".": ","})


def ended(text: str) -> str:
    """A sentence with its full stop."""
    return text if text.endswith((".", "!", "?", ";")) else f"{text}."


def number_text(text: str | None) -> str:
    """``1.234,5``: a canonical number as it is printed in Vietnamese, whoever reads it."""
    return f"{Decimal(text):,f}".translate(_VIETNAMESE) if text else "–"


def day_text(iso: str) -> str:
    """``08/10/2026``."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def lower_first(text: str) -> str:
    """The text as it continues a sentence."""
    return f"{text[:1].lower()}{text[1:]}"


def with_unit(number: str, unit: str) -> str:
    """``65,5%`` as the text around it prints shares, ``1.200 người``."""
    return f"{number_text(number)}{'' if unit == PERCENT else ' '}{unit}"
