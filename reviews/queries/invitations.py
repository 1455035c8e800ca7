"""Who is asked to a meeting and can be told here, and what they were told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from register.models import PupilAccess
from reviews.choices import InvitationAnswer
from reviews.models import MeetingInvitation, Person, Review
from reviews.workflow import OPEN
from senco.accounts.models import Membership
from senco.accounts.roles import Role


def keys_asked(review: Review) -> list:
    """Memberships of those asked to it: colleagues, and parents by their contact. In the order of the list."""
    people = review.people.kept().order_by("position", "pk")
    keys = [one or at_home for one, at_home in people.values_list("membership", "contact__membership")]
    return list(filter(None, dict.fromkeys(keys)))


def members_asked(review: Review, membership) -> list[Membership]:
    """Those asked to it who can sign in, but for this person, in the order of the list."""
    keys = [key for key in keys_asked(review) if key != membership.pk]
    found = Membership.objects.live().filter(pk__in=keys, school=review.school_id).select_related("school")
    known = {each.pk: each for each in found}
    return [known[key] for key in keys if key in known]


def when_words(invitation: MeetingInvitation) -> str:
    """Day and time, and where: as a letter says it. A place is the school's own word and names nobody."""
    day = date_format(invitation.day)
    if invitation.at:
        day = _("%(day)s at %(time)s") % {"day": day, "time": time_format(invitation.at, "H:i")}
    return f"{day}, {invitation.get_manner_display()}"


def who_reminds() -> list[Membership]:
    """A live SENCO of each school. For the system alone, which sees neither meetings nor pupils."""
    found = Membership.objects.live().filter(role=Role.SENCO, user__isnull=False)
    return list(found.select_related("school").order_by("school_id", "starts", "pk").distinct("school_id"))


def each_reached(rows: Iterable, who: str) -> Iterator[tuple[Membership, list]]:
    """Whoever may open the pupils of these rows now, each with their own of them. `who` names the column of the membership. Two queries."""
    by_member: dict = defaultdict(list)
    for row in rows:
        by_member[getattr(row, who)].append(row)
    pupils = {row.pupil_id for mine in by_member.values() for row in mine}
    grants = PupilAccess.objects.live().filter(
        membership__in=by_member.keys() - {None}, content_object__in=pupils
    )
    reached = set(grants.values_list("membership_id", "content_object_id"))
    members = Membership.objects.live().filter(pk__in=by_member.keys() - {None}).select_related("school")
    for member in members.order_by("pk"):
        mine = [
            row
            for row in by_member[member.pk]
            if member.sees_whole_school or (member.pk, row.pupil_id) in reached
        ]
        if mine:
            yield member, mine


def to_tell(membership):
    """Those who were told something else than holds now, or are off the list since: the office has to tell them."""
    told = MeetingInvitation.objects.visible_to(membership).standing().filter(day__gte=timezone.localdate())
    same_time = Q(review__at=F("at")) | Q(review__at__isnull=True, at__isnull=True)
    same = {f"review__{name}": F(name) for name in ("day", "minutes", "manner", "place", "interpreter")}
    them = Q(membership=OuterRef("membership")) | Q(contact__membership=OuterRef("membership"))
    on_list = Person.objects.kept().filter(them, review=OuterRef("review"))
    return told.filter(~(same_time & Q(**same)) | ~Exists(on_list))


def invitations_to(review: Review, membership):
    """Those that stand, with whom they went to."""
    seen = MeetingInvitation.objects.visible_to(membership).standing().filter(review=review)
    return seen.select_related("membership").order_by("membership__last_name", "pk")


def my_invitations(membership, pupil):
    """Meetings to come about one child to which this person is asked."""
    mine = MeetingInvitation.objects.visible_to(membership).standing()
    return mine.filter(pupil=pupil, membership_id=membership.pk, day__gte=timezone.localdate()).order_by(
        "day", "at", "pk"
    )


def is_invited(membership) -> Exists:
    """For annotating pupils: whether this person is asked to a meeting to come about them."""
    mine = MeetingInvitation.objects.visible_to(membership).standing().filter(membership_id=membership.pk)
    return Exists(mine.filter(pupil=OuterRef("pk"), day__gte=timezone.localdate()))


def to_rearrange(membership):
    """Somebody asked for another time, or cannot come, and nothing has been changed since."""
    asked = MeetingInvitation.objects.visible_to(membership).standing()
    here = Q(answer__in=[InvitationAnswer.OTHER, InvitationAnswer.CANNOT], day__gte=timezone.localdate())
    still_open = Review.objects.visible_to(membership).with_state().filter(state__in=OPEN)
    return asked.filter(here, review__in=still_open.values("pk"))
