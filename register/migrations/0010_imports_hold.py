from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("register", "0009_concerns_hold")]

    operations = []
