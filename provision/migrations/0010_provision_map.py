"""The provision map: the library, what is provided to whom, and what was delivered; and who may do what with it in the database.

Staff read the provision that they run and that of pupils they may open, and record its sessions in their own name. Families read what
their child has and what was delivered of it; of the name of a group, which may hold a pupil's, and of notes their role reads nothing.
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import provision.models.base
import provision.models.provided
import senco.core.models
from django.db import migrations, models

from senco.access.belonging import Belongs
from senco.access.protect import IN_SCHOOL, OF_MY_PUPILS, OF_SCHOOL, Allow, Protect

ME = "(select app_membership())"
MINE = f"{OF_MY_PUPILS} and {IN_SCHOOL}"
SAVED_BY_ME = f"saved_by_id = {ME}"
STAMP = ("saved_by_id", "saved_at", "version", "removed_at")
# Inside these questions the policies of the tables asked hold as well: a place is one of a pupil whom the reader may open.
HAS_A_PLACE = "id in (select a.provision_id from provision_allocation a where a.removed_at is null)"
I_RUN = f"id in (select x.provision_id from provision_provisionadult x where x.membership_id = {ME} and x.removed_at is null)"
OF_PROVISION_I_READ = "provision_id in (select p.id from provision_provision p)"
OF_SESSION_I_READ = "session_id in (select s.id from provision_session s)"
TAKEN_BY_ME = f"{IN_SCHOOL} and {OF_PROVISION_I_READ} and {SAVED_BY_ME}"
MARKED_BY_ME = f"{MINE} and {OF_SESSION_I_READ} and {SAVED_BY_ME}"
PROVISION = ("name", "place", "starts", "ends", "agreed_size")
TIME = ("weekday", "weeks", "at", "minutes", "starts", "ends")
ADULT = ("membership_id", "adult_words", "starts", "ends")
PLACE = ("outcome_id", "planned_id", "required", "starts", "ends")
SESSION = ("planned_minutes", "state", "reason", "minutes", "note", "extra", "adult_id")
MARK = ("mark", "minutes", "note", "progress")
ABSENCE = ("starts", "ends", "from_time", "until_time")
TRACKED = (
    "intervention", "resource", "provision", "provisiontime", "provisionadult", "allocation", "session", "sessionmark", "adultabsence",
)  # fmt: skip
# What a line of a plan says may name the intervention from now on.
NAMED_IN_PLANS = """
grant update (intervention_id) on provision_plannedprovision to senco_school, senco_staff;
"""
READ_IN_PART = """
revoke select on provision_intervention, provision_provision, provision_session, provision_sessionmark from senco_family;
grant select (id, school_id, name, plain, area, tier) on provision_intervention to senco_family;
grant select (id, school_id, intervention_id, starts, ends, removed_at) on provision_provision to senco_family;
grant select (id, school_id, provision_id, day, at, planned_minutes, state, reason, minutes, extra, removed_at)
  on provision_session to senco_family;
grant select (id, school_id, pupil_id, session_id, mark, minutes, removed_at) on provision_sessionmark to senco_family;
"""


def of_the_office(*columns: str) -> Allow:
    """The office of the school writes it, in one's own name; `columns` are those that change."""
    return Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and {SAVED_BY_ME}", columns=(*columns, *STAMP))


OF_THE_LIBRARY = Allow("SIU", OF_SCHOOL, check=f"{OF_SCHOOL} and {SAVED_BY_ME}")


