"""Addresses of results, for people who have signed in."""

from django.urls import path

from chamdiem.results import views

app_name = "results"
urlpatterns = [
    path("", views.campaigns, name="campaigns"),
    path("<int:campaign_id>/", views.league, name="league"),
    path("<int:campaign_id>/ban-do-nhiet/", views.heat, name="heat"),
    path("<int:campaign_id>/don-vi/<int:participant_id>/", views.profile, name="profile"),
    path("<int:campaign_id>/ra-soat/", views.readiness, name="readiness"),
    path("<int:campaign_id>/so-lieu-chot/", views.snapshot, name="snapshot"),
    path("<int:campaign_id>/chot/", views.close, name="close"),
    path("<int:campaign_id>/cong-bo/", views.publish, name="publish"),
    path("<int:campaign_id>/dinh-chinh/", views.reopen, name="reopen"),
]
