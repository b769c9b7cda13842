"""Addresses of documents."""

from django.urls import path

from chamdiem.evidence import views

app_name = "evidence"
urlpatterns = [
    path("", views.folder, name="folder"),
    path("tai-len/<int:organisation_id>/", views.upload, name="upload"),
    path("<int:document_id>/", views.document, name="document"),
    path("<int:document_id>/ban-moi/", views.new_version, name="new_version"),
    path("<int:document_id>/mo-ta/", views.describe, name="describe"),
    path("tep/<int:version_id>/", views.file, name="file"),
    path("chung-thu/", views.trust, name="trust"),
    path("chung-thu/thu-hoi/", views.demand_revocation, name="demand_revocation"),
    path("chung-thu/<int:root_id>/ngung/", views.distrust, name="distrust"),
]
