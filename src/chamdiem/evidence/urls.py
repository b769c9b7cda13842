"""Addresses of documents."""

from django.urls import path

from chamdiem.evidence.views import documents, trust

app_name = "evidence"
urlpatterns = [
    path("", documents.folder, name="folder"),
    path("tai-len/<int:organisation_id>/", documents.upload, name="upload"),
    path("<int:document_id>/", documents.document, name="document"),
    path("<int:document_id>/ban-moi/", documents.new_version, name="new_version"),
    path("<int:document_id>/mo-ta/", documents.describe, name="describe"),
    path("<int:document_id>/rut/", documents.withdraw, name="withdraw"),
    path("<int:document_id>/ban/<int:number>/rut/", documents.withdraw_version, name="withdraw_version"),
    path("tep/<int:version_id>/", documents.file, name="file"),
    path("chung-thu/", trust.trust, name="trust"),
    path("chung-thu/thu-hoi/", trust.demand_revocation, name="demand_revocation"),
    path("chung-thu/<int:root_id>/ngung/", trust.distrust, name="distrust"),
]
