"""Letters to people: an invitation with a link that works once, or the news of a further role."""

from __future__ import annotations

from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from chamdiem.accounts.models import User
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
    with override(person.language):
        subject = render_to_string("accounts/email/invitation_subject.txt", context).strip()
        message = render_to_string("accounts/email/invitation_message.txt", context)
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
