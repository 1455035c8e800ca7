"""Figures are released by somebody of the school they are about."""

from django.db import migrations

from senco.access.belonging import Belongs


class Migration(migrations.Migration):
    dependencies = [("governance", "0003_release_can_be_taken_back"), ("access", "0004_appointments")]

    operations = [Belongs("figurerelease")]
