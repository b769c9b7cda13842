"""Use cases of working copies: take in a file, correct rows, make the draft edition."""
