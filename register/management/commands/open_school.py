"""Opens a school and invites its first SENCO: the way into an installation without demo data."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import DatabaseError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from register.actions.opening import Opened, open_school
from register.frameworks import frameworks
from senco.access.context import acting_as_owner
from senco.accounts.management.place import in_words, insist_on_place
from senco.accounts.models import School
from senco.accounts.models.school import Nation, Phase


class Command(BaseCommand):
    help = (
        "Opens a school and prints the address at which its first SENCO chooses a password; it works once, for a week. "
        "Everybody else is invited in the browser. Run it again for a school whose SENCO never came in, for a new address; "
        "run it with other numbers for the next school of a trust."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--name", required=True, help="the school's name")
        parser.add_argument("--urn", required=True, help="its URN, six digits")
        parser.add_argument(
            "--laestab", required=True, help="its LAESTAB, 3 and 4 digits: 999/4001 or 9994001"
        )
        parser.add_argument("--phase", required=True, choices=Phase.values)
        parser.add_argument("--nation", default=Nation.ENGLAND.value, choices=Nation.values)
        parser.add_argument(
            "--framework",
            default="",
            choices=["", *frameworks()],
            metavar="CODE",
            help=f"the rules it works under, if not its nation's own: {', '.join(frameworks())}",
        )
        parser.add_argument("--senco", required=True, metavar="EMAIL", help="the SENCO's e-mail address")
        parser.add_argument("--senco-name", default="", help='for example "Mrs Nadia Kirkbride"')

    def handle(self, *, urn, laestab, senco, **options):
        insist_on_place(first="bin/serve --school empty")
        described = described_by(**options)
        numbers = {"urn": number(urn, _("URN"), 6), "laestab": number(laestab, "LAESTAB", 7)}
        email = address(senco)
        try:
            with acting_as_owner(purpose="open_school"):
                insist_on_real_system()
                opened = open_school(email=email, **numbers, **described)
        except ValidationError as refused:
            raise CommandError("\n".join(refused.messages)) from refused
        except DatabaseError as error:
            raise in_words(error) from error
        self.report(opened)

    def report(self, opened: Opened) -> None:
        until = date_format(timezone.localtime(opened.invitation.expires_at), "j F Y, H:i")
        self.stdout.write(_("%(school)s is open.") % {"school": opened.school.name})
        self.stdout.write(
            _("Its SENCO, %(email)s, comes in at this address. It works once, until %(until)s:")
            % {"email": opened.invitation.email, "until": until}
        )
        self.stdout.write(f"  {opened.link}")
        self.stdout.write(where_mail_goes())


def described_by(*, name, phase, nation, framework, senco_name, **_options) -> dict[str, str]:
    """What the school is, as the action takes it."""
    return {
        "name": spaced(name),
        "phase": phase,
        "nation": nation,
        "framework": framework,
        "senco_name": spaced(senco_name),
    }


def where_mail_goes() -> str:
    if settings.MAILERS["delivery"]["BACKEND"].endswith("FolderBackend"):
        return _(
            "No mail server is named (EMAIL_URL), so nothing leaves: mail, sign-in codes and invitations to colleagues "
            "among it, is kept as files in %(folder)s"
        ) % {"folder": settings.MAIL_FOLDER}
    return _("The same address was sent there by email.")


def spaced(text: str) -> str:
    return " ".join(text.split())


def number(text: str, what: str, digits: int) -> str:
    """Digits only, whatever stood between them on paper."""
    found = re.sub(r"[\s/-]", "", text)
    if not re.fullmatch(f"[0-9]{{{digits}}}", found):
        raise CommandError(
            _("%(what)s has %(digits)s digits; %(text)s does not.")
            % {"what": what, "digits": digits, "text": text or "''"}
        )
    return found


def address(text: str) -> str:
    try:
        validate_email(text.strip())
    except ValidationError as refused:
        raise CommandError(_("%(text)s is no e-mail address.") % {"text": text or "''"}) from refused
    return text.strip().lower()


def insist_on_real_system() -> None:
    """Demo pupils and real ones never share a system whose passwords are published."""
    if settings.DEMO and School.objects.exists():
        raise CommandError(
            _(
                "This system is in demo mode: its passwords are published. Open a real school in a folder of its own: "
                "bin/serve --school empty --data FOLDER, then SENCO_DATA=FOLDER bin/manage open_school …"
            )
        )
