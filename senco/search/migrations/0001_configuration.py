"""How words are read: English stems, and accents count for nothing, so that “Zoe's cafe” is found whichever way it was typed."""

from django.db import migrations

FORWARDS = """
create text search configuration senco (copy = pg_catalog.english);
alter text search configuration senco
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, english_stem;
"""


class Migration(migrations.Migration):
    dependencies = []

    operations = [migrations.RunSQL(FORWARDS, "drop text search configuration senco")]
