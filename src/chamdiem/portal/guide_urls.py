"""Addresses of the user guide: without sign-in, like everything of the portal."""

from django.urls import path

from chamdiem.portal import views

app_name = "guide"
urlpatterns = [
    path("", views.guide_index, name="index"),
    path("<slug:slug>/", views.guide_page, name="page"),
]
