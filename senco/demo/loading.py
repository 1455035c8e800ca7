"""Demo schools into the database, each in one transaction."""

import datetime
from collections.abc import Callable
from contextlib import contextmanager

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from provision import models as provision
from provision.actions.access import wanted_by_provision
from register import models as register
from register.actions import access, duties
from register.choices import TAKEN_OVER, AccessSource
from reviews import models as reviews
from senco.accounts.models import Closure, Invitation, Membership, School, Term, User
from senco.demo import copying
from senco.demo.accounts import PASSWORD
from senco.demo.building import build_school
from senco.demo.release import release_to_governors
from senco.demo.sharing import share_with_professional
from senco.demo.world import World
from senco.liaison.models import CallRequest, DetailsWish, FamilyNote, LoggedContact
from senco.translations.models import Translation

# Parents before children, so that every foreign key finds its row.
ORDER = (
    School, Term, Closure, User, EmailAddress, Membership, Invitation, register.Pupil, register.PupilCharacteristic,
    register.Attainment,
    register.Contact, register.ContactAddress, register.TeachingGroup, register.GroupTeacher, register.GroupPupil,
    register.Concern, register.ConcernStep, register.ConcernNote, register.ViewRequest, register.ConcernNotice,
    register.ReferenceCounter, register.Monitoring, register.SenStatus, register.SenNeed, register.AdviceThread,
    register.AdviceMessage, register.PupilFile, register.PupilFileContent,
    LoggedContact, CallRequest, FamilyNote, DetailsWish,
    provision.Intervention, provision.Resource,
    provision.Plan, provision.PlanStep, provision.PlanSection, provision.Outcome, provision.Target, provision.Seen,
    provision.PlanItem, provision.PlannedProvision, provision.Score, provision.PulledConcern, provision.PlanVersion,
    provision.PlanResponse,
    provision.Profile, provision.ProfileVersion, provision.ProfileReading, provision.PupilAlert, provision.DigestReading,
    provision.Provision, provision.ProvisionTime, provision.ProvisionAdult, provision.Allocation, provision.Session,
    provision.SessionMark, provision.AdultAbsence, provision.StaffRate, provision.Budget, provision.TopUp,
    provision.Scale, provision.Measurement,
    reviews.ReviewRound, reviews.Review, reviews.MeetingInvitation, reviews.ReviewStep, reviews.Person, reviews.OutcomeJudged,
    reviews.Contribution, reviews.Spoken, reviews.AgreedAction, reviews.ReviewRecord, Translation,
)  # fmt: skip
LATELY = 30  # days


def load_schools(
    *, schools: int, pupils: int, seed: int, today: datetime.date, tell: Callable[[str], None]
) -> None:
    """Build and write them one after the other. Only the first school's history is kept (see without_history)."""
    password = make_password(PASSWORD)
    for number in range(schools):
        world = build_school(number=number, pupils=pupils, seed=seed, today=today, password=password)
        with transaction.atomic():
            load(world)
        tell(f"{number + 1} of {schools}: {world.school.name}")
    count_rows()


def count_rows() -> None:
    """Statistics for the planner at once: the database's own housekeeping comes a minute later, and guesses until then."""
    tables = sql.SQL(", ").join(map(sql.Identifier, connection.introspection.table_names()))
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("analyze {}").format(tables).as_string(cursor.connection))


def load(world: World) -> None:
    if left_over := set(world.batch) - set(ORDER):
        raise LookupError(
            f"Made, but in no place to be written: {sorted(each.__name__ for each in left_over)}"
        )
    with without_history() if world.number else history():
        for model in ORDER:
            copying.write(world.made(model))
        grant_access(world)
        share_with_professional(world)
        if world.number == 0 and world.made(register.Pupil):
            ask_duties(world)
            release_to_governors(world)


def ask_duties(world: World) -> None:
    """What stages ask for of those who came to them lately, and what is asked for again this term and this year."""
    for status in world.made(register.SenStatus):
        lately = status.starts >= world.ago(LATELY) and status.pupil.left_on is None
        if lately and status.ends is None and status.reason not in TAKEN_OVER:
            duties.enter_stage(status=status, by=None)
    duties.renew_duties(school=world.school, on=world.today)


def grant_access(world: World) -> None:
    """The grants that register.actions.access derives, written by COPY because there are ten thousand a school."""
    derived = access.derived_grants(world.school) | {
        AccessSource.PROVISION: wanted_by_provision(world.school)
    }
    for source, wanted in derived.items():
        copying.write(access.new_grants(world.school, source, wanted, timezone.now(), None))


@contextmanager
def history():
    """Triggers fire: every record gets its first event, as if it had been typed.

    Each trigger asks which triggers to ignore; where the setting is missing, that costs a caught error a row.
    """
    with connection.cursor() as cursor:
        cursor.execute("select set_config('pgtrigger.ignore', '{}', true)")
    yield


@contextmanager
def without_history():
    """For measuring with hundreds of schools: our triggers rest for this transaction, foreign keys and checks do not.

    The owner of the tables may do so; the lock it takes keeps everybody else out until the transaction ends.
    """
    tables = [model._meta.db_table for model in (*ORDER, register.PupilAccess)]
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")  # a table with checks still to come cannot be altered
        switch(cursor, tables, "disable")
        yield
        switch(cursor, tables, "enable")


def switch(cursor, tables: list[str], how: str) -> None:
    for table in tables:
        statement = sql.SQL("alter table {} {} trigger user").format(sql.Identifier(table), sql.SQL(how))
        cursor.execute(statement.as_string(cursor.connection))
