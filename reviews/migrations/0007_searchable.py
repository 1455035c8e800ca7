"""The words of meetings, kept where a search finds them."""

from django.db import migrations

from senco.search.columns import Searchable


class Migration(migrations.Migration):
    dependencies = [("reviews", "0006_policies_of_contributions"), ("search", "0001_configuration")]

    operations = [
        Searchable("review", "title", "summary", "staff_note", "decision_words"),
        Searchable("outcomejudged", "words"),
        Searchable("spoken", "words"),
        Searchable("agreedaction", "text", "who_words"),
    ]
