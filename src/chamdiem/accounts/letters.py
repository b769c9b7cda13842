"""Letters to people: an invitation with a link that works once, the news of a further role or a removal."""

from __future__ import annotations

from smtplib import SMTPException
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from chamdiem.accounts.models import Offer, User
from chamdiem.accounts.selectors import list_current_roles
from chamdiem.errors import Refused


def write_invitation(person: User, site: str) -> None:
    """Write to a person who was invited.

    Raises:
        Refused: The letter could not be handed to the mail server.
    """
    context = {
        "person": person,
        "roles": list_current_roles(person),
        "link": "" if person.has_usable_password() else site.rstrip("/") + invitation_address(person),
        "sign_in": site.rstrip("/") + reverse("account_login"),
        "days": settings.PASSWORD_RESET_TIMEOUT // 86_400,
    }
    _write(person, "invitation", context)


def write_offer(offer: Offer, site: str) -> None:
    """Write to a person who is asked to take a role.

    Raises:
        Refused: The letter could not be handed to the mail server.
    """
    link = site.rstrip("/") + reverse("accounts:profile")
    _write(offer.user, "offer", {"person": offer.user, "offer": offer, "link": link})


def write_second_factor_removed(person: User) -> None:
    """Tell a person that somebody removed her second step of signing in.

    Raises:
        Refused: The letter could not be handed to the mail server.
    """
    _write(person, "second_factor_removed", {"person": person})


def _write(person: User, name: str, context: dict[str, Any]) -> None:
    with override(person.language):
        subject = render_to_string(f"accounts/email/{name}_subject.txt", context).strip()
        message = render_to_string(f"accounts/email/{name}_message.txt", context)
    try:
        send_mail(subject, message, None, [person.email])
    except (SMTPException, OSError) as error:
        raise Refused("person.mail_failed", email=person.email, why=type(error).__name__) from error


def invitation_address(person: User) -> str:
    """Where a person sets her first password; it works until she has, and for a few days only."""
    key = default_token_generator.make_token(person)
    return reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key}
    )
