"""Addresses of this floor: whether the product is well, and how it looks."""

from django.urls import path

from chamdiem.web import health, style_page

urlpatterns = [
    path("health/live/", health.liveness, name="liveness"),
    path("health/ready/", health.readiness, name="readiness"),
    path("kieu/", style_page.style_page, name="style_page"),
]
