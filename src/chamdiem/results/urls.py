"""Addresses of results, for people who have signed in."""

from django.urls import path

from chamdiem.results.views import closing, tables

app_name = "results"
urlpatterns = [
    path("", tables.campaigns, name="campaigns"),
    path("<int:campaign_id>/", tables.league, name="league"),
    path("<int:campaign_id>/ban-do-nhiet/", tables.heat, name="heat"),
    path("<int:campaign_id>/don-vi/<int:participant_id>/", tables.profile, name="profile"),
    path("<int:campaign_id>/ra-soat/", closing.readiness, name="readiness"),
    path("<int:campaign_id>/ra-soat/lai/", closing.review, name="review"),
    path("<int:campaign_id>/so-lieu-chot/", tables.snapshot, name="snapshot"),
    path("<int:campaign_id>/chot/", closing.close, name="close"),
    path("<int:campaign_id>/dang-chot/", closing.show_closing, name="show_closing"),
    path("<int:campaign_id>/cong-bo/", closing.publish, name="publish"),
    path("<int:campaign_id>/dinh-chinh/", closing.reopen, name="reopen"),
]
