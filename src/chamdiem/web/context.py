"""What the base page shows everywhere, as a context processor."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

import chamdiem
from chamdiem.web.navigation import list_links

PRODUCT = _("Chấm điểm chuyển đổi số")


def page(request: HttpRequest) -> dict[str, Any]:
    """Name, version, example banner and navigation; nothing is asked of the database until shown."""
    return {
        "product_name": PRODUCT,
        "product_version": chamdiem.__version__,
        "site_name": getattr(settings, "SITE_NAME", ""),
        "is_example": settings.IS_EXAMPLE,
        # Of one file that is uploaded.
        "most_mb": settings.MOST_EVIDENCE_BYTES // 1_000_000,
        "navigation": SimpleLazyObject(lambda: list_links(request)),
        "is_part": request.headers.get("HX-Request") == "true",
    }
