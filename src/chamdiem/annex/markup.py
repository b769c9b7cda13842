"""Cell text → plain text: fragments of HTML, LaTeX and Markdown resolved, items on lines."""

from __future__ import annotations

import html
import re
import unicodedata

_BREAKS = re.compile(r"(?i)\s*(?:<br\s*/?>|</?(?:ul|ol|li|p|div|tr)\b[^<>]*>)\s*")
_TAGS = re.compile(r"(?i)</?(?:b|i|u|strong|em|span|sup|sub|font|math|mi|mn|mo|mrow|a|td|th)\b[^<>]*>")
_LATEX = {
    r"\geq": "≥",
    r"\geqslant": "≥",
    r"\ge": "≥",
    r"\leq": "≤",
    r"\leqslant": "≤",
    r"\le": "≤",
    r"\times": "×",
    r"\cdot": "×",
    r"\div": ":",
    r"\%": "%",
    r"\_": "_",
    r"\&": "&",
    r"\lt": "<",
    r"\gt": ">",
    r"\,": " ",
    r"\;": " ",
    r"\left": "",
    r"\right": "",
}
_COMMAND = re.compile("|".join(re.escape(each) for each in sorted(_LATEX, key=len, reverse=True)))
_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_TEXT = re.compile(r"\\(?:text|mathrm|mathbf|textbf|textit)\{([^{}]*)\}")
_DOLLARS = re.compile(r"(\${1,2})([^$\n]{1,200})\1")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
# A whole cell is emphasised; between figures a star is a product.
_EMPHASISED = re.compile(r"(__?|\*)(?=\S)([^*_\n]+)(?<=\S)\1")
# A formula of LaTeX, or a bracket that Markdown escapes.
_BRACKETS = re.compile(r"\\([(\[])(.{1,400}?)\\([)\]])", re.DOTALL)
# Letters that look alike and are typed for each other; the meaning is the same.
_ALIKE = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\ufeff": "",
        "\u2010": "-",
        "\u2011": "-",
        "\u2022": "-",
        "\uf0b7": "-",
        "\uf02d": "-",
        "\u25aa": "-",
        "\u2212": "-",
        "＝": "=",
        "％": "%",
        "＞": ">",
        "＜": "<",
        "⩾": "≥",
        "⩽": "≤",
        "≧": "≥",
        "≦": "≤",
        "\u2044": "/",
        "\u2215": "/",
    }
)


def plain(text: str) -> str:
    """The text of a cell without markup; every item of a list on its own line."""
    if not text.isascii() or "<" in text or "\\" in text or "$" in text or "&" in text or "*" in text:
        text = unicodedata.normalize("NFC", text.translate(_ALIKE))
        text = html.unescape(_TAGS.sub("", _BREAKS.sub("\n", text)))
        text = _without_latex(text)
        text = _EMPHASISED.sub(r"\2", text) if _EMPHASISED.fullmatch(text.strip()) else text
        text = _STRONG.sub(_unmarked, text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def plain_paragraph(text: str) -> str:
    """A paragraph on one line; outside tables a star on both sides is emphasis, not a product."""
    text = plain(text.lstrip("#> ")) if text.startswith(("#", ">")) else plain(text)
    return " ".join(_EMPHASIS.sub(r"\1", text.replace("\n", " ")).split())


def one_line(text: str) -> str:
    """A text that may stand on several lines, on one."""
    return " ".join(text.split())


def _unmarked(match: re.Match[str]) -> str:
    """Bold text without its stars; a word that was only parted by them stays apart."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return f"{' ' if before.isalnum() else ''}{match[1]}{' ' if after.isalnum() else ''}"


def _without_latex(text: str) -> str:
    if "\\" in text:
        text = _BRACKETS.sub(_unbracketed, _TEXT.sub(r"\1", text))
        text = _FRACTION.sub(lambda match: f"{_whole(match[1])}/{_whole(match[2])}", text)
        text = _COMMAND.sub(lambda match: _LATEX[match[0]], text)
    return _DOLLARS.sub(lambda match: match[2] if _is_formula(match[2]) else match[0], text)


def _unbracketed(match: re.Match[str]) -> str:
    is_formula = "\\" in match[2] or _is_formula(match[2])
    return match[2] if is_formula else f"{match[1]}{match[2]}{match[3]}"


def _whole(part: str) -> str:
    """Above or below a stroke: in brackets, where it is more than a letter or a number."""
    return part.strip() if re.fullmatch(r"\s*[\w,.]+\s*(?:\\?%)?\s*", part) else f"({part})"


def _is_formula(text: str) -> bool:
    return bool(re.search(r"[-+*/=<>≥≤%×]|^\s*[A-Za-z0-9]\s*$", text))
