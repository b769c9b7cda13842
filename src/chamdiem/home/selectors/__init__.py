"""What the first page shows: what waits for a person, and what others did lately."""

from chamdiem.home.selectors.lately import list_news
from chamdiem.home.selectors.waiting import MOST_SHOWN, list_tasks

__all__ = ["MOST_SHOWN", "list_news", "list_tasks"]
