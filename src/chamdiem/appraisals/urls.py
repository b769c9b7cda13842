"""Addresses of appraisal, explanation and ruling."""

from django.urls import path

from chamdiem.appraisals.views import disputes, dossiers, queues

app_name = "appraisals"
urlpatterns = [
    path("tham-dinh/", queues.by_organisation, name="queue"),
    path("tham-dinh/tieu-chi/", queues.by_criterion, name="criteria"),
    path("tham-dinh/tieu-chi/<int:track_id>/<str:key>/", queues.criterion_table, name="criterion"),
    path(
        "tham-dinh/tieu-chi/<int:track_id>/<str:key>/chap-nhan/",
        queues.preview_criterion,
        name="preview_criterion",
    ),
    path("tham-dinh/chap-nhan/", queues.accept_chosen, name="accept_chosen"),
    path("tham-dinh/ky/<int:campaign_id>/mo-giai-trinh/", queues.open_campaign, name="open_campaign"),
    path("tham-dinh/<int:assessment_id>/", dossiers.dossier, name="dossier"),
    path("tham-dinh/<int:assessment_id>/chap-nhan/", queues.preview_dossier, name="preview_dossier"),
    path("tham-dinh/<int:assessment_id>/ket-thuc/", dossiers.finish, name="finish"),
    path("tham-dinh/<int:assessment_id>/tra-lai/", dossiers.send_back, name="send_back"),
    path("tham-dinh/<int:assessment_id>/mo-giai-trinh/", dossiers.open_dossier, name="open_explanation"),
    path("tham-dinh/<int:assessment_id>/tai-lieu/<int:use_id>/", dossiers.judge, name="judge"),
    path("tham-dinh/<int:assessment_id>/<str:key>/", dossiers.criterion, name="split"),
    path("tham-dinh/<int:assessment_id>/<str:key>/ket-luan/", dossiers.decide, name="decide"),
    path("tham-dinh/<int:assessment_id>/<str:key>/trao-doi/", dossiers.reply, name="reply"),
    path("giai-trinh/", disputes.explained, name="explanations"),
    path("giai-trinh/<int:assessment_id>/", disputes.explanation, name="explanation"),
    path("giai-trinh/<int:assessment_id>/gui/", disputes.send, name="send_justification"),
    path("giai-trinh/<int:assessment_id>/tai-lieu/<int:use_id>/go/", disputes.take_off, name="take_off"),
    path("giai-trinh/<int:assessment_id>/<str:key>/", disputes.justify, name="justify"),
    path("giai-trinh/<int:assessment_id>/<str:key>/trao-doi/", disputes.write, name="write"),
    path("hoi-dong/", disputes.board, name="board"),
    path("hoi-dong/<int:assessment_id>/", disputes.council_file, name="council_file"),
    path("hoi-dong/<int:assessment_id>/<str:key>/", disputes.rule, name="rule"),
]
