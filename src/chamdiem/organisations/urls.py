"""Addresses of the directory."""

from django.urls import path

from chamdiem.organisations.views import directory, editing, importing, lineage, offices

app_name = "organisations"
urlpatterns = [
    path("", directory.show_list, name="list"),
    path("goi-y/", directory.suggest, name="suggest"),
    path("nhom/", editing.group, name="group"),
    path("loai/", editing.kinds, name="kinds"),
    path("nhap/<slug:kind>/", importing.hand_in, name="hand_in"),
    path("nhap/<slug:kind>/mau/", importing.template, name="template"),
    path("tep-nhap/<int:import_id>/", importing.show, name="show_import"),
    path("tep-nhap/<int:import_id>/ap-dung/", importing.apply, name="apply_import"),
    path("<int:organisation_id>/", directory.show_organisation, name="show"),
    path("<int:organisation_id>/nhanh/", directory.show_branch, name="branch"),
    path("<int:parent_id>/them/", editing.create, name="create"),
    path("<int:organisation_id>/sua/", editing.change, name="change"),
    path("<int:organisation_id>/chuyen/", editing.move, name="move"),
    path("<int:organisation_id>/doi-ten/", lineage.rename, name="rename"),
    path("<int:organisation_id>/sap-nhap/", lineage.merge, name="merge"),
    path("<int:organisation_id>/chia-tach/", lineage.split, name="split"),
    path("<int:organisation_id>/huy-thay-doi/", lineage.undo, name="undo"),
    path("<int:organisation_id>/ket-thuc/", editing.close, name="close"),
    path("<int:organisation_id>/mo-lai/", editing.reopen, name="reopen"),
    path("<int:organisation_id>/phong/them/", offices.create, name="create_office"),
    path("phong/<int:office_id>/sua/", offices.change, name="change_office"),
    path("phong/<int:office_id>/ngung/", offices.close, name="close_office"),
    path("phong/<int:office_id>/dung-lai/", offices.reopen, name="reopen_office"),
]
