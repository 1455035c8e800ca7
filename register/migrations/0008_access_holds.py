"""The last line about access: a court order whoever derives, nobody writes in a colleague's name, the system sees what it needs.

A contact whose order is lifted loses the link to an account in the same statement. The classroom reads threads about a class it
teaches now; families read the names of their children's groups alone. What was read, or raised, was read and raised just now.
"""

from django.db import migrations

from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL

ME = "(select app_membership())"

# An address counts as well as a link: links are made by address, and a mailbox may be shared.
FUNCTIONS = """
create function parent_access_against_no_order() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  addresses text[];
begin
  select array_agg(distinct known.address) into addresses from (
    select lower(trim(m.email)) as address from accounts_membership m where m.id = new.membership_id
    union select lower(trim(c.email)) from register_contact c
      where c.pupil_id = new.content_object_id and c.membership_id = new.membership_id
  ) known where known.address <> '';
  if not exists (
    select 1 from register_contact c where c.pupil_id = new.content_object_id and c.membership_id = new.membership_id
      and not c.court_order and c.ended_on is null
  ) or exists (
    select 1 from register_contact c left join accounts_membership m on m.id = c.membership_id
    where c.pupil_id = new.content_object_id and c.court_order
      and (c.membership_id = new.membership_id or lower(trim(c.email)) = any(addresses) or lower(trim(m.email)) = any(addresses))
  ) then
    raise exception 'no contact without a court order links this person to this pupil' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create function part_from_account() returns trigger language plpgsql as $$ begin
  new.membership_id := null;
  return new;
end $$;
revoke all on function parent_access_against_no_order(), part_from_account() from public;
create trigger parent_access_against_no_order before insert on register_pupilaccess
  for each row when (new.source = 'parent') execute function parent_access_against_no_order();
create trigger lifted_order_parts before update of court_order on register_contact
  for each row when (old.court_order and not new.court_order) execute function part_from_account();
"""
FUNCTIONS_BEFORE = """
drop trigger lifted_order_parts on register_contact;
drop trigger parent_access_against_no_order on register_pupilaccess;
drop function part_from_account(), parent_access_against_no_order();
"""

JUST_NOW = (
    "between statement_timestamp() - interval '10 minutes' and statement_timestamp() + interval '10 minutes'"
)
IN_MY_NAME = "membership_id = (select app_membership()) and school_id = (select app_school())"
COUNTED = (
    "reference in (select n.year || '-' || n.last_number from register_referencecounter n"
    " where n.school_id = (select app_school()))"
)
RAISED_BY_ME = f"{OF_MY_PUPILS} and raised_by_id = {ME} and {IN_SCHOOL} and assigned_to_id is null and version = 1 and {COUNTED}"
GIVEN = f"{OF_SCHOOL} and (source <> 'share' or (select app_is_senior()))"
GIVEN_BY_ME = f"{GIVEN} and (granted_by_id = {ME} or (granted_by_id is null and source <> 'share'))"
MY_CLASS = (
    f"exists (select 1 from register_groupteacher t where t.group_id = register_advicethread.group_id and t.membership_id = {ME}"
    " and t.starts <= statement_timestamp() and (t.ends is null or t.ends > statement_timestamp()))"
)
MY_THREAD = f"{IN_SCHOOL} and asked_by_id = {ME} and ({OF_MY_PUPILS} or {MY_CLASS})"
MY_THREAD_BEFORE = f"{IN_SCHOOL} and asked_by_id = {ME} and (pupil_id is null or {OF_MY_PUPILS})"


def reading(condition: str) -> str:
    """What everybody may record of their own reading, and the login of refusals, narrowed by a condition."""
    mine = "".join(
        f"alter policy {role}_insert on audit_readevent with check ({IN_MY_NAME}{condition});"
        for role in ("school", "staff", "family", "agency", "governor")
    )
    return f"{mine}alter policy login_insert on audit_readevent with check (kind = 'denied' and pupil_ids = '{{}}'{condition});"


def raising(condition: str) -> str:
    return "".join(
        f"alter policy {role}_insert on register_concern with check ({RAISED_BY_ME}{condition});"
        for role in ("staff", "family")
    )


POLICIES = f"""
{reading(f" and at {JUST_NOW}")}
{raising(f" and raised_at {JUST_NOW}")}
alter policy school_insert on register_pupilaccess with check ({GIVEN_BY_ME});
alter policy system_insert on register_pupilaccess with check (source <> 'share');
alter policy system_update on register_pupilaccess using (source <> 'share') with check (true);
alter policy school_insert on register_monitoring with check ({OF_SCHOOL} and started_by_id = {ME});
alter policy family_select on register_teachinggroup using (id in (select g.group_id from register_grouppupil g));
alter policy staff_select on register_advicethread using ({MY_THREAD});
alter policy staff_insert on register_advicethread with check ({MY_THREAD});
revoke select on register_pupil, register_contact from senco_system;
grant select (id, school_id, key_adult_id, left_on) on register_pupil to senco_system;
grant select (id, school_id, pupil_id, membership_id, email, court_order, ended_on) on register_contact to senco_system;
revoke update on account_emailaddress from senco_system;
"""
POLICIES_BEFORE = f"""
{reading("")}
{raising("")}
alter policy school_insert on register_pupilaccess with check ({GIVEN});
alter policy system_insert on register_pupilaccess with check (true);
alter policy system_update on register_pupilaccess using (true) with check (true);
alter policy school_insert on register_monitoring with check ({OF_SCHOOL});
alter policy family_select on register_teachinggroup using ({IN_SCHOOL});
alter policy staff_select on register_advicethread using ({MY_THREAD_BEFORE});
alter policy staff_insert on register_advicethread with check ({MY_THREAD_BEFORE});
revoke select on register_pupil, register_contact from senco_system;
grant select on register_pupil, register_contact to senco_system;
grant update on account_emailaddress to senco_system;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0007_office_marks_urgency"),
        ("audit", "0003_same_school"),
        ("access", "0004_appointments"),
    ]

    operations = [
        migrations.RunSQL(FUNCTIONS, FUNCTIONS_BEFORE),
        migrations.RunSQL(POLICIES, POLICIES_BEFORE),
    ]
