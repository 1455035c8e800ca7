"""A person who can sign in. What they may do hangs on their memberships, never on the account itself."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.core.models import UuidModel


class UserManager(BaseUserManager):
    def create_user(self, email: str, password: str | None = None, **fields):
        """An account with this e-mail address in lower case; without a password it can only use codes or passkeys."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.full_clean()
        user.save(force_insert=True)
        return user


class User(AbstractBaseUser, UuidModel):
    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    reading = models.JSONField(
        default=dict, blank=True
    )  # text size, spacing, tint, font, theme (senco.core.reading)
    shortcuts = models.BooleanField(
        _("single-key shortcuts"), default=True
    )  # WCAG 2.1.4: can be switched off

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []
    is_staff = is_superuser = False  # no account stands above the locks

    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once_whatever_case")]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.email

    def has_perm(self, permission: str, obj=None) -> bool:
        """Asked of the backend that knows memberships: for a pupil the answer is `visible_to` (register/backends.py).

        Those that only sign people in would look for Django's own permissions, which nobody here has.
        """
        from django.contrib.auth import (
            get_backends,  # the registry loads this model: a module-level import would loop
        )

        return self.is_active and any(
            backend.has_perm(self, permission, obj)
            for backend in get_backends()
            if getattr(backend, "knows_memberships", False)
        )
