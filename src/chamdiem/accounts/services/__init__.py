"""Use cases of people: one module for each activity."""

from chamdiem.accounts.services.founding import create_administrator
from chamdiem.accounts.services.inviting import Invitation, invite_again, invite_person
from chamdiem.accounts.services.offering import accept_offer, decline_offer, withdraw_offer
from chamdiem.accounts.services.people import change_person, deactivate_person, reactivate_person
from chamdiem.accounts.services.profile import change_profile, choose_language
from chamdiem.accounts.services.roles import end_role, give_role
from chamdiem.accounts.services.second_factor import (
    record_second_factor,
    remove_second_factor,
    remove_second_factor_from_server,
)
from chamdiem.accounts.services.signing_in import record_sign_in, set_password

__all__ = [
    "Invitation",
    "accept_offer",
    "change_person",
    "change_profile",
    "choose_language",
    "create_administrator",
    "deactivate_person",
    "decline_offer",
    "end_role",
    "give_role",
    "invite_again",
    "invite_person",
    "reactivate_person",
    "record_second_factor",
    "record_sign_in",
    "remove_second_factor",
    "remove_second_factor_from_server",
    "set_password",
    "withdraw_offer",
]
