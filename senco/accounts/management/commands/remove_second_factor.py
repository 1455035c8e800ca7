"""For somebody who has lost telephone and recovery codes, once the person at the other end is known to be them."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from senco.accounts.queries import who_owns
from senco.accounts.second_factor import remove_second_factor


class Command(BaseCommand):
    help = (
        "Removes one person's second step (app, passkeys, recovery codes) and signs them out everywhere. They then sign in "
        "with password or emailed code and can open nothing before they have set up a new one. Make sure who is asking: "
        "meet them, or ring them on a number that you already have."
    )

    def add_arguments(self, parser):
        parser.add_argument("email", help="the address they sign in with")

    def handle(self, *, email, **_options):
        user = who_owns(email.strip())
        if user is None:
            raise CommandError(_("Nobody signs in with %(email)s.") % {"email": email})
        factors, sessions = remove_second_factor(user=user)
        if not factors:
            self.stdout.write(_("%(email)s had no second step.") % {"email": user.email})
        else:
            self.stdout.write(_("The second step of %(email)s is removed.") % {"email": user.email})
        self.stdout.write(_("Sessions ended: %(number)s.") % {"number": sessions})
