"""Colours are read from the one file of tokens; every pair that is read has enough contrast."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FRONTEND = Path(__file__).parents[2] / "frontend"
TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
STATES = ("idle", "active", "complete", "submitted", "returned", "disputed", "final", "refused")
TEXT = 4.5
SHAPE = 3.0

PAIRS = [
    *[
        (ink, ground, TEXT)
        for ink in ("ink", "ink-muted", "primary")
        for ground in ("paper", "ground", "raised")
    ],
    ("primary-strong", "paper", TEXT),
    ("primary", "primary-soft", TEXT),
    ("ink", "primary-soft", TEXT),
    ("ink-muted", "primary-soft", TEXT),
    ("on-primary", "primary", TEXT),
    ("on-primary", "primary-strong", TEXT),
    ("on-banner", "banner", TEXT),
    ("on-primary", "heat-1", TEXT),
    ("ink", "heat-0", TEXT),
    *[(state, ground, TEXT) for state in STATES for ground in (f"{state}-soft", "paper", "ground", "raised")],
    *[("ink", f"{state}-soft", TEXT) for state in STATES],
    ("line-strong", "paper", SHAPE),
    ("accent", "paper", SHAPE),
    *[(f"chart-{number}", "paper", SHAPE) for number in range(1, 7)],
]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_ink_stands_out_from_its_ground(ink: str, ground: str, least: float, theme: int) -> None:
    colours = _colours()
    assert contrast(colours[ink][theme], colours[ground][theme]) >= least


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_only_the_tokens_name_a_colour_or_a_size() -> None:
    sheets = sorted((FRONTEND / "styles").glob("*.css"))
    assert sheets
    assert not [
        f"{sheet.name}: {line}" for sheet in sheets for line in named(sheet.read_text(encoding="utf-8"))
    ]


def test_a_named_colour_or_size_is_seen() -> None:
    assert list(named("a { color: #fff; }\nb { width: 3px }\nc { color: red }\nd { margin: rgb(0 0 0) }"))
    assert len(list(named("a { color: #fff; }\nb { width: 3rem }\nc { color: red }"))) == 3
    assert not list(named("@media (min-width: 800px) { a { width: calc(1em + var(--row)); height: 100vh } }"))
    assert not list(named("@page { size: A4; margin: 15mm }"))


NAMED = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|\b\d*\.?\d+(?:px|rem)\b|:\s*(?:red|black|white|gr[ae]y|blue)\b"
)
# A condition cannot read a token; what Tabler calls a button's padding is set where the button is.
ALLOWED = re.compile(r"@media[^{]*|--btn-padding-[xy]: [\d.]+rem|/\*.*?\*/|url\([^)]*\)", re.DOTALL)


def named(sheet: str) -> list[str]:
    """Lines of a style sheet that name a colour or a size."""
    bare = ALLOWED.sub("", sheet)
    return [line.strip() for line in bare.splitlines() if NAMED.search(line) and "unicode-range" not in line]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colours() -> dict[str, tuple[str, str]]:
    text = (FRONTEND / "tokens.css").read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in TOKEN.findall(text)}
