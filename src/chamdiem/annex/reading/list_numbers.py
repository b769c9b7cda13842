"""What is printed in front of the items of an automatic list."""

from __future__ import annotations


def shown(count: int, form: str) -> str:
    """The number of an item of a list, in the form that Word calls it by."""
    if form == "decimal" or count < 1:
        return str(count)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    text = ""
    for value, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while count >= value and len(text) < 20:
            text, count = text + sign, count - value
    return text.upper() if form == "upperRoman" else text
