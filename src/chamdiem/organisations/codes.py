"""What a code of a body may be, and which codes are one: it is typed, listed and separated by signs."""

from __future__ import annotations

import re

from django.db.models import Func, TextField
from django.utils.deconstruct import deconstructible

from chamdiem.core.alphabet import WRITTEN
from chamdiem.office.grid import tidy

# Letters and figures of any alphabet, parts joined by single signs: SKHCN.TTCNTT, 001-A, SỞ_YT.
_USABLE = re.compile(r"\w+(?:[.\-/]\w+)*")
# Every letter stands there small, then capital.
_SMALL, _CAPITAL = WRITTEN[::2], WRITTEN[1::2]
_TO_SMALL = str.maketrans(_CAPITAL, _SMALL)


def is_usable(code: str) -> bool:
    """Whether a new code can be given to a body.

    Example:
        >>> is_usable("SKHCN.TTCNTT"), is_usable("Sở Y tế"), is_usable("A;B")
        (True, False, False)
    """
    return _USABLE.fullmatch(code) is not None


def code_key(code: str) -> str:
    """What codes share that people take for one: they differ in capitals, blanks around or spelling.

    Example:
        >>> code_key("NT.01") == code_key(" nt.01 "), code_key("SỞ_YT") == code_key("Sở_YT")
        (True, True)
    """
    return tidy(code).translate(_TO_SMALL)


@deconstructible(path="chamdiem.organisations.codes.CodeKey")
class CodeKey(Func):
    """The ``code_key`` of a field, worked out by the database whatever its language."""

    arity = 1
    template = f"translate(normalize(btrim(%(expressions)s), NFC), '{_CAPITAL}', '{_SMALL}')"
    output_field = TextField()
