"""Accounts: the bare login role signs people in; inside a request each role sees its own school's people."""

from django.db import migrations

from senco.access.protect import IN_SCHOOL, OF_SCHOOL, Allow, Protect

COLLEAGUES_AND_ONESELF = (
    f"{IN_SCHOOL} and (role in ('senco', 'admin', 'head', 'teacher', 'ta') or id = (select app_membership()))"
)
OWN_SCHOOL = "id = (select app_school())"
# An office may describe a membership, never hand it to another account: user_id is set when an invitation is accepted.
DESCRIBED = (
    "role", "starts", "ends", "title", "first_name", "last_name", "email", "staff_code", "job", "organisation", "origin_run",
)  # fmt: skip
SCOPED = ("staff", "family", "agency", "governor")


class Migration(migrations.Migration):
    dependencies = [("access", "0001_functions"), ("accounts", "0001_initial")]

    operations = [
        Protect(
            "accounts.school",
            login=Allow("S"),
            school=Allow("SU", OWN_SCHOOL),
            system=Allow("S"),
            **{role: Allow("S", OWN_SCHOOL) for role in SCOPED},
        ),
        Protect(
            "accounts.term",
            school=Allow("SIUD", OF_SCHOOL),
            system=Allow("S"),
            **{r: Allow("S", IN_SCHOOL) for r in SCOPED},
        ),
        Protect(
            "accounts.closure",
            school=Allow("SIUD", OF_SCHOOL),
            system=Allow("S"),
            **{r: Allow("S", IN_SCHOOL) for r in SCOPED},
        ),
        Protect(
            "accounts.membership",
            login=Allow("S"),
            school=Allow(
                "SIUD",
                OF_SCHOOL,
                columns=DESCRIBED,
                insertable=f"{OF_SCHOOL} and user_id is null",
                deletable=f"{OF_SCHOOL} and origin_run is not null and user_id is null",
            ),
            system=Allow("SIU"),
            **{role: Allow("S", COLLEAGUES_AND_ONESELF) for role in SCOPED},
        ),
        Protect("accounts.membershipevent", school=Allow("SI", OF_SCHOOL), system=Allow("SI")),
        Protect("accounts.invitation", login=Allow("S"), school=Allow("SIU", OF_SCHOOL), system=Allow("SIU")),
        Protect("accounts.user", login=Allow("SU"), system=Allow("SIU")),
    ]
