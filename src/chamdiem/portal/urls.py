"""Public addresses: stable, without sign-in."""

from django.urls import path

from chamdiem.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.campaigns, name="campaigns"),
    path("<int:campaign_id>/", views.league, name="league"),
    path("<int:campaign_id>/don-vi/<int:participant_id>/", views.profile, name="profile"),
    path("<int:campaign_id>/phuong-phap/", views.method, name="method"),
]
