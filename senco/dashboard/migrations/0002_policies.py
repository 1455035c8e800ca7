"""The address of a calendar is its maker's alone. Whoever holds it comes in through a door of its own: the login role may not read
the table, and app_open_feed tells it no more than whose calendar the address opens, and how.
"""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import Allow, Protect

MINE = "membership_id = (select app_membership()) and school_id = (select app_school())"

OPEN_FEED = """
create function app_open_feed(hash text) returns table (membership_id uuid, with_names boolean, only_mine boolean)
language sql volatile security definer set search_path = public, pg_temp as $$
  update dashboard_calendarfeed f set read_at = now() where f.token_hash = hash and f.ended_at is null
  returning f.membership_id, f.with_names, f.only_mine $$;
revoke all on function app_open_feed(text) from public;
grant execute on function app_open_feed(text) to senco_app;
"""


class Migration(migrations.Migration):
    dependencies = [("dashboard", "0001_feeds"), ("access", "0005_addresses_of_seniors")]

    operations = [
        Protect(
            "calendarfeed",
            **{role: Allow("SIU", MINE, columns=("ended_at",)) for role in ("school", "staff", "family", "agency")},
        ),
        Belongs("calendarfeed"),
        migrations.RunSQL(OPEN_FEED, "drop function app_open_feed(text)"),
    ]
