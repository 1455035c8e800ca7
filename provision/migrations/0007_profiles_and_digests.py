"""One-page profiles, alerts, readings, cover links and prints; and who may do what with them in the database.

Cover links have a door of their own (docs/decisions/0018-cover-links.md): the login role has no right on any of these tables and may
call one function, which takes the hash of a token, judges it by the database's clock, writes that it was opened, and answers with the
little that a cover teacher needs.
"""

import datetime
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
MINE = f"{OF_MY_PUPILS} and {IN_SCHOOL}"
NOW = "statement_timestamp()"
JUST_NOW = f"between {NOW} - interval '10 minutes' and {NOW} + interval '10 minutes'"
BY_ME = f"{OF_SCHOOL} and by_id = {ME}"
READ_BY_ME = f"membership_id = {ME} and at {JUST_NOW}"
STANDING = f"{OF_MY_PUPILS} and withdrawn_at is null"
LIVE_CLASS = (
    f"exists (select 1 from register_groupteacher t where t.group_id = provision_coverlink.group_id and t.membership_id = {ME}"
    f" and t.starts <= {NOW} and (t.ends is null or t.ends > {NOW}))"
)
MADE_BY_ME = f"{IN_SCHOOL} and made_by_id = {ME}"
MADE_NOW = f"made_by_id = {ME} and created_at {JUST_NOW} and revoked_at is null"
TAKEN_BACK = "revoked_at is not null"  # for good: nobody opens a link again
ASKED_BY_ME = f"membership_id = {ME}"
PROGRESS = ("state", "done", "attempts", "moved_at", "content")
SAVED = ("saved_by_id", "saved_at", "version")
WORDS = ("photo_id", "admire", "matters", "helps", "hinders", "written_with", "written_on", "agreed_on", *SAVED)
ALERT = ("kind", "text", "what_to_do", "source", "starts", "ends", "for_cover", *SAVED)
SAVED_BY_ME = f"{OF_SCHOOL} and saved_by_id = {ME}"
TRACKED = ("profile", "profileversion", "profilereading", "pupilalert", "digestreading")


def reading(rows: str, to_what: str = "true") -> Allow:
    return Allow("SI", rows, insertable=f"{rows} and {IN_SCHOOL} and {READ_BY_ME} and {to_what}")


def prints(rows: str) -> Allow:
    return Allow("SIU", rows, columns=PROGRESS, insertable=f"{rows} and content is null and state = 'waiting'")


VERSION_I_READ = "version_id in (select v.id from provision_profileversion v where v.withdrawn_at is null)"

