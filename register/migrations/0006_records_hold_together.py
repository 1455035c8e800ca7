"""What the policies of 0003 left open: rows that mix two schools or pupils, rewritten records, forged history.

Steps, notes and answers are never rewritten; ended access never comes back; history is written by triggers only.
"""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
TABLES = (
    "pupil", "pupilcharacteristic", "contact", "contactaddress", "groupteacher", "grouppupil", "pupilaccess", "senstatus",
    "senneed", "concern", "concernstep", "concernnote", "viewrequest", "concernnotice", "monitoring", "advicethread",
    "advicemessage",
)  # fmt: skip
UNDOABLE = (
    "register_pupil", "register_pupilcharacteristic", "register_contact", "register_contactaddress", "register_teachinggroup",
    "register_groupteacher", "register_grouppupil", "register_senstatus", "register_senneed", "accounts_membership",
)  # fmt: skip

# Each function refuses; the trigger's own condition says when.
FUNCTIONS = """
create function refuse_adoption() returns trigger language plpgsql as $$ begin
  raise exception 'a row of % was not made by an import', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function refuse_new_date() returns trigger language plpgsql as $$ begin
  raise exception 'when a row of % was made does not change', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create function refuse_revival() returns trigger language plpgsql as $$ begin
  raise exception 'access that has ended does not come back' using errcode = 'insufficient_privilege';
end $$;
create function refuse_longer_share() returns trigger language plpgsql as $$ begin
  if current_user <> 'senco_school' or app_is_senior() then return new; end if;
  raise exception 'only the SENCO or the head shares a pupil for longer' using errcode = 'insufficient_privilege';
end $$;
create function refuse_skipping() returns trigger language plpgsql as $$ begin
  raise exception 'references are counted one by one' using errcode = 'insufficient_privilege';
end $$;
create function withdrawn_untouched() returns trigger language plpgsql as $$ begin
  if exists (select 1 from register_concernstep s where s.concern_id = new.concern_id and s.kind not in ('raised', 'withdrawn')) then
    raise exception 'somebody is working on this concern' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
"""
NAMES = (
    "refuse_adoption", "refuse_new_date", "refuse_revival", "refuse_longer_share", "refuse_skipping", "withdrawn_untouched",
)  # fmt: skip

TRIGGERS = """
create trigger keeps_its_date before update of created_at on register_senstatus for each row
  when (old.created_at is distinct from new.created_at) execute function refuse_new_date();
create trigger made_now before insert on register_senstatus for each row
  when (new.created_at > statement_timestamp() + interval '10 minutes') execute function refuse_new_date();
create trigger ended_stays_ended before update of ends on register_pupilaccess for each row
  when (old.ends <= statement_timestamp() and (new.ends is null or new.ends > old.ends)
        and current_user <> 'senco_owner') execute function refuse_revival();
create trigger shares_are_lengthened_by_seniors before update of ends on register_pupilaccess for each row
  when (old.source = 'share' and old.ends is not null and (new.ends is null or new.ends > old.ends)) execute function refuse_longer_share();
create trigger one_by_one before update on register_referencecounter for each row
  when ((new.school_id, new.year, new.last_number) is distinct from (old.school_id, old.year, old.last_number + 1))
  execute function refuse_skipping();
create trigger withdrawn_untouched before insert on register_concernstep for each row
  when (new.kind = 'withdrawn') execute function withdrawn_untouched();
create unique index concern_raised_once on register_concernstep (concern_id) where kind = 'raised';
"""
TRIGGERS_BEFORE = """
drop index concern_raised_once;
drop trigger withdrawn_untouched on register_concernstep;
drop trigger one_by_one on register_referencecounter;
drop trigger shares_are_lengthened_by_seniors on register_pupilaccess;
drop trigger ended_stays_ended on register_pupilaccess;
drop trigger made_now on register_senstatus;
drop trigger keeps_its_date on register_senstatus;
"""


