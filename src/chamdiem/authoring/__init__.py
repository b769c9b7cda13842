"""Drafts made in the browser: an annex read, its rows reviewed, a draft edition made of them."""
