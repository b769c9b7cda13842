"""Addresses of editions."""

from django.urls import path

from chamdiem.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.library, name="list_editions"),
    path("nap/", views.load, name="load_edition"),
    path("<str:key>/", views.show, name="show_edition"),
    path("<str:key>/ra-soat/", views.lint, name="show_lint"),
    path("<str:key>/so-sanh/", views.compare, name="compare_editions"),
    path("<str:key>/bo-chi-so.yaml", views.download_yaml, name="download_yaml"),
    path("<str:key>/bieu-mau.xlsx", views.download_form, name="download_form"),
    path("<str:key>/ban-hanh/", views.issue, name="issue_edition"),
    path("<str:key>/xoa/", views.delete, name="delete_edition"),
]
