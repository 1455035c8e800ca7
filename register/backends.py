"""has_perm for a pupil, answered by the same queryset as every page; guardian's own checker ignores dates."""

from django.contrib.auth.backends import BaseBackend

from register.models import Pupil
from senco.accounts.models import Membership
from senco.accounts.roles import PERMISSIONS


class PupilAccessBackend(BaseBackend):
    knows_memberships = True  # User.has_perm asks no other

    def has_perm(self, user, permission: str, obj=None) -> bool:
        """Whether any live membership of the user may do `permission` and sees the pupil `obj` (without one: may at all).

        Nobody who is not signed in, or whose account is switched off, may do anything.
        """
        if permission not in PERMISSIONS or not (user.is_authenticated and user.is_active):
            return False
        able = [m for m in Membership.objects.live().filter(user=user) if m.may(permission)]
        if obj is None:
            return bool(able)
        return isinstance(obj, Pupil) and any(
            Pupil.objects.visible_to(m).filter(pk=obj.pk).exists() for m in able
        )
