"""What each parent may do about each child, and who decides, in the database as well; and what a parent brings themselves.

A derived grant lets a parent do no more than the contacts say that link the two. A file for parents who are named is for them alone.
"""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.levels import MAY_WRITE, FamilyWrites
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"

FUNCTIONS = """
create function app_pupils_to_write() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct content_object_id), '{}') from register_pupilaccess
  where membership_id = app_membership() and level = 'comment'
    and starts <= statement_timestamp() and (ends is null or ends > statement_timestamp()) $$;
revoke all on function app_pupils_to_write() from public;
grant execute on function app_pupils_to_write() to senco_family;

create function parent_access_as_decided() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  decides boolean := exists (
    select 1 from register_rightspassed r where r.pupil_id = new.content_object_id and r.taken_back_at is null
  );
begin
  if exists (
    select 1 from register_contact c where c.pupil_id = new.content_object_id and c.membership_id = new.membership_id
      and not c.court_order and c.ended_on is null
      and (case when c.relationship = '*YP' and not decides then 'none'
                when c.portal <> '' then c.portal
                when decides and c.relationship <> '*YP' then 'none'
                else 'comment' end) not in ('comment', new.level)
  ) then
    raise exception 'more than was decided for this person and this pupil' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function parent_access_as_decided() from public;
create trigger parent_access_as_decided before insert on register_pupilaccess
  for each row when (new.source = 'parent') execute function parent_access_as_decided();
create trigger parent_access_raised_as_decided before update of level on register_pupilaccess
  for each row when (new.source = 'parent' and new.level <> old.level) execute function parent_access_as_decided();
"""
FUNCTIONS_BEFORE = """
drop trigger parent_access_raised_as_decided on register_pupilaccess;
drop trigger parent_access_as_decided on register_pupilaccess;
drop function parent_access_as_decided(), app_pupils_to_write();
"""

COLUMNS = """
grant select (portal, channel) on register_contact to senco_staff;
grant select (portal, relationship) on register_contact to senco_system;
grant update (level) on register_pupilaccess to senco_school, senco_system;
grant update (named_parents) on register_pupilfile to senco_school;
revoke select on register_rightspassed from senco_staff, senco_system;
grant select (id, school_id, pupil_id, passed_on, confirmed_by_id, confirmed_at, taken_back_at, taken_back_by_id)
  on register_rightspassed to senco_staff;
grant select (id, school_id, pupil_id, taken_back_at) on register_rightspassed to senco_system;
"""
COLUMNS_BEFORE = """
revoke update (named_parents) on register_pupilfile from senco_school;
revoke update (level) on register_pupilaccess from senco_school, senco_system;
revoke select (portal, relationship) on register_contact from senco_system;
revoke select (portal, channel) on register_contact from senco_staff;
"""

SHARED = "for_family and removed_at is null and scan <> 'waiting'"
FOR_ME = f"(named_parents = '{{}}' or {ME} = any(named_parents))"
BROUGHT_BY_ME = f"uploaded_by_id = {ME} and removed_at is null"
JUST_BROUGHT = (
    f"{MAY_WRITE} and {IN_SCHOOL} and {BROUGHT_BY_ME} and not for_family and not for_agency and uploaded_at between"
    " statement_timestamp() - interval '10 minutes' and statement_timestamp() + interval '10 minutes'"
)
CONTENT_OF_MINE = f"exists (select 1 from register_pupilfile f where f.id = file_id and f.removed_at is null and f.uploaded_by_id = {ME})"
FILES = f"""
alter policy family_select on register_pupilfile using ({OF_MY_PUPILS} and (({SHARED} and {FOR_ME}) or ({BROUGHT_BY_ME})));
grant insert on register_pupilfile, register_pupilfilecontent to senco_family;
create policy family_insert on register_pupilfile for insert to senco_family with check ({JUST_BROUGHT});
create policy family_insert on register_pupilfilecontent for insert to senco_family
  with check ({MAY_WRITE} and {IN_SCHOOL} and {CONTENT_OF_MINE});
"""
FILES_BEFORE = f"""
drop policy family_insert on register_pupilfilecontent;
drop policy family_insert on register_pupilfile;
revoke insert on register_pupilfile, register_pupilfilecontent from senco_family;
alter policy family_select on register_pupilfile using ({OF_MY_PUPILS} and {SHARED});
"""

CONFIRMED_BY_ME = f"{OF_SCHOOL} and (select app_is_senior()) and confirmed_by_id = {ME} and taken_back_at is null"
TAKEN_BACK_BY_ME = f"{OF_SCHOOL} and (select app_is_senior()) and taken_back_by_id = {ME}"


class Migration(migrations.Migration):
    dependencies = [("register", "0017_who_decides")]

    operations = [
        Protect(
            "rightspassed",
            school=Allow(
                "SIU", OF_SCHOOL, check=TAKEN_BACK_BY_ME, columns=("taken_back_at", "taken_back_by_id"), insertable=CONFIRMED_BY_ME
            ),
            staff=Allow("S", OF_MY_PUPILS),
            system=Allow("S"),
        ),
        Protect("rightspassedevent", school=Allow("S", OF_SCHOOL)),
        Belongs("rightspassed"),
        migrations.RunSQL(FUNCTIONS, FUNCTIONS_BEFORE),
        migrations.RunSQL(COLUMNS, COLUMNS_BEFORE),
        migrations.RunSQL(FILES, FILES_BEFORE),
        FamilyWrites("concern"),
        FamilyWrites("concernstep"),
    ]
