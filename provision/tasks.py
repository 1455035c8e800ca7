"""Background work of plans and profiles. Tasks load by id and call actions, each in a transaction of its own."""

from collections.abc import Iterator
from itertools import batched

from celery import shared_task
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from provision.actions.access import follow_provision
from provision.actions.cycles import begin_one, give_up_waiting
from provision.actions.prints import (
    claim_print,
    clear_prints,
    due_prints,
    finish_print,
    give_up,
    note_progress,
)
from provision.models import CycleItem, CycleRun, PrintJob
from provision.printed import add_profiles
from provision.queries.plan_documents import version_documents
from provision.queries.prints import versions_to_print
from provision.queries.profiles import papers_of
from provision.workflow import SIGN
from register.models import Pupil
from register.tasks import at_each_school
from senco.access.context import acting_as, acting_as_system
from senco.accounts.languages import in_language_of, languages_of
from senco.accounts.models import Membership, School
from senco.accounts.roles import WHOLE_SCHOOL
from senco.core.separately import each_by_itself
from senco.documents.downloads import add_documents, language
from senco.documents.many import ManyPages

PIECE, PLANS = 12, 4  # profiles and plans laid out between two looks at whether somebody cancelled
PERMISSION = "provision.print_profiles"
PURPOSE = "draw_print"


@shared_task
def draw_print(job_id: str) -> None:
    """One file of profiles or plans, in the name of whoever asked for it."""
    with acting_as_system(purpose=PURPOSE):
        asked_by = PrintJob.objects.filter(pk=job_id).values_list("membership_id", flat=True).first()
    draw_for(job_id, asked_by)


@shared_task
def take_up_prints() -> None:
    """Every two minutes: files that wait because nobody was woken, or whose worker died."""
    with acting_as_system(purpose=PURPOSE):
        due = due_prints()
    each_by_itself("Some prints failed", due, lambda job: draw_for(*job))


@shared_task
def clear_old_prints() -> None:
    """Nightly."""
    with acting_as_system(purpose="clear_prints"):
        clear_prints()


def draw_for(job_id, asked_by) -> None:
    """Draw it if whoever asked may still print; otherwise it stays undrawn until it is deleted."""
    with acting_as_system(purpose=PURPOSE):
        found = Membership.objects.live().select_related("school").filter(pk=asked_by, user__is_active=True)
        by = found.first()
    if by is None or not by.may(PERMISSION):
        return
    with acting_as(by, purpose=PURPOSE):
        job = claim_print(job_id=job_id, by=by)
    if job is None:
        return
    try:
        with acting_as(by, purpose=PURPOSE):
            spoken = languages_of([by])[by.pk]
        with translation.override(spoken):
            gather_and_draw(job, by)
    except Exception:
        with acting_as(by, purpose=PURPOSE):
            give_up(job=job, by=by)
        raise


def gather_and_draw(job: PrintJob, by: Membership) -> None:
    """Without a single paper left this fails like anything else that cannot be drawn."""
    with acting_as(by, purpose=PURPOSE):
        papers = papers_to_print(job, by)
    draw(job, papers, by)


def papers_to_print(job: PrintJob, by: Membership) -> list:
    """What goes into the file; a pupil whose record has closed since it was asked for is left out. Profiles stand by name."""
    if job.is_of_plans:
        return version_documents(versions_to_print(job, by), by)
    pupils = Pupil.objects.visible_to(by).filter(pk__in=job.pupil_ids).with_shown_name()
    return papers_of(pupils.order_by("shown_surname", "shown_forename", "pk"), by, timezone.localdate())


def draw(job: PrintJob, papers: list, by: Membership) -> None:
    """Piece by piece; stops where it was cancelled. Between the pieces nothing is held open in the database."""
    file, done = ManyPages(title=job.title, lang=language()), 0
    for piece in batched(papers, PLANS if job.is_of_plans else PIECE):
        if job.is_of_plans:
            add_documents(file, piece, large=job.large)
        else:
            add_profiles(file, piece, job.size)
        done += len(piece)
        with acting_as(by, purpose=PURPOSE):
            goes_on = note_progress(job=job, done=done, by=by)
        if not goes_on:
            return
    content = file.write()
    with acting_as(by, purpose=PURPOSE):
        finish_print(job=job, content=content, by=by)


# The next cycle of many pupils


@shared_task
def take_up_cycles(run_id: str | None = None) -> None:
    """Begin what waits in one run, or in every run of every school in case nobody was woken. One transaction a pupil."""
    with acting_as_system(purpose="take_up_cycles"):
        schools = list(School.objects.order_by("pk").values_list("pk", flat=True))
        offices = [someone_of(school) for school in schools]
    for office in filter(None, offices):
        with acting_as(office, purpose="take_up_cycles"):
            waiting = CycleItem.objects.visible_to(office).filter(state=CycleItem.State.WAITING)
            waiting = waiting.filter(run=run_id) if run_id else waiting
            runs = list(CycleRun.objects.filter(pk__in=waiting.values("run")).order_by("at", "pk"))
        each_by_itself("Some runs failed", runs, lambda run, office=office: take_up(run, office))


def someone_of(school_id) -> Membership | None:
    """Anybody who sees the whole school, to look for work in its name."""
    live = Membership.objects.live().filter(school_id=school_id, role__in=WHOLE_SCHOOL)
    return live.select_related("school").order_by("pk").first()


def take_up(run: CycleRun, office: Membership) -> None:
    """In the name of whoever asked, as long as they still may."""
    with acting_as_system(purpose="take_up_cycles"):
        askers = Membership.objects.live().filter(pk=run.by_id, user__is_active=True)
        asker = askers.select_related("school").first()
    if asker is None or not asker.may(SIGN):
        with acting_as(office, purpose="take_up_cycles"):
            give_up_waiting(run=run, why=_("Whoever asked for this may no longer do it."))
        return
    each_by_itself("Some next cycles failed", items_begun(run, asker), tell_failure)


def items_begun(run: CycleRun, asker: Membership) -> Iterator[CycleItem]:
    """One pupil after the other, each in a transaction of its own."""
    item = True
    while item:
        with acting_as(asker, purpose="take_up_cycles"), in_language_of(asker):
            item = begin_one(run=run, by=asker)
        if item:
            yield item


def tell_failure(item: CycleItem) -> None:
    """Raises what nobody expected while this one was begun."""
    if item.failure:
        raise item.failure


@shared_task
def follow_groups() -> None:
    """Support begins and ends at midnight: access of those who run it follows, at every school by itself."""
    at_each_school("follow_groups", lambda school: follow_provision(school=school))
