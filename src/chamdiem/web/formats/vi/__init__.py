"""The same in this language."""
