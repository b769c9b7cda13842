"""Addresses of notices."""

from django.urls import path

from chamdiem.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.list_own, name="list"),
    path("da-doc/", views.read_all, name="read_all"),
    path("nhan-thu/", views.choose, name="choose"),
    path("da-gui/", views.list_sent, name="sent"),
    path("thu/<int:letter_id>/gui-lai/", views.send_again, name="send_again"),
    path("thu-ban-thu/", views.list_letters, name="letters"),
]