def adopted(table: str) -> migrations.RunSQL:
    """Only what an import made can be deleted, so nothing may pass for it afterwards."""
    return migrations.RunSQL(
        f"create trigger not_adopted before update of origin_run on {table} for each row"
        " when (new.origin_run is not null and new.origin_run is distinct from old.origin_run)"
        " execute function refuse_adoption()",
        f"drop trigger not_adopted on {table}",
    )


OF_SHOWN_CONCERN = f"{OF_MY_PUPILS} and exists (select 1 from register_concern c where c.id = concern_id)"
SOON = "statement_timestamp() + interval '10 minutes'"  # clocks of two machines
MY_STEP = (
    f"{OF_MY_PUPILS} and {IN_SCHOOL} and by_id = {ME} and kind in ('raised', 'withdrawn') and at <= {SOON} and exists "
    f"(select 1 from register_concern c where c.id = concern_id and c.raised_by_id = {ME})"
)
COUNTED = (
    "reference in (select n.year || '-' || n.last_number from register_referencecounter n"
    " where n.school_id = (select app_school()))"
)
RAISED_BY_ME = f"{OF_MY_PUPILS} and raised_by_id = {ME} and {IN_SCHOOL} and assigned_to_id is null and version = 1 and {COUNTED}"
COUNTING = Allow("SIU", IN_SCHOOL, insertable=f"{IN_SCHOOL} and last_number = 0", columns=("last_number",))
GIVEN = f"{OF_SCHOOL} and (source <> 'share' or (select app_is_senior()))"

POLICIES = f"""
alter policy staff_insert on register_concern with check ({RAISED_BY_ME});
alter policy family_insert on register_concern with check ({RAISED_BY_ME});
alter policy staff_insert on register_concernstep with check ({MY_STEP});
alter policy family_insert on register_concernstep with check ({MY_STEP});
alter policy staff_update on register_viewrequest using ({OF_MY_PUPILS} and asked_id = {ME} and cancelled_at is null);
alter policy school_insert on register_pupilaccess with check ({GIVEN});
revoke update on register_pupilaccess from senco_school, senco_system;
grant update (ends) on register_pupilaccess to senco_school, senco_system;
revoke update on register_concern, register_concernnotice, register_monitoring, register_advicethread from senco_school;
grant update (assigned_to_id, version) on register_concern to senco_school;
grant update (withdrawn_at) on register_concernnotice to senco_school;
grant update (review_on, label, concern_id, ended_at) on register_monitoring to senco_school;
grant update (closed_at) on register_advicethread to senco_school;
"""
UNCHANGING = ("concernstep", "concernnote", "advicemessage")
NEVER_REWRITTEN = "".join(
    f"drop policy school_update on register_{name}; revoke update on register_{name} from senco_school;"
    for name in UNCHANGING
)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0005_notices_can_be_kept_back"),
        ("access", "0004_appointments"),
        ("accounts", "0002_school_version"),
    ]

    operations = [
        migrations.RunSQL(FUNCTIONS, "".join(f"drop function {name}();" for name in NAMES)),
        *(
            migrations.RunSQL(f"revoke all on function {name}() from public", migrations.RunSQL.noop)
            for name in NAMES
        ),
        migrations.RunSQL(TRIGGERS, TRIGGERS_BEFORE),
        *map(adopted, UNDOABLE),
        Protect("referencecounter", school=COUNTING, staff=COUNTING, family=COUNTING),
        migrations.RunSQL(POLICIES + NEVER_REWRITTEN, migrations.RunSQL.noop),
        *(Belongs(name) for name in (*TABLES, "teachinggroup", "importrun", "columnmapping", "savedview")),
        Belongs("importline", ("pupil_id",)),
        *(Protect(f"{name}event", school=Allow("S", OF_SCHOOL)) for name in TABLES),
        Protect("accounts.membershipevent", school=Allow("S", OF_SCHOOL)),
    ]
