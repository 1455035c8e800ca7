"""The second lock on every table of the register: the same sight as `visible_to`, said once more in the database.

Left out is refused: a role that is not named for a table has no right on it at all (governors appear nowhere here).
"""

from django.db import migrations

from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
MY_GRANTS = "array(select unnest(app_pupils()))"
UNDOABLE = (
    f"{OF_SCHOOL} and origin_run is not null"  # an import may be taken back; nothing else is ever deleted
)
OFFICE = Allow("SIU", OF_SCHOOL)
OFFICE_UNDOABLE = Allow("SIUD", OF_SCHOOL, deletable=UNDOABLE)
READ_MINE = Allow("S", OF_MY_PUPILS)

RAISED_BY_ME = f"{OF_MY_PUPILS} and raised_by_id = {ME}"
ASKED_ABOUT = "exists (select 1 from register_viewrequest v where v.concern_id = register_concern.id)"
OF_SIGHTED_CONCERN = f"{OF_MY_PUPILS} and exists (select 1 from register_concern c where c.id = concern_id)"
MY_STEP = f"{OF_SIGHTED_CONCERN} and by_id = {ME} and kind in ('raised', 'withdrawn') and {IN_SCHOOL}"
TO_ME_AS_RAISER = (
    f"{OF_MY_PUPILS} and audience = 'raiser' "
    f"and exists (select 1 from register_concern c where c.id = concern_id and c.raised_by_id = {ME})"
)
MY_THREAD = f"{IN_SCHOOL} and asked_by_id = {ME} and (pupil_id is null or {OF_MY_PUPILS})"
IN_MY_THREAD = f"{IN_SCHOOL} and exists (select 1 from register_advicethread t where t.id = thread_id)"

TRACKED = (
    "pupil", "pupilcharacteristic", "contact", "contactaddress", "groupteacher", "grouppupil", "pupilaccess", "senstatus",
    "senneed", "concern", "concernstep", "concernnote", "viewrequest", "concernnotice", "monitoring", "advicethread",
    "advicemessage",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("register", "0002_functions")]

    operations = [
        Protect(
            "pupil",
            school=OFFICE_UNDOABLE,
            system=Allow("S"),
            **{role: Allow("S", f"id = any({MY_GRANTS})") for role in ("staff", "family", "agency")},
        ),
        Protect("pupilcharacteristic", school=OFFICE_UNDOABLE, staff=READ_MINE, family=READ_MINE),
        Protect(
            "contact",
            school=OFFICE_UNDOABLE,
            system=Allow("S"),
            staff=READ_MINE,
            family=Allow("S", f"{OF_MY_PUPILS} and membership_id = {ME}"),
        ),
        Protect("contactaddress", school=OFFICE_UNDOABLE),
        Protect(
            "teachinggroup",
            school=OFFICE_UNDOABLE,
            system=Allow("S"),
            staff=Allow("S", IN_SCHOOL),
            family=Allow("S", IN_SCHOOL),
        ),
        Protect(
            "groupteacher",
            school=OFFICE_UNDOABLE,
            system=Allow("S"),
            staff=Allow("S", IN_SCHOOL),
            family=Allow("S", "group_id in (select g.group_id from register_grouppupil g)"),
        ),
        Protect("grouppupil", school=OFFICE_UNDOABLE, system=Allow("S"), staff=READ_MINE, family=READ_MINE),
        Protect(
            "pupilaccess",
            school=Allow(
                "SIUD",
                OF_SCHOOL,
                deletable=f"{OF_SCHOOL} and content_object_id in (select p.id from register_pupil p where p.origin_run is not null)",
            ),
            system=Allow("SIU"),
            **{role: Allow("S", f"membership_id = {ME}") for role in ("staff", "family", "agency")},
        ),
        Protect("senstatus", school=OFFICE_UNDOABLE, staff=READ_MINE, family=READ_MINE, agency=READ_MINE),
        Protect("senneed", school=OFFICE_UNDOABLE, staff=READ_MINE, family=READ_MINE, agency=READ_MINE),
        Protect("monitoring", school=OFFICE, staff=READ_MINE),
        Protect(
            "concern",
            school=OFFICE,
            staff=Allow(
                "SI",
                f"{OF_MY_PUPILS} and (raised_by_id = {ME} or {ASKED_ABOUT})",
                insertable=f"{RAISED_BY_ME} and {IN_SCHOOL}",
            ),
            family=Allow("SI", RAISED_BY_ME, insertable=f"{RAISED_BY_ME} and {IN_SCHOOL}"),
        ),
        Protect(
            "concernstep",
            school=OFFICE,
            staff=Allow("SI", OF_SIGHTED_CONCERN, insertable=MY_STEP),
            family=Allow("SI", OF_SIGHTED_CONCERN, insertable=MY_STEP),
        ),
        Protect("concernnote", school=OFFICE),
        Protect(
            "viewrequest",
            school=OFFICE,
            staff=Allow(
                "SU", f"{OF_MY_PUPILS} and asked_id = {ME}", columns=("same_concern", "answer", "answered_at")
            ),
        ),
        Protect(
            "concernnotice",
            school=OFFICE,
            staff=Allow("S", TO_ME_AS_RAISER),
            family=Allow("S", f"({OF_MY_PUPILS} and audience = 'parents') or ({TO_ME_AS_RAISER})"),
        ),
        Protect(
            "referencecounter",
            school=Allow("SIU", OF_SCHOOL),
            staff=Allow("SIU", IN_SCHOOL),
            family=Allow("SIU", IN_SCHOOL),
        ),
        Protect("advicethread", school=OFFICE, staff=Allow("SI", MY_THREAD)),
        Protect(
            "advicemessage",
            school=OFFICE,
            staff=Allow("SI", IN_MY_THREAD, insertable=f"{IN_MY_THREAD} and by_id = {ME}"),
        ),
        Protect("importrun", school=OFFICE),
        Protect("importline", school=Allow("SIUD", OF_SCHOOL)),
        Protect("columnmapping", school=Allow("SIUD", OF_SCHOOL)),
        Protect("savedview", school=Allow("SIUD", f"{OF_SCHOOL} and membership_id = {ME}")),
        *(
            Protect(
                f"{model}event",
                school=Allow("SI", OF_SCHOOL),
                system=Allow("I"),
                staff=Allow("I", IN_SCHOOL),
                family=Allow("I", IN_SCHOOL),
            )
            for model in TRACKED
        ),
    ]
