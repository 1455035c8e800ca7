"""Imports say what they do not know: whether the start of an SEN status is a fact or stands in for one."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# What the register could tell until now: an import took the day itself, or the day of admission, where a file gave none.
STOOD_IN = """
update register_senstatus s set start_known = false
from register_pupil p
where p.id = s.pupil_id and s.reason = 'from_mis' and s.origin_run is not null
  and (s.starts = s.created_at::date or s.starts = p.joined_on)
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0009_concerns_hold")]

    operations = [
BODY
        migrations.RunSQL(STOOD_IN, migrations.RunSQL.noop),
    ]
