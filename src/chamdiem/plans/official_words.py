"""Numbers, days and sentences as the consolidated report prints them, whoever reads it."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from chamdiem.core.inputs import PERCENT

_HUNDREDTH = Decimal("0.01")
_VIETNAMESE = str.maketrans({",": ".", ".": ","})
STATES = {
    "done": "Đã hoàn thành",
    "on_track": "Đúng tiến độ",
    "behind": "Chậm tiến độ",
    "stopped": "Dừng",
    "under_way": "Đang triển khai",
    "not_started": "Chưa triển khai",
    "returned": "Bị trả lại, chờ bổ sung",
    "missing": "Chưa báo cáo",
    "": "Chưa báo cáo",
}


def ended(text: str) -> str:
    """A sentence with its full stop."""
    return text if text.endswith((".", "!", "?", ";", "…")) else f"{text}."


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


def rounded(text: str, threshold: str) -> str:
    """A measured number to two decimals, half up; in full where that would make it the threshold.

    Example:
        >>> rounded("43.041079", "80"), rounded("79.999", "80"), rounded("62.5", "80")
        ('43.04', '79.999', '62.5')
    """
    value = Decimal(text)
    short = value.quantize(_HUNDREDTH, ROUND_HALF_UP)
    is_needed = short == Decimal(threshold) and short != value
    return text if is_needed else f"{short.normalize():f}"
