"""After SECRET_KEY was changed: the last step before a former key can be taken out of SECRET_KEY_FALLBACKS."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from senco.accounts.second_factor import reencrypt_second_factors


class Command(BaseCommand):
    help = "Encrypts all second-factor secrets under the present SECRET_KEY, so that SECRET_KEY_FALLBACKS can be emptied."

    def handle(self, **_options):
        done, unreadable = reencrypt_second_factors()
        self.stdout.write(_("Under the present key: %(number)s.") % {"number": done})
        if unreadable:
            self.stdout.write(
                _("Under a key that is not known here: %(number)s. Their owners need remove_second_factor.")
                % {"number": unreadable}
            )