# Live: by the database's clock. The day is the school's day, whatever the clock of the session.
OPEN_COVER = """
create function app_open_cover(hash text) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare
  link provision_coverlink;
  whole boolean;
  today date := (statement_timestamp() at time zone 'Europe/London')::date;
  answer jsonb;
begin
  select l.* into link from provision_coverlink l
    where l.token_hash = hash and l.revoked_at is null and l.expires_at > statement_timestamp();
  if not found then return null; end if;
  select m.role in ('senco', 'admin', 'head') into whole
    from accounts_membership m join accounts_user u on u.id = m.user_id
    where m.id = link.made_by_id and m.school_id = link.school_id and u.is_active
      and m.starts <= statement_timestamp() and (m.ends is null or m.ends > statement_timestamp())
      and (m.role in ('senco', 'admin', 'head') or (m.role = 'teacher' and exists (
        select 1 from register_groupteacher t where t.group_id = link.group_id and t.membership_id = m.id
          and t.starts <= statement_timestamp() and (t.ends is null or t.ends > statement_timestamp()))));
  if not found then return null; end if;
  with named as (
    select p.id, coalesce(nullif(p.preferred_forename, ''), p.legal_forename) as forename,
           coalesce(nullif(p.preferred_surname, ''), p.legal_surname) as surname
    from register_pupil p
    where p.school_id = link.school_id and (p.left_on is null or p.left_on > today) and (p.joined_on is null or p.joined_on <= today)
      and exists (
        select 1 from register_grouppupil g where g.pupil_id = p.id and g.group_id = link.group_id
          and g.starts <= statement_timestamp() and (g.ends is null or g.ends > statement_timestamp()))
      and (whole or exists (
        select 1 from register_pupilaccess a where a.content_object_id = p.id and a.membership_id = link.made_by_id
          and a.starts <= statement_timestamp() and (a.ends is null or a.ends > statement_timestamp())))
  ), seated as (
    select id, forename || ' ' || case
      when count(*) over (partition by lower(forename), lower(left(surname, 1))) > 1 then surname else left(surname, 1) end as name
    from named
  ), told as (
    select s.id, s.name,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text, 'what_to_do', a.what_to_do)
                                 order by a.kind, a.text, a.id), '[]')
       from provision_pupilalert a
       where a.pupil_id = s.id and a.for_cover and a.starts <= today and (a.ends is null or a.ends > today)) as alerts,
      (select coalesce(jsonb_agg(jsonb_build_object('text', i.text, 'bank', i.bank) order by i.position, i.id), '[]')
       from provision_planitem i
       where i.pupil_id = s.id and i.kind = 'strategy' and i.removed_at is null
         and (select t.kind from provision_planstep t
              where t.plan_id = i.plan_id and t.withdrawn_at is null and t.kind <> 'updated'
              order by t.at desc, t.id desc limit 1) = 'in_force') as strategies
    from seated s
  ), needed as (
    select * from told where alerts <> '[]' or strategies <> '[]'
  ), opened as (
    insert into provision_coveropening (id, school_id, link_id, at, pupil_ids)
    select gen_random_uuid(), link.school_id, link.id, statement_timestamp(), coalesce(array_agg(n.id), '{}') from needed n
  )
  select jsonb_build_object(
    'school', (select s.name from accounts_school s where s.id = link.school_id),
    'group', g.name, 'subject', g.subject, 'until', link.expires_at,
    'pupils', (select coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'alerts', n.alerts, 'strategies', n.strategies)
                                         order by n.name, n.id), '[]') from needed n))
  into answer from register_teachinggroup g where g.id = link.group_id;
  return answer;
end $$;
revoke all on function app_open_cover(text) from public;
grant execute on function app_open_cover(text) to senco_app;
"""
# The system deletes what is past its day and reads no file.
BLIND = """
revoke select on provision_profileprint from senco_system;
grant select (id, school_id, membership_id, state, created_at, moved_at, expires_at) on provision_profileprint to senco_system;
"""

