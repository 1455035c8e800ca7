"""The words of the contact log, kept where a search finds them."""

from django.db import migrations

from senco.search.columns import Searchable


class Migration(migrations.Migration):
    dependencies = [("liaison", "0001_contact_log"), ("search", "0001_configuration")]

    operations = [
        Searchable("loggedcontact", "with_words", "summary", "follow_up"),
    ]
