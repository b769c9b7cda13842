"""The same in this language; Django looks here by its name."""

from chamdiem.web.formats import DATE_INPUT_FORMATS

__all__ = ["DATE_INPUT_FORMATS"]
