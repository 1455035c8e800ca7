from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("register", "0010_imports_hold")]

    operations = []
