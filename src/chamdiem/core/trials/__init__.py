"""The trial table of a criterion (bảng tính thử): worked values around every threshold of its rule."""

from chamdiem.core.trials.table import Stand, Trial, list_trials

__all__ = ["Stand", "Trial", "list_trials"]
