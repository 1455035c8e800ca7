"""A parent who only reads answers no plan."""

from django.db import migrations

from senco.access.levels import FamilyWrites


class Migration(migrations.Migration):
    dependencies = [("provision", "0016_searchable"), ("register", "0018_policies_of_who_decides")]

    operations = [FamilyWrites("planresponse")]
