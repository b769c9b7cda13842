"""How alike two words are, cheaply."""

from __future__ import annotations


def differs_by_one_letter(left: str, right: str) -> bool:
    """Whether one letter replaced, added or lost turns one word into the other.

    Example:
        >>> differs_by_one_letter("hond", "hdnd"), differs_by_one_letter("ban", "bang")
        (True, True)
    """
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    if len(left) == len(right):
        return left[start + 1 :] == right[start + 1 :]
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[start + 1 :] == shorter[start:]
