"""YAML in and out, and the issued editions that come with the product."""

from chamdiem.library.editions import list_editions, load_edition
from chamdiem.library.reading import read_set, read_set_text
from chamdiem.library.writing import content_hash, write_set

__all__ = [
    "content_hash",
    "list_editions",
    "load_edition",
    "read_set",
    "read_set_text",
    "write_set",
]