POLICIES = [
    Protect(
        "intervention",
        school=OF_THE_LIBRARY,
        staff=Allow("S", IN_SCHOOL),
        family=Allow("S", "id in (select p.intervention_id from provision_provision p)"),
    ),
    Protect("resource", school=OF_THE_LIBRARY, staff=Allow("S", IN_SCHOOL)),
    Protect(
        "provision",
        school=of_the_office(*PROVISION),
        staff=Allow("S", f"{IN_SCHOOL} and ({HAS_A_PLACE} or {I_RUN})"),
        family=Allow("S", HAS_A_PLACE),
    ),
    Protect(
        "provisiontime",
        school=of_the_office(*TIME),
        staff=Allow("S", IN_SCHOOL),
        family=Allow("S", OF_PROVISION_I_READ),
    ),
    Protect("provisionadult", school=of_the_office(*ADULT), staff=Allow("S", IN_SCHOOL)),
    Protect(
        "allocation",
        school=of_the_office(*PLACE),
        staff=Allow("S", OF_MY_PUPILS),
        family=Allow("S", OF_MY_PUPILS),
    ),
    Protect(
        "session",
        school=of_the_office(*SESSION),
        staff=Allow(
            "SIU", f"{IN_SCHOOL} and {OF_PROVISION_I_READ}", check=TAKEN_BY_ME, columns=(*SESSION, *STAMP), insertable=TAKEN_BY_ME,
        ),
        family=Allow("S", OF_PROVISION_I_READ),
    ),
    Protect(
        "sessionmark",
        school=of_the_office(*MARK),
        staff=Allow("SIU", OF_MY_PUPILS, check=MARKED_BY_ME, columns=(*MARK, *STAMP), insertable=MARKED_BY_ME),
        family=Allow("S", OF_MY_PUPILS),
    ),
    Protect(
        "adultabsence",
        school=of_the_office(*ABSENCE),
        staff=Allow("S", f"{IN_SCHOOL} and membership_id = {ME}"),
    ),
    *(Protect(f"{model}event", school=Allow("S", OF_SCHOOL)) for model in TRACKED),
    *(Belongs(model) for model in (*TRACKED, "plannedprovision")),
    migrations.RunSQL(READ_IN_PART, migrations.RunSQL.noop),
    migrations.RunSQL(NAMED_IN_PLANS, migrations.RunSQL.noop),
]


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_school_framework'),
        ('provision', '0009_plans_are_printed_together'),
        ('register', '0014_pupil_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdultAbsence',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('starts', models.DateField(verbose_name='first day')),
                ('ends', models.DateField(verbose_name='last day')),
                ('from_time', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('until_time', models.TimeField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'ordering': ['starts', 'id'],
            },
        ),
        migrations.CreateModel(
            name='AdultAbsenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('starts', models.DateField(verbose_name='first day')),
                ('ends', models.DateField(verbose_name='last day')),
                ('from_time', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('until_time', models.TimeField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Allocation',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('required', models.BooleanField(default=False, verbose_name='required by law')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'ordering': ['starts', 'id'],
            },
        ),
        migrations.CreateModel(
            name='AllocationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('required', models.BooleanField(default=False, verbose_name='required by law')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Intervention',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('plain', models.CharField(blank=True, max_length=300, verbose_name='in plain words, for the family')),
                ('area', models.CharField(choices=[('CI', 'Communication and interaction'), ('CL', 'Cognition and learning'), ('SE', 'Social, emotional and mental health'), ('SP', 'Sensory and physical')], max_length=2, verbose_name='area of need')),
                ('tier', models.CharField(choices=[('1', 'Universal'), ('2', 'Targeted'), ('3', 'Targeted plus'), ('4', 'Specialist')], max_length=1, verbose_name='tier')),
                ('description', models.TextField(blank=True, max_length=2000, verbose_name='what it is')),
                ('entry_criteria', models.TextField(blank=True, max_length=1000, verbose_name='who it is for')),
                ('exit_criteria', models.TextField(blank=True, max_length=1000, verbose_name='when it has done its work')),
                ('measures', models.CharField(blank=True, max_length=500, verbose_name='how progress is measured')),
                ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes a session')),
                ('sessions_a_week', models.DecimalField(decimal_places=2, max_digits=4, validators=[django.core.validators.MinValueValidator(0.25), django.core.validators.MaxValueValidator(50)], verbose_name='sessions a week')),
                ('weeks', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='weeks')),
                ('group_size', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='pupils in a group')),
                ('adult_role', models.CharField(choices=[('ta', 'Teaching assistant'), ('hlta', 'Higher level teaching assistant'), ('teacher', 'Teacher'), ('senco', 'SENCO'), ('supervisor', 'Lunchtime supervisor'), ('ep', 'Educational psychologist'), ('slt', 'Speech and language therapist'), ('ot', 'Occupational therapist'), ('other', 'Somebody else from outside')], max_length=10, verbose_name='run by')),
                ('external', models.BooleanField(default=False, verbose_name='comes from outside the school')),
                ('evidence', models.CharField(choices=[('strong', 'Strong: several good trials'), ('moderate', 'Moderate: one good trial, or several weaker ones'), ('limited', 'Limited: promising, little research'), ('none', 'None yet: practice only')], default='none', max_length=8, verbose_name='how well it is known to work')),
                ('evidence_source', models.CharField(blank=True, max_length=300, verbose_name='who found out')),
                ('first_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='first school year')),
                ('last_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='last school year')),
                ('shipped', models.CharField(blank=True, editable=False, max_length=50)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['area', 'name'],
            },
        ),
        migrations.CreateModel(
            name='InterventionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=100, verbose_name='name')),
                ('plain', models.CharField(blank=True, max_length=300, verbose_name='in plain words, for the family')),
                ('area', models.CharField(choices=[('CI', 'Communication and interaction'), ('CL', 'Cognition and learning'), ('SE', 'Social, emotional and mental health'), ('SP', 'Sensory and physical')], max_length=2, verbose_name='area of need')),
                ('tier', models.CharField(choices=[('1', 'Universal'), ('2', 'Targeted'), ('3', 'Targeted plus'), ('4', 'Specialist')], max_length=1, verbose_name='tier')),
                ('description', models.TextField(blank=True, max_length=2000, verbose_name='what it is')),
                ('entry_criteria', models.TextField(blank=True, max_length=1000, verbose_name='who it is for')),
                ('exit_criteria', models.TextField(blank=True, max_length=1000, verbose_name='when it has done its work')),
                ('measures', models.CharField(blank=True, max_length=500, verbose_name='how progress is measured')),
                ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes a session')),
                ('sessions_a_week', models.DecimalField(decimal_places=2, max_digits=4, validators=[django.core.validators.MinValueValidator(0.25), django.core.validators.MaxValueValidator(50)], verbose_name='sessions a week')),
                ('weeks', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='weeks')),
                ('group_size', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='pupils in a group')),
                ('adult_role', models.CharField(choices=[('ta', 'Teaching assistant'), ('hlta', 'Higher level teaching assistant'), ('teacher', 'Teacher'), ('senco', 'SENCO'), ('supervisor', 'Lunchtime supervisor'), ('ep', 'Educational psychologist'), ('slt', 'Speech and language therapist'), ('ot', 'Occupational therapist'), ('other', 'Somebody else from outside')], max_length=10, verbose_name='run by')),
                ('external', models.BooleanField(default=False, verbose_name='comes from outside the school')),
                ('evidence', models.CharField(choices=[('strong', 'Strong: several good trials'), ('moderate', 'Moderate: one good trial, or several weaker ones'), ('limited', 'Limited: promising, little research'), ('none', 'None yet: practice only')], default='none', max_length=8, verbose_name='how well it is known to work')),
                ('evidence_source', models.CharField(blank=True, max_length=300, verbose_name='who found out')),
                ('first_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='first school year')),
                ('last_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='last school year')),
                ('shipped', models.CharField(blank=True, editable=False, max_length=50)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Provision',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('name', models.CharField(max_length=100, verbose_name='name of the group')),
                ('place', models.CharField(blank=True, max_length=60, verbose_name='where')),
                ('starts', models.DateField(verbose_name='first day')),
                ('ends', models.DateField(verbose_name='last day')),
                ('agreed_size', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='pupils it is meant for')),
            ],
            options={
                'ordering': ['name', 'starts', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProvisionAdult',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('adult_words', models.CharField(blank=True, max_length=100, verbose_name='or somebody without an account')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'ordering': ['starts', 'id'],
            },
            bases=(provision.models.base.NamesAnAdult, models.Model),
        ),
        migrations.CreateModel(
            name='ProvisionAdultEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('adult_words', models.CharField(blank=True, max_length=100, verbose_name='or somebody without an account')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProvisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('name', models.CharField(max_length=100, verbose_name='name of the group')),
                ('place', models.CharField(blank=True, max_length=60, verbose_name='where')),
                ('starts', models.DateField(verbose_name='first day')),
                ('ends', models.DateField(verbose_name='last day')),
                ('agreed_size', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='pupils it is meant for')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProvisionTime',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday')], verbose_name='day')),
                ('weeks', models.CharField(blank=True, choices=[('', 'Every week'), ('a', 'Week A'), ('b', 'Week B')], max_length=1, verbose_name='weeks')),
                ('at', models.TimeField(verbose_name='time')),
                ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'ordering': ['weekday', 'at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProvisionTimeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday')], verbose_name='day')),
                ('weeks', models.CharField(blank=True, choices=[('', 'Every week'), ('a', 'Week A'), ('b', 'Week B')], max_length=1, verbose_name='weeks')),
                ('at', models.TimeField(verbose_name='time')),
                ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes')),
                ('starts', models.DateField(verbose_name='from')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='until')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Resource',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('pence', models.PositiveIntegerField(verbose_name='cost in pence')),
                ('life_months', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(240)], verbose_name='lasts, in months')),
                ('bought_on', models.DateField(blank=True, null=True, verbose_name='bought on')),
                ('shared', models.BooleanField(default=True, verbose_name='one serves every group')),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ResourceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('pence', models.PositiveIntegerField(verbose_name='cost in pence')),
                ('life_months', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(240)], verbose_name='lasts, in months')),
                ('bought_on', models.DateField(blank=True, null=True, verbose_name='bought on')),
                ('shared', models.BooleanField(default=True, verbose_name='one serves every group')),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('day', models.DateField(verbose_name='day')),
                ('at', models.TimeField(verbose_name='time')),
                ('planned_minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes planned')),
                ('state', models.CharField(choices=[('expected', 'Not taken yet'), ('ran', 'It ran'), ('not_run', 'It did not run')], default='expected', max_length=8)),
                ('reason', models.CharField(blank=True, choices=[('adult', 'The adult was away'), ('pupil', 'The pupil was away'), ('room', 'No room'), ('trip', 'Trip or event'), ('exam', 'Test or exam'), ('taken', 'The adult was needed elsewhere'), ('other', 'Another reason')], max_length=8, verbose_name='why it did not run')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes it lasted')),
                ('note', models.CharField(blank=True, max_length=1000, verbose_name='note for colleagues')),
                ('extra', models.BooleanField(default=False, verbose_name='makes up for missed sessions')),
            ],
            options={
                'ordering': ['day', 'at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SessionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('day', models.DateField(verbose_name='day')),
                ('at', models.TimeField(verbose_name='time')),
                ('planned_minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes planned')),
                ('state', models.CharField(choices=[('expected', 'Not taken yet'), ('ran', 'It ran'), ('not_run', 'It did not run')], default='expected', max_length=8)),
                ('reason', models.CharField(blank=True, choices=[('adult', 'The adult was away'), ('pupil', 'The pupil was away'), ('room', 'No room'), ('trip', 'Trip or event'), ('exam', 'Test or exam'), ('taken', 'The adult was needed elsewhere'), ('other', 'Another reason')], max_length=8, verbose_name='why it did not run')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(600)], verbose_name='minutes it lasted')),
                ('note', models.CharField(blank=True, max_length=1000, verbose_name='note for colleagues')),
                ('extra', models.BooleanField(default=False, verbose_name='makes up for missed sessions')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SessionMark',
            fields=[
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, primary_key=True, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('mark', models.CharField(choices=[('present', 'Present'), ('absent', 'Absent'), ('short', 'Shortened'), ('refused', 'Refused')], max_length=8, verbose_name='mark')),
                ('minutes', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(600)], verbose_name='minutes the pupil had')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('progress', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='SessionMarkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.UUIDField(default=senco.core.models.new_id, editable=False, serialize=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('version', models.PositiveIntegerField(default=1)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('mark', models.CharField(choices=[('present', 'Present'), ('absent', 'Absent'), ('short', 'Shortened'), ('refused', 'Refused')], max_length=8, verbose_name='mark')),
                ('minutes', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(600)], verbose_name='minutes the pupil had')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('progress', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='plannedprovision',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='plannedprovision',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='plannedprovision',
            name='delete_delete',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plannedprovision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_plannedprovisionevent" ("adult_id", "adult_words", "ends", "group_size", "id", "intervention_id", "minutes", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "plan_id", "position", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "sessions_a_week", "starts", "version", "weeks", "what") VALUES (NEW."adult_id", NEW."adult_words", NEW."ends", NEW."group_size", NEW."id", NEW."intervention_id", NEW."minutes", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plain", NEW."plan_id", NEW."position", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."sessions_a_week", NEW."starts", NEW."version", NEW."weeks", NEW."what"); RETURN NULL;', hash='c633bec8f10fcfab188573131c3caf0b69f7f208', operation='INSERT', pgid='pgtrigger_insert_insert_68fbd', table='provision_plannedprovision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plannedprovision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_plannedprovisionevent" ("adult_id", "adult_words", "ends", "group_size", "id", "intervention_id", "minutes", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "plan_id", "position", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "sessions_a_week", "starts", "version", "weeks", "what") VALUES (NEW."adult_id", NEW."adult_words", NEW."ends", NEW."group_size", NEW."id", NEW."intervention_id", NEW."minutes", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plain", NEW."plan_id", NEW."position", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."sessions_a_week", NEW."starts", NEW."version", NEW."weeks", NEW."what"); RETURN NULL;', hash='c1c94782903bfcc6a3e31e27109e18b06e33f3ac', operation='UPDATE', pgid='pgtrigger_update_update_f613e', table='provision_plannedprovision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='plannedprovision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_plannedprovisionevent" ("adult_id", "adult_words", "ends", "group_size", "id", "intervention_id", "minutes", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "plan_id", "position", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "sessions_a_week", "starts", "version", "weeks", "what") VALUES (OLD."adult_id", OLD."adult_words", OLD."ends", OLD."group_size", OLD."id", OLD."intervention_id", OLD."minutes", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plain", OLD."plan_id", OLD."position", OLD."pupil_id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."sessions_a_week", OLD."starts", OLD."version", OLD."weeks", OLD."what"); RETURN NULL;', hash='8d9b542a07e8e51632e74813dae2b1e02bc3653e', operation='DELETE', pgid='pgtrigger_delete_delete_8c12a', table='provision_plannedprovision', when='AFTER')),
        ),
        migrations.AddField(
            model_name='adultabsence',
            name='membership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='accounts.membership', verbose_name='adult'),
        ),
        migrations.AddField(
            model_name='adultabsence',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='adultabsence',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='adultabsenceevent',
            name='membership',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership', verbose_name='adult'),
        ),
        migrations.AddField(
            model_name='adultabsenceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.adultabsence'),
        ),
        migrations.AddField(
            model_name='adultabsenceevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='adultabsenceevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='outcome',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='provision.outcome', verbose_name='outcome it serves'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='planned',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='places', to='provision.plannedprovision', verbose_name='line of the plan'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='pupil',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='support_places', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='outcome',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.outcome', verbose_name='outcome it serves'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.allocation'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='planned',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.plannedprovision', verbose_name='line of the plan'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='pupil',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='intervention',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='intervention',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='plannedprovision',
            name='intervention',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='planned', to='provision.intervention', verbose_name='intervention of the library'),
        ),
        migrations.AddField(
            model_name='plannedprovisionevent',
            name='intervention',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.intervention', verbose_name='intervention of the library'),
        ),
        migrations.AddField(
            model_name='interventionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.intervention'),
        ),
        migrations.AddField(
            model_name='interventionevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='interventionevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='provision',
            name='copied_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provision',
            name='intervention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provisions', to='provision.intervention'),
        ),
        migrations.AddField(
            model_name='provision',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='provision',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='allocationevent',
            name='provision',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='allocation',
            name='provision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provisionadult',
            name='membership',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership', verbose_name='adult'),
        ),
        migrations.AddField(
            model_name='provisionadult',
            name='provision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='adults', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provisionadult',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='provisionadult',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='provisionadultevent',
            name='membership',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership', verbose_name='adult'),
        ),
        migrations.AddField(
            model_name='provisionadultevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.provisionadult'),
        ),
        migrations.AddField(
            model_name='provisionadultevent',
            name='provision',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provisionadultevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='provisionadultevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='provisionevent',
            name='copied_from',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provisionevent',
            name='intervention',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.intervention'),
        ),
        migrations.AddField(
            model_name='provisionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provisionevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='provisionevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='provisiontime',
            name='provision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='times', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provisiontime',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='provisiontime',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='provisiontimeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.provisiontime'),
        ),
        migrations.AddField(
            model_name='provisiontimeevent',
            name='provision',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='provisiontimeevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='provisiontimeevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='resource',
            name='intervention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='provision.intervention'),
        ),
        migrations.AddField(
            model_name='resource',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='resource',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='resourceevent',
            name='intervention',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.intervention'),
        ),
        migrations.AddField(
            model_name='resourceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.resource'),
        ),
        migrations.AddField(
            model_name='resourceevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='resourceevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='session',
            name='adult',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership', verbose_name='covered by'),
        ),
        migrations.AddField(
            model_name='session',
            name='provision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='session',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='session',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='sessionevent',
            name='adult',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership', verbose_name='covered by'),
        ),
        migrations.AddField(
            model_name='sessionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.session'),
        ),
        migrations.AddField(
            model_name='sessionevent',
            name='provision',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.provision'),
        ),
        migrations.AddField(
            model_name='sessionevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='sessionevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='sessionmark',
            name='pupil',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='sessionmark',
            name='saved_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='sessionmark',
            name='school',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='sessionmark',
            name='session',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='provision.session'),
        ),
        migrations.AddField(
            model_name='sessionmarkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provision.sessionmark'),
        ),
        migrations.AddField(
            model_name='sessionmarkevent',
            name='pupil',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.pupil'),
        ),
        migrations.AddField(
            model_name='sessionmarkevent',
            name='saved_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.membership'),
        ),
        migrations.AddField(
            model_name='sessionmarkevent',
            name='school',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.school'),
        ),
        migrations.AddField(
            model_name='sessionmarkevent',
            name='session',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provision.session'),
        ),
        migrations.AddIndex(
            model_name='adultabsence',
            index=models.Index(fields=['school', 'starts', 'ends'], name='provision_a_school__5f14c2_idx'),
        ),
        migrations.AddConstraint(
            model_name='adultabsence',
            constraint=models.CheckConstraint(condition=models.Q(('ends__gte', models.F('starts'))), name='absence_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='adultabsence',
            constraint=models.CheckConstraint(condition=models.Q(('from_time__isnull', True), ('until_time__isnull', True), ('until_time__gt', models.F('from_time')), _connector='OR'), name='absence_until_after_from'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='adultabsence',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_adultabsenceevent" ("ends", "from_time", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "until_time", "version") VALUES (NEW."ends", NEW."from_time", NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."until_time", NEW."version"); RETURN NULL;', hash='ba5277665e37d564d1ebb8c17183f29a3df204b0', operation='INSERT', pgid='pgtrigger_insert_insert_dd74f', table='provision_adultabsence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='adultabsence',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_adultabsenceevent" ("ends", "from_time", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "until_time", "version") VALUES (NEW."ends", NEW."from_time", NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."until_time", NEW."version"); RETURN NULL;', hash='7c7cd6667dd1ea113fa2f9b0c209c98ad2642add', operation='UPDATE', pgid='pgtrigger_update_update_bb006', table='provision_adultabsence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='adultabsence',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_adultabsenceevent" ("ends", "from_time", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "until_time", "version") VALUES (OLD."ends", OLD."from_time", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."starts", OLD."until_time", OLD."version"); RETURN NULL;', hash='5ec5c7b9f82d74def38b57ab93e29a0ad2b8b5c2', operation='DELETE', pgid='pgtrigger_delete_delete_1047a', table='provision_adultabsence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='adultabsenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1df0819fd12296b24a9b6d7cab12dc1414ee407e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cf160', table='provision_adultabsenceevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='intervention',
            constraint=models.UniqueConstraint(condition=models.Q(('retired_at__isnull', True)), fields=('school', 'name'), name='intervention_name_once_a_school'),
        ),
        migrations.AddConstraint(
            model_name='intervention',
            constraint=models.CheckConstraint(condition=models.Q(('first_year__isnull', True), ('last_year__isnull', True), ('last_year__gte', models.F('first_year')), _connector='OR'), name='intervention_years_in_order'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='intervention',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_interventionevent" ("adult_role", "area", "description", "entry_criteria", "evidence", "evidence_source", "exit_criteria", "external", "first_year", "group_size", "id", "last_year", "measures", "minutes", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "retired_at", "saved_at", "saved_by_id", "school_id", "sessions_a_week", "shipped", "tier", "version", "weeks") VALUES (NEW."adult_role", NEW."area", NEW."description", NEW."entry_criteria", NEW."evidence", NEW."evidence_source", NEW."exit_criteria", NEW."external", NEW."first_year", NEW."group_size", NEW."id", NEW."last_year", NEW."measures", NEW."minutes", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plain", NEW."retired_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."sessions_a_week", NEW."shipped", NEW."tier", NEW."version", NEW."weeks"); RETURN NULL;', hash='a77d74a7d742bb70acaa7a60d525f0ad67bd71c2', operation='INSERT', pgid='pgtrigger_insert_insert_3ffd0', table='provision_intervention', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='intervention',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_interventionevent" ("adult_role", "area", "description", "entry_criteria", "evidence", "evidence_source", "exit_criteria", "external", "first_year", "group_size", "id", "last_year", "measures", "minutes", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "retired_at", "saved_at", "saved_by_id", "school_id", "sessions_a_week", "shipped", "tier", "version", "weeks") VALUES (NEW."adult_role", NEW."area", NEW."description", NEW."entry_criteria", NEW."evidence", NEW."evidence_source", NEW."exit_criteria", NEW."external", NEW."first_year", NEW."group_size", NEW."id", NEW."last_year", NEW."measures", NEW."minutes", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plain", NEW."retired_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."sessions_a_week", NEW."shipped", NEW."tier", NEW."version", NEW."weeks"); RETURN NULL;', hash='3e00982c932941199044ddf49aef8412caff29d0', operation='UPDATE', pgid='pgtrigger_update_update_961cb', table='provision_intervention', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='intervention',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_interventionevent" ("adult_role", "area", "description", "entry_criteria", "evidence", "evidence_source", "exit_criteria", "external", "first_year", "group_size", "id", "last_year", "measures", "minutes", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain", "retired_at", "saved_at", "saved_by_id", "school_id", "sessions_a_week", "shipped", "tier", "version", "weeks") VALUES (OLD."adult_role", OLD."area", OLD."description", OLD."entry_criteria", OLD."evidence", OLD."evidence_source", OLD."exit_criteria", OLD."external", OLD."first_year", OLD."group_size", OLD."id", OLD."last_year", OLD."measures", OLD."minutes", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plain", OLD."retired_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."sessions_a_week", OLD."shipped", OLD."tier", OLD."version", OLD."weeks"); RETURN NULL;', hash='70322eec172572045976806423eab30dfb56901c', operation='DELETE', pgid='pgtrigger_delete_delete_7a37c', table='provision_intervention', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interventionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cc5d07052532e6fb7e5cf9a8eed569cbdd30b145', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d4faf', table='provision_interventionevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='provision',
            index=models.Index(fields=['school', 'starts', 'ends'], name='provision_p_school__9e5cfb_idx'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='provision_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_provisionevent" ("agreed_size", "copied_from_id", "ends", "id", "intervention_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."agreed_size", NEW."copied_from_id", NEW."ends", NEW."id", NEW."intervention_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='43f1590523128fc90f7d5e56095395389d0f35e0', operation='INSERT', pgid='pgtrigger_insert_insert_a5702', table='provision_provision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_provisionevent" ("agreed_size", "copied_from_id", "ends", "id", "intervention_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."agreed_size", NEW."copied_from_id", NEW."ends", NEW."id", NEW."intervention_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='58e8f0344fccfd6e4d499dbcdc577326a35f7a70', operation='UPDATE', pgid='pgtrigger_update_update_672f0', table='provision_provision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_provisionevent" ("agreed_size", "copied_from_id", "ends", "id", "intervention_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (OLD."agreed_size", OLD."copied_from_id", OLD."ends", OLD."id", OLD."intervention_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."starts", OLD."version"); RETURN NULL;', hash='4f67d1401c465e6bf51abc59acc5411ac0d71003', operation='DELETE', pgid='pgtrigger_delete_delete_c3999', table='provision_provision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7eecfa318a401b5c4a23e303603ac9f8d3ddfebf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5ce8a', table='provision_allocationevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='allocation',
            index=models.Index(fields=['school', 'provision'], name='provision_a_school__a296cb_idx'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='allocation_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='allocation',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('removed_at__isnull', True)), expressions=[('provision', '='), ('pupil', '='), (provision.models.provided.DateRange('starts', 'ends', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True)), '&&')], name='pupil_has_one_place_in_a_provision'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_allocationevent" ("ends", "id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "provision_id", "pupil_id", "removed_at", "required", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."ends", NEW."id", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_id", NEW."provision_id", NEW."pupil_id", NEW."removed_at", NEW."required", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='51480697f019e01c340f95d653af36ae2925d1a1', operation='INSERT', pgid='pgtrigger_insert_insert_d93e5', table='provision_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_allocationevent" ("ends", "id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "provision_id", "pupil_id", "removed_at", "required", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."ends", NEW."id", NEW."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_id", NEW."provision_id", NEW."pupil_id", NEW."removed_at", NEW."required", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='cca9d6f09eafd162318b1ba52e34b706fad27f31', operation='UPDATE', pgid='pgtrigger_update_update_f4745', table='provision_allocation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_allocationevent" ("ends", "id", "outcome_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "provision_id", "pupil_id", "removed_at", "required", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (OLD."ends", OLD."id", OLD."outcome_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_id", OLD."provision_id", OLD."pupil_id", OLD."removed_at", OLD."required", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."starts", OLD."version"); RETURN NULL;', hash='8bb4ce3b0742d3eeaf7adb66b72512c7bc672bff', operation='DELETE', pgid='pgtrigger_delete_delete_af931', table='provision_allocation', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='provisionadult',
            index=models.Index(fields=['membership', 'provision'], name='provision_p_members_f9f9ff_idx'),
        ),
        migrations.AddConstraint(
            model_name='provisionadult',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='provision_adult_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='provisionadult',
            constraint=models.CheckConstraint(condition=models.Q(('membership__isnull', False), models.Q(('adult_words', ''), _negated=True), _connector='OR'), name='provision_adult_is_somebody'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisionadult',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_provisionadultevent" ("adult_words", "ends", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."adult_words", NEW."ends", NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='03b793e2c4556fadacc6badf01a0f5a4d58ab31a', operation='INSERT', pgid='pgtrigger_insert_insert_876ca', table='provision_provisionadult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisionadult',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_provisionadultevent" ("adult_words", "ends", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (NEW."adult_words", NEW."ends", NEW."id", NEW."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version"); RETURN NULL;', hash='009910d1a6dd6c0dbab092773a68d9bfa1d73959', operation='UPDATE', pgid='pgtrigger_update_update_deba9', table='provision_provisionadult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisionadult',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_provisionadultevent" ("adult_words", "ends", "id", "membership_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version") VALUES (OLD."adult_words", OLD."ends", OLD."id", OLD."membership_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision_id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."starts", OLD."version"); RETURN NULL;', hash='4fe1b4d74b13ed81f366e0d74513c001e9944676', operation='DELETE', pgid='pgtrigger_delete_delete_63d35', table='provision_provisionadult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisionadultevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a26ccea172ff170ee9afa70cb6eb0a59c60cf60b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8cb7e', table='provision_provisionadultevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c871b5fc5fafb42f44c074d22c2c391f285bfdaa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_50a57', table='provision_provisionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='provisiontime',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='provision_time_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisiontime',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_provisiontimeevent" ("at", "ends", "id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version", "weekday", "weeks") VALUES (NEW."at", NEW."ends", NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provision_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version", NEW."weekday", NEW."weeks"); RETURN NULL;', hash='c2628dfff45a59a46d3ff7ccf769ecec003beb43', operation='INSERT', pgid='pgtrigger_insert_insert_0fd5c', table='provision_provisiontime', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisiontime',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_provisiontimeevent" ("at", "ends", "id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version", "weekday", "weeks") VALUES (NEW."at", NEW."ends", NEW."id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provision_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."starts", NEW."version", NEW."weekday", NEW."weeks"); RETURN NULL;', hash='be7c2b124837f9de6fcd472260ba1179d07a0997', operation='UPDATE', pgid='pgtrigger_update_update_3ef30', table='provision_provisiontime', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisiontime',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_provisiontimeevent" ("at", "ends", "id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "removed_at", "saved_at", "saved_by_id", "school_id", "starts", "version", "weekday", "weeks") VALUES (OLD."at", OLD."ends", OLD."id", OLD."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provision_id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."starts", OLD."version", OLD."weekday", OLD."weeks"); RETURN NULL;', hash='257177fc6fe5fd1c684db4923d87309f0b82c54a', operation='DELETE', pgid='pgtrigger_delete_delete_3c899', table='provision_provisiontime', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provisiontimeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='91baea95a941d5bda1255de38f99d89df634ce01', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_437f9', table='provision_provisiontimeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='resource',
            constraint=models.CheckConstraint(condition=models.Q(('life_months__gte', 1)), name='resource_lasts_a_month_at_least'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resource',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_resourceevent" ("bought_on", "id", "intervention_id", "life_months", "name", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "shared", "version") VALUES (NEW."bought_on", NEW."id", NEW."intervention_id", NEW."life_months", NEW."name", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."shared", NEW."version"); RETURN NULL;', hash='cd0779ee14cdd7980e2cf1bd63b07129f9358932', operation='INSERT', pgid='pgtrigger_insert_insert_aaa42', table='provision_resource', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resource',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_resourceevent" ("bought_on", "id", "intervention_id", "life_months", "name", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "shared", "version") VALUES (NEW."bought_on", NEW."id", NEW."intervention_id", NEW."life_months", NEW."name", NEW."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."shared", NEW."version"); RETURN NULL;', hash='691d480745063170f47164ec3c9e07ee93797364', operation='UPDATE', pgid='pgtrigger_update_update_1d22b', table='provision_resource', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resource',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_resourceevent" ("bought_on", "id", "intervention_id", "life_months", "name", "pence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "saved_at", "saved_by_id", "school_id", "shared", "version") VALUES (OLD."bought_on", OLD."id", OLD."intervention_id", OLD."life_months", OLD."name", OLD."pence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."shared", OLD."version"); RETURN NULL;', hash='90fce4d73b0a8b9e927fde86615b32783fa6bc51', operation='DELETE', pgid='pgtrigger_delete_delete_abd3e', table='provision_resource', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ce645b06b4a1ad6ad8d6af3bad30c0c1c04287d0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ed968', table='provision_resourceevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(fields=['school', 'day'], name='provision_s_school__ee1e91_idx'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('provision', 'day', 'at'), name='session_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'not_run'), ('reason', ''), _connector='XOR'), name='session_says_why_it_did_not_run'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'ran'), ('minutes__isnull', True), _connector='XOR'), name='session_that_ran_has_minutes'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='session',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_sessionevent" ("adult_id", "at", "day", "extra", "id", "minutes", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "provision_id", "reason", "removed_at", "saved_at", "saved_by_id", "school_id", "state", "version") VALUES (NEW."adult_id", NEW."at", NEW."day", NEW."extra", NEW."id", NEW."minutes", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_minutes", NEW."provision_id", NEW."reason", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."state", NEW."version"); RETURN NULL;', hash='2a38b2c64919e9861bd5c0cf04d88db3336e3e3c', operation='INSERT', pgid='pgtrigger_insert_insert_66dda', table='provision_session', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='session',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_sessionevent" ("adult_id", "at", "day", "extra", "id", "minutes", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "provision_id", "reason", "removed_at", "saved_at", "saved_by_id", "school_id", "state", "version") VALUES (NEW."adult_id", NEW."at", NEW."day", NEW."extra", NEW."id", NEW."minutes", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_minutes", NEW."provision_id", NEW."reason", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."state", NEW."version"); RETURN NULL;', hash='82babf44b4bbb2b89f49643d8ef2dd2511ce4a1b', operation='UPDATE', pgid='pgtrigger_update_update_2007d', table='provision_session', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='session',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_sessionevent" ("adult_id", "at", "day", "extra", "id", "minutes", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_minutes", "provision_id", "reason", "removed_at", "saved_at", "saved_by_id", "school_id", "state", "version") VALUES (OLD."adult_id", OLD."at", OLD."day", OLD."extra", OLD."id", OLD."minutes", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned_minutes", OLD."provision_id", OLD."reason", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."state", OLD."version"); RETURN NULL;', hash='a4c6bfe3ad5657facc74f188cc1e12968bfe7fe4', operation='DELETE', pgid='pgtrigger_delete_delete_46c75', table='provision_session', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sessionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eaafd93c94945d9e4d0eb3e3fc2160d90ee83c15', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b995f', table='provision_sessionevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='sessionmark',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('session', 'pupil'), name='marked_once_a_session'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sessionmark',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_sessionmarkevent" ("id", "mark", "minutes", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "session_id", "version") VALUES (NEW."id", NEW."mark", NEW."minutes", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."progress", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."session_id", NEW."version"); RETURN NULL;', hash='7f58cc6c262cd8d31c65829fd8dd618e79e3391e', operation='INSERT', pgid='pgtrigger_insert_insert_634b3', table='provision_sessionmark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sessionmark',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provision_sessionmarkevent" ("id", "mark", "minutes", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "session_id", "version") VALUES (NEW."id", NEW."mark", NEW."minutes", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."progress", NEW."pupil_id", NEW."removed_at", NEW."saved_at", NEW."saved_by_id", NEW."school_id", NEW."session_id", NEW."version"); RETURN NULL;', hash='de0870733e1aa16ea558bda9c30d79aa31386ce2', operation='UPDATE', pgid='pgtrigger_update_update_c1485', table='provision_sessionmark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sessionmark',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provision_sessionmarkevent" ("id", "mark", "minutes", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "pupil_id", "removed_at", "saved_at", "saved_by_id", "school_id", "session_id", "version") VALUES (OLD."id", OLD."mark", OLD."minutes", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."progress", OLD."pupil_id", OLD."removed_at", OLD."saved_at", OLD."saved_by_id", OLD."school_id", OLD."session_id", OLD."version"); RETURN NULL;', hash='ce1050b4526e869eaf73b60995777286a455411e', operation='DELETE', pgid='pgtrigger_delete_delete_766b4', table='provision_sessionmark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sessionmarkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ec72a3b90091829632004cb7faac152a52b68476', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aba6e', table='provision_sessionmarkevent', when='BEFORE')),
        ),
        *POLICIES,
    ]
