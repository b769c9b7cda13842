"""Addresses of people and of the audit trail."""

from django.urls import path

from chamdiem.accounts.views import offers, people, profile, trail

app_name = "accounts"
urlpatterns = [
    path("nguoi-dung/", people.show_list, name="list"),
    path("nguoi-dung/moi/", people.invite, name="invite"),
    path("nguoi-dung/toi/", profile.show, name="profile"),
    path("nguoi-dung/toi/ngon-ngu/", profile.choose_language, name="choose_language"),
    path("nguoi-dung/loi-moi/<int:offer_id>/nhan/", offers.accept, name="accept_offer"),
    path("nguoi-dung/loi-moi/<int:offer_id>/tu-choi/", offers.decline, name="decline_offer"),
    path("nguoi-dung/loi-moi/<int:offer_id>/thu-hoi/", offers.withdraw, name="withdraw_offer"),
    path("nguoi-dung/<int:person_id>/", people.show_person, name="show"),
    path("nguoi-dung/<int:person_id>/sua/", people.change, name="change"),
    path("nguoi-dung/<int:person_id>/vai-tro/", people.give_role, name="give_role"),
    path("nguoi-dung/<int:person_id>/gui-lai-thu-moi/", people.invite_again, name="invite_again"),
    path("nguoi-dung/<int:person_id>/khoa/", people.deactivate, name="deactivate"),
    path(
        "nguoi-dung/<int:person_id>/go-xac-thuc-hai-buoc/",
        people.remove_second_factor,
        name="remove_second_factor",
    ),
    path("nguoi-dung/<int:person_id>/mo-khoa/", people.reactivate, name="reactivate"),
    path("nguoi-dung/vai-tro/<int:assignment_id>/ket-thuc/", people.end_role, name="end_role"),
    path("nguoi-dung/tai-don-vi/<int:organisation_id>/", people.show_at, name="at_organisation"),
    path("nhat-ky/", trail.show, name="trail"),
]
