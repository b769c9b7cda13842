"""Addresses of this floor: whether the product is well, and how it looks."""

from django.conf import settings
from django.urls import path

from chamdiem.web import health, language, style_page

urlpatterns = [
    path("health/live/", health.liveness, name="liveness"),
    path("health/ready/", health.readiness, name="readiness"),
    path("ngon-ngu/", language.choose_language, name="choose_language"),
]
if settings.DEBUG:
    # For people who build pages; elsewhere the address does not exist.
    urlpatterns.append(path("kieu/", style_page.style_page, name="style_page"))
