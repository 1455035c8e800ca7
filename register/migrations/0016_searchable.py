"""The words of concerns, advice, status and files, kept where a search finds them."""

from django.db import migrations

from senco.search.columns import Searchable


class Migration(migrations.Migration):
    dependencies = [("register", "0015_access_follows_provision"), ("search", "0001_configuration")]

    operations = [
        Searchable("concern", "what_happened", "tried", "parent_view"),
        Searchable("concernnote", "text"),
        Searchable("viewrequest", "answer"),
        Searchable("advicemessage", "text"),
        Searchable("senstatus", "criteria"),
        Searchable("senneed", "note"),
        Searchable("stageduty", "done_note", "waived_reason"),
        Searchable("pupilfile", "name", "caption", "alt_text"),
    ]
