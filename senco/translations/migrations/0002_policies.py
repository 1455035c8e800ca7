"""The office asks and takes back; whoever translates writes the words; whoever is named approves, and nobody else.

A family reads what is approved, as long as it may read the original. What was approved stays as it is.
"""

from django.db import migrations

from senco.access.belonging import Belongs
from senco.access.protect import OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
NAMED = f"{OF_MY_PUPILS} and (translator_id = {ME} or approver_id = {ME})"
MINE = f"{OF_MY_PUPILS} and translator_id = {ME}"
SAVED = ("saved_by_id", "saved_at", "version")
WRITTEN = ("words", "handed_in_at", *SAVED)
DECIDED = ("returned_at", "returned_why", "approved_at")
ARRANGED = ("translator_id", "approver_id", "by_when", "note", "withdrawn_at", "told_of")
BEGUN = (
    f"asked_by_id = {ME} and handed_in_at is null and returned_at is null and approved_at is null and withdrawn_at is null"
    " and told_of = ''"
)
# A family's own policies stand on both tables: what it may not read of them is not in these lists.
ORIGINAL = (
    "(plan_version_id in (select v.id from provision_planversion v) or record_id in (select r.id from reviews_reviewrecord r))"
)

FORWARDS = """
create function translation_by_the_named() returns trigger language plpgsql as $$
declare me uuid := app_membership();
begin
  if current_user not in ('senco_school', 'senco_staff', 'senco_family', 'senco_agency') then return new; end if;
  if (new.source, new.title, new.language, new.asked_by_id, new.asked_at)
     is distinct from (old.source, old.title, old.language, old.asked_by_id, old.asked_at) then
    raise exception 'what is translated stays as it was asked for' using errcode = 'insufficient_privilege';
  end if;
  if old.approved_at is not null and (new.words, new.approved_at, new.handed_in_at, new.translator_id, new.approver_id)
     is distinct from (old.words, old.approved_at, old.handed_in_at, old.translator_id, old.approver_id) then
    raise exception 'what was approved stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if (new.words, new.handed_in_at) is distinct from (old.words, old.handed_in_at)
     and me is distinct from old.translator_id then
    raise exception 'only the translator writes' using errcode = 'insufficient_privilege';
  end if;
  if (new.approved_at, new.returned_at, new.returned_why) is distinct from (old.approved_at, old.returned_at, old.returned_why)
     and (me is distinct from old.approver_id or new.approver_id is distinct from old.approver_id or old.handed_in_at is null) then
    raise exception 'only who is named to approve decides' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function translation_by_the_named() from public;
create trigger translation_by_the_named before update on translations_translation
  for each row execute function translation_by_the_named();
"""
BACKWARDS = """
drop trigger translation_by_the_named on translations_translation;
drop function translation_by_the_named();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0001_translations"),
        ("provision", "0017_families_write_what_they_may"),
        ("reviews", "0008_families_write_what_they_may"),
    ]

    operations = [
        Protect(
            "translation",
            school=Allow("SIU", OF_SCHOOL, columns=(*WRITTEN, *DECIDED, *ARRANGED), insertable=f"{OF_SCHOOL} and {BEGUN}"),
            staff=Allow("SU", NAMED, check=f"{NAMED} and saved_by_id = {ME}", columns=(*WRITTEN, *DECIDED)),
            family=Allow("S", f"{OF_MY_PUPILS} and approved_at is not null and withdrawn_at is null and {ORIGINAL}"),
            agency=Allow("SU", MINE, check=f"{MINE} and saved_by_id = {ME}", columns=WRITTEN),
        ),
        Protect("translationevent", school=Allow("S", OF_SCHOOL)),
        Belongs("translation"),
        migrations.RunSQL(FORWARDS, BACKWARDS),
    ]
