"""A parent tells and corrects in their own name, about their own child and their own contact; the office reads and settles.

A parent who only reads tells nothing and asks for no call. Their own details they put right all the same.
"""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.levels import MAY_WRITE, FamilyWrites
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect
from senco.search.columns import Searchable

ME = "(select app_membership())"
MINE = f"{OF_MY_PUPILS} and by_id = {ME}"
JUST_NOW = "between statement_timestamp() - interval '10 minutes' and statement_timestamp() + interval '10 minutes'"
TOLD = f"{MAY_WRITE} and {IN_SCHOOL} and by_id = {ME} and read_at is null and told_at {JUST_NOW}"
OF_MYSELF = f"exists (select 1 from register_contact c where c.id = contact_id and c.membership_id = {ME})"
OPEN = f"{MINE} and {IN_SCHOOL} and settled_at is null and settled_by_id is null and taken is null"
WISHED = ("phone", "email", "address", "channel", "words")
SETTLED = ("settled_at", "settled_by_id", "taken", "reason")


class Migration(migrations.Migration):
    dependencies = [
        ("liaison", "0005_told_and_details"),
        ("register", "0018_policies_of_who_decides"),
        ("search", "0001_configuration"),
    ]

    operations = [
        Protect(
            "familynote",
            school=Allow("SU", OF_SCHOOL, check=f"{OF_SCHOOL} and read_by_id = {ME}", columns=("read_at", "read_by_id")),
            staff=Allow("S", f"{OF_MY_PUPILS} and for_staff"),
            family=Allow("SI", MINE, insertable=TOLD),
        ),
        Protect("familynoteevent", school=Allow("S", OF_SCHOOL)),
        Belongs("familynote"),
        Searchable("familynote", "text"),
        Protect(
            "detailswish",
            school=Allow("SU", OF_SCHOOL, check=f"{OF_SCHOOL} and settled_by_id = {ME}", columns=SETTLED),
            family=Allow("SIU", MINE, check=OPEN, columns=WISHED, insertable=f"{OPEN} and {OF_MYSELF}"),
        ),
        Protect("detailswishevent", school=Allow("S", OF_SCHOOL)),
        Belongs("detailswish"),
        FamilyWrites("callrequest"),
    ]
