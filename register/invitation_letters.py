"""What an invitation says: the school, the role, who asks and until when. Never a pupil's name."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class InvitationMail:
    """`invited_by` is empty in a school's first invitation.

    `with_password`: whether the reader will choose a password (staff) or sign in by code (everybody else).
    """

    school: str
    role: str
    invited_by: str
    link: str
    until: datetime
    with_password: bool

    @property
    def subject(self) -> str:
        return _("%(school)s invites you to its SEN office") % {"school": self.school}

    @property
    def text(self) -> str:
        return render_to_string("register/people/invitation.txt", asdict(self)).strip()
