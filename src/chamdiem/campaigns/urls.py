"""Addresses of campaigns."""

from django.urls import path

from chamdiem.campaigns.views import (
    assigning,
    board,
    choosing,
    duties,
    listing,
    offices,
    progress,
    running,
    tracks,
    wizard,
)

app_name = "campaigns"
urlpatterns = [
    path("", listing.list_campaigns, name="list_campaigns"),
    path("moi/", wizard.create, name="create_campaign"),
    path("<int:campaign_id>/", listing.show, name="show_campaign"),
    path("<int:campaign_id>/chuan-bi/bo-chi-so/", tracks.editions, name="prepare_editions"),
    path("<int:campaign_id>/chuan-bi/don-vi/", choosing.participants, name="prepare_participants"),
    path("<int:campaign_id>/chuan-bi/lich/", wizard.calendar, name="prepare_calendar"),
    path("<int:campaign_id>/chuan-bi/quy-dinh/", wizard.policies, name="prepare_policies"),
    path("<int:campaign_id>/chuan-bi/xem-lai/", wizard.review, name="prepare_review"),
    path("<int:campaign_id>/mo/", wizard.open_campaign, name="open_campaign"),
    path("<int:campaign_id>/dang-mo/", wizard.opening, name="show_opening"),
    path("<int:campaign_id>/ve-chuan-bi/", wizard.back_to_draft, name="back_to_draft"),
    path("<int:campaign_id>/xoa/", wizard.delete, name="delete_campaign"),
    path("<int:campaign_id>/giai-doan/", listing.move, name="move_campaign"),
    path("<int:campaign_id>/tien-do/", board.board, name="show_board"),
    path("<int:campaign_id>/tien-do/phong-ban/", progress.by_office, name="show_office_board"),
    path("<int:campaign_id>/tien-do/tieu-chi/", progress.by_criterion, name="show_criterion_board"),
    path("<int:campaign_id>/lich/", running.calendar, name="show_calendar"),
    path("<int:campaign_id>/tham-gia-muon/", running.join_late, name="join_late"),
    path("<int:campaign_id>/phong-ban/", offices.open_offices, name="list_open_offices"),
    path("<int:campaign_id>/phong-ban/tat-ca/", offices.resolve_everywhere, name="resolve_everywhere"),
    path("<int:campaign_id>/tham-dinh-vien/", duties.duties, name="list_duties"),
    path("<int:campaign_id>/tham-dinh-vien/thu-lai/", duties.remove, name="remove_duty"),
    path("<int:campaign_id>/tham-dinh-vien/chia-deu/", duties.split, name="split_duties"),
    path("don-vi/<int:participant_id>/", running.participant, name="show_participant"),
    path("don-vi/<int:participant_id>/gia-han/", running.extend, name="give_extension"),
    path("don-vi/<int:participant_id>/rut/", running.withdraw, name="withdraw_participant"),
    path("don-vi/<int:participant_id>/phong-ban/", offices.resolve, name="resolve_office"),
    path("don-vi/<int:participant_id>/phan-cong/", assigning.assignments, name="assign_criteria"),
    path("don-vi/<int:participant_id>/phan-cong/bo/", assigning.remove, name="remove_assignment"),
]
