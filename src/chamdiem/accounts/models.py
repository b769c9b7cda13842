"""People and their roles; a role holds in one part of the tree of organisations."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Trim
from django.utils.translation import gettext_lazy as _

from chamdiem.web.folding import search_text
from chamdiem.web.ordering import alphabetical_column


class UserManager(BaseUserManager["User"]):
    """Makes people; their address is their name."""

    def create_user(self, email: str, password: str | None = None, **fields: str) -> User:
        """A person; without a password nobody can sign in as them yet."""
        user = self.model(email=self.normalize_email(email).strip().lower(), **fields)
        user.search_text = words_of(user)
        user.set_password(password)
        user.save(using=self._db)
        return user


class Language(models.TextChoices):
    """The languages of the pages; each is named in itself."""

    VIETNAMESE = "vi", "Tiếng Việt"
    ENGLISH = "en", "English"


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address."""

    email = models.EmailField(_("thư điện tử"), unique=True)
    name = models.CharField(_("họ và tên"), max_length=120)
    title = models.CharField(_("chức vụ"), max_length=120, blank=True)
    language = models.CharField(_("ngôn ngữ"), max_length=2, choices=Language, default=Language.VIETNAMESE)
    is_active = models.BooleanField(_("được đăng nhập"), default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    search_text = models.CharField(max_length=500, blank=True)
    name_order = alphabetical_column("name")

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["name_order", "email"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower(Trim("email"))),
                name="user_email_is_lower_case_and_trimmed",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email


def words_of(user: User) -> str:
    """What a person is found by: name, title and address, without accents."""
    return search_text(user.name, user.title, user.email)[:500]


class Role(models.TextChoices):
    """What a person is, somewhere (vai trò)."""

    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")
    STANDING_BODY = "standing_body", _("Cơ quan thường trực")
    APPRAISER = "appraiser", _("Chuyên viên thẩm định")
    COUNCIL = "council", _("Hội đồng thẩm định")
    LEADER = "leader", _("Lãnh đạo duyệt")
    DATA_OFFICER = "data_officer", _("Chuyên viên cung cấp số liệu")
    CONTRIBUTOR = "contributor", _("Phòng, ban được phân công")


class RoleAssignment(models.Model):
    """A role of a person for an organisation and all below it; of a contributor, for one office."""

    user = models.ForeignKey(User, models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("vai trò"), max_length=20, choices=Role)
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    office = models.ForeignKey(
        "organisations.Office", models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["role", "organisation"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "organisation", "office"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="role_held_once",
            ),
            models.CheckConstraint(
                condition=~Q(role="contributor") | Q(office__isnull=False), name="contributor_has_an_office"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.organisation}"


class Offer(models.Model):
    """A role that somebody with an account elsewhere is asked to take (lời mời nhận vai trò).

    ``name`` is what who invites calls her; what her account says stays unknown there until she accepts.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("đã nhận")
        DECLINED = "declined", _("đã từ chối")
        WITHDRAWN = "withdrawn", _("đã thu hồi")

    user = models.ForeignKey(User, models.CASCADE, related_name="offers")
    name = models.CharField(_("họ và tên"), max_length=120)
    role = models.CharField(_("vai trò"), max_length=20, choices=Role)
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    office = models.ForeignKey(
        "organisations.Office", models.PROTECT, null=True, blank=True, related_name="+"
    )
    offered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)

    class Meta:
        ordering = ["-offered_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "organisation", "office"],
                condition=Q(settled_at__isnull=True),
                nulls_distinct=False,
                name="offer_made_once",
            ),
        ]

    def __str__(self) -> str:
        return self.user.email
