"""Points with a letter in place of a figure: "(l5đ)" is 15; the repair is told as one of the maximum."""

from __future__ import annotations

import re

from chamdiem.annex.rows import AnnexRow, Repair

_LETTERS = str.maketrans("OoQlIi|", "0001111")
_FIGURE = r"(?=[^\s(]*\d)(?=[\d,]*[OoQlIi|])[\dOoQlIi|]{1,4}(?:[.,][\dOo]{1,3})?"
_AT_THE_END = re.compile(
    rf"(?<=[\s(\[:–—-])(?P<figure>{_FIGURE})(?=\s*(?:điểm|đ)\s*[)\]]?\s*[.:;]?$)", re.IGNORECASE
)
_ALONE = re.compile(rf"{_FIGURE}(?=\s*(?:điểm|đ)?$)")
_WHY = "chữ cái đánh thay chữ số trong điểm, sửa lại thành số"


def with_figures(text: str) -> str:
    """A text whose points at its end, or alone, have only figures."""
    match = _AT_THE_END.search(text) or _ALONE.match(text)
    if match is None:
        return text
    return f"{text[: match.start()]}{match[0].translate(_LETTERS)}{text[match.end() :]}"


def tell_misread(row: AnnexRow, printed: str) -> None:
    """List the repair of the points of a row, if there was one."""
    match = _AT_THE_END.search(printed) or _ALONE.match(printed)
    if match is not None:
        row.repairs.append(Repair("max_points", match[0], match[0].translate(_LETTERS), 0, _WHY))
