"""A parent asks for a call in their own name, about their own child, and may take it back; the office says that it was made."""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect
from senco.search.columns import Searchable

ME = "(select app_membership())"
MINE = f"{OF_MY_PUPILS} and asked_by_id = {ME}"
NEW = f"{MINE} and {IN_SCHOOL} and answered_at is null and answered_by_id is null and entry_id is null and withdrawn_at is null"
BY_ME = f"(answered_by_id is null or answered_by_id = {ME})"


class Migration(migrations.Migration):
    dependencies = [("liaison", "0003_calls"), ("search", "0001_configuration")]

    operations = [
        Protect(
            "callrequest",
            school=Allow(
                "SU", OF_SCHOOL, check=f"{OF_SCHOOL} and {BY_ME}", columns=("answered_at", "answered_by_id", "entry_id")
            ),
            family=Allow("SIU", MINE, columns=("withdrawn_at",), insertable=NEW),
        ),
        Protect("callrequestevent", school=Allow("S", OF_SCHOOL)),
        Belongs("callrequest"),
        Searchable("callrequest", "about"),
    ]
