"""Addresses of authoring."""

from django.urls import path

from chamdiem.authoring import views

app_name = "authoring"
urlpatterns = [
    path("", views.desks.listing, name="list_copies"),
    path("tu-du-thao/<str:key>/", views.desks.open_draft, name="open_draft"),
    path("tu-du-thao/<str:key>/ghi-nhan/", views.desks.acknowledge, name="acknowledge_finding"),
    path("<int:copy_id>/", views.desks.show, name="show_copy"),
    path("<int:copy_id>/du-thao/", views.desks.make, name="make_draft"),
    path("<int:copy_id>/phan-chung/", views.heads.correct, name="correct_head"),
    path("<int:copy_id>/cot/", views.columns.choose, name="choose_columns"),
    path("<int:copy_id>/mau-so-bang-khong/", views.zeros.settle, name="settle_zeros"),
    path("<int:copy_id>/hoan-tac/<int:step_id>/", views.desks.undo, name="undo_step"),
    path("<int:copy_id>/bo/", views.desks.discard, name="discard_copy"),
    path("<int:copy_id>/dong/<int:row_id>/", views.rows.show, name="show_row"),
    path("<int:copy_id>/dong/<int:row_id>/sua/", views.rows.correct, name="correct_row"),
    path("<int:copy_id>/dong/<int:row_id>/quy-tac/", views.rules.edit, name="edit_rule"),
    path("<int:copy_id>/dong/<int:row_id>/vi-du/", views.cases.edit, name="edit_cases"),
    path("<int:copy_id>/dong/<int:row_id>/thu/", views.rules.attempt, name="try_rule"),
    path("<int:copy_id>/dong/<int:row_id>/doi/<slug:act>/", views.rows.change, name="change_row"),
]
