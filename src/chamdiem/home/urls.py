"""The address of the first page; it has no namespace because settings name it."""

from django.urls import path

from chamdiem.home import views

urlpatterns = [path("", views.home, name="home")]
