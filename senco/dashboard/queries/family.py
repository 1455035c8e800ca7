"""What a parent sees of their children: in plain words, and only what the school has told or knows about them."""

from dataclasses import dataclass, field

from django.db.models import F
from django.utils import timezone

from provision.queries.families import Shelf, shared_with_each, shelf_of, version_of
from provision.queries.profiles import has_published_profile
from register.choices import ON_REGISTER, SenProvision
from register.frameworks import stage_called
from register.frameworks.shape import Stage
from register.models import Concern, ConcernNotice, GroupTeacher, Pupil, PupilFile
from register.plain_words import PLAIN_NEED
from register.queries.concerns import raised_by, seems_open
from register.queries.files import has_shared_files, shared_files
from register.queries.portal import is_oneself, is_written_about
from reviews.queries.contributions import is_asked
from reviews.queries.invitations import is_invited
from reviews.queries.offers import is_offered
from reviews.queries.reviews import has_records
from senco.accounts.models import Membership
from senco.liaison.queries.calls import has_asked_for_call
from senco.liaison.queries.details import has_own_contact

OWN_SENTENCES = (
    "sen_support",
    "ehc_plan",
    "statement",
)  # stages that the page tells of in sentences of its own
TUTOR_SUBJECTS = ("Registration", "Tutor", "Form")  # how schools name the subject of a form in their MIS


@dataclass
class ChildNews:
    """One child as a parent reads about them: what the school knows, what it wrote, what the parent raised, whom to ask."""

    pupil: Pupil
    notices: list[ConcernNotice] = field(default_factory=list)
    raised: list[Concern] = field(default_factory=list)
    files: list[PupilFile] = field(default_factory=list)
    tutor: Membership | None = None

    @property
    def on_register(self) -> bool:
        return self.pupil.provision in ON_REGISTER

    @property
    def has_left(self) -> bool:
        return self.pupil.left_on is not None and self.pupil.left_on <= timezone.localdate()

    @property
    def may_write(self) -> bool:
        """Whether the parent may write to the school about this child now."""
        return self.pupil.may_write and not self.has_left

    @property
    def has_plan(self) -> bool:
        return self.on_register and self.pupil.provision != SenProvision.SUPPORT

    @property
    def stage(self) -> Stage | None:
        """The stage in the words of its framework, where it is another than those whose own sentences stand on the page."""
        known = stage_called(self.pupil.stage) if self.on_register else None
        return None if known is None or known.code in OWN_SENTENCES else known

    def plans(self) -> Shelf:
        """The plans that the school shared."""
        return shelf_of(map(version_of, self.pupil.shared_versions))

    @property
    def needs(self) -> list[str]:
        """What the child finds hard, in plain words."""
        return [str(PLAIN_NEED[code]) for code in self.pupil.need_codes if code in PLAIN_NEED]

    @property
    def open_concerns(self) -> list[Concern]:
        """The parent's own concerns that the school has not answered yet."""
        return [concern for concern in self.raised if seems_open(concern)]


def news_of_children(membership, pk=None) -> list[ChildNews]:
    """Each child this parent may see with their news, the eldest first; with `pk`, that child alone, with its files, or nobody.

    Who has left or not joined yet is among them as long as access lives: what the school wrote stays to be read.
    """
    today = timezone.localdate()
    children = Pupil.objects.visible_to(membership).with_status(today).with_needs(today)
    children = children.annotate(
        has_files=has_shared_files(membership),
        has_profile=has_published_profile(membership),
        has_records=has_records(membership),
        is_invited=is_invited(membership),
        is_asked=is_asked(membership),
        is_offered=is_offered(membership),
        awaits_call=has_asked_for_call(membership),
        may_write=is_written_about(membership),
        is_self=is_oneself(membership),
        has_contact=has_own_contact(membership),
    )
    children = children.annotate(shared_versions=shared_with_each(membership))
    children = children.filter(pk=pk) if pk else children
    in_order = children.select_related("key_adult").order_by("date_of_birth", "pk")
    news = {child.pk: ChildNews(child) for child in in_order}
    for notice in notices_for(membership, news):
        news[notice.pupil_id].notices.append(notice)
    for concern in raised_by(membership).filter(pupil__in=news):
        news[concern.pupil_id].raised.append(concern)
    for file in shared_files(membership, news) if pk else ():
        news[file.pupil_id].files.append(file)
    for pupil_id, tutor in tutors_of(membership, news):
        news[pupil_id].tutor = tutor
    return list(news.values())


def notices_for(membership, pupils):
    """What the school wrote to the parents, newest first."""
    notices = ConcernNotice.objects.visible_to(membership).standing()
    told = notices.filter(pupil__in=pupils, audience=ConcernNotice.Audience.PARENTS)
    return told.select_related("sent_by").order_by("-sent_at", "pk")


def tutors_of(membership, pupils):
    """(pupil, teacher) for those who take the child's registration group."""
    here = GroupTeacher.objects.visible_to(membership).current().filter(membership__role="teacher")
    forms = here.filter(
        group__subject__in=TUTOR_SUBJECTS, group__pupils__pupil__in=pupils, group__pupils__ends__isnull=True
    )
    found = forms.select_related("membership").order_by("-membership__last_name", "pk")
    return [(row.of_pupil, row.membership) for row in found.annotate(of_pupil=F("group__pupils__pupil_id"))]
