"""Addresses of dossiers."""

from django.urls import path

from chamdiem.assessments.views import criterion, dossier, evidence, handing

app_name = "assessments"
urlpatterns = [
    path("", dossier.dossiers, name="list"),
    path("<int:assessment_id>/", dossier.show, name="show"),
    path("<int:assessment_id>/thong-tin-chung/", dossier.information, name="information"),
    path("<int:assessment_id>/con-thieu/", dossier.gaps, name="gaps"),
    path("<int:assessment_id>/so-lieu-nam-truoc/", dossier.carry, name="carry"),
    path("<int:assessment_id>/duyet/", handing.review, name="review"),
    path("<int:assessment_id>/duyet/phe-duyet/", handing.approve, name="approve"),
    path("<int:assessment_id>/gui/", handing.submit, name="submit"),
    path("<int:assessment_id>/rut/", handing.withdraw, name="withdraw"),
    path("<int:assessment_id>/tra-lai/", handing.give_back, name="return"),
    path("<int:assessment_id>/minh-chung/<int:use_id>/go/", evidence.take_away, name="take_away"),
    path("<int:assessment_id>/minh-chung/<int:use_id>/mo-ta/", evidence.describe, name="describe_evidence"),
    path("<int:assessment_id>/tieu-chi/<str:key>/", criterion.criterion, name="criterion"),
    path("<int:assessment_id>/tieu-chi/<str:key>/so-lieu/<str:figure>/", criterion.save, name="save_answer"),
    path(
        "<int:assessment_id>/tieu-chi/<str:key>/so-lieu/<str:figure>/tu-ke-hoach/",
        criterion.take,
        name="take_figure",
    ),
    path("<int:assessment_id>/tieu-chi/<str:key>/tu-ke-hoach/", criterion.offers, name="offers"),
    path("<int:assessment_id>/tieu-chi/<str:key>/ghi-chu/", criterion.note, name="save_note"),
    path("<int:assessment_id>/tieu-chi/<str:key>/giai-thich/", criterion.explain, name="explain"),
    path(
        "<int:assessment_id>/tieu-chi/<str:key>/khong-ap-dung/",
        criterion.not_applicable,
        name="not_applicable",
    ),
    path("<int:assessment_id>/tieu-chi/<str:key>/trao-doi/", criterion.remark, name="remark"),
    path("<int:assessment_id>/tieu-chi/<str:key>/minh-chung/", evidence.upload, name="upload"),
    path("<int:assessment_id>/tieu-chi/<str:key>/minh-chung/vien-dan/", evidence.cite, name="cite"),
    path("<int:assessment_id>/tieu-chi/<str:key>/minh-chung/da-co/", evidence.reuse, name="reuse"),
]
