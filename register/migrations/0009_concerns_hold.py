from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("register", "0008_access_holds")]

    operations = []