POLICIES = [
    Protect(
        "profile",
        school=Allow("SIU", OF_SCHOOL, check=SAVED_BY_ME, columns=WORDS),
        staff=Allow("SIU", OF_MY_PUPILS, check=f"{MINE} and saved_by_id = {ME}", columns=WORDS),
    ),
    Protect(
        "profileversion",
        school=Allow("SIU", OF_SCHOOL, columns=("withdrawn_at",), insertable=BY_ME),
        staff=Allow("S", OF_MY_PUPILS),
        family=Allow("S", STANDING),
        agency=Allow("S", STANDING),
    ),
    Protect(
        "profilereading",
        school=reading(OF_SCHOOL, VERSION_I_READ),
        staff=reading(f"{OF_MY_PUPILS} and membership_id = {ME}", VERSION_I_READ),
    ),
    Protect(
        "pupilalert",
        school=Allow("SIU", OF_SCHOOL, check=SAVED_BY_ME, columns=ALERT),
        staff=Allow("S", OF_MY_PUPILS),
    ),
    Protect("digestreading", school=reading(OF_SCHOOL), staff=reading(f"{OF_MY_PUPILS} and membership_id = {ME}")),
    Protect(
        "coverlink",
        school=Allow(
            "SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and {TAKEN_BACK}", columns=("revoked_at",), insertable=f"{OF_SCHOOL} and {MADE_NOW}",
        ),
        staff=Allow(
            "SIU", MADE_BY_ME, check=f"{MADE_BY_ME} and {TAKEN_BACK}", columns=("revoked_at",),
            insertable=f"{MADE_BY_ME} and {MADE_NOW} and {LIVE_CLASS}",
        ),
    ),
    Protect(
        "coveropening",
        school=Allow("S", OF_SCHOOL),
        staff=Allow("S", f"{IN_SCHOOL} and link_id in (select l.id from provision_coverlink l)"),
    ),
    Protect(
        "profileprint",
        school=prints(f"{OF_SCHOOL} and {ASKED_BY_ME}"),
        staff=prints(f"{IN_SCHOOL} and {ASKED_BY_ME}"),
        system=Allow("SD", "true", deletable=f"expires_at <= {NOW}"),
    ),
    *(Protect(f"{model}event", school=Allow("S", OF_SCHOOL)) for model in TRACKED),
    *(Belongs(model) for model in (*TRACKED, "coverlink", "coveropening", "profileprint")),
    migrations.RunSQL(BLIND, migrations.RunSQL.noop),
    migrations.RunSQL(OPEN_COVER, "drop function app_open_cover(text)"),
]


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0006_seen_with_files'),
        ('register', '0014_pupil_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='CoverLink',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('for_whom', models.CharField(max_length=120, verbose_name='for whom')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.teachinggroup')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CoverOpening',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('pupil_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list)),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='provision.coverlink')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['-at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='DigestReading',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('plan', 'Plan'), ('strategy', 'Strategy'), ('alert', 'Alert'), ('profile', 'Profile'), ('status', 'SEN status')], max_length=8)),
                ('source', models.UUIDField()),
                ('state', models.CharField(blank=True, max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.membership')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='DigestReadingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('kind', models.CharField(choices=[('plan', 'Plan'), ('strategy', 'Strategy'), ('alert', 'Alert'), ('profile', 'Profile'), ('status', 'SEN status')], max_length=8)),
                ('source', models.UUIDField()),
                ('state', models.CharField(blank=True, max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('membership', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.digestreading')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('admire', models.TextField(blank=True, max_length=500, verbose_name='what people like and admire about me')),
                ('matters', models.TextField(blank=True, max_length=500, verbose_name='what matters to me')),
                ('helps', models.TextField(blank=True, max_length=500, verbose_name='how to help me')),
                ('hinders', models.TextField(blank=True, max_length=500, verbose_name='what does not help me')),
                ('written_with', models.CharField(blank=True, max_length=200, verbose_name='written with')),
                ('written_on', models.DateField(blank=True, null=True, verbose_name='written on')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='agreed with the pupil on')),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='register.pupilfile', verbose_name='photo')),
                ('pupil', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to='register.pupil')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProfileEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('admire', models.TextField(blank=True, max_length=500, verbose_name='what people like and admire about me')),
                ('matters', models.TextField(blank=True, max_length=500, verbose_name='what matters to me')),
                ('helps', models.TextField(blank=True, max_length=500, verbose_name='how to help me')),
                ('hinders', models.TextField(blank=True, max_length=500, verbose_name='what does not help me')),
                ('written_with', models.CharField(blank=True, max_length=200, verbose_name='written with')),
                ('written_on', models.DateField(blank=True, null=True, verbose_name='written on')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='agreed with the pupil on')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.profile')),
                ('photo', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupilfile', verbose_name='photo')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProfilePrint',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120)),
                ('size', models.CharField(choices=[('a4', 'A4'), ('a5', 'A5')], max_length=2, verbose_name='paper')),
                ('pupil_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField())),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('working', 'Being drawn'), ('done', 'Ready'), ('cancelled', 'Cancelled'), ('failed', 'Not drawn')], default='waiting', max_length=9)),
                ('done', models.PositiveSmallIntegerField(default=0)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('content', models.BinaryField(null=True)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProfileReading',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.membership')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProfileVersion',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('admire', models.TextField(blank=True, max_length=500, verbose_name='what people like and admire about me')),
                ('matters', models.TextField(blank=True, max_length=500, verbose_name='what matters to me')),
                ('helps', models.TextField(blank=True, max_length=500, verbose_name='how to help me')),
                ('hinders', models.TextField(blank=True, max_length=500, verbose_name='what does not help me')),
                ('written_with', models.CharField(blank=True, max_length=200, verbose_name='written with')),
                ('written_on', models.DateField(blank=True, null=True, verbose_name='written on')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='agreed with the pupil on')),
                ('title', models.CharField(max_length=40)),
                ('number', models.PositiveSmallIntegerField()),
                ('saved_version', models.PositiveIntegerField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='register.pupilfile', verbose_name='photo')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='provision.profile')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='profile_versions', to='register.pupil')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['number', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProfileReadingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('membership', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.profilereading')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
                ('version', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.profileversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='profilereading',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='provision.profileversion'),
        ),
        migrations.CreateModel(
            name='ProfileVersionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('admire', models.TextField(blank=True, max_length=500, verbose_name='what people like and admire about me')),
                ('matters', models.TextField(blank=True, max_length=500, verbose_name='what matters to me')),
                ('helps', models.TextField(blank=True, max_length=500, verbose_name='how to help me')),
                ('hinders', models.TextField(blank=True, max_length=500, verbose_name='what does not help me')),
                ('written_with', models.CharField(blank=True, max_length=200, verbose_name='written with')),
                ('written_on', models.DateField(blank=True, null=True, verbose_name='written on')),
                ('agreed_on', models.DateField(blank=True, null=True, verbose_name='agreed with the pupil on')),
                ('title', models.CharField(max_length=40)),
                ('number', models.PositiveSmallIntegerField()),
                ('saved_version', models.PositiveIntegerField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.profileversion')),
                ('photo', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupilfile', verbose_name='photo')),
                ('profile', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.profile')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PupilAlert',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(choices=[('medical', 'Medical'), ('safety', 'Safety')], max_length=8, verbose_name='kind')),
                ('text', models.CharField(max_length=200, verbose_name='what everyone must know')),
                ('what_to_do', models.CharField(blank=True, max_length=400, verbose_name='what to do')),
                ('source', models.CharField(max_length=200, verbose_name='where this comes from')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
                ('for_cover', models.BooleanField(default=True, verbose_name='also for cover teachers')),
                ('pupil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='register.pupil')),
                ('saved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school')),
            ],
            options={
                'ordering': ['kind', '-starts', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PupilAlertEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(choices=[('medical', 'Medical'), ('safety', 'Safety')], max_length=8, verbose_name='kind')),
                ('text', models.CharField(max_length=200, verbose_name='what everyone must know')),
                ('what_to_do', models.CharField(blank=True, max_length=400, verbose_name='what to do')),
                ('source', models.CharField(max_length=200, verbose_name='where this comes from')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
                ('for_cover', models.BooleanField(default=True, verbose_name='also for cover teachers')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.pupilalert')),
                ('pupil', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil')),
                ('saved_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership')),
                ('school', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='coverlink',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at')), ('expires_at__lte', django.db.models.expressions.CombinedExpression(models.F('created_at'), '+', models.Value(datetime.timedelta(days=3))))), name='cover_link_lasts_three_days_at_most'),
        ),
        migrations.AddConstraint(
            model_name='digestreading',
            constraint=models.UniqueConstraint(fields=('membership', 'kind', 'source', 'state'), name='change_read_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='digestreading',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_digestreadingevent" ("at", "id", "kind", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "state") VALUES (NEW."at", NEW."id", NEW."kind", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."source", NEW."state"); RETURN NULL;', hash='9b28834599930cd96f832bb92ff5e74ae8b0e66d', operation='INSERT', pgid='pgtrigger_insert_insert_7f35f', table='provision_digestreading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='digestreading',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_digestreadingevent" ("at", "id", "kind", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "state") VALUES (NEW."at", NEW."id", NEW."kind", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."source", NEW."state"); RETURN NULL;', hash='cc6196bba2f5a1dbf5ae73f647bf86efb9e9851b', operation='UPDATE', pgid='pgtrigger_update_update_b274b', table='provision_digestreading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='digestreading',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_digestreadingevent" ("at", "id", "kind", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "source", "state") VALUES (OLD."at", OLD."id", OLD."kind", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."source", OLD."state"); RETURN NULL;', hash='48d15265920fa45e5052cd5b37f10aa682033633', operation='DELETE', pgid='pgtrigger_delete_delete_fadf9', table='provision_digestreading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='digestreadingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3b91ae66f719d7275e30533552c8c5ac09738ce1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_44105', table='provision_digestreadingevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_profileevent" ("admire", "agreed_on", "helps", "hinders", "id", "matters", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "pupil_id", "saved_at", "saved_by_id", "school_id", "version", "written_on", "written_with") VALUES (NEW."admire", NEW."agreed_on", NEW."helps", NEW."hinders", NEW."id", NEW."matters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."photo_id", NEW."pupil_id", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."version", NEW."written_on", NEW."written_with"); RETURN NULL;', hash='319ec2cb1fcc8a335a7638c1f03666acac129f8a', operation='INSERT', pgid='pgtrigger_insert_insert_2536f', table='provision_profile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_profileevent" ("admire", "agreed_on", "helps", "hinders", "id", "matters", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "pupil_id", "saved_at", "saved_by_id", "school_id", "version", "written_on", "written_with") VALUES (NEW."admire", NEW."agreed_on", NEW."helps", NEW."hinders", NEW."id", NEW."matters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."photo_id", NEW."pupil_id", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."version", NEW."written_on", NEW."written_with"); RETURN NULL;', hash='a5c75d1bee1d403dfbfdf8f4e8a4008f07e1aeb3', operation='UPDATE', pgid='pgtrigger_update_update_e2d50', table='provision_profile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_profileevent" ("admire", "agreed_on", "helps", "hinders", "id", "matters", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "pupil_id", "saved_at", "saved_by_id", "school_id", "version", "written_on", "written_with") VALUES (OLD."admire", OLD."agreed_on", OLD."helps", OLD."hinders", OLD."id", OLD."matters", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."photo_id", OLD."pupil_id", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."version", OLD."written_on", OLD."written_with"); RETURN NULL;', hash='16c60f3f714cf8cd72a871d585d39216e61b4b60', operation='DELETE', pgid='pgtrigger_delete_delete_efdbb', table='provision_profile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='08b8732b0851f5beda87af94fc13f105ddd63fa7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eaa14', table='provision_profileevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='profileprint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('content__isnull', False), ('state', 'done')), models.Q(models.Q(('state', 'done'), _negated=True), ('content__isnull', True)), _connector='OR'), name='print_has_content_when_done'),
        ),
        migrations.AddConstraint(
            model_name='profileversion',
            constraint=models.UniqueConstraint(fields=('profile', 'number'), name='profile_version_number_once'),
        ),
        migrations.AddConstraint(
            model_name='profileversion',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('profile',), name='one_profile_version_stands'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profileversion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_profileversionevent" ("admire", "agreed_on", "at", "by_id", "helps", "hinders", "id", "matters", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "profile_id", "pupil_id", "saved_version", "school_id", "title", "withdrawn_at", "written_on", "written_with") VALUES (NEW."admire", NEW."agreed_on", NEW."at", NEW."by_id", NEW."helps", NEW."hinders", NEW."id", NEW."matters", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."photo_id", NEW."profile_id", NEW."pupil_id", NEW."saved_version", NEW."school_id", NEW."title", NEW."withdrawn_at", NEW."written_on", NEW."written_with"); RETURN NULL;', hash='f2edbc6ed995c5906511b11e484141e350174d32', operation='INSERT', pgid='pgtrigger_insert_insert_6e3c4', table='provision_profileversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profileversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_profileversionevent" ("admire", "agreed_on", "at", "by_id", "helps", "hinders", "id", "matters", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "profile_id", "pupil_id", "saved_version", "school_id", "title", "withdrawn_at", "written_on", "written_with") VALUES (NEW."admire", NEW."agreed_on", NEW."at", NEW."by_id", NEW."helps", NEW."hinders", NEW."id", NEW."matters", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."photo_id", NEW."profile_id", NEW."pupil_id", NEW."saved_version", NEW."school_id", NEW."title", NEW."withdrawn_at", NEW."written_on", NEW."written_with"); RETURN NULL;', hash='ee25d999738e511e1fc8ce4f6003d6e1c49928e3', operation='UPDATE', pgid='pgtrigger_update_update_feafa', table='provision_profileversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profileversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_profileversionevent" ("admire", "agreed_on", "at", "by_id", "helps", "hinders", "id", "matters", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "photo_id", "profile_id", "pupil_id", "saved_version", "school_id", "title", "withdrawn_at", "written_on", "written_with") VALUES (OLD."admire", OLD."agreed_on", OLD."at", OLD."by_id", OLD."helps", OLD."hinders", OLD."id", OLD."matters", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."photo_id", OLD."profile_id", OLD."pupil_id", OLD."saved_version", OLD."school_id", OLD."title", OLD."withdrawn_at", OLD."written_on", OLD."written_with"); RETURN NULL;', hash='d411da097d4f12237ae1da99709769ff4ae5c4c2', operation='DELETE', pgid='pgtrigger_delete_delete_bedd0', table='provision_profileversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profilereadingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='afb2c813b2b327f4dfb1fa2e741c92b6293d2557', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2d1b3', table='provision_profilereadingevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='profilereading',
            constraint=models.UniqueConstraint(fields=('version', 'membership'), name='profile_version_read_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profilereading',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_profilereadingevent" ("at", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "version_id") VALUES (NEW."at", NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."version_id"); RETURN NULL;', hash='266d4f4c40051b2596734cc31e0cd76735d838bb', operation='INSERT', pgid='pgtrigger_insert_insert_1ee5b', table='provision_profilereading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profilereading',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_profilereadingevent" ("at", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "version_id") VALUES (NEW."at", NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."school_id", NEW."version_id"); RETURN NULL;', hash='1f354c378c776acf21d7ccc336c70e39a41ff915', operation='UPDATE', pgid='pgtrigger_update_update_5bd35', table='provision_profilereading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profilereading',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_profilereadingevent" ("at", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "school_id", "version_id") VALUES (OLD."at", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."school_id", OLD."version_id"); RETURN NULL;', hash='68833a92958a45fc931f7bc96177fa99a6be7ecd', operation='DELETE', pgid='pgtrigger_delete_delete_52052', table='provision_profilereading', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='profileversionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0094a5e0e3c7c2459ca0956d4edd40da522c6a5c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_de736', table='provision_profileversionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='pupilalert',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='alert_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilalert',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_pupilalertevent" ("ends", "for_cover", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "saved_at", "saved_by_id", "school_id", "source", "starts", "text", "version", "what_to_do") VALUES (NEW."ends", NEW."for_cover", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."pupil_id", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."source", NEW."starts", NEW."text", NEW."version", NEW."what_to_do"); RETURN NULL;', hash='5960da381c962e1d8d82add9568ae726a9368608', operation='INSERT', pgid='pgtrigger_insert_insert_0aba2', table='provision_pupilalert', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilalert',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_pupilalertevent" ("ends", "for_cover", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "saved_at", "saved_by_id", "school_id", "source", "starts", "text", "version", "what_to_do") VALUES (NEW."ends", NEW."for_cover", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."pupil_id", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."source", NEW."starts", NEW."text", NEW."version", NEW."what_to_do"); RETURN NULL;', hash='61bea5e4e67f565a1cbe0a7d744a4db8d79a1c3e', operation='UPDATE', pgid='pgtrigger_update_update_78a66', table='provision_pupilalert', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilalert',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_pupilalertevent" ("ends", "for_cover", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pupil_id", "saved_at", "saved_by_id", "school_id", "source", "starts", "text", "version", "what_to_do") VALUES (OLD."ends", OLD."for_cover", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."pupil_id", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."source", OLD."starts", OLD."text", OLD."version", OLD."what_to_do"); RETURN NULL;', hash='a91064b7d34511c3946c9c427ee6dc6e33515b6d', operation='DELETE', pgid='pgtrigger_delete_delete_13d67', table='provision_pupilalert', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pupilalertevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='46383927be58df1bfd9d2cc440640ff43fd4a36d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_12b23', table='provision_pupilalertevent', when='BEFORE')),
        ),
        *POLICIES,
    ]
