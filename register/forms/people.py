"""Forms about the people of the school."""

from django import forms
from django.utils.translation import gettext_lazy as _

from register.queries.people import parent_with_address
from senco.accounts.models import Membership
from senco.accounts.roles import APPOINTS, Role
from senco.core.forms import BaseModelForm

NAMES = ["title", "first_name", "last_name", "email", "job", "organisation"]


class DescribeForm(BaseModelForm):
    """How the school knows somebody. The email address is where invitations and messages go."""

    class Meta:
        model = Membership
        fields = NAMES
        labels = {"email": _("Email address")}
        help_texts = {"organisation": _("For somebody from outside: the service or practice they come from.")}
        widgets = {"email": forms.EmailInput({"autocomplete": "off"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["last_name"].required = True


class InviteForm(DescribeForm):
    """Somebody new. Only roles that the inviting person may appoint to are offered."""

    submit_label = _("Invite")

    class Meta(DescribeForm.Meta):
        fields = ["role", *NAMES]

    def __init__(self, *args, by: Membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        mine = APPOINTS[Role(by.role)]
        self.fields["role"].choices = [
            ("", _("Choose a role")),
            *((r.value, r.label) for r in Role if r in mine),
        ]
        self.fields["email"].required = True

    def clean(self):
        cleaned = super().clean()
        email, role = cleaned.get("email"), cleaned.get("role")
        if role == Role.PARENT and email and parent_with_address(self.by, email):
            self.add_error("email", _("A parent or carer with this address is in the list already."))
        elif role and email and self.known(email, role):
            self.add_error(
                "email", _("Somebody with this address and role is in the list already. Invite them there.")
            )
        return cleaned

    def known(self, email: str, role: str) -> bool:
        same = Membership.objects.visible_to(self.by).live().filter(role=role, email__iexact=email)
        return same.exists()
