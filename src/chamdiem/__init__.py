"""chamdiem: indicator sets of digital transformation, exact and explained points."""

__version__ = "0.1.0"
