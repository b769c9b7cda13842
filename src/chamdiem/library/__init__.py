"""YAML in and out, and the issued editions and plans that come with the product."""

from chamdiem.library.editions import list_editions, load_edition
from chamdiem.library.plans import list_plans, load_plan, read_plan, read_plan_text, write_plan
from chamdiem.library.reading import read_set, read_set_text
from chamdiem.library.writing import content_hash, write_set

__all__ = [
    "content_hash",
    "list_editions",
    "list_plans",
    "load_edition",
    "load_plan",
    "read_plan",
    "read_plan_text",
    "read_set",
    "read_set_text",
    "write_plan",
    "write_set",
]
