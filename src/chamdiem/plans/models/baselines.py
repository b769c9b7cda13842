"""Where points to win back were taken from."""

from __future__ import annotations

from django.db import models


class Baseline(models.Model):
    """The published result an item was taken from (kết quả làm gốc), by the key of the item."""

    plan = models.ForeignKey("plans.Plan", models.CASCADE, related_name="baselines")
    item_key = models.CharField()
    result = models.ForeignKey("results.Result", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["plan", "item_key"]
        constraints = [models.UniqueConstraint(fields=["plan", "item_key"], name="item_has_one_baseline")]

    def __str__(self) -> str:
        return f"{self.item_key}: {self.result}"
