"""The words of plans and profiles, kept where a search finds them."""

from django.db import migrations

from senco.search.columns import Searchable


class Migration(migrations.Migration):
    dependencies = [("provision", "0015_lesson_missed"), ("search", "0001_configuration")]

    operations = [
        Searchable("plansection", "text"),
        Searchable("outcome", "text", "plain", "baseline", "measure"),
        Searchable("target", "text", "measure"),
        Searchable("planitem", "text", "plain"),
        Searchable("plannedprovision", "what", "plain"),
        Searchable("score", "test", "result", "source"),
        Searchable("seen", "text"),
        Searchable("planresponse", "words"),
        Searchable("profile", "admire", "matters", "helps", "hinders"),
        Searchable("pupilalert", "text", "what_to_do"),
    ]
